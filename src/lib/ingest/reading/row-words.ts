import { foldLabel } from '../values/folding';
import { cellKind, isNumeric, isTyped } from './cell-kinds';
import { filledCells, isBlank } from './row-evidence';

/* What a row below the header is by its own words: a sum, the caption of a group, a remark. */

const TOTAL_WORDS = [
	'итого',
	'всего',
	'итог',
	'общий итог',
	'жиынтығы',
	'ср. балл',
	'ср. знач',
	'барлығы',
	'жиыны',
	'жалпы',
	'қорытынды',
	'total',
	'subtotal',
	'grand total',
	'средний балл',
	'среднее',
	'среднее значение',
	'средняя оценка',
	'в среднем',
	'орташа балл',
	'орташа мән',
	'орташа',
	'average',
	'mean',
	'sum',
	'сумма'
].map(foldLabel);
/** The word that sums up stands last in Kazakh: «7-сыныптар бойынша барлығы». */
const TOTAL_AT_END = /\s(?:барлығы|жиыны)[\s:.]*$/i;
const TOTAL_INITIALS = new Set(TOTAL_WORDS.map((word) => word.charAt(0)));
const LONGEST_TOTAL = 40;

const CAPTION_WORD =
	/(^|[\s-])(класс|классы|классов|сынып|сыныбы|сыныптар|сыныптары|параллель|кафедра|кафедрасы|объединение|бірлестік|бірлестігі|отдел|отделение|бөлім|бөлімі|группа|топ|мо|әб|дмо|предмет|пән|цикл|четверть|тоқсан|grade|class|department|group)($|[\s:.,])/;

/** True where a cell says that its row sums up: "Итого", "Орташа балл". */
export function isTotalLabel(cell: string): boolean {
	const initial = cell.trimStart().charAt(0).toLowerCase();
	if (cell.length > LONGEST_TOTAL) return false;
	if (TOTAL_AT_END.test(cell)) return true;
	if (!TOTAL_INITIALS.has(initial)) return false;
	const label = foldLabel(cell);
	return TOTAL_WORDS.some(
		(word) => label === word || (label.startsWith(word) && ' :('.includes(label.charAt(word.length)))
	);
}

/** "Итого", "Орташа балл": the word first, and beside it nothing but numbers. */
export function isTotalRow(cells: readonly string[], width: number): boolean {
	if (width < 2) return false;
	const first = cells.findIndex((cell) => !isBlank(cell));
	const label = cells[first];
	if (label === undefined || first > 1 || !isTotalLabel(label)) return false;
	let numbers = 0;
	for (const cell of cells.slice(first + 1)) {
		if (isBlank(cell)) continue;
		const kind = cellKind(cell);
		if (isNumeric(kind) || kind === 'fraction') numbers += 1;
		else if (kind === 'text' || kind === 'class') return false;
	}
	return numbers > 0 || cells.length < width;
}

/** One filled cell at the left that names a group: by its word, or by not being what the column holds. */
export function isGroupRow(cells: readonly string[], width: number, firstColumnApart: boolean): boolean {
	if (width < 3 || filledCells(cells) !== 1) return false;
	const label = cells[0] ?? '';
	if (isBlank(label) || isTyped(cellKind(label))) return false;
	return firstColumnApart || CAPTION_WORD.test(foldLabel(label));
}

const PERSON_WORDS = ['директор', 'завуч', 'заместитель', 'орынбасары', 'head teacher'].map(foldLabel);
const NOTE_WORDS = [
	'орындаған',
	'орындаушы',
	'дайындаған',
	'исполнитель',
	'составил',
	'составила',
	'подготовил',
	'подготовила',
	'примечание',
	'ескерту',
	'қолы',
	'подпись',
	'источник',
	'дереккөз',
	'сформировано',
	'отчет сформирован',
	'note',
	'source',
	'prepared by'
].map(foldLabel);
const LABELLED = /^[^:]{2,60}:(?:\s|$)/;
const SIGNATURE = /_{3,}/;
/** More cells than this make no remark. */
export const FEW_CELLS = 2;

/** Below a table: who made it, a signature, a remark; `apart` from it by a blank row also one who has signed. */
export function isNote(cells: readonly string[], width: number, apart: boolean): boolean {
	if (width < 3) return false;
	if (cells.some((cell) => SIGNATURE.test(cell))) return true;
	const filled = cells.filter((cell) => !isBlank(cell));
	const [first = ''] = filled;
	if (isBlank(cells[0]) || filled.length > FEW_CELLS || filled.some((cell) => isTyped(cellKind(cell))))
		return false;
	const label = foldLabel(first);
	const begins = (word: string) =>
		label === word || label.startsWith(`${word} `) || label.startsWith(`${word}:`);
	if (NOTE_WORDS.some(begins) || (apart && PERSON_WORDS.some(begins))) return true;
	return filled.length === 1 && (first.trimStart().startsWith('*') || LABELLED.test(first.trim()));
}

/** «Барлығы» with nothing beside it. */
export const isBareTotal = (cells: readonly string[], width: number): boolean =>
	width > 1 && !isBlank(cells[0]) && filledCells(cells) === 1 && isTotalLabel(cells[0] ?? '');
