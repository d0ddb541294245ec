import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { evaluate } from '$lib/measures/evaluate';
import { emptyProject } from '$lib/model/project';
import { selection } from '$lib/model/selection';
import { LOCALES } from '$lib/model/text';
import { Session } from '$lib/pipeline/session';
import { evaluationJson, evaluationText } from './evaluation-output';

let session: Session;
beforeEach(() => {
	session = new Session(
		{ ...emptyProject(), privacy: { k: 5, salt: 'ab'.repeat(16) } },
		openNodeEngine,
		(count) => new Uint8Array(count)
	);
});
afterEach(() => session.close());

async function opened() {
	const rows = Array.from(
		{ length: 12 },
		(_, at) => `R${String(at)};${at % 2 ? '7А' : '7A'};${String((at % 4) + 2)}`
	);
	const text = ['Код;Сынып;Сабақ жоспары пайдалы ма?', ...rows].join('\r\n') + '\r\n';
	const files = [
		{ name: 'a 2016-2017.csv', bytes: new TextEncoder().encode(text) },
		{ name: 'b.csv', bytes: new Uint8Array() }
	];
	const snapshot = await session.take({ project: null, files, unused: [] }, () => undefined);
	return { snapshot, evaluation: evaluate(snapshot.counts, snapshot.project, selection.parse({})) };
}

test('every question stands with its answers and what is assumed, in words', async () => {
	const { snapshot, evaluation } = await opened();
	expect(snapshot.questions.length).toBeGreaterThan(0);
	for (const locale of LOCALES) {
		const text = evaluationText(evaluation, snapshot, locale, false);
		expect(text).not.toMatch(/undefined|instrument_new|option_|empty-file/);
		expect(text.match(/ \| /g)?.length ?? 0).toBeGreaterThan(0);
	}
	const text = evaluationText(evaluation, snapshot, 'ru', false);
	expect(text).toContain('Варианты ответа: ');
	expect(text).toMatch(/Пока принимаем: «|До ответа не учитывается/);
	expect(text).toContain('b.csv: Файл пуст.');
});

test('a file that waits because it may be a version of another is named', async () => {
	const rows = (mark: (at: number) => number) =>
		new TextEncoder().encode(
			[
				'Код;Сабақ жоспары пайдалы ма?;Ескерту',
				...Array.from({ length: 12 }, (_, at) => `R${at};${mark(at)};e${at}`)
			].join('\n')
		);
	const take = (name: string, bytes: Uint8Array) =>
		session.take({ project: null, files: [{ name, bytes }], unused: [] }, () => undefined);
	await take(
		'a.csv',
		rows((at) => (at % 4) + 2)
	);
	const snapshot = await take(
		'a (1).csv',
		rows((at) => (at === 3 ? 1 : (at % 4) + 2))
	);
	expect(snapshot.cards.map(({ name }) => name)).toEqual(['a.csv']);
	const evaluation = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	expect(evaluationText(evaluation, snapshot, 'en', false)).toContain(
		'Files that may be versions of others (not counted)\n   - a (1).csv: looks like another version of “a.csv”'
	);
});

test('the JSON has the project without the key of its codes, and words beside the codes of answers', async () => {
	const { snapshot, evaluation } = await opened();
	expect(snapshot.project.privacy.salt).toBe('ab'.repeat(16));
	const json = evaluationJson(evaluation, snapshot, 'en');
	expect(json).not.toContain('abababab');
	const output = JSON.parse(json) as {
		project: { privacy: unknown };
		questions: { options: unknown[]; words: { answers: string[] } }[];
	};
	expect(output.project.privacy).toEqual({ k: 5 });
	for (const { options, words } of output.questions) expect(words.answers).toHaveLength(options.length);
});
