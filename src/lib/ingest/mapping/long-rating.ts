import type { Instrument } from '$lib/model/project';
import { memoised } from '$lib/ingest/values/memo';
import { parseNumber } from '$lib/ingest/values/numbers';
import { crossTab } from './cross-tab';
import { itemsByText, textKey } from './item-matching';
import type { FileProfile } from './profile';
import { statedColumns } from './stated';

/** A long rating as if every criterion were a column of its own, so that it maps as a wide one does. */
export function pivotLong(profile: FileProfile): FileProfile {
	const fields = statedColumns(profile, 'rating_long');
	const criterion = fields.get('criterion') ?? 0;
	const value = fields.get('value') ?? 0;
	const keyOf = memoised(textKey);
	const columns = new Map<string, { name: string; filled: number; distinct: Map<string, number> }>();
	const { cells } = profile.file.reading;
	for (const { left, right: cell, count } of crossTab(cells.column(criterion), cells.column(value))) {
		const name = left.trim();
		if (name === '') continue;
		const key = keyOf(name);
		let column = columns.get(key);
		if (!column) columns.set(key, (column = { name, filled: 0, distinct: new Map<string, number>() }));
		if (cell.trim() === '') continue;
		column.filled += count;
		column.distinct.set(cell, (column.distinct.get(cell) ?? 0) + count);
	}
	return {
		...profile,
		columns: [...columns.values()].map((column, index) => ({
			index,
			header: column.name,
			...column,
			overflow: false
		}))
	};
}

/** Takes the modules of a long rating's criteria from its module column, where one criterion names one module. */
export function modulesOfCriteria(profile: FileProfile, instrument: Instrument): void {
	const fields = statedColumns(profile, 'rating_long');
	const module = fields.get('module');
	if (module === undefined) return;
	const found = new Map<string, Set<number>>();
	const { cells } = profile.file.reading;
	const keyOf = memoised(textKey);
	for (const { left, right } of crossTab(cells.column(fields.get('criterion') ?? 0), cells.column(module))) {
		const key = keyOf(left);
		const number = parseNumber(right)?.value;
		if (number === undefined || !Number.isInteger(number) || number < 1) continue;
		found.set(key, (found.get(key) ?? new Set()).add(number));
	}
	const ids = itemsByText(instrument);
	for (const [key, modules] of found) {
		const item = instrument.items.find(({ id }) => id === ids.get(key));
		if (item && modules.size === 1) item.module ??= [...modules][0] ?? null;
	}
}
