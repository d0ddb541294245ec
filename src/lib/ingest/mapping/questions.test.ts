import { describe, expect, test } from 'vitest';
import { emptyProject, QUESTION_CODES, type Project } from '$lib/model/project';
import type { Question, ReadFile } from '$lib/model/proposal';
import { LOCALES } from '$lib/model/text';
import { questionOptionWords, questionWords } from '$lib/i18n/mapping-words';
import { applyAnswer } from './answers';
import { proposeProject } from './propose-project';
import { csv, given } from './testing/given';

const AGREE = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const AGREE_RU = ['Совершенно не согласен', 'Не согласен', 'Нейтрально', 'Согласен', 'Полностью согласен'];
const KK = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды', 'Пікірім ескеріледі'];
const RU = ['Уроки проходят интересно', 'Мне помогают', 'Школа нравится', 'Моё мнение учитывают'];

/** Answers that agree with one another: every row has a mood, and each item strays from it a little. */
const mood = (row: number, at: number) =>
	Math.min(4, Math.max(0, ((row * 7) % 5) + (((row + at) % 7) - 3 > 2 ? 1 : 0)));
const day = (row: number, month = '04', year = 2016) =>
	`${String((row % 27) + 1).padStart(2, '0')}.${month}.${String(year)}`;

type Cell = (row: number) => string;
function file(name: string, columns: Record<string, Cell>, rows = 30): ReadFile {
	const body = Array.from({ length: rows }, (_, row) => Object.values(columns).map((cell) => cell(row)));
	return given(name, csv([Object.keys(columns), ...body]));
}
const items = (names: readonly string[], labels: readonly string[] = AGREE): Record<string, Cell> =>
	Object.fromEntries(
		names.map((name, at) => [name, (row: number) => labels[mood(row, at) % labels.length] ?? ''])
	);
const dated = (year = 2016, month = '04'): Record<string, Cell> => ({ Күні: (row) => day(row, month, year) });

const UNKNOWN = ['Ұнаған жоқ', 'Ақырын', 'Шапшаң'];
const plain = file('мұғалімдер.csv', { ...dated(), ...items(KK) });

/** A case per question: files that make it come up, and how many times. */
const CASES: [string, Question['code'], ReadFile[]][] = [
	[
		'a table of persons and numbers',
		'kind',
		[
			file('бағалау.csv', {
				'Мұғалім коды': (row) => `T${String(row)}`,
				Күні: (row) => day(row),
				Жоспарлау: (row) => String((row % 5) + 1),
				Сабақ: (row) => String((row % 4) + 1),
				'Бағалаушы коды': (row) => `M${String(row % 3)}`
			})
		]
	],
	[
		'nobody says whose it is',
		'instrument',
		[file('сауалнама.csv', { ...dated(), ...items(['Бәрі жақсы', 'Бәрі дұрыс', 'Бәрі оңай']) })]
	],
	[
		'a Russian version',
		'same_instrument',
		[plain, file('учителя.csv', { Дата: (row) => day(row), ...items(RU, AGREE_RU) })]
	],
	['bare numbers', 'scale', [file('оқушылар.csv', { ...dated(), ...items(KK, ['1', '2', '3', '4', '5']) })]],
	[
		'words of two scales',
		'scale',
		[file('оқушылар.csv', { ...dated(), ...items(KK, ['Келіспеймін', 'Келісемін', 'Толық келісемін']) })]
	],
	[
		'words in no vocabulary',
		'scale',
		[file('оқушылар.csv', { ...dated(), ...items(KK), 'Қалай өтті': (row) => UNKNOWN[row % 3] ?? '' })]
	],
	[
		'a place',
		'scale_direction',
		[
			file('оқушылар.csv', {
				...dated(),
				...items(KK),
				'Мектептің алатын орны': (row) => String((row % 5) + 1)
			})
		]
	],
	[
		'words against their numbers',
		'scale_direction',
		[
			file('оқушылар.csv', {
				...dated(),
				...items(
					KK,
					[...AGREE].reverse().map((label, at) => `${String(at + 1)} – ${label}`)
				)
			})
		]
	],
	[
		'another wording',
		'item_changed',
		[
			file('мұғалімдер-1.csv', { ...dated(2015), ...items(KK) }),
			file('мұғалімдер-2.csv', {
				...dated(2016),
				...items([KK[0] ?? '', 'Қиналғанда қолдау табамын', ...KK.slice(2)])
			})
		]
	],
	['no dates', 'wave', [file('мұғалімдер 2016.csv', items(KK))]],
	[
		'days up to 12',
		'day_first',
		[
			file('мұғалімдер.csv', {
				Күні: (row) => `0${String((row % 9) + 1)}/0${String((row % 4) + 1)}/2016`,
				...items(KK)
			})
		]
	],
	[
		'7A and 7А',
		'group_spelling',
		[file('оқушылар.csv', { ...dated(), Сыныбың: (row) => (row < 5 ? '7A' : '7А'), ...items(KK) })]
	],
	[
		'one person twice',
		'duplicates',
		[file('мұғалімдер.csv', { ...dated(), 'Жеке код': (row) => `T${String(row % 28)}`, ...items(KK) })]
	],
	[
		'an item against the others',
		'reversed',
		[
			file(
				'мұғалімдер.csv',
				{ ...dated(), ...items(KK), 'Маған уақыт жетпейді': (row) => AGREE[4 - mood(row, 2)] ?? '' },
				60
			)
		]
	],
	[
		'autumn and spring',
		'year_waves',
		[
			file('мұғалімдер күз.csv', { ...dated(2015, '10'), ...items(KK) }),
			file('мұғалімдер көктем.csv', { ...dated(2016, '04'), ...items(KK) })
		]
	],
	[
		'names that say beginning and end',
		'year_waves',
		[
			file('мұғалімдер 2015-2016 басы.csv', items(KK)),
			file('мұғалімдер 2015-2016 соңы.csv', items(KK, [...AGREE].reverse()))
		]
	],
	[
		'options with commas and some of their own',
		'options',
		[
			file('мұғалімдер.csv', {
				...dated(),
				...items(KK),
				'Не көмектесті?': (row) =>
					row === 3
						? 'Коучинг, Жеке кітап'
						: (['Коучинг, Ашық сабақ', 'Семинар', 'Семинар, Коучинг', 'Ашық сабақ'][row % 4] ?? '')
			})
		]
	],
	[
		'ratings without a rater',
		'rater',
		[
			file('бағалау.csv', {
				'Мұғалім коды': (row) => `T${String(row)}`,
				Күні: (row) => day(row),
				'Бағалаушы коды': (row) => `M${String(row % 3)}`,
				Жоспарлау: (row) => String((row % 5) + 1),
				Сабақ: (row) => String((row % 4) + 1)
			})
		]
	],
	[
		'к in a register',
		'mark_language',
		[
			given(
				'журнал 2015-2016.csv',
				csv([
					['Мұғалім', ...Array.from({ length: 8 }, (_, at) => `0${String(at + 1)}.10.2015`)],
					...Array.from({ length: 12 }, (_, row) => [
						`T${String(row)}`,
						...Array.from({ length: 8 }, (_, at) =>
							(row + at) % 4 === 0 ? 'к' : (row + at) % 3 === 0 ? 'н' : '+'
						)
					])
				])
			)
		]
	],
	[
		'no header',
		'reading',
		[
			given(
				'мұғалімдер.csv',
				csv(
					Array.from({ length: 20 }, (_, row) => [
						day(row),
						String((row % 5) + 1),
						String((row % 4) + 1),
						'3'
					])
				)
			)
		]
	]
];

