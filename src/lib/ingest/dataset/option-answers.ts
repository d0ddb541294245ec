import type { TableColumn } from '$lib/model/dataset';
import type { Item } from '$lib/model/project';
import { matchOptions } from '$lib/ingest/mapping/options';
import { isNotChosen } from '$lib/ingest/mapping/survey-columns';
import { foldLabel } from '$lib/ingest/values/folding';
import { isOtherOption } from '$lib/ingest/vocabulary/other-option';
import { isMissingToken } from '$lib/ingest/values/missing';
import type { MappedSource } from './mapped-source';
import type { ResponseRow } from './response';

/** Chosen options of one cell by position, null where the question was not answered. */
type Choice = { chosen: ReadonlySet<number>; unknown: string[] } | null;

/** Splits answers of a multi-select item against its option list, each distinct text once; parts on no list count as «Other» where the list has it. */
function chooser(item: Item): (text: string) => Choice {
	const options = new Map((item.options ?? []).map((option, at) => [foldLabel(option), at] as const));
	const other = (item.options ?? []).findIndex(isOtherOption);
	const seen = new Map<string, Choice>();
	return (text) => {
		let choice = seen.get(text);
		if (choice === undefined) {
			const found = isMissingToken(text) ? null : matchOptions(text, options);
			const beside = found && found.unknown.length > 0 && other >= 0 ? [other] : [];
			choice = found && { chosen: new Set([...found.chosen, ...beside]), unknown: found.unknown };
			seen.set(text, choice);
		}
		return choice;
	};
}

/** Columns `option_<item>_<n>` (n from 1, in the order of the item's options): 1 chosen, 0 not, null where the item was not answered. */
export function optionColumns(item: Item, responses: readonly ResponseRow[]): TableColumn[] {
	const count = item.options?.length ?? 0;
	const values = Array.from({ length: count }, () => new Int8Array(responses.length));
	const valid = new Uint8Array(responses.length);
	const choose = chooser(item);
	const position = new Map((item.options ?? []).map((option, at) => [foldLabel(option), at] as const));
	const columnsOf = new Map<MappedSource, { index: number; option: number | null }[]>();
	responses.forEach((response, at) => {
		const { mapped, row } = response;
		let columns = columnsOf.get(mapped);
		if (!columns) {
			columns = mapped
				.columnsOf('multi')
				.filter((column) => column.item === item.id)
				.map(({ index, option }) => ({
					index,
					option: option === undefined ? null : (position.get(foldLabel(option)) ?? -1)
				}));
			columnsOf.set(mapped, columns);
		}
		for (const { index, option } of columns) {
			const text = mapped.cells.text(row, index) ?? '';
			if (option !== null) {
				if (text.trim() !== '') valid[at] = 1;
				const target = values[option];
				if (target && !isNotChosen(text)) target[at] = 1;
				continue;
			}
			const choice = choose(text);
			if (!choice) continue;
			valid[at] = 1;
			for (const chosen of choice.chosen) {
				const target = values[chosen];
				if (target) target[at] = 1;
			}
			if (choice.unknown.length > 0) mapped.issue('unknown-option', row, index, { item: item.id });
		}
	});
	const mask = valid.includes(0) ? valid : null;
	return values.map((column, at) => ({
		name: `option_${item.id}_${String(at + 1)}`,
		type: 'tinyint',
		values: column,
		valid: mask
	}));
}
