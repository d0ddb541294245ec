import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAny } from '$lib/ingest/reading/read-any';
import { isMissingToken } from '$lib/ingest/values/missing';
import { parseNumber } from '$lib/ingest/values/numbers';

const COPIES = join(process.cwd(), 'tests/reference/stats');
const KIT = join(process.cwd(), '../shared/reference/stats');

interface Case {
	case: string;
	type: string;
	select: Readonly<Record<string, unknown>>;
	params: { items?: string[] };
	data?: Readonly<Record<string, unknown>>;
}

type Row = Readonly<Record<string, string>>;
type Values = (number | null)[];

function casesOf(folder: string): Case[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.flatMap((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { cases: Case[] }).cases);
}

/** A file of the kit as the import reads it. */
async function tableOf(path: string): Promise<Row[]> {
	const { header, cells } = await readAny(path, readFileSync(path));
	if (!header) throw new Error(`${path} has no header`);
	return Array.from({ length: cells.rows }, (_, row) =>
		Object.fromEntries(header.map((name, column) => [name, cells.text(row, column) ?? '']))
	);
}

function numberIn(text = ''): number | null {
	return isMissingToken(text) ? null : (parseNumber(text)?.value ?? NaN);
}

function columnOf(rows: readonly Row[], name: unknown): Values {
	return rows.map((row) => numberIn(row[String(name)]));
}

/** Rows laid out by subject and part: one list per part, in the order of the subjects. */
function spread(
	rows: readonly Row[],
	subject: string,
	part: string,
	value: string,
	parts?: string[]
): Values[] {
	const subjects = [...new Set(rows.map((row) => row[subject]))];
	const names = parts ?? [...new Set(rows.map((row) => row[part]))];
	return names.map((name) => {
		const own = new Map(rows.filter((row) => row[part] === name).map((row) => [row[subject], row[value]]));
		return subjects.map((who) => numberIn(own.get(who)));
	});
}

function turned(columns: readonly Values[]): Values[] {
	return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? null));
}

/** What a crafted case selects from its file of case, group, respondent and value. */
function crafted({ type }: Case, rows: readonly Row[]): unknown {
	const groups = type === 'progress' ? ['baseline', 'actual', 'target'] : ['1', '2'];
	if (type === 'scale' || type === 'icc')
		return { rows: turned(spread(rows, 'respondent', 'group', 'value')) };
	const parts =
		type === 'indep'
			? groups.map((group) =>
					columnOf(
						rows.filter((row) => row.group === group),
						'value'
					)
				)
			: spread(rows, 'respondent', 'group', 'value', groups);
	const [first, second, third] = parts;
	if (type === 'item' || type === 'xmr') return { x: first };
	if (type === 'corr') return { x: first, y: second };
	return type === 'progress' ? { baseline: first, actual: second, target: third } : { x1: first, x2: second };
}

/** What a case selects from a file with a column per question; null where it derives something first. */
function selected({ type, select, params }: Case, all: readonly Row[]): unknown {
	const names = Object.keys(all[0] ?? {});
	const rows = all.filter((row) =>
		Object.entries(select).every(([key, value]) => !names.includes(key) || row[key] === String(value))
	);
	const has = (...keys: string[]) => keys.every((key) => names.includes(String(select[key])));
	const within = (key: string, value: unknown) =>
		columnOf(
			rows.filter((row) => row[key] === String(value)),
			select.column
		);
	if (type === 'corr' && has('x', 'y')) return { x: columnOf(rows, select.x), y: columnOf(rows, select.y) };
	if (has('x1', 'x2')) return { x1: columnOf(rows, select.x1), x2: columnOf(rows, select.x2) };
	if (type === 'item' && has('column')) return { x: columnOf(rows, select.column) };
	if (type === 'indep' && has('column', 'group_column')) {
		const key = String(select.group_column);
		return { x1: within(key, select.group_1), x2: within(key, select.group_2) };
	}
	if (type === 'indep' && has('column') && 'wave_1' in select)
		return { x1: within('wave', select.wave_1), x2: within('wave', select.wave_2) };
	if (type === 'xmr') {
		const [from, to] = (select.points as [number, number] | undefined) ?? [1, rows.length];
		return { x: columnOf(rows.slice(from - 1, to), 'value') };
	}
	if (type === 'icc' && has('subject', 'rater', 'value')) {
		const key = (name: string) => String(select[name]);
		return { rows: turned(spread(rows, key('subject'), key('rater'), key('value'))) };
	}
	const items = params.items ?? [];
	if (type === 'scale' && items.every((item) => names.includes(item)))
		return { rows: turned(items.map((item) => columnOf(rows, item))) };
	return null;
}

/** Compares every case that names its file with the numbers the kit has inline; how many could be compared. */
async function compareSelections(folder: string): Promise<number> {
	const tables = new Map<string, Row[]>();
	const cases = casesOf(folder);
	const isNamedOnce = ({ case: name, select }: Case) =>
		cases.filter((other) => other.case === name && other.select?.file === select.file).length === 1;
	let compared = 0;
	for (const item of cases) {
		const { file } = item.select ?? {};
		if (typeof file !== 'string' || !item.data || 'file2' in item.select || 'derived' in item.select)
			continue;
		const table = tables.get(file) ?? (await tableOf(join(folder, file)));
		tables.set(file, table);
		// A crafted file has no other mark of a case than its name.
		if ('case' in item.select && !isNamedOnce(item)) continue;
		const own = table.filter((row) => row.case === item.select.case);
		const found = 'case' in item.select ? crafted(item, own) : selected(item, table);
		if (found === null) continue;
		expect(found, item.case).toEqual(item.data);
		compared += 1;
	}
	return compared;
}

describe('the files the cases were taken from', () => {
	it('are read by the import as the same numbers: crafted', async () => {
		expect(await compareSelections(COPIES)).toBeGreaterThanOrEqual(170);
	});

	it.runIf(existsSync(KIT))('are read by the import as the same numbers: the whole kit', async () => {
		expect(await compareSelections(KIT)).toBeGreaterThanOrEqual(140);
	});
});
