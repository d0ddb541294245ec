import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
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

describe('a file given again', () => {
	test('is noticed and changes nothing', async () => {
		const text = csv([HEAD, ...answers(12)]);
		const first = await take(file('a.csv', text));
		const again = await take(file('b.csv', text));
		expect(again.repeated).toEqual(['b.csv']);
		expect(again.cards).toEqual(first.cards);
	});
});

describe('a changed version of a file', () => {
	const before = file('сауалнама 2016-2017.csv', csv([HEAD, ...answers(12)]));
	const rows = answers(12);
	rows[2] = ['R003', 'Математика', '5', '5'];
	const after = file('сауалнама 2016-2017 (1).csv', csv([HEAD, ...rows, ...answers(2, 13)]));

	test('waits, with the difference, and counts nothing meanwhile', async () => {
		const first = await settled(await take(before));
		const next = await take(after);
		expect(imported(next)).toEqual(imported(first));
		expect(next.versions).toHaveLength(1);
		expect(next.versions[0]).toMatchObject({
			name: 'сауалнама 2016-2017 (1).csv',
			before: { name: 'сауалнама 2016-2017.csv', rows: 12 },
			difference: { key: HEAD[0], added: 2, removed: 0, changed: 1, same: 11 }
		});
	});
	test('takes the place and the mapping of the other', async () => {
		await settled(await take(before));
		const [offer] = (await take(after)).versions;
		const next = await session.decideVersion(offer?.sha256 ?? '', 'replace', quiet);
		expect(imported(next)).toEqual([['сауалнама 2016-2017 (1).csv', 14]]);
		expect(next.versions).toEqual([]);
	});
	test('stands beside the other where the user wants both', async () => {
		await settled(await take(before));
		const [offer] = (await take(after)).versions;
		const next = await session.decideVersion(offer?.sha256 ?? '', 'both', quiet);
		expect(next.cards.map(({ name }) => name)).toEqual([
			'сауалнама 2016-2017.csv',
			'сауалнама 2016-2017 (1).csv'
		]);
	});
	test('a second one that waits takes the place of the first one that did', async () => {
		await settled(await take(before));
		const third = file('сауалнама 2016-2017 (2).csv', csv([HEAD, ...rows, ...answers(4, 13)]));
		await take(after);
		const [one, two] = (await take(third)).versions;
		const replaced = await session.decideVersion(one?.sha256 ?? '', 'replace', quiet);
		expect(replaced.versions).toMatchObject([
			{ before: { sha256: one?.sha256, rows: 14 }, difference: { added: 2, changed: 0, same: 14 } }
		]);
		const next = await session.decideVersion(two?.sha256 ?? '', 'replace', quiet);
		expect(imported(next)).toEqual([['сауалнама 2016-2017 (2).csv', 16]]);
	});
	test('goes where the user forgets it', async () => {
		const first = await take(before);
		const [offer] = (await take(after)).versions;
		const next = await session.decideVersion(offer?.sha256 ?? '', 'forget', quiet);
		expect(next.cards).toEqual(first.cards);
		expect(next.versions).toEqual([]);
	});
	test('of files given together nothing is asked', async () => {
		const next = await take(before, after);
		expect(next.versions).toEqual([]);
		expect(next.cards).toHaveLength(2);
	});
});

describe('a refused file', () => {
	const broken = file('балл.csv', 'Сынып,Балл\n7А,4,5\n8Б,3,9\n9В,4,1\n');

	test('keeps its bytes and is read with the repair it offers', async () => {
		const refused = await take(broken);
		expect(refused.cards).toEqual([]);
		expect(refused.refused).toMatchObject([{ name: 'балл.csv', repairs: ['decimal-comma-vs-delimiter'] }]);
		const next = await session.repairRefused(refused.refused[0]?.sha256 ?? '', quiet);
		expect(next.refused).toEqual([]);
		expect(next.cards[0]).toMatchObject({ name: 'балл.csv', counts: { imported: 3 } });
		expect(next.project.sources[0]?.reading.repair).toEqual(['decimal-comma-vs-delimiter']);
	});
	test('stays listed until it is dismissed', async () => {
		await take(broken, file('бос.csv', ''));
		const next = await session.edit(emptyProject(), quiet);
		expect(next.refused.map(({ name, repairs }) => [name, repairs.length])).toEqual([
			['балл.csv', 1],
			['бос.csv', 0]
		]);
		session.forgetRefused();
		expect((await session.edit(emptyProject(), quiet)).refused).toEqual([]);
	});
});

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
	test('lose the apostrophe that our own download put before a formula, and only that', async () => {
		const { sha256 } = await opened();
		const guarded = table(sha256, (cells) => [cells[0] ?? '', "'=Тілдер", "'тәлім", "'-5"]);
		const next = await take(file('түзетілген.csv', guarded));
		const [row] = session.readingRows(shaOf(next, 'түзетілген.csv'), 0, 1);
		expect(row?.cells.slice(2)).toEqual(['R007', '=Тілдер', "'тәлім", "'-5"]);
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
