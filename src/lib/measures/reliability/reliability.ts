import { undefinedBecause, type Measured } from '$lib/model/reasons';
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

/** α and ω of the whole and of each block, over everyone's complete rows; nothing while a group is chosen. */
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
			...(alpha.show === 'value_with_ci_grey' ? { tags: ['grey'] } : {})
		});
		results.addGated(hidden, {
			measure: 'omega',
			...common,
			value: shownOf(found.omega, row.n, omega)
		});
	}
}

function shownOf(value: Measured, n: number, { show }: Display): Measured {
	if (n === 0) return undefinedBecause('no_data');
	return show === 'hidden' ? undefinedBecause('too_few') : value;
}
