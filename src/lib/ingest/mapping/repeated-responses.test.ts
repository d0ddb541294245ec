import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { emptyProject, type Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { proposeProject } from './propose-project';
import { csv, given } from './testing/given';

const LABELS = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const ITEMS = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды'];
const answers = (row: number) => ITEMS.map((_, at) => LABELS[(row * 7 + at * at) % LABELS.length] ?? '');

const survey = (audience: string, who: readonly string[]): ReadFile =>
	given(
		`${audience} 2016-04.csv`,
		csv([
			['Күні', 'Жеке код', ...ITEMS],
			...who.map((text, row) => [`${String((row % 20) + 1).padStart(2, '0')}.04.2016`, text, ...answers(row)])
		])
	);
const rating = (rows: readonly (readonly string[])[]): ReadFile =>
	given('ratings.csv', csv([['Person', 'Rater', 'Criterion', 'Date', 'Value'], ...rows]));

/** Repeats that the user is asked about, and those that the dataset then finds. */
function repeats(files: ReadFile[], people: Project['people'] = []) {
	const { project, questions } = proposeProject(files, { ...emptyProject(), people });
	const asked = questions.find(({ code }) => code === 'duplicates')?.params;
	const { sources } = buildDataset(files, project);
	const dropped = sources.reduce((sum, { duplicates }) => sum + duplicates, 0);
	return { asked: asked?.count ?? 0, dropped, places: asked?.places ?? '' };
}

const PEOPLE = [
	'Ахметова Айгүл',
	'ахметова  айгүл',
	'Ахметова А.',
	'Оспанов Нұрлан',
	'T1',
	't1',
	' T1',
	'T2',
	''
];

test.each(['мұғалімдер', 'оқушылар'])('what is asked of %s is what the dataset finds', (audience) => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...PEOPLE), { minLength: 12, maxLength: 40 }),
			fc.boolean(),
			(who, joined) => {
				const people = joined ? [{ from: 'Ахметова А.', to: 'Ахметова Айгүл' }] : [];
				const { asked, dropped } = repeats([survey(audience, ['T1', 'T1', ...who])], people);
				expect(dropped).toBeGreaterThan(0);
				expect(asked).toBe(dropped);
			}
		),
		{ numRuns: 40 }
	);
});

test('two names of one person repeat each other once they are joined', () => {
	const who = [...Array.from({ length: 20 }, (_, row) => `T${String(row)}`), 'Ахметова Айгүл', 'Ахметова А.'];
	const people = [{ from: 'Ахметова А.', to: 'Ахметова Айгүл' }];
	expect(repeats([survey('мұғалімдер', who)])).toMatchObject({ asked: 0, dropped: 0 });
	expect(repeats([survey('мұғалімдер', who)], people)).toMatchObject({ asked: 1, dropped: 1 });
});

test('a second value of a criterion is a repeat, one by another rater is none', () => {
	const row = (who: number, rater: string, criterion: string) => [
		`T${String(who)}`,
		rater,
		criterion,
		'2016-04-05',
		String((who % 5) + 1)
	];
	const rows = Array.from({ length: 30 }, (_, who) =>
		['Self', 'Mentor'].flatMap((rater) => ['Жоспарлау', 'Бағалау'].map((name) => row(who, rater, name)))
	).flat();
	expect(repeats([rating(rows)]).asked).toBe(0);
	const again = [row(3, 'self', 'Жоспарлау'), row(3, 'Mentor', 'жоспарлау')];
	const found = repeats([rating([...rows, ...again])]);
	expect(found).toEqual({ asked: 2, dropped: 2, places: 'ratings.csv: 122, 123' });
});
