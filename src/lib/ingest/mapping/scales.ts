import type { Project, Scale } from '$lib/model/project';
import {
	DONT_KNOW_LABELS,
	labelIndex,
	NUMERIC_SCALES,
	spellings,
	STANDARD_SCALES,
	type StandardScale
} from '$lib/ingest/vocabulary/likert';
import { isNumericScale, scaleLabels, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import { parseNumber } from '$lib/ingest/values/numbers';
import type { ColumnProfile } from './profile';
import { answersOf, ON_SCALE } from './scale-evidence';

const INDEXES = new Map(STANDARD_SCALES.map((scale) => [scale.id, labelIndex(scale)] as const));

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
