/** A stretch of a cell: its text, or one character that would not be seen, drawn by its sign and named by its code point. */
interface CellPart {
	text: string;
	/** `U+202E`, for a character drawn as a chip. */
	code: string | null;
}

const NAMES: Record<number, string> = {
	0x7f: 'DEL',
	0xad: 'SHY',
	0x61c: 'ALM',
	0x200b: 'ZWSP',
	0x200c: 'ZWNJ',
	0x200d: 'ZWJ',
	0x200e: 'LRM',
	0x200f: 'RLM',
	0x202a: 'LRE',
	0x202b: 'RLE',
	0x202c: 'PDF',
	0x202d: 'LRO',
	0x202e: 'RLO',
	0x2060: 'WJ',
	0x2066: 'LRI',
	0x2067: 'RLI',
	0x2068: 'FSI',
	0x2069: 'PDI',
	0xfeff: 'BOM'
};
/** Names of the control characters from NUL on; their pictures (␀ …) are in few fonts. */
const CONTROLS =
	'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
		' '
	);
const SHOWN = 2000;

function signOf(point: number): string | null {
	if (point < CONTROLS.length) return CONTROLS[point] ?? null;
	if (point >= 0xd800 && point <= 0xdfff) return 'SUR';
	return NAMES[point] ?? null;
}

/** A cell cut into what is read and what is only drawn: control characters, marks of direction, characters without width. */
export function cellParts(cell: string): CellPart[] {
	const parts: CellPart[] = [];
	let text = '';
	const close = () => {
		if (text !== '') parts.push({ text, code: null });
		text = '';
	};
	for (const character of cell.slice(0, SHOWN)) {
		const point = character.codePointAt(0) ?? 0;
		const sign = signOf(point);
		if (sign === null) text += character;
		else {
			close();
			parts.push({ text: sign, code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}` });
		}
	}
	close();
	return parts;
}
