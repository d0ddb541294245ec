import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Rater } from '$lib/model/project';
import { display } from '../policy';
import { meanEnds } from '../satisfaction/mean';
import { ends } from '../result-row';
import { sizeTags, type ResultList } from '../result-list';
import { icc } from '../statistics/agreement';
import { describeFrequencies, frequenciesOf } from '../statistics/frequencies';
import type { GrowthFrame } from './growth';

type RaterFrame = Pick<GrowthFrame, 'sheets' | 'wave' | 'chosen' | 'dimensions'> & { module: number | null };

/** Mean rating per rater, the gap between self-rating and the others, and how far raters agree, in one wave. */
export function raters({ sheets, wave, chosen, dimensions, module }: RaterFrame, results: ResultList): void {
	const items = (sheets.q.asked.get(wave) ?? []).filter((item) => module === null || item.module === module);
	const first = items[0];
	if (!first) return;
	const inPomp = items.some(({ scale }) => scale.low !== first.scale.low || scale.high !== first.scale.high);
	const scale = inPomp ? { low: 0, high: 100 } : first.scale;
	const unit = inPomp ? ('score' as const) : ('scale' as const);
	const present = sheets.raters(wave);
	const rated = [...new Set(present.flatMap((rater) => sheets.people(wave, rater)))].filter(chosen).sort();
	const rating = (rater: Rater, person: string) => sheets.rating(wave, rater, person, items, inPomp);
	for (const rater of present) {
		for (const item of [null, ...items]) {
			const values = rated.map((person) =>
				item ? sheets.value(wave, rater, person, item.id) : rating(rater, person)
			);
			const { n, mean, meanInterval } = describeFrequencies(frequenciesOf(values));
			results.add({
				measure: 'mean',
				...dimensions,
				criterion: 4,
				...(item ? { item: item.id } : { unit }),
				wave,
				rater,
				value: mean,
				...meanEnds(meanInterval.value, n, item ? item.scale : scale),
				n,
				...sizeTags(n, 0)
			});
		}
	}
	if (present.length < 2) return;
	if (present.includes('self')) {
		const gaps = rated.map((person) => {
			const others = present.flatMap((rater) => (rater === 'self' ? [] : (rating(rater, person) ?? [])));
			const self = rating('self', person);
			return self === null || others.length === 0 ? null : self - mean(others);
		});
		const { n, mean: gap, meanInterval } = describeFrequencies(frequenciesOf(gaps));
		results.add({
			measure: 'rater_gap',
			...dimensions,
			wave,
			unit,
			value: gap,
			...ends(meanInterval.value),
			n
		});
	}
	const agreement = icc(rated.map((person) => present.map((rater) => rating(rater, person))));
	const shown = display({ what: 'icc', subjects: agreement.subjects });
	for (const [level, value, interval] of [
		['single', agreement.absolute, agreement.absoluteInterval],
		['average', agreement.absoluteMean, agreement.absoluteMeanInterval]
	] as const) {
		const tooFew = shown.show === 'hidden' && agreement.subjects > 0;
		results.add({
			measure: 'icc',
			...dimensions,
			wave,
			level,
			value: tooFew ? undefinedBecause('too_few') : value.value === null ? value : defined(value.value),
			...(tooFew ? {} : ends(interval.value)),
			n: agreement.subjects,
			...(shown.tag ? { tags: [shown.tag] } : {})
		});
	}
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
