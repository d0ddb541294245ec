import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { withGuard } from '$lib/ingest/reading/own-table';
import { emptyProject } from '$lib/model/project';
import { markedLineName } from './corrected-rows';
import { Session } from './session';
import type { Snapshot } from './snapshot';

const HEAD = [
	'Қатысушы коды',
	'Бірлестік',
	'Тәлімгер қолдауына қанағаттанасыз ба?',
	'Сабақ жоспары пайдалы ма?'
];
const answers = (count: number, from = 1): string[][] =>
	Array.from({ length: count }, (_, n) => [
		`R${String(from + n).padStart(3, '0')}`,
		n % 2 ? 'Тілдер' : 'Математика',
		String((n % 4) + 2),
		String((n % 3) + 3)
	]);
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(';')).join('\r\n') + '\r\n';
/** As our CSV has it: what a spreadsheet takes for a formula stands behind an apostrophe. */
const csvText = (cells: readonly (readonly string[])[]) =>
	csv(cells.map((row) => row.map((text) => `"${withGuard(text).replaceAll('"', '""')}"`)));
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const quiet = () => undefined;

let session: Session;
beforeEach(() => {
	session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
});
afterEach(() => session.close());

const take = (...files: { name: string; bytes: Uint8Array }[]) =>
	session.take({ project: null, files, unused: [] }, quiet);
const shaOf = (snapshot: Snapshot, name: string) =>
	snapshot.project.sources.find((source) => source.name === name)?.sha256 ?? '';
const imported = (snapshot: Snapshot) => snapshot.cards.map((card) => [card.name, card.rowsImported]);
/** Says what the questions about a file need, so that its rows count. */
async function settled(snapshot: Snapshot): Promise<Snapshot> {
	let next = snapshot;
	for (let turn = 0; turn < 20 && next.questions.length > 0; turn++) {
		const [question] = next.questions;
		if (!question) break;
		const value =
			question.code === 'kind' ? 'survey' : (question.assumed ?? question.options[0]?.value ?? '');
		next = await session.answer(question, value, quiet);
	}
	return next;
}

