import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
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
	test('is told where both are given together, whichever comes first', async () => {
		for (const given of [
			[before, after],
			[after, before]
		]) {
			const next = await take(...given);
			expect(next.cards.map(({ name }) => name)).toEqual(['сауалнама 2016-2017.csv']);
			expect(next.versions).toMatchObject([
				{ name: 'сауалнама 2016-2017 (1).csv', difference: { added: 2, removed: 0, changed: 1, same: 11 } }
			]);
			await session.decideVersion(next.versions[0]?.sha256 ?? '', 'forget', quiet);
			await session.remove(next.cards[0]?.sha256 ?? '', quiet);
		}
	});
	test('is told in one drop by its rows where it is called otherwise', async () => {
		const next = await take(before, { ...after, name: 'жаңа.csv' });
		expect(next.versions.map(({ name }) => name)).toEqual(['жаңа.csv']);
		expect((await session.decideVersion(next.versions[0]?.sha256 ?? '', 'both', quiet)).cards).toHaveLength(
			2
		);
	});
	test('is no file of another folder that was given with it', async () => {
		const answered = (year: string) => csv([HEAD, ...answers(12, Number(year) * 100)]);
		const years = ['2015', '2016'].map((year) => file(`${year}/ата-аналар.csv`, answered(year)));
		expect(await take(...years)).toMatchObject({ versions: [], cards: [{}, {}] });
	});
});

describe('a file that waits for a word when the project is saved', () => {
	const before = file('сауалнама 2016-2017.csv', csv([HEAD, ...answers(12)]));
	const after = file('сауалнама 2016-2017 (1).csv', csv([HEAD, ...answers(14)]));

	test('is named when the project is opened again, until files are given', async () => {
		await take(before);
		await take(after);
		const kept = session.folder();
		const again = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
		const reopened = await again.open(kept, quiet);
		expect(reopened).toMatchObject({ lost: [after.name], versions: [], cards: [{ name: before.name }] });
		expect(reopened.project).not.toHaveProperty('waiting');
		expect(again.folder().project.waiting).toEqual([after.name]);
		const given = await again.take({ project: null, files: [after], unused: [] }, quiet);
		expect(given).toMatchObject({ lost: [], versions: [{ name: after.name }] });
		await again.close();
	});
	test('is not named once it was decided about', async () => {
		await take(before);
		const [offer] = (await take(after)).versions;
		await session.decideVersion(offer?.sha256 ?? '', 'replace', quiet);
		expect(session.folder().project).not.toHaveProperty('waiting');
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
