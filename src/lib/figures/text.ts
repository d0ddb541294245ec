import { GOLOS_ADVANCES } from './golos-advances';

const SOFT_HYPHEN = '\u00ad';
/** Characters the font lacks are drawn by a fallback; this is as wide as the widest of them. */
const UNKNOWN_ADVANCE = 1000;

function advanceTable(weight: 400 | 600): Map<number, number> {
	const table = new Map<number, number>();
	for (const [from, widths] of GOLOS_ADVANCES[weight]) {
		widths.split(' ').forEach((width, index) => {
			if (width !== '0') table.set(from + index, Number(width));
		});
	}
	return table;
}

const ADVANCES = { 400: advanceTable(400), 600: advanceTable(600) };

/** Width in px of one line of Golos Text at `size` px; weights from 500 up count as 600. Kerning is left out: it only narrows. */
export function measureText(text: string, size: number, weight = 400): number {
	const advances = ADVANCES[weight >= 500 ? 600 : 400];
	let thousandths = 0;
	for (const character of text) {
		thousandths +=
			advances.get(character.codePointAt(0) ?? 0) ?? (character === SOFT_HYPHEN ? 0 : UNKNOWN_ADVANCE);
	}
	return (thousandths * size) / 1000;
}

const NO_BREAK = '\u00a0';

/** A text whose lines never begin with a dash, a middle dot or an arrow, nor break inside "n = 44", "[2; 3)" and "п. п.". */
export function unbroken(text: string): string {
	return text
		.replace(/ (?=[–—·→](?: |$))|(?<=\bn) (?== \d)|(?<=\bn =) (?=\d)/gu, NO_BREAK)
		.replace(/(?<=\(\d+) (?=[\p{L}]+ \d+\))|(?<=\(\d+ \p{L}+) (?=\d+\))/gu, NO_BREAK)
		.replace(/[[(][^\s[\]()]+; [^\s[\]()]+[\])]/gu, (range) => range.replaceAll(' ', NO_BREAK))
		.replace(/(?:(?<=\d) )?п\. п\./gu, (unit) => unit.replaceAll(' ', NO_BREAK));
}

/** A line may break at a space, after a slash, and after a hyphen before a word: "Ата-аналар", never "28-і" or "n = 34". */
const PIECES =
	/(?:[^\s/-]|\u00a0|-(?!\p{L}{3}))*(?:\/+|-(?=\p{L}{3}))|(?:[^\s/-]|\u00a0|-(?!\p{L}{3}))+|[^\S\u00a0]+/gu;

/** How `wrap` breaks a text: at `maxLines` the rest is cut with an ellipsis; without it every word is kept. */
export interface WrapStyle {
	size: number;
	weight?: number;
	maxLines?: number;
}

/** The longest beginning of `word` that fits, at least one character. */
function fitting(word: string, maxWidth: number, width: (text: string) => number): string {
	const characters = [...word];
	let end = characters.length;
	while (end > 1 && width(characters.slice(0, end).join('')) > maxWidth) end--;
	return characters.slice(0, end).join('');
}

function withEllipsis(text: string, maxWidth: number, width: (text: string) => number): string {
	let kept = text.trimEnd();
	while (kept.length > 1 && width(`${kept}…`) > maxWidth) kept = [...kept].slice(0, -1).join('').trimEnd();
	return `${kept}…`;
}

/** Breaks a text into lines no wider than `maxWidth` px: at spaces, after slashes and hyphens, inside a word only where it alone is too wide. */
export function wrap(text: string, maxWidth: number, style: WrapStyle): string[] {
	const width = (line: string) => measureText(line, style.size, style.weight);
	const pieces = unbroken(text.replaceAll(SOFT_HYPHEN, '')).match(PIECES) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (width((line + piece).trimEnd()) <= maxWidth) {
			line += line === '' ? piece.trimStart() : piece;
			continue;
		}
		if (line.trim() !== '') lines.push(line.trimEnd());
		line = piece.trimStart();
		while (width(line) > maxWidth && [...line].length > 1) {
			const head = fitting(line, maxWidth, width);
			lines.push(head);
			line = line.slice(head.length);
		}
	}
	if (line.trim() !== '') lines.push(line.trimEnd());
	const { maxLines } = style;
	if (maxLines === undefined || lines.length <= maxLines) return lines.length > 0 ? lines : [''];
	const kept = lines.slice(0, maxLines);
	kept[maxLines - 1] = withEllipsis(lines.slice(maxLines - 1).join(' '), maxWidth, width);
	return kept;
}
