import { undefinedBecause, type Measured } from '$lib/model/reasons';
import type { Result, Tag } from '$lib/model/result';
import type { Counts } from '../counts';
import { display, type Display } from '../policy';
import { ends } from '../result-row';
import type { ResultList } from '../result-list';
import { reliability, type BlockCovariance, type Reliability } from '../statistics/reliability';
import type { SurveyView } from '../survey-view';
import { reliabilityBlocks, reliabilityItems, type CovarianceRow } from './covariance';

/** The covariance matrix (n − 1) of the sums over complete rows. */
export function covarianceOf(row: CovarianceRow, items: readonly string[]): BlockCovariance {
	const number = (key: string) => Number(row[key] ?? 0);
	const covariance = items.map((_, i) =>
		items.map((_, j) => {
			const product = number(i <= j ? `p${i}_${j}` : `p${j}_${i}`);
			return row.n < 2 ? 0 : (product - (number(`s${i}`) * number(`s${j}`)) / row.n) / (row.n - 1);
		})
	);
	return { items, n: row.n, covariance };
}

const computed = new WeakMap<CovarianceRow, Reliability>();

function reliabilityOf(row: CovarianceRow, items: readonly string[]): Reliability {
	let found = computed.get(row);
	if (!found) computed.set(row, (found = reliability(covarianceOf(row, items))));
	return found;
}

/** Whether α or an item–rest correlation is negative: an item may be worded against the others. */
function againstTheRest({ alpha, itemRest }: Reliability): boolean {
	return [alpha, ...itemRest].some(({ value }) => value !== null && value < 0);
}

/**
 * α and ω of the whole and of each block, and how each item goes with the rest of its block, over everyone's complete
 * rows; nothing while a group is chosen.
 */
export function reliabilities(view: SurveyView, counts: Counts, wave: string, results: ResultList): void {
	if (view.filter || view.scope.kind !== 'all') return;
	for (const block of reliabilityBlocks(view.q)) {
		const counted = counts.covariances.find(
			(row) => row.instrument === view.q.instrument.id && row.block === block && row.wave === wave
		);
		const items = reliabilityItems(view.q, block, wave).map(({ id }) => id);
		if (items.length < 2) continue;
		// A wave without complete rows makes no group in SQL.
		const row = counted ?? { instrument: view.q.instrument.id, block, wave, n: 0 };
		const found = reliabilityOf(row, items);
		const hidden = row.n > 0 && row.n < view.k;
		const alpha = display({ what: 'alpha', complete: row.n }, view.k);
		const omega = display({ what: 'omega', complete: row.n }, view.k);
		const common = { ...view.dimensions, ...(block === '' ? {} : { block }), wave, n: row.n };
		results.addGated(hidden, {
			measure: 'alpha',
			...common,
			value: shownOf(found.alpha, row.n, alpha),
			...(alpha.show === 'hidden' ? {} : ends(found.alphaInterval.value)),
			...tagged(alpha, found)
		});
		results.addGated(hidden, {
			measure: 'omega',
			...common,
			value: shownOf(found.omega, row.n, omega)
		});
		for (const item of items) {
			const kept = found.items.indexOf(item);
			const own = found.itemRest[kept] ?? undefinedBecause(found.alpha.reason ?? 'zero_variance');
			results.addGated(hidden, {
				measure: 'item_rest',
				...common,
				item,
				value: shownOf(own, row.n, alpha)
			});
		}
	}
}

function tagged(shown: Display, found: Reliability): Pick<Result, 'tags'> {
	if (shown.show === 'hidden') return {};
	const tags: Tag[] = [];
	if (shown.show === 'value_with_ci_grey') tags.push('grey');
	if (againstTheRest(found)) tags.push('check_reversed');
	return tags.length === 0 ? {} : { tags };
}

function shownOf(value: Measured, n: number, { show }: Display): Measured {
	if (n === 0) return undefinedBecause('no_data');
	return show === 'hidden' ? undefinedBecause('too_few') : value;
}
