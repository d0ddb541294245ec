import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { Session } from './session';
import type { Snapshot } from './snapshot';

const quiet = () => undefined;
const question = (text: string) => [
	['Email', text],
	...Array.from({ length: 12 }, (_, at) => [`user${String(at)}@mektep.kz`, String((at % 4) + 2)])
];
const bytes = () =>
	writeXlsx({
		sheets: ['Сабақ жоспары пайдалы ма?', 'Тәлімгер қолдауы пайдалы ма?'].map((text, at) => ({
			name: `Парақ${String(at + 1)}`,
			rows: question(text)
		}))
	});
const asked = (snapshot: Snapshot, code: string) => {
	const found = snapshot.questions.find((one) => one.code === code);
	if (!found) throw new Error(`not asked: ${code}`);
	return found;
};
const codes = (snapshot: Snapshot) => snapshot.questions.map(({ code }) => code);
const cellsOf = (session: Session, snapshot: Snapshot) => {
	const sha256 = snapshot.project.sources[0]?.sha256 ?? '';
	return session.readingRows(sha256, 0, 20).map(({ cells }) => cells[0]);
};

let session: Session;
beforeEach(() => {
	session = new Session(emptyProject(), openNodeEngine, (count) => new Uint8Array(count));
});
afterEach(() => session.close());
const take = async () =>
	session.take(
		{ project: null, files: [{ name: 'сауалнама.xlsx', bytes: await bytes() }], unused: [] },
		quiet
	);

test('nothing of a workbook with personal columns is stored before its sheet is chosen', async () => {
	const first = await take();
	expect(codes(first)).toContain('sheet');
	expect(codes(first)).not.toContain('personal');
	expect(first.cards[0]?.kept).toBe(false);
	expect(session.folder()).toMatchObject({ project: { sources: [], instruments: [] }, files: new Map() });
	expect(new Set(cellsOf(session, first))).toEqual(new Set(['']));
});

test('the sheet that is chosen then is the one the copy holds, as CSV by its name too', async () => {
	const chosen = await session.answer(asked(await take(), 'sheet'), 'Парақ2', quiet);
	expect(chosen.cards[0]).toMatchObject({ kept: true, name: 'сауалнама.csv' });
	expect(codes(chosen)).toContain('personal');
	expect(session.folder().project.sources).toHaveLength(1);
	const stored = [...session.folder().files.values()].map((file) => new TextDecoder().decode(file)).join('');
	expect(stored).toContain('Тәлімгер қолдауы');
	expect(stored).not.toContain('mektep.kz');

	const decided = await session.answer(asked(chosen, 'personal'), 'drop', quiet);
	const sha256 = decided.project.sources[0]?.sha256 ?? '';
	expect(session.reading(sha256).header).toEqual(['Email', 'Тәлімгер қолдауы пайдалы ма?']);
	expect(decided.project.sources[0]?.redacted?.original).toMatch(/^[0-9a-f]{64}$/);
});

test('another role of a row does not lose the other sheets', async () => {
	const first = await take();
	const sha256 = first.project.sources[0]?.sha256 ?? '';
	const changed = await session.reread(sha256, { encoding: 'utf-8', roles: { 3: 'set-aside' } }, quiet);
	expect(codes(changed)).toContain('sheet');
	expect(changed.cards[0]).toMatchObject({ kept: false, counts: { 'set-aside': 1 } });
	const chosen = await session.answer(asked(changed, 'sheet'), 'Парақ2', quiet);
	expect(cellsOf(session, chosen)).toHaveLength(12);
});

test('a drop that was stopped can be given again', async () => {
	const stop = new AbortController();
	const report = ({ phase }: { phase: string }) => phase === 'mapping' && stop.abort();
	const given = { project: null, files: [{ name: 'сауалнама.xlsx', bytes: await bytes() }], unused: [] };
	await expect(session.take(given, report, stop.signal)).rejects.toThrow();
	const again = await take();
	expect([again.repeated, again.cards.length]).toEqual([[], 1]);
});
