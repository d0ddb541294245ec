import type { Dataset, DataTable, ResponseTable, TableColumn } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { cellsTable, groupColumn } from './sql-text';

/** Attributes that tell members of staff apart rather than parts of the school: an answer would rarely have k others beside it. */
const PERSONAL_KINDS = new Set(['subject', 'category', 'course_level', 'role']);

/** Questionnaires are counted by parts of the school; ratings keep every attribute of the person rated. */
export function countedGroups(table: ResponseTable): ResponseTable {
	if (table.kind === 'rating') return table;
	return { ...table, groups: table.groups.filter((kind) => !PERSONAL_KINDS.has(kind)) };
}

/**
 * The tables of the engine: those of the dataset, where every answer to a questionnaire gets numbers to be counted and
 * joined by instead of texts. `cell`: its wave and groups, as told by the table `cells_<instrument>`; `occasion`: the place
 * of its wave in the project; `matched`: its respondent, null where a code is missing or stands twice in the wave and
 * cannot be matched. All three are null for answers of no wave.
 */
export function engineTables(
	{ tables, responses }: Pick<Dataset, 'tables' | 'responses'>,
	project: Project
): DataTable[] {
	const surveys = new Map(
		responses.flatMap((response) =>
			response.kind === 'survey' ? [[response.table, countedGroups(response)]] : []
		)
	);
	return tables.flatMap((table) => {
		const survey = surveys.get(table.name);
		return survey
			? numbered(
					table,
					survey,
					project.waves.map(({ id }) => id)
				)
			: [table];
	});
}

/** Texts of a column as numbers from 0 in the order they are met; −1 where there is none. */
interface Coded {
	codes: Int32Array;
	texts: string[];
}

function coded(table: DataTable, name: string): Coded {
	const column = table.columns.find((known) => known.name === name);
	if (column?.type !== 'text') throw new Error(`${table.name} has no text column "${name}"`);
	const places = new Map<string, number>();
	const codes = Int32Array.from(column.values, (text) => {
		if (text === null) return -1;
		let place = places.get(text);
		if (place === undefined) places.set(text, (place = places.size));
		return place;
	});
	return { codes, texts: [...places.keys()] };
}

function numbered(table: DataTable, survey: ResponseTable, waves: readonly string[]): DataTable[] {
	const wave = coded(table, 'wave');
	const occasions = wave.texts.map((id) => waves.indexOf(id));
	const occasion = wave.codes.map((code) => occasions[code] ?? -1);
	const groups = survey.groups.map((kind) => ({
		name: groupColumn(kind),
		...coded(table, groupColumn(kind))
	}));
	const cells = combined([wave, ...groups], table.rows);
	const places = [{ name: 'wave', ...wave }, ...groups];
	return [
		{
			...table,
			columns: [
				...table.columns,
				whole('cell', cells.numbers),
				whole('occasion', occasion),
				whole('matched', matched(coded(table, 'respondent'), occasion, waves.length))
			]
		},
		{
			name: cellsTable(survey),
			rows: cells.firsts.length,
			columns: [
				whole('cell', Int32Array.from(cells.firsts.keys())),
				...places.map(({ name, codes, texts }): TableColumn => ({
					name,
					type: 'text',
					values: cells.firsts.map((row) => texts[codes[row] ?? -1] ?? null)
				}))
			]
		}
	];
}

/** A column of whole numbers, −1 as null. */
function whole(name: string, values: Int32Array): TableColumn {
	return { name, type: 'integer', values, valid: Uint8Array.from(values, (value) => (value < 0 ? 0 : 1)) };
}

/** Numbers for the combinations of codes that occur, and the first row of each; −1 where the first part is missing. */
function combined(parts: readonly Coded[], rows: number): { numbers: Int32Array; firsts: number[] } {
	let numbers = new Int32Array(rows);
	let firsts: number[] = [];
	parts.forEach(({ codes, texts }, part) => {
		const known = new Map<number, number>();
		firsts = [];
		numbers = numbers.map((number, row) => {
			const code = codes[row] ?? -1;
			if (number < 0 || (part === 0 && code < 0)) return -1;
			const key = number * (texts.length + 1) + code + 1;
			let place = known.get(key);
			if (place === undefined) {
				known.set(key, (place = firsts.length));
				firsts.push(row);
			}
			return place;
		});
	});
	return { numbers, firsts };
}

/** Numbers of respondents whose code stands once in its wave; −1 for all others. */
function matched(respondent: Coded, occasion: Int32Array, waves: number): Int32Array {
	const times = new Uint8Array(respondent.texts.length * waves);
	const placeOf = (code: number, row: number) => code * waves + (occasion[row] ?? 0);
	const isAsked = (code: number, row: number) => code >= 0 && (occasion[row] ?? -1) >= 0;
	respondent.codes.forEach((code, row) => {
		const place = placeOf(code, row);
		if (isAsked(code, row)) times[place] = Math.min(2, (times[place] ?? 0) + 1);
	});
	return respondent.codes.map((code, row) =>
		isAsked(code, row) && times[placeOf(code, row)] === 1 ? code : -1
	);
}
