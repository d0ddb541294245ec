import type { Project, Scale } from '$lib/model/project';
import {
	DONT_KNOW_LABELS,
	HARD_TO_SAY,
	labelIndex,
	NUMERIC_SCALES,
	spellings,
	STANDARD_SCALES,
	type StandardScale
} from '$lib/ingest/vocabulary/likert';
import { isNotAsked } from '$lib/ingest/vocabulary/not-asked';
import { isNumericScale, numberedLabel, scaleLabels, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import { isDontKnow, isExcelError, isMissingToken } from '$lib/ingest/values/missing';
import { parseNumber } from '$lib/ingest/values/numbers';
import { valuesOf, type ColumnProfile } from './profile';

/** Share of a column's answers that must lie on a scale for the column to be proposed as an item of it. */
const ON_SCALE = 0.8;

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

const INDEXES = new Map(STANDARD_SCALES.map((scale) => [scale.id, labelIndex(scale)] as const));
const FAMILIES = new Map<string, Set<string>>();
for (const scale of STANDARD_SCALES) {
	const words = FAMILIES.get(scale.family) ?? new Set<string>();
	for (const label of INDEXES.get(scale.id)?.keys() ?? []) words.add(label);
	FAMILIES.set(scale.family, words);
}

/** Answers of a column that could lie on a scale: neither missing, nor "don't know", nor a spreadsheet's error. */
function answersOf(column: ColumnProfile): [string, number][] {
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

/** True where every label lies on the scale, and no two wordings of one language fall together on a level. */
function fitsStandard(scale: StandardScale, labels: ReadonlySet<string>): Set<number> | null {
	const index = INDEXES.get(scale.id);
	const wordings = new Map<string, string>();
	const used = new Set<number>();
	for (const label of labels) {
		const known = index?.get(label);
		if (!known) return null;
		const place = `${String(known.value)}:${known.wording.slice(0, 2)}`;
		const other = wordings.get(place);
		if (other !== undefined && other !== known.wording) return null;
		wordings.set(place, known.wording);
		used.add(known.value);
	}
	return used;
}

/** Standard scales that hold all `labels`: those with every level used first, then the more usual. */
export function fittingScales(labels: ReadonlySet<string>): { scale: StandardScale; full: boolean }[] {
	return STANDARD_SCALES.flatMap((scale) => {
		const used = fitsStandard(scale, labels);
		return used ? [{ scale, full: used.size === scale.levels.length }] : [];
	}).sort((a, b) => Number(b.full) - Number(a.full));
}

/** True where one scale, a standard one or the project's own, holds all labels: words of two scales on one level fit none. */
export function fitsOneScale(labels: ReadonlySet<string>, own: readonly Scale[]): boolean {
	if (fittingScales(labels).length > 0) return true;
	return own.some((scale) => {
		const known = scaleLabels(scale);
		return !isNumericScale(scale) && [...labels].every((label) => known.has(label));
	});
}

const shownSpelling = (wording: string) => {
	const all = spellings(wording);
	return all[2] ?? all[0] ?? '';
};

/** A standard scale as the project's data: the usual wording of each language first, then the spellings of what was answered. */
export function scaleFromStandard(
	standard: StandardScale,
	answered: ReadonlySet<string>,
	provisional: boolean
): Scale {
	const index = INDEXES.get(standard.id);
	const used = new Set([...answered].map((label) => index?.get(label)?.wording));
	const spelt = (language: string, wordings: string[]) =>
		wordings.flatMap((wording) => (used.has(`${language}:${wording}`) ? spellings(wording) : []));
	return {
		id: standard.id,
		levels: standard.levels.map(({ value, kk, ru, en }) => ({
			value,
			labels: [
				...new Set([
					kk[0] ?? '',
					shownSpelling(ru[0] ?? ''),
					en[0] ?? '',
					...spelt('kk', kk),
					...spelt('ru', ru),
					...spelt('en', en)
				])
			]
		})),
		dontKnow: [...DONT_KNOW_LABELS],
		provisional
	};
}

/** True where a project's scale came from a standard one, also under a numbered id. */
export function derivesFrom(id: string, standard: string): boolean {
	return id === standard || id.startsWith(`${standard}-`);
}

/** A scale of bare numbers from `low` to `high`; long ones (0–100) state only their ends. */
export function numericScale(low: number, high: number, provisional: boolean): Scale {
	const values = high - low <= 20 ? Array.from({ length: high - low + 1 }, (_, at) => low + at) : [low, high];
	return {
		id: `num_${String(low)}_${String(high)}`,
		levels: values.map((value) => ({ value, labels: [String(value)] })),
		dontKnow: [...DONT_KNOW_LABELS],
		provisional
	};
}

/** Standard scales of bare numbers that hold `low`..`high`, the nearest first. */
export function numericCandidates(low: number, high: number): { id: string; low: number; high: number }[] {
	const holding = NUMERIC_SCALES.filter((scale) => scale.low <= low && high <= scale.high);
	const nearest = holding[0];
	return nearest ? holding.filter((scale) => scale.high <= nearest.high || scale.high <= 10) : [];
}

/** True where a project's scale holds every answer of a column (at least {@link ON_SCALE} of them by count). */
export function scaleHolds(scale: Scale, column: ColumnProfile): boolean {
	const answers = answersOf(column);
	const labels = scaleLabels(scale);
	const { low, high } = scaleRange(scale);
	const numeric = isNumericScale(scale);
	let total = 0;
	let known = 0;
	for (const [value, times] of answers) {
		total += times;
		const number = parseNumber(value)?.value;
		const onScale =
			labels.has(foldLabel(value)) || (number !== undefined && numeric && number >= low && number <= high);
		if (onScale) known += times;
	}
	return total > 0 && known >= total * ON_SCALE;
}

/** Adds a scale to the project under its id, or under a numbered id where another scale stands there; returns the id used. */
export function addScale(project: Project, scale: Scale): string {
	const same = project.scales.find(
		(known) =>
			derivesFrom(known.id, scale.id) && (!isNumericScale(scale) || known.provisional === scale.provisional)
	);
	const shape = (known: Scale) => known.levels.map((level) => level.value).join();
	if (!same && !project.scales.some((known) => known.id === scale.id)) {
		project.scales.push(scale);
		return scale.id;
	}
	if (
		same &&
		shape(same) === shape(scale) &&
		scale.levels.every((level, at) =>
			(same.levels[at]?.labels ?? []).some((label) => level.labels.includes(label))
		)
	) {
		for (const [at, level] of scale.levels.entries()) {
			const known = same.levels[at];
			if (known) known.labels = [...new Set([...known.labels, ...level.labels])];
		}
		same.provisional &&= scale.provisional;
		return same.id;
	}
	let number = 2;
	while (project.scales.some((known) => known.id === `${scale.id}-${String(number)}`)) number += 1;
	const id = `${scale.id}-${String(number)}`;
	project.scales.push({ ...scale, id });
	return id;
}
