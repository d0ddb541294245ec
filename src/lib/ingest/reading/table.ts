import type {
	Exporter,
	Place,
	ReadingIssueCode,
	ReadingOptions,
	RowRole,
	SourceRow
} from '$lib/model/reading';
import { judgeBody } from './body';
import { columnName } from './column-names';
import { cutNumbers, dropEmptyColumns, judgeNames, raggedRows } from './columns';
import { kundelikReport, recogniseExporter } from './exporters';
import { findHeader } from './header';
import type { IssueList } from './issues';
import { filledCells, usedWidth } from './row-evidence';
import type { FileRecord } from './tokenise';

/** The table of a file: names, imported rows, and where every other record stands. */
export interface JudgedTable {
	exporter: Exporter;
	header: string[] | null;
	codes: string[] | null;
	headerLine: number;
	rows: string[][];
	lines: number[];
	ragged: number[];
	aside: SourceRow[];
	counts: Record<RowRole, number>;
}

interface Head {
	exporter: Exporter;
	header: string[] | null;
	codes: string[] | null;
	/** Role of each record of the head, by index. */
	roles: Map<number, RowRole>;
	headerRows: number[];
	/** Index of the first record below the head. */
	bodyStart: number;
}

const HEAD_ROWS = 12;
const SET_ASIDE: readonly (readonly [RowRole, ReadingIssueCode])[] = [
	['title', 'preamble'],
	['group', 'group-rows'],
	['total', 'totals-rows'],
	['repeated-header', 'repeated-header'],
	['other-table', 'several-tables']
];

function firstFilled(records: readonly FileRecord[], count: number): number[] {
	const found: number[] = [];
	for (let index = 0; index < records.length && found.length < count; index += 1) {
		if (filledCells(records[index]?.cells ?? []) > 0) found.push(index);
	}
	return found;
}

function exporterHead(records: readonly FileRecord[], issues: IssueList): Head | null {
	const filled = firstFilled(records, HEAD_ROWS);
	const layout = recogniseExporter(filled.map((index) => records[index]?.cells ?? []));
	if (!layout) return null;
	const headerRows = filled.slice(0, layout.headerRows);
	const { exporter } = layout;
	if (exporter !== 'plain') issues.add(`exporter-${exporter}`);
	return {
		exporter,
		header: layout.header ?? [...(records[headerRows[0] ?? 0]?.cells ?? [])],
		codes: layout.codes,
		roles: new Map(headerRows.map((index) => [index, 'header'])),
		headerRows,
		bodyStart: (headerRows.at(-1) ?? -1) + 1
	};
}

function placesOf(records: readonly FileRecord[], indexes: readonly number[]): Place[] {
	return indexes.map((index) => ({
		line: records[index]?.line ?? 0,
		text: (records[index]?.cells ?? []).join(' ').trim()
	}));
}

/** Rows of which the user said that they are something else than a header, by index in ascending order. */
function rolesOtherThanHeader(
	records: readonly FileRecord[],
	{ roles }: ReadingOptions
): Map<number, RowRole> {
	const found = new Map<number, RowRole>();
	if (!roles) return found;
	records.forEach(({ line }, index) => {
		const role = roles[line];
		if (role !== undefined && role !== 'header') found.set(index, role);
	});
	return found;
}

function genericHead(
	records: readonly FileRecord[],
	width: number,
	options: ReadingOptions,
	issues: IssueList
): Head {
	const forced = records.flatMap(({ line }, index) => (options.roles?.[line] === 'header' ? [index] : []));
	const shift = forced[0] ?? 0;
	const hasHeader = forced.length > 0 ? true : options.hasHeader;
	const below = records.slice(shift);
	const found = findHeader(below, width, hasHeader, rolesOtherThanHeader(below, options));
	const headerRows = found.rows.map((index) => index + shift);
	const titles = [...Array(shift).keys()].filter((index) => filledCells(records[index]?.cells ?? []) > 0);
	titles.push(...found.titles.map((index) => index + shift));
	const roles = new Map<number, RowRole>();
	for (const index of titles) roles.set(index, 'title');
	for (const index of headerRows) roles.set(index, 'header');
	const kundelik = found.header && !options.plain ? kundelikReport(found.header) : null;
	if (kundelik === 'report') issues.add('exporter-kundelik');
	if (found.merged)
		issues.add('merged-header', { count: headerRows.length, places: placesOf(records, headerRows) });
	if (found.doubtful) issues.add('no-header', { places: placesOf(records, firstFilled(records, 1)) });
	if (found.numbering !== null) {
		const index = found.numbering + shift;
		roles.set(index, 'header');
		issues.add('numbering-row', { places: placesOf(records, [index]) });
	}
	return {
		exporter: kundelik === null ? 'plain' : 'kundelik',
		header: found.header,
		codes: null,
		roles,
		headerRows,
		bodyStart: Math.max(-1, ...roles.keys()) + 1
	};
}

/** Rows per role before any is counted. */
export function emptyCounts(): Record<RowRole, number> {
	return {
		header: 0,
		title: 0,
		blank: 0,
		total: 0,
		group: 0,
		'repeated-header': 0,
		imported: 0,
		'set-aside': 0,
		'other-table': 0
	};
}

