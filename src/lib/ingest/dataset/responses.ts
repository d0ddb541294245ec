import type { DataTable, ResponseTable, TableColumn } from '$lib/model/dataset';
import type { Instrument, Project } from '$lib/model/project';
import { numberColumn, textColumn } from './columns';
import { itemColumns, type Gathered } from './item-columns';
import { criteriaColumns, isLongRating, longRating } from './long-ratings';
import type { MappedSource } from './mapped-source';
import { optionColumns } from './option-answers';
import { MEMBERSHIP_KINDS, type People } from './people';
import type { ItemCells, ResponseRow } from './response';
import { ResponseNumbers } from './response-numbers';
import { responseRows, withoutDuplicates } from './response-rows';

function gather(
	instrument: Instrument,
	sources: readonly MappedSource[],
	project: Project,
	people: People
): Gathered {
	const cells = new Map<MappedSource, ItemCells>();
	const numbers = new ResponseNumbers();
	const all: ResponseRow[] = [];
	for (const mapped of sources) {
		if (instrument.kind === 'rating' && isLongRating(mapped)) {
			const { long, responses } = longRating(mapped, instrument, project, people, numbers);
			cells.set(mapped, { columns: criteriaColumns(instrument), long });
			for (const response of responses) all.push(response);
		} else {
			const columns = new Map<string, number>();
			for (const column of mapped.source.columns) {
				if (column.item !== undefined && column.role === 'item') columns.set(column.item, column.index);
			}
			cells.set(mapped, { columns, long: null });
			for (const response of responseRows(mapped, instrument, project, people, numbers)) all.push(response);
		}
	}
	const responses = withoutDuplicates(all, numbers.sizes());
	for (const response of responses) response.mapped.count.imported += response.fileRows;
	return { instrument, responses, cells };
}

/** Shown values of a group column of the questionnaire, each distinct text once. */
function shownGroups(kind: string, people: People, alias: Alias): (text: string) => string {
	const shown = new Map<string, string>();
	return (text) => {
		let value = shown.get(text);
		if (value === undefined) {
			value = kind === 'mentor' ? (people.mentor(text) ?? alias(kind, text)) : alias(kind, text);
			shown.set(text, value);
		}
		return value;
	};
}

type Alias = (kind: string, text: string) => string;

/** Group columns: what the questionnaire itself says, else the respondent's membership on the response's day, else at the wave's end. */
function groupColumns(gathered: Gathered, project: Project, people: People, alias: Alias): TableColumn[] {
	const { responses } = gathered;
	const own = new Map<string, Map<MappedSource, number>>();
	for (const mapped of gathered.cells.keys()) {
		for (const column of mapped.columnsOf('group')) {
			if (column.group === undefined) continue;
			own.set(
				column.group,
				(own.get(column.group) ?? new Map<MappedSource, number>()).set(mapped, column.index)
			);
		}
	}
	const ends = new Map(project.waves.map((wave) => [wave.id, wave.to] as const));
	const named = responses.some((response) => response.person !== null);
	const kinds = new Set<string>([...own.keys(), ...(named ? MEMBERSHIP_KINDS : [])]);
	const columns: TableColumn[] = [];
	for (const kind of kinds) {
		const membership = MEMBERSHIP_KINDS.find((known) => known === kind);
		const places = own.get(kind);
		const shown = shownGroups(kind, people, alias);
		const values = responses.map((response) => {
			const column = places?.get(response.mapped);
			const text = column === undefined ? null : response.mapped.cell(response.row, column);
			if (text !== null) return shown(text);
			if (membership === undefined || response.person === null) return null;
			return people.valueAt(response.person, membership, response.date ?? ends.get(response.wave) ?? '');
		});
		if (values.some((value) => value !== null)) columns.push(textColumn(`group_${kind}`, values));
	}
	return columns;
}

/** Builds `survey_<instrument>` or `rating_<instrument>` from all its sources; null where there is no response. */
export function responseTable(
	instrument: Instrument,
	sources: readonly MappedSource[],
	project: Project,
	people: People,
	alias: Alias
): { table: DataTable; shape: ResponseTable } | null {
	const gathered = gather(instrument, sources, project, people);
	const { responses } = gathered;
	if (responses.length === 0) return null;
	const name = `${instrument.kind}_${instrument.id}`;
	const groups = groupColumns(gathered, project, people, alias);
	const columns: TableColumn[] = [
		numberColumn(
			'response',
			'integer',
			responses.map((_, at) => at + 1)
		),
		textColumn(
			'wave',
			responses.map(({ wave }) => wave)
		),
		textColumn(
			'date',
			responses.map(({ date }) => date)
		),
		textColumn(
			'respondent',
			responses.map(({ respondent }) => respondent)
		),
		textColumn(
			'person',
			responses.map(({ person }) => person)
		)
	];
	if (instrument.kind === 'rating') {
		columns.push(
			textColumn(
				'rater',
				responses.map(({ rater }) => rater)
			)
		);
		columns.push(
			textColumn(
				'rater_code',
				responses.map(({ raterCode }) => raterCode)
			)
		);
	}
	columns.push(
		...groups,
		textColumn(
			'language',
			responses.map(({ mapped }) => mapped.source.language)
		),
		numberColumn(
			'source',
			'integer',
			responses.map(({ mapped }) => mapped.index)
		),
		numberColumn(
			'line',
			'integer',
			responses.map(({ line }) => line)
		)
	);
	const filled = itemColumns(gathered, project);
	for (const item of instrument.items) {
		if (item.kind === 'multi') columns.push(...optionColumns(item, responses));
		else columns.push(...(filled.columns.get(item.id) ?? []));
	}
	const matched = instrument.kind === 'rating' || responses.some(({ respondent }) => respondent !== null);
	return {
		table: { name, rows: responses.length, columns },
		shape: {
			instrument: instrument.id,
			kind: instrument.kind,
			table: name,
			rows: responses.length,
			items: filled.shapes,
			groups: groups.map((column) => column.name.replace(/^group_/, '')),
			matched
		}
	};
}
