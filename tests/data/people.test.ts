import { afterAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { decidePeople, undecidePerson } from '$lib/ingest/people/decisions';
import { evaluate } from '$lib/measures/evaluate';
import { emptyProject } from '$lib/model/project';
import { selection } from '$lib/model/selection';
import { Session } from '$lib/pipeline/session';
import type { Snapshot } from '$lib/pipeline/snapshot';
import { openSample } from './open-sample';

const FIRST = [
	'Ахметова А.',
	'Оспанов Нурлан',
	'Сериков Дәурен',
	'Ким Ольга',
	'Жақсыбек Мәди',
	'Төлеген Сәуле'
];
const SECOND = [
	'Ахметова Айгүл',
	'Оспанов Нұрлан',
	'Дәурен Сериков',
	'Ким Ольга',
	'Жақсыбек Мәди',
	'Төлеген Сәуле'
];
const CRITERIA = ['Сабақ жоспарлау', 'Жаңа әдістер', 'Өзін бағалау'];

/** A rating of the mentor's: three criteria of a scale of four, each teacher a little higher in the later year. */
function ratings(people: string[], year: number, gain: number): Uint8Array {
	const rows = people.map((person, at) =>
		[
			person,
			`${year}-10-10`,
			'тәлімгер',
			...CRITERIA.map((_, of) => String(1 + gain + ((at + of) % 2)))
		].join(';')
	);
	return new TextEncoder().encode(
		[['Мұғалім', 'Күні', 'Бағалаушы', ...CRITERIA].join(';'), ...rows].join('\n')
	);
}

const quiet = () => undefined;
const sessions: Session[] = [];

async function opened(): Promise<{ session: Session; snapshot: Snapshot }> {
	const session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes));
	sessions.push(session);
	const files = [
		{ name: 'first.csv', bytes: ratings(FIRST, 2014, 0) },
		{ name: 'second.csv', bytes: ratings(SECOND, 2015, 1) }
	];
	return { session, snapshot: await session.take({ project: null, files, unused: [] }, quiet) };
}

/** Teachers with a change between the two years. */
function grown({ counts, project }: Snapshot): string[] {
	const [wave, against] = project.waves.map(({ id }) => id).reverse();
	const { results } = evaluate(counts, project, selection.parse({ wave, against }));
	return results
		.filter(({ measure, value }) => measure === 'growth_person' && value !== null)
		.map(({ person }) => person ?? '')
		.sort();
}

afterAll(() => Promise.all(sessions.map((session) => session.close())));

describe('people of two rating files without a roster', () => {
	const SURE = ['Жақсыбек Мәди', 'Ким Ольга', 'Төлеген Сәуле'];

	it('are matched by the same name alone until the user accepts', async () => {
		const { snapshot } = await opened();
		expect(grown(snapshot)).toEqual(SURE);
		const open = snapshot.matches.filter(({ proposals }) => proposals.length > 0);
		expect(open.map(({ text, proposals }) => [text, proposals[0]?.person, proposals[0]?.reason])).toEqual([
			['Ахметова А.', 'Ахметова Айгүл', 'initials'],
			['Оспанов Нурлан', 'Оспанов Нұрлан', 'spelling'],
			['Сериков Дәурен', 'Дәурен Сериков', 'word_order']
		]);
	});

	it('grow together once accepted, keep every row, and part again when the decision is undone', async () => {
		const { session, snapshot } = await opened();
		const question = snapshot.questions.find(({ code }) => code === 'people');
		expect(question?.params.count).toBe(3);
		if (!question) return;
		const accepted = await session.answer(question, 'accept_all', quiet);
		expect(accepted.questions.filter(({ code }) => code === 'people')).toEqual([]);
		expect(grown(accepted)).toHaveLength(FIRST.length);
		expect(accepted.matches.filter(({ how }) => how === 'accepted')).toHaveLength(3);
		expect(accepted.shape.sources.map(({ imported }) => imported)).toEqual([FIRST.length, SECOND.length]);
		const undone = await session.edit(undecidePerson(accepted.project, 'Ахметова А.'), quiet);
		expect(grown(undone)).toHaveLength(FIRST.length - 1);
		const refused = await session.edit(
			decidePeople(undone.project, [{ from: 'Ахметова А.', to: null }]),
			quiet
		);
		expect(refused.questions.filter(({ code }) => code === 'people')).toEqual([]);
		expect(grown(refused)).toHaveLength(FIRST.length - 1);
	});
});

describe('people of the sample school', () => {
	it.each([true, false])('need no word, with its project (%s)', async (withProject) => {
		const { session, snapshot } = await openSample(withProject);
		sessions.push(session);
		expect(snapshot.questions.filter(({ code }) => code === 'people')).toEqual([]);
		expect(snapshot.matches.map(({ text, how, proposals }) => [text, how, proposals])).toEqual([
			['T99', 'none', []]
		]);
	});
});