/** Codes whose asking is tested beside what they are about. */
const ELSEWHERE: ReadonlySet<Question['code']> = new Set(['people', 'personal', 'sheet']);

function answerKind(files: readonly ReadFile[]): Project {
	const first = proposeProject(files, emptyProject());
	const kind = first.questions.find(({ code }) => code === 'kind');
	return kind ? proposeProject(files, applyAnswer(first.project, kind, 'rating')).project : first.project;
}

function askedIn(files: readonly ReadFile[], code: Question['code']) {
	const project = code === 'rater' ? answerKind(files) : emptyProject();
	const proposal = proposeProject(files, project);
	const questions = proposal.questions.filter((question) => question.code === code);
	const [question] = questions;
	if (!question) throw new Error(`${code} was not asked`);
	return { proposal, questions, question };
}

/** What a project says, without what only remembers how it came to be. */
function said(project: Project): unknown {
	const memory = new Set(['open', 'proposed']);
	return JSON.parse(JSON.stringify(project, (key, value: unknown) => (memory.has(key) ? undefined : value)));
}

describe('questions', () => {
	test('each code has its case', () => {
		const covered = new Set(CASES.map(([, code]) => code));
		expect(QUESTION_CODES.filter((code) => !covered.has(code) && !ELSEWHERE.has(code))).toEqual([]);
	});

	describe.each(CASES)('%s: %s', (_name, code, files) => {
		test('is asked once, in three languages, with what is assumed among the options', () => {
			const { questions, question } = askedIn(files, code);
			expect(questions).toHaveLength(1);
			if (question.assumed !== null)
				expect(question.options.map(({ value }) => value)).toContain(question.assumed);
			const words = (locale: (typeof LOCALES)[number]) => [
				questionWords(question, locale),
				...question.options.map((option) => questionOptionWords(question, option, locale))
			];
			for (const locale of LOCALES)
				for (const text of words(locale)) expect(text).not.toMatch(/undefined|[{}]|^[a-z]+_/);
			expect(new Set(LOCALES.map((locale) => words(locale)[0])).size).toBe(3);
		});

		test('is answered for good, also after the project was saved and opened', () => {
			const { proposal, question } = askedIn(files, code);
			for (const { value } of question.options) {
				const answered = applyAnswer(proposal.project, question, value);
				const next = proposeProject(files, answered);
				const again = proposeProject(files, structuredClone(next.project));
				expect(
					again.questions.map(({ id }) => id),
					value
				).not.toContain(question.id);
				expect(said(again.project), value).toEqual(said(next.project));
			}
		});

		test('takes a later answer for an earlier one', () => {
			const { proposal, question } = askedIn(files, code);
			for (const first of question.options) {
				for (const last of question.options) {
					const once = applyAnswer(proposal.project, question, last.value);
					const twice = applyAnswer(
						applyAnswer(proposal.project, question, first.value),
						question,
						last.value
					);
					const settled = (project: Project) => said(proposeProject(files, project).project);
					expect(settled(twice), `${first.value} then ${last.value}`).toEqual(settled(once));
				}
			}
		});
	});
});
