import * as aq from 'arquero';
import type { CovarianceRow } from '$lib/measures/reliability/covariance';
import { departmentName, itemId, ITEMS, respondentCode, waveId, type School } from './school';
import { blocks, comparedSet, sets } from './sets';

type Row = Record<string, number | string | null>;
const INSTRUMENT = 'teachers';
const items = Array.from({ length: ITEMS }, (_, item) => itemId(item));
const valueOf = (name: string) => aq.escape((row: Row) => row[name]);
const round9 = (value: number) => Number(value.toFixed(9));

/** The answers as an Arquero table of the same columns as the engine's. */
export function arqueroTable({ wave, respondent, department, answers }: School): aq.ColumnTable {
	return aq.table({
		wave: Array.from(wave, waveId),
		respondent: Array.from(respondent, respondentCode),
		groups: Array.from(department, departmentName),
		...Object.fromEntries(
			answers.map((column, item) => [
				itemId(item),
				Array.from(column, (value) => (value === 0 ? null : value))
			])
		)
	});
}

function scoreOf(row: Row, set: readonly number[]): number | null {
	const values = set.map((item) => row[itemId(item)]).filter((value) => typeof value === 'number');
	if (values.length < Math.ceil(set.length / 2)) return null;
	return round9(values.reduce((sum, value) => sum + (value - 1) * 25, 0) / values.length);
}

function transitions(scored: aq.ColumnTable) {
	const compared = [...items, 'compared'];
	const at = (wave: string, side: string, more: string[]) =>
		scored
			.filter(aq.escape((row: Row) => row.wave === wave))
			.select('respondent', ...more, Object.fromEntries(compared.map((name) => [name, side + name])));
	const found: Row[] = [];
	for (const [wave, against] of [
		['w2', 'w1'],
		['w3', 'w1'],
		['w3', 'w2']
	] as const) {
		const pairs = at(against, 'before_', []).join(at(wave, 'after_', ['groups']), 'respondent');
		for (const name of compared) {
			const [before, after] = [`before_${name}`, `after_${name}`];
			const counted = pairs
				.filter(aq.escape((row: Row) => row[before] !== null && row[after] !== null))
				.groupby('groups', { before: valueOf(before), after: valueOf(after) })
				.count({ as: 'n' });
			for (const row of counted.objects() as Row[]) {
				const set = name === 'compared' ? comparedSet : null;
				const item = name === 'compared' ? null : name;
				found.push({ instrument: INSTRUMENT, item, set, against, wave, ...row });
			}
		}
	}
	return found;
}

/** The counts by Arquero's verbs; rows as the statements of the measures give them. */
export function countByArquero(table: aq.ColumnTable) {
	const tag = (rows: object[]) => rows.map((row) => ({ instrument: INSTRUMENT, ...row }));
	const frequencies = table
		.fold(items, { as: ['item', 'value'] })
		.groupby('item', 'wave', 'groups', 'value')
		.count({ as: 'n' })
		.derive({ state: aq.escape((row: Row) => (row.value === null ? 'not_answered' : 'valid')) });
	const answered = aq.escape((row: Row) => (items.some((item) => row[item] !== null) ? 1 : 0));
	const returned = table
		.derive({ answered })
		.groupby('wave', 'groups')
		.rollup({ responses: () => aq.op.count(), valid: (row: Row) => aq.op.sum(row.answered) });
	const scored = table.derive(
		Object.fromEntries([
			...sets.map((set, number) => [`score${number}`, aq.escape((row: Row) => scoreOf(row, set))]),
			['compared', aq.escape((row: Row) => scoreOf(row, sets[comparedSet] ?? []))]
		])
	);
	const scores = sets.flatMap((_, set) =>
		scored
			.filter(aq.escape((row: Row) => row[`score${set}`] !== null))
			.groupby('wave', 'groups', { score: valueOf(`score${set}`) })
			.count({ as: 'n' })
			.objects()
			.map((row) => ({ set, ...row }))
	);
	const covariances = blocks.flatMap(({ id, items: numbers }) => {
		const names = numbers.map(itemId);
		const complete = table.filter(aq.escape((row: Row) => names.every((name) => row[name] !== null)));
		const products = names.flatMap((a, i) => names.slice(i).map((b, j) => [`p${i}_${i + j}`, a, b] as const));
		return complete
			.derive(
				Object.fromEntries(
					products.map(([name, a, b]) => [name, aq.escape((row: Row) => Number(row[a]) * Number(row[b]))])
				)
			)
			.groupby('wave')
			.rollup({
				n: () => aq.op.count(),
				...Object.fromEntries(names.map((name, i) => [`s${i}`, aq.op.sum(name)])),
				...Object.fromEntries(products.map(([name]) => [name, aq.op.sum(name)]))
			})
			.objects()
			.map((row) => ({ instrument: INSTRUMENT, block: id, ...row }) as CovarianceRow);
	});
	return {
		frequencies: tag(frequencies.objects()),
		returned: tag(returned.objects()),
		scores: tag(scores),
		transitions: transitions(scored),
		covariances
	};
}
