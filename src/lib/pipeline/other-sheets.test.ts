import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { Session } from './session';
import type { Snapshot } from './snapshot';

const quiet = () => undefined;
const rows = Array.from({ length: 12 }, (_, at) => at);
const answers = (question: string) => [
	['Код', question],
	...rows.map((at) => [`R${String(at).padStart(2, '0')}`, String((at % 4) + 2)])
];
const contacts = [['Email', 'Ескерту'], ...rows.map((at) => [`user${String(at)}@mektep.kz`, 'жоқ'])];
const READ = { name: 'Жауаптар', rows: answers('Сабақ жоспары пайдалы ма?') };
const OTHER = { name: 'Байланыс', rows: contacts };
/** A hidden sheet is none that could be meant: the workbook has one sheet to read. */
const HIDDEN = { ...OTHER, hidden: true };

let session: Session;
beforeEach(() => {
	session = new Session(emptyProject(), openNodeEngine, (count) => new Uint8Array(count));
});
afterEach(() => session.close());

async function take(bytes: Uint8Array): Promise<Snapshot> {
	return session.take({ project: null, files: [{ name: 'сауалнама.xlsx', bytes }], unused: [] }, quiet);
}
const shaOf = (snapshot: Snapshot) => snapshot.project.sources[0]?.sha256 ?? '';
const codes = (snapshot: Snapshot) => snapshot.questions.map(({ code }) => code);
function asked(snapshot: Snapshot, code: string) {
	const found = snapshot.questions.find((one) => one.code === code);
	if (!found) throw new Error(`not asked: ${code}`);
	return found;
}
const storedText = () =>
	[...session.folder().files.values()].map((bytes) => new TextDecoder('latin1').decode(bytes)).join('');

test('of a workbook with personal data in another sheet only the sheet that is read is stored', async () => {
	const bytes = await writeXlsx({ sheets: [READ, HIDDEN] });
	const first = await take(bytes);
	expect(first.cards[0]).toMatchObject({ kept: true, name: 'сауалнама.csv', counts: { imported: 12 } });
	expect(first.project.sources[0]?.redacted).toMatchObject({
		columns: [],
		workbook: { sheet: 'Жауаптар', personal: ['Байланыс'] }
	});
	expect(asked(first, 'personal')).toMatchObject({
		params: { columns: '', sheets: 'Байланыс', sheet: 'Жауаптар', cells: 12 },
		options: [
			{ value: 'drop', label: 'personal_sheet_drop' },
			{ value: 'keep', label: 'personal_sheet_keep' }
		],
		assumed: 'drop'
	});
	expect(session.folder().files.size).toBe(1);
	expect(storedText()).toMatch(/^[^P].*R00,2/s);
	expect(storedText()).not.toMatch(/mektep|user0/);
	expect((await take(bytes)).repeated).toEqual(['сауалнама.xlsx']);

	const dropped = await session.answer(asked(first, 'personal'), 'drop', quiet);
	expect(codes(dropped)).not.toContain('personal');
	expect(dropped.cards[0]?.counts.imported).toBe(12);
	expect((await take(bytes)).repeated).toEqual(['сауалнама.xlsx']);
	const again = new Session(emptyProject(), openNodeEngine, (count) => new Uint8Array(count));
	const reopened = await again.open(session.folder(), quiet);
	await again.close();
	expect(reopened.project.sources).toEqual(dropped.project.sources);
});

test('the whole workbook is stored on the word of the user', async () => {
	const bytes = await writeXlsx({ sheets: [READ, HIDDEN] });
	const kept = await session.answer(asked(await take(bytes), 'personal'), 'keep', quiet);
	expect(kept.project.sources[0]?.redacted).toBeUndefined();
	expect(kept.cards[0]).toMatchObject({ name: 'сауалнама.xlsx', counts: { imported: 12 } });
	expect([...session.folder().files.values()]).toEqual([bytes]);
});

test('a sheet with more columns than a table may have is judged as well', async () => {
	const days = Array.from({ length: 2100 }, (_, at) => `Күн ${String(at + 1)}`);
	const wide = [
		[...days, 'Email'],
		...rows.map((at) => [...days.map((_, day) => (at + day) % 3), `user${String(at)}@mektep.kz`])
	];
	const first = await take(await writeXlsx({ sheets: [READ, { name: 'Журнал', rows: wide, hidden: true }] }));
	expect(first.project.sources[0]?.redacted?.workbook).toEqual({ sheet: 'Жауаптар', personal: ['Журнал'] });
	expect(storedText()).not.toContain('mektep');
});

test('another sheet can be chosen while the workbook is in memory', async () => {
	const second = { name: 'Тоқсан 2', rows: answers('Тәлімгер қолдауы пайдалы ма?') };
	const bytes = await writeXlsx({ sheets: [READ, { ...second, hidden: true }, HIDDEN] });
	const first = await take(bytes);
	const next = await session.reread(shaOf(first), { sheet: 'Тоқсан 2' }, quiet);
	expect(session.reading(shaOf(next)).header).toEqual(['Код', 'Тәлімгер қолдауы пайдалы ма?']);
	expect(next.project.sources[0]?.redacted?.workbook?.sheet).toBe('Тоқсан 2');
	const personal = await session.reread(shaOf(next), { sheet: 'Байланыс' }, quiet);
	expect(personal.project.sources[0]?.redacted).toMatchObject({ columns: [{ name: 'Email' }] });
	expect(storedText()).not.toContain('mektep');
});

test('nothing is stored before the question which sheet is meant has an answer', async () => {
	const first = await take(await writeXlsx({ sheets: [READ, OTHER] }));
	expect(codes(first)).toContain('sheet');
	expect(first.cards[0]?.kept).toBe(false);
	expect(session.folder()).toMatchObject({
		project: { sources: [], waiting: ['сауалнама.xlsx'] },
		files: new Map()
	});
	const chosen = await session.answer(asked(first, 'sheet'), 'Жауаптар', quiet);
	expect(chosen.cards[0]?.kept).toBe(true);
	expect(codes(chosen)).toContain('personal');
	expect(storedText()).not.toContain('mektep');
});

test('a workbook without personal data is stored as it was given', async () => {
	const notes = { name: 'Кесте', rows: answers('Қосымша'), hidden: true };
	const bytes = await writeXlsx({ sheets: [READ, notes] });
	const first = await take(bytes);
	expect(first.project.sources[0]?.redacted).toBeUndefined();
	expect([...session.folder().files.values()]).toEqual([bytes]);
});

test('a sheet that is not there is asked about, and none is taken in silence', async () => {
	const first = await take(await writeXlsx({ sheets: [READ] }));
	const next = await session.reread(shaOf(first), { sheet: 'Жоқ парақ' }, quiet);
	expect(next.cards[0]?.issues[0]).toMatchObject({
		code: 'sheet-missing',
		params: { wanted: 'Жоқ парақ', sheet: 'Жауаптар' }
	});
	expect(asked(next, 'sheet').params).toMatchObject({ wanted: 'Жоқ парақ' });
	const chosen = await session.answer(asked(next, 'sheet'), 'Жауаптар', quiet);
	expect(codes(chosen)).not.toContain('sheet');
	expect(chosen.cards[0]?.issues.map(({ code }) => code)).not.toContain('sheet-missing');
});
