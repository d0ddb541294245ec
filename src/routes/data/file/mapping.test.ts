import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyProject, source, type Column } from '$lib/model/project';
import { RowCells } from '$lib/ingest/reading/cells';
import { readingView } from '$lib/ingest/reading/view';
import type { ReadingView, RowRole, SourceRow } from '$lib/model/reading';
import { ROLE_ORDER, rowSum } from '../row-sum';
import {
	changed,
	columnFaults,
	confirmSource,
	drafted,
	noChanges,
	rolesFor,
	withRole
} from './mapping-draft';
import { examples, recordAt, recordCount } from './preview-rows';
import { setAsideCsv } from './set-aside-csv';

const importedOf = (rows: SourceRow[]) => rows.filter(({ role }) => role === 'imported');
const reading = (rows: SourceRow[]): ReadingView =>
	readingView({
		file: 'a.csv',
		status: 'ok',
		encoding: 'utf-8',
		dialect: null,
		sheets: [],
		sheet: null,
		exporter: 'plain',
		header: ['Код', 'Балл'],
		codes: null,
		cells: new RowCells(
			importedOf(rows).map(({ cells }) => cells),
			importedOf(rows).map(({ line }) => line),
			2
		),
		aside: rows.filter(({ role }) => role !== 'imported'),
		counts: Object.fromEntries(
			ROLE_ORDER.map((role) => [role, rows.filter((row) => row.role === role).length])
		) as Record<RowRole, number>,
		ragged: [],
		issues: []
	});

const fileRows = (rows: SourceRow[]) =>
	Array.from({ length: recordCount(reading(rows)) }, (_, place) => {
		const record = recordAt(reading(rows), place);
		return 'aside' in record ? record.aside : importedOf(rows)[record.imported];
	});

const FILE: SourceRow[] = [
	{ line: 1, role: 'header', cells: ['Код', 'Балл'] },
	{ line: 2, role: 'imported', cells: ['T1', '4'] },
	{ line: 4, role: 'imported', cells: ['T2', '5', 'тағы'] },
	{ line: 5, role: 'total', cells: ['Барлығы', '9'] }
];

describe('rows of the preview', () => {
	it('come back in file order, whatever they are', () => {
		const roles = fc.array(fc.constantFrom<RowRole>(...ROLE_ORDER), { maxLength: 40 });
		fc.assert(
			fc.property(roles, (some) => {
				const rows = some.map((role, at): SourceRow => ({ line: at + 1, role, cells: [String(at)] }));
				expect(fileRows(rows)).toEqual(rows);
			})
		);
	});
	it('are as wide as the widest of them', () => {
		expect(reading(FILE).width).toBe(3);
		expect(examples(reading(FILE), 1, 3)).toEqual(['4', '5']);
	});
	it('set aside keep their line and their kind in the download', () => {
		const rows = FILE.filter(({ role }) => role === 'total');
		expect(setAsideCsv(rows, ['Жол', 'Түрі', 'Код', 'Балл', ''], ({ role }) => role)).toBe(
			'\ufeffЖол;Түрі;Код;Балл;\r\n5;total;Барлығы;9\r\n'
		);
	});
});

describe('the sum of a file', () => {
	it('adds up to its rows, also where some imported ones were not counted', () => {
		const { total, addends } = rowSum(reading(FILE).counts, 1);
		expect(total).toBe(FILE.length);
		expect(addends).toEqual([
			{ role: 'header', rows: 1 },
			{ role: 'total', rows: 1 },
			{ role: 'left-out', rows: 1 },
			{ role: 'imported', rows: 1 }
		]);
	});
});

describe('a mapping', () => {
	const proposed = source.parse({
		sha256: 'a',
		name: 'a.csv',
		bytes: 1,
		kind: 'survey',
		columns: [{ index: 1, role: 'item', item: 't1' }]
	});

	it('has a column for each of the file, the changed ones over the proposed', () => {
		const changes = {
			source: { language: 'kk' as const },
			columns: { 0: { index: 0, role: 'respondent' as const } }
		};
		const draft = drafted(proposed, changes, 3);
		expect(draft.columns.map(({ role }) => role)).toEqual(['respondent', 'item', 'ignore']);
		expect(changed(changes)).toBe(true);
		expect(changed(noChanges())).toBe(false);
		const { sources } = confirmSource({ ...emptyProject(), sources: [proposed] }, draft, reading(FILE));
		expect(sources[0]).toMatchObject({ language: 'kk', confirmed: true });
	});
	it('makes a question of a column that was none, on a scale of its own answers', () => {
		const project = emptyProject();
		project.waves.push({
			id: 'w1',
			stage: 'I',
			schoolYear: '2015-2016',
			from: '2015-09-01',
			to: '2016-08-31',
			label: {},
			baseline: true,
			proposed: true
		});
		project.instruments.push({
			id: 'teachers',
			kind: 'survey',
			audience: 'teacher',
			title: { kk: 'Сауалнама' },
			anonymous: true,
			blocks: [],
			items: [],
			proposed: true
		});
		const survey = { ...proposed, instrument: 'teachers', wave: 'w1', language: 'kk' as const, columns: [] };
		const made = { index: 1, role: 'item' as const, made: { scale: 'descending' } };
		const draft = drafted(survey, { source: {}, columns: { 1: made } }, 2);
		expect([...columnFaults(draft.columns)]).toEqual([]);
		const next = confirmSource({ ...project, sources: [survey] }, draft, reading(FILE));
		expect(next.sources[0]?.columns[1]).toEqual({ index: 1, role: 'item', item: 'q1' });
		expect(next.instruments[0]?.items[0]?.versions).toEqual([
			{ waves: ['w1'], text: { kk: 'Балл' }, scale: 'labels_1', reversed: false }
		]);
		expect(next.scales[0]?.levels).toEqual([
			{ value: 4, labels: ['5'] },
			{ value: 5, labels: ['4'] }
		]);
		expect([next.waves[0]?.proposed, next.instruments[0]?.proposed]).toEqual([undefined, undefined]);
		const undecided = drafted(survey, { source: {}, columns: { 1: { ...made, made: { scale: null } } } }, 2);
		expect([...columnFaults(undecided.columns)]).toEqual([[1, 'no_scale']]);
	});
	it('forgets what belonged to the old role of a column', () => {
		expect(withRole({ index: 1, role: 'item', item: 't1' }, 'group')).toEqual({ index: 1, role: 'group' });
	});
	it('offers the present role of a column even where the kind has no use for it', () => {
		expect(rolesFor('roster', 'hours')[0]).toBe('hours');
		expect(rolesFor(null, 'ignore')).toEqual(['ignore']);
	});
	it('names what keeps it from being confirmed', () => {
		const columns: Column[] = [
			{ index: 0, role: 'item' },
			{ index: 1, role: 'item', item: 't1' },
			{ index: 2, role: 'item', item: 't1' },
			{ index: 3, role: 'group' },
			{ index: 4, role: 'field' },
			{ index: 5, role: 'respondent' },
			{ index: 6, role: 'respondent' },
			{ index: 7, role: 'ignore' },
			{ index: 8, role: 'ignore' }
		];
		expect([...columnFaults(columns)]).toEqual([
			[0, 'no_item'],
			[2, 'item_twice'],
			[3, 'no_group'],
			[4, 'no_field'],
			[6, 'role_twice']
		]);
	});
});