describe('rows fixed by hand and given back', () => {
	const rows = answers(12);
	const ragged = [
		...rows.slice(0, 6),
		['R007', 'Тілдер', '4'],
		...rows.slice(7),
		['Барлығы', '', '48', '50']
	];
	const original = file('сауалнама 2016-2017.csv', csv([HEAD, ...ragged]));
	/** The table of rows to fix as it was downloaded, with one fix. */
	function table(sha256: string, fix: (cells: string[]) => string[]): string {
		const lines = session
			.rowsToFix(sha256)
			.map(({ line, role, cells }) => [String(line), role, ...(line === 8 ? fix([...cells]) : cells)]);
		return csv([[markedLineName('Жол', sha256), 'Түрі', ...HEAD], ...lines]);
	}
	async function opened() {
		const first = await settled(await take(original));
		return { first, sha256: shaOf(first, 'сауалнама 2016-2017.csv') };
	}

	test('count once, under the mapping of their file; unchanged rows stay set aside', async () => {
		const { first, sha256 } = await opened();
		expect(imported(first)).toEqual([['сауалнама 2016-2017.csv', 11]]);
		expect(session.rowsToFix(sha256).map(({ line, role }) => [line, role])).toEqual([
			[8, 'set-aside'],
			[14, 'total']
		]);
		const next = await take(
			file(
				'түзетілген.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '5'])
			)
		);
		expect(imported(next)).toEqual([
			['сауалнама 2016-2017.csv', 11],
			['түзетілген.csv', 1]
		]);
		expect(next.cards[0]?.counts).toMatchObject({ 'set-aside': 1, imported: 11, total: 1 });
		expect(next.cards[1]?.counts).toMatchObject({ header: 1, 'set-aside': 1, imported: 1 });
		expect(next.project.sources[1]).toMatchObject({ corrects: sha256, kind: 'survey' });
		expect(next.questions).toEqual([]);
	});
	test('change nothing where nothing was fixed', async () => {
		const { sha256 } = await opened();
		const next = await take(
			file(
				'түзетілген.csv',
				table(sha256, (cells) => cells)
			)
		);
		expect(imported(next)).toEqual([
			['сауалнама 2016-2017.csv', 11],
			['түзетілген.csv', 0]
		]);
		expect(next.cards[0]?.counts).toMatchObject({ 'set-aside': 0, imported: 12 });
	});
	test('come back with the cells they were written with, whatever spreadsheets take for a formula', async () => {
		const texts = ["'=Тілдер", '=Тілдер', "''@x", "'тәлім", "'-5", '-5', '+7 701', '\t=1', "' ＝1"];
		const names = texts.map((_, at) => `Пікір ${at + 1}`);
		const wide = rows.map((row, at) => [...row, ...(at === 5 ? texts.slice(1) : texts)]);
		const first = await take(file('пікір.csv', csv([[...HEAD, ...names], ...wide])));
		const sha256 = shaOf(first, 'пікір.csv');
		const fixed = session
			.rowsToFix(sha256)
			.map(({ line, role, cells }) => [String(line), role, ...cells.slice(0, -1), 'толық']);
		expect(fixed).toHaveLength(1);
		const text = csvText([[markedLineName('Жол', sha256), 'Түрі', ...HEAD, ...names], ...fixed]);
		const next = await take(file('түзетілген.csv', text));
		const [row] = session.readingRows(shaOf(next, 'түзетілген.csv'), 0, 1);
		expect(row?.cells.slice(2 + HEAD.length)).toEqual([...texts.slice(1), 'толық']);
	});
	test('lose apostrophes only where our own CSV set them', async () => {
		const foreign = await take(
			file(
				'басқа.csv',
				csv([
					['Код', 'Пән'],
					['R1', "'=1+1"],
					['R2', "'@пән"]
				])
			)
		);
		expect(session.readingRows(shaOf(foreign, 'басқа.csv'), 0, 1)[0]?.cells).toEqual(['R1', "'=1+1"]);
	});
	test('name people as their file does', async () => {
		const roster = csv([
			['code', 'name', 'department'],
			['T1', 'Ахметова Айгүл', 'Тілдер'],
			['T2', 'Сериков Дәурен', 'Тілдер']
		]);
		const events = csv([
			['Ким', 'date', 'event', 'kind'],
			['T1', '2016-09-01', 'Семинар', 'seminar'],
			['T2', '2016-09-01', 'Семинар'],
			['T1', '2016-10-01', 'Семинар', 'seminar']
		]);
		const first = await take(file('roster.csv', roster), file('іс-шаралар.csv', events));
		const sha256 = shaOf(first, 'іс-шаралар.csv');
		const roles = ['person', 'date', 'event', 'kind'] as const;
		const columns = roles.map((role, index) => ({ index, role }));
		const sources = first.project.sources.map((source) =>
			source.sha256 === sha256
				? { ...source, kind: 'attendance' as const, wave: { column: 1 }, columns, confirmed: true }
				: source
		);
		expect((await session.edit({ ...first.project, sources }, quiet)).matches).toEqual([]);
		const fixed = csv([
			[markedLineName('Жол', sha256), 'Түрі', 'Ким', 'date', 'event', 'kind'],
			['3', 'set-aside', 'Ахметова А.', '2016-09-01', 'Семинар', 'seminar']
		]);
		const next = await take(file('түзетілген.csv', fixed));
		expect(next.matches).toMatchObject([
			{
				source: shaOf(next, 'түзетілген.csv'),
				text: 'Ахметова А.',
				lines: [2],
				proposals: [{ person: 'T1' }]
			}
		]);
		expect(next.questions.map(({ code }) => code)).toContain('people');
	});
	test('are no measurement, instrument or scale of their own', async () => {
		const { first, sha256 } = await opened();
		const next = await take(
			file(
				'түзетілген.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '9'])
			)
		);
		const { instruments, scales, waves } = first.project;
		expect(next.project).toMatchObject({ instruments, scales, waves });
	});
	test('stay set aside where a row is still uneven', async () => {
		const { sha256 } = await opened();
		const next = await take(
			file(
				'түзетілген.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '5', '4', '3'])
			)
		);
		expect(imported(next).map(([, count]) => count)).toEqual([11, 0]);
	});
	test('count once however often they are fixed and whatever their file is told', async () => {
		const { sha256 } = await opened();
		await take(
			file(
				'бір.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '5'])
			)
		);
		const twice = await take(
			file(
				'екі.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '3'])
			)
		);
		expect(imported(twice).map(([, count]) => count)).toEqual([11, 0, 1]);
		const told = await session.reread(sha256, { roles: { 8: 'imported' } }, quiet);
		expect(imported(told).map(([, count]) => count)).toEqual([11, 0, 1]);
	});
	test('go, and the rows are as they were', async () => {
		const { first, sha256 } = await opened();
		const next = await take(
			file(
				'бір.csv',
				table(sha256, (cells) => [...cells.slice(0, 3), '5'])
			)
		);
		const back = await session.remove(shaOf(next, 'бір.csv'), quiet);
		expect(back.cards.map(({ counts }) => counts)).toEqual(first.cards.map(({ counts }) => counts));
		expect(session.rowsToFix(sha256).map(({ line }) => line)).toEqual([8, 14]);
	});
	test('go with their file, and are not taken without it', async () => {
		const { sha256 } = await opened();
		const text = table(sha256, (cells) => [...cells.slice(0, 3), '5']);
		await take(file('бір.csv', text));
		const without = await session.remove(sha256, quiet);
		expect(without.cards).toEqual([]);
		expect(without.orphaned).toEqual(['бір.csv']);
		expect(await take(file('бір.csv', text))).toMatchObject({ cards: [], orphaned: ['бір.csv'] });
	});
	test('are the same after the project was saved and opened', async () => {
		const { sha256 } = await opened();
		const fixed = (mark: string) => table(sha256, (cells) => [...cells.slice(0, 3), mark]);
		await take(file('бір.csv', fixed('5')));
		const twice = await take(file('екі.csv', fixed('3')));
		expect(imported(twice).map(([, count]) => count)).toEqual([11, 0, 1]);
		const again = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
		const reopened = await again.open(session.folder(), quiet);
		await again.close();
		expect(imported(reopened)).toEqual(imported(twice));
	});
});
