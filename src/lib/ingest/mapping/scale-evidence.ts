import type { Scale } from '$lib/model/project';
import { HARD_TO_SAY, labelIndex, STANDARD_SCALES } from '$lib/ingest/vocabulary/likert';
import { isNotAsked } from '$lib/ingest/vocabulary/not-asked';
import { isNumericScale, numberedLabel, scaleLabels } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import { isDontKnow, isExcelError, isMissingToken } from '$lib/ingest/values/missing';
import { parseNumber } from '$lib/ingest/values/numbers';
import { valuesOf, type ColumnProfile } from './profile';

/** Share of a column's answers that must lie on a scale for the column to be proposed as an item of it. */
export const ON_SCALE = 0.8;

/** More distinct answers than this are no scale of words, whatever they are. */
const MOST_LABELS = 60;

/** What a column's answers say about its scale, before a scale is chosen. */
export type ScaleEvidence =
	| {
			type: 'labels';
			families: Set<string>;
			labels: Set<string>;
			/** Wordings of "hard to say" met: a level of the scale, or beside it. */
			hard: Set<string>;
			answers: number;
	  }
	| { type: 'numbers'; low: number; high: number; stated: { low: number; high: number } | null }
	| { type: 'numbered'; levels: Map<number, Set<string>> };

const FAMILIES = new Map<string, Set<string>>();
for (const scale of STANDARD_SCALES) {
	const words = FAMILIES.get(scale.family) ?? new Set<string>();
	for (const label of labelIndex(scale).keys()) words.add(label);
	FAMILIES.set(scale.family, words);
}

/** Answers of a column that could lie on a scale: neither missing, nor "don't know", nor a spreadsheet's error. */
export function answersOf(column: ColumnProfile): [string, number][] {
	return valuesOf(
		column,
		(value) => !isMissingToken(value) && !isDontKnow(value) && !isNotAsked(value) && !isExcelError(value)
	);
}

const RANGE_IN_BRACKETS = /[([]\s*(\d{1,3})\s*[-\u2010-\u2015\u2212…]\s*(\d{1,3})[^()[\]]*[)\]]/;
const RANGE_IN_WORDS =
	/(?:от|from)\s+(\d{1,3})\s+(?:до|to)\s+(\d{1,3})|(\d{1,3})-?\s?[дт][еа]н\s+(\d{1,3})-?\s?[кқ][еа]\s+дейін/i;

/** Ends of a scale stated in a header: «(1–5)», «от 0 до 10», «1-ден 5-ке дейін». */
function rangeIn(header: string): { low: number; high: number } | null {
	const match = RANGE_IN_BRACKETS.exec(header) ?? RANGE_IN_WORDS.exec(header);
	if (!match) return null;
	const low = Number(match[1] ?? match[3]);
	const high = Number(match[2] ?? match[4]);
	return low < high && high <= 100 ? { low, high } : null;
}

const RANGE_OF_SCALE = /(?:шкала\S*|scale)\s*:?\s*(\d{1,3})\s*[-\u2010-\u2015\u2212…]\s*(\d{1,3})/i;

/** Ends of a scale that a file's title lines state («шкала 1–5»). */
export function titledRange(titles: readonly string[]): { low: number; high: number } | null {
	for (const title of titles) {
		const match = RANGE_OF_SCALE.exec(title);
		const low = Number(match?.[1]);
		const high = Number(match?.[2]);
		if (match && low < high && high <= 100) return { low, high };
	}
	return null;
}

/** Share of a column's numbers that may lie outside its scale: slips of the pen («45» for 4,5) do not stretch it. */
const SLIPS = 0.02;

/** Lowest and highest number once at most {@link SLIPS} of them are left out at each end. */
function trimmedRange(
	numbers: readonly (readonly [number, number])[],
	total: number
): { low: number; high: number } {
	const ascending = [...numbers].sort((a, b) => a[0] - b[0]);
	const end = (ordered: readonly (readonly [number, number])[]) => {
		let left = Math.floor(total * SLIPS);
		for (const [value, times] of ordered) {
			if (times > left) return value;
			left -= times;
		}
		return 0;
	};
	return { low: end(ascending), high: end([...ascending].reverse()) };
}

function numbersEvidence(
	header: string,
	answers: readonly [string, number][],
	total: number,
	titled: { low: number; high: number } | null
): ScaleEvidence | null {
	const numbers: [number, number][] = [];
	let numeric = 0;
	for (const [value, times] of answers) {
		const parsed = parseNumber(value);
		if (!parsed || parsed.percent) continue;
		numeric += times;
		numbers.push([parsed.value, times]);
	}
	if (numeric < total * 0.9) return null;
	const { low, high } = trimmedRange(numbers, numeric);
	const stated = rangeIn(header) ?? (titled && low >= titled.low && high <= titled.high ? titled : null);
	if (stated) return { type: 'numbers', low, high, stated };
	return low >= 0 && high <= 100 ? { type: 'numbers', low, high, stated: null } : null;
}

function numberedEvidence(answers: readonly [string, number][], total: number): ScaleEvidence | null {
	const levels = new Map<number, Set<string>>();
	let numbered = 0;
	for (const [value, times] of answers) {
		const label = numberedLabel(value);
		if (!label) continue;
		numbered += times;
		const words = levels.get(label.value) ?? new Set<string>();
		words.add(value.trim());
		levels.set(label.value, words);
	}
	const plain = [...levels.values()].every((words) => new Set([...words].map(foldLabel)).size === 1);
	return numbered >= total * 0.9 && levels.size >= 2 && levels.size <= 11 && plain
		? { type: 'numbered', levels }
		: null;
}

/** Reads what scale a column's answers suggest: words of a family of standard scales or of the project's own, numbered labels, or bare numbers. */
export function scaleEvidence(
	column: ColumnProfile,
	own: readonly Scale[],
	titled: { low: number; high: number } | null = null
): ScaleEvidence | null {
	if (column.overflow) return null;
	const answers = answersOf(column);
	if (answers.length === 0) return null;
	const total = answers.reduce((sum, [, times]) => sum + times, 0);
	const numbers = numbersEvidence(column.header, answers, total, titled);
	if (numbers) return numbers;
	if (answers.length > MOST_LABELS) return null;
	const families = new Set<string>();
	const labels = new Set<string>();
	const folded = answers.map(([value, times]) => [foldLabel(value), times] as const);
	const consider = (family: string, has: (label: string) => boolean) => {
		const hits = folded.filter(([label]) => has(label));
		const known = hits.reduce((sum, [, times]) => sum + times, 0);
		if (known < total * ON_SCALE || answers.length - hits.length > Math.max(2, hits.length)) return;
		families.add(family);
		for (const [label] of hits) labels.add(label);
	};
	for (const [family, words] of FAMILIES) consider(family, (label) => words.has(label));
	for (const scale of own) {
		if (isNumericScale(scale)) continue;
		const words = scaleLabels(scale);
		consider(`own:${scale.id}`, (label) => words.has(label));
	}
	if (families.size > 0) {
		const hard = new Set(
			[...column.distinct.keys()]
				.map(foldLabel)
				.filter((label) => HARD_TO_SAY.has(label) && !labels.has(label))
		);
		return { type: 'labels', families, labels, hard, answers: total };
	}
	return numberedEvidence(answers, total);
}
