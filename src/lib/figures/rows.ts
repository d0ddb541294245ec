import type { Evaluation } from '$lib/model/evaluation';
import {
	AUDIENCES,
	RATERS,
	type Instrument,
	type Project,
	type Rater,
	type Scale,
	type Wave
} from '$lib/model/project';
import type { Result } from '$lib/model/result';

type Dimension =
	| 'measure'
	| 'instrument'
	| 'item'
	| 'block'
	| 'module'
	| 'wave'
	| 'against'
	| 'groupKind'
	| 'group'
	| 'person'
	| 'rater'
	| 'level'
	| 'kind'
	| 'indicator'
	| 'audience';
export type Where = Partial<Pick<Result, Dimension>>;

/** Dimensions that must be absent for a row about the whole. */
export const WHOLE = {
	item: undefined,
	block: undefined,
	module: undefined,
	groupKind: undefined,
	group: undefined,
	person: undefined,
	against: undefined,
	indicator: undefined
} satisfies Where;

/** Rows whose dimensions equal `where`; a dimension stated as undefined must be absent. */
export function matching(results: readonly Result[], where: Where): Result[] {
	const wanted = Object.entries(where) as [Dimension, unknown][];
	return results.filter((result) => wanted.every(([dimension, value]) => result[dimension] === value));
}

/** The first such row. */
export function first(results: readonly Result[], where: Where): Result | undefined {
	return matching(results, where)[0];
}

/** Different values of a dimension in order of appearance. */
export function distinct<K extends Dimension>(
	results: readonly Result[],
	dimension: K
): NonNullable<Result[K]>[] {
	const seen = new Set<NonNullable<Result[K]>>();
	for (const result of results) {
		const value = result[dimension];
		if (value !== undefined && value !== null) seen.add(value);
	}
	return [...seen];
}

/** Instruments that have rows of a measure, by audience order and then as the project lists them. */
export function instrumentsWith(evaluation: Evaluation, project: Project, measure: string): Instrument[] {
	const present = new Set(distinct(matching(evaluation.results, { measure }), 'instrument'));
	return project.instruments
		.filter(({ id }) => present.has(id))
		.sort((a, b) => AUDIENCES.indexOf(a.audience) - AUDIENCES.indexOf(b.audience));
}

/** Waves that have rows among `results`, in the project's order. */
export function wavesOf(results: readonly Result[], project: Project): Wave[] {
	const present = new Set(results.map(({ wave }) => wave));
	return project.waves.filter(({ id }) => present.has(id));
}

/** Raters present in `results` in the fixed order self, mentor, administration. */
export function ratersOf(results: readonly Result[]): Rater[] {
	const present = new Set(results.map(({ rater }) => rater));
	return RATERS.filter((rater) => present.has(rater));
}

/** The scale of an item at a wave, where the codebook has one. */
export function scaleOf(project: Project, instrument: string, item: string, wave: string): Scale | undefined {
	const versions = project.instruments
		.find(({ id }) => id === instrument)
		?.items.find(({ id }) => id === item)?.versions;
	const version = versions?.find(({ waves }) => waves.includes(wave)) ?? versions?.at(-1);
	return project.scales.find(({ id }) => id === version?.scale);
}

/** Whether a level counts as favourable or unfavourable: the scale's own rule, else POMP from 75 up and to 25 (measures.md M1). */
export function levelClass(scale: Scale, value: number): 'favourable' | 'neutral' | 'unfavourable' {
	const values = scale.levels.map((level) => level.value);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const pomp = high === low ? 50 : (100 * (value - low)) / (high - low);
	const fourPoint = values.length === 4;
	const favourable = scale.favourable?.includes(value) ?? (fourPoint ? pomp > 50 : pomp >= 75);
	const unfavourable = scale.unfavourable?.includes(value) ?? (fourPoint ? pomp < 50 : pomp <= 25);
	return favourable ? 'favourable' : unfavourable ? 'unfavourable' : 'neutral';
}

/** True where too few of those eligible answered for a conclusion (the measures tag it). */
export function isLowCoverage(evaluation: Evaluation, instrument: string, wave: string): boolean {
	return matching(evaluation.results, { ...WHOLE, instrument, wave }).some(
		({ measure, tags }) =>
			(measure === 'coverage' || measure === 'coefficient_u') && tags?.includes('low_coverage')
	);
}

/** True where the value may not be shown because the group is small. */
export function isHidden(result: Pick<Result, 'reason'>): boolean {
	return result.reason === 'suppressed';
}

/** True where a question of the questionnaire was not asked alike in the waves compared. */
export function questionsChanged(evaluation: Evaluation, instrument: string): boolean {
	return evaluation.ledger.some(
		(line) => line.instrument === instrument && line.comparability !== 'identical'
	);
}