/** Roles of all records, in file order; the user's word by physical line stands above the judgement. */
function rolesOf(
	records: readonly FileRecord[],
	head: Head,
	width: number,
	options: ReadingOptions,
	issues: IssueList
): RowRole[] {
	const headerRows = head.headerRows.map((index) => records[index]?.cells ?? []);
	const body = judgeBody(records.slice(head.bodyStart), { header: head.header, headerRows, width });
	const undone = new Set(SET_ASIDE.filter(([, code]) => issues.isUndone(code)).map(([role]) => role));
	return records.map(({ line, cells }, index) => {
		const forced = options.roles?.[line];
		if (forced !== undefined) return forced;
		const role =
			index < head.bodyStart
				? (head.roles.get(index) ?? 'blank')
				: (body[index - head.bodyStart] ?? 'imported');
		return undone.has(role) && index >= head.bodyStart && filledCells(cells) > 0 ? 'imported' : role;
	});
}

/** Set-aside rows by role; blank rows where they stand between answers or end the file, not where they only set off the rest. */
function reportRoles(
	records: readonly FileRecord[],
	roles: readonly RowRole[],
	bodyStart: number,
	issues: IssueList
): void {
	for (const [role, code] of SET_ASIDE) {
		const indexes = roles.flatMap((other, index) => (other === role ? [index] : []));
		if (indexes.length > 0)
			issues.add(code, { count: indexes.length, places: placesOf(records, indexes.slice(0, 5)) });
	}
	let last = roles.length - 1;
	while (last >= 0 && roles[last] === 'blank' && records[last]?.cells.length === 1) last -= 1;
	const blanks: number[] = [];
	let next: RowRole | undefined;
	for (let index = last; index >= bodyStart; index -= 1) {
		if (roles[index] !== 'blank') next = roles[index];
		else if (next === undefined || next === 'imported') blanks.push(index);
	}
	blanks.reverse();
	const places = blanks.slice(0, 5).map((index) => ({ line: records[index]?.line ?? 0 }));
	if (blanks.length > 0) issues.add('empty-rows', { count: blanks.length, places });
}

/** Joins the numbers of one row again, where the same cells explain its width as those of the longest rows. */
function joinDecimals(row: string[], decimals: readonly number[], width: number): void {
	const own = row.length - width === decimals.length ? decimals : cutNumbers([row], width);
	for (const at of (own ?? []).toReversed()) row.splice(at, 2, `${row[at] ?? ''},${row[at + 1] ?? ''}`);
}

function reportRagged(
	table: JudgedTable,
	delimiter: string,
	width: number,
	options: ReadingOptions,
	issues: IssueList
): void {
	const { rows, lines } = table;
	const found = raggedRows(rows, width, delimiter);
	if (found.decimals && options.repair?.includes('decimal-comma-vs-delimiter')) {
		rows.forEach((row) => joinDecimals(row, found.decimals ?? [], width));
		found.rows = found.rows.filter((index) => rows[index]?.length !== width);
	}
	table.ragged = found.rows;
	const first = found.rows[0];
	if (first === undefined) return;
	const places = found.rows
		.slice(0, 5)
		.map((index) => ({ line: lines[index] ?? 0, text: (rows[index] ?? []).join(delimiter) }));
	const params = { cells: rows[first]?.length ?? 0, expected: width };
	issues.add('ragged-rows', { count: found.rows.length, places, params });
	if (found.decimals && !options.repair?.includes('decimal-comma-vs-delimiter')) {
		const name = columnName(table.header, found.decimals[0] ?? 0);
		issues.add('decimal-comma-vs-delimiter', { count: found.rows.length, places, params: { name } });
	}
}

/** The user said where the header is, or that there is none: no layout of an exporter stands above that. */
function movesHeader(options: ReadingOptions): boolean {
	return options.hasHeader !== undefined || Object.values(options.roles ?? {}).includes('header');
}

/** Finds the head of the table: by an exporter's layout where the file has one, else by the rows below. */
export function judgeHead(
	records: readonly FileRecord[],
	width: number,
	options: ReadingOptions,
	issues: IssueList
): Head {
	const recognised = options.plain || movesHeader(options) ? null : exporterHead(records, issues);
	return recognised ?? genericHead(records, width, options, issues);
}

/** Judges the records of a file: head, roles of rows, columns, widths. `width` is the modal number of cells. */
export function judgeTable(
	records: readonly FileRecord[],
	width: number,
	delimiter: string,
	options: ReadingOptions,
	issues: IssueList
): JudgedTable {
	const used = usedWidth(records, width);
	const head = judgeHead(records, used, options, issues);
	const roles = rolesOf(records, head, used, options, issues);
	const table: JudgedTable = {
		exporter: head.exporter,
		header: head.header,
		codes: head.codes,
		headerLine: records[head.headerRows[0] ?? 0]?.line ?? 1,
		rows: [],
		lines: [],
		ragged: [],
		aside: [],
		counts: emptyCounts()
	};
	records.forEach(({ line, cells }, index) => {
		const role = roles[index] ?? 'imported';
		table.counts[role] += 1;
		if (role === 'imported') {
			table.rows.push(cells);
			table.lines.push(line);
		} else {
			table.aside.push({ line, role, cells });
		}
	});
	reportRoles(records, roles, head.bodyStart, issues);
	dropEmptyColumns(table.header, table.rows, issues);
	if (table.codes && table.header) table.codes.length = table.header.length;
	const expected = table.header?.length ?? width;
	reportRagged(table, delimiter, expected, options, issues);
	for (const row of table.rows) while (row.length < expected) row.push('');
	if (table.header) judgeNames(table.header, table.headerLine, issues);
	return table;
}
