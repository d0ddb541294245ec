import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import { ends } from '../result-row';
import type { ResultList } from '../result-list';
import { sumOf } from '../satisfaction/pooled';
import { countMatching } from '../statistics/frequencies';
import { wilsonFinitePopulation } from '../statistics/intervals';
import type { SurveyView } from '../survey-view';

/**
 * Favourable shares as statements about the people invited to this wave alone: the same shares with Wilson's interval for
 * a finite population of `eligible` (O'Neill 2021). Where all of them answered there is no interval left, and a tag says
 * so. Never for comparisons; it says nothing about why others were silent. As the favourable share, over the gate.
 */
export function favourableOfThisWave(
	view: SurveyView,
	wave: string,
	eligible: number | null,
	results: ResultList
): void {
	const asked = view.asked(wave);
	const returned = view.returned(wave);
	const add = (favourable: number, n: number, of: number, hidden: boolean, which: Pick<Result, 'item'>) => {
		const share = of === 0 ? null : favourable / of;
		const interval =
			share === null || eligible === null ? null : wilsonFinitePopulation(share * n, n, eligible);
		const value =
			share === null
				? undefinedBecause('no_data')
				: eligible === null
					? undefinedBecause('no_population')
					: interval === null
						? undefinedBecause('not_comparable')
						: defined(100 * share);
		results.addGated(hidden, {
			...{ measure: 'favourable_this_wave', ...view.dimensions, ...which, wave, value },
			...ends(interval, 100),
			n,
			...(interval && n === eligible ? { tags: ['everyone_answered'] } : {})
		});
	};
	const sum = sumOf(view, wave, asked);
	add(sum.favourable, returned.n, sum.answers, returned.hidden || sum.hidden, {});
	if (eligible === null) return;
	for (const item of asked) {
		const { answers, n, hidden } = view.answers(wave, item.id);
		add(countMatching(answers, item.scale.favourable), n, n, hidden, { item: item.id });
	}
}
