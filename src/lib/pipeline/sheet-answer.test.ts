import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { Session } from './session';

const answers = (question: string) => [
	['Код', question],
	...Array.from({ length: 12 }, (_, at) => [`R${String(at).padStart(2, '0')}`, String((at % 4) + 2)])
];

test('a sheet that is named is read instead, kept in the project, and asked about no more', async () => {
	const session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
	const sheets = ['Сабақ жоспары пайдалы ма?', 'Тәлімгер қолдауы пайдалы ма?'].map((question, at) => ({
		name: `Парақ${at + 1}`,
		rows: answers(question)
	}));
	const bytes = await writeXlsx({ sheets });
	const given = { project: null, files: [{ name: 'a.xlsx', bytes }], unused: [] };
	const first = await session.take(given, () => undefined);
	const question = first.questions.find(({ code }) => code === 'sheet');
	expect(question?.options.map(({ value }) => value)).toEqual(['Парақ1', 'Парақ2']);
	expect(question?.assumed).toBe('Парақ1');
	if (!question) return;

	const second = await session.answer(question, 'Парақ2', () => undefined);
	const [source] = second.project.sources;
	expect(source?.reading.sheet).toBe('Парақ2');
	expect(session.reading(source?.sha256 ?? '').header).toEqual(['Код', 'Тәлімгер қолдауы пайдалы ма?']);
	expect(second.questions.map(({ code }) => code)).not.toContain('sheet');
	expect(second.cards[0]?.issues.map(({ code }) => code)).toEqual(['other-sheets']);

	const again = new Session(emptyProject(), openNodeEngine, (copy) => new Uint8Array(copy));
	const third = await again.open(session.folder(), () => undefined);
	expect(again.reading(third.project.sources[0]?.sha256 ?? '').sheet).toBe('Парақ2');
	await session.close();
	await again.close();
});
