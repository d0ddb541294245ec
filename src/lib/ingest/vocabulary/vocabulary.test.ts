import { describe, expect, test } from 'vitest';
import { project as projectSchema } from '$lib/model/project';
import { fittingScales, scaleFromStandard } from '$lib/ingest/mapping/scales';
import { eventKind, eventKindInTitle, EVENT_KINDS } from './events';
import { labelIndex, STANDARD_SCALES } from './likert';
import { monthOf } from './months';
import { scaleLabels } from './scale-labels';
import { schoolYearIn, schoolYearOf } from './school-years';
import { serviceColumn } from './survey-columns';
import { codeOf, LEVEL_WORDS, RATER_WORDS } from './terms';

describe('standard scales', () => {
	test.each(STANDARD_SCALES)(
		'$id holds the usual wording of each language on its levels, and is found by it',
		(scale) => {
			for (const language of ['kk', 'ru', 'en'] as const) {
				const words = new Set(
					scale.levels
						.map((level) => [...labelIndex({ ...scale, levels: [level] }).keys()])
						.map((all, at) => {
							const usual = scale.levels[at]?.[language][0]?.replaceAll('*', '') ?? '';
							return (
								all.find((label) => label.startsWith(usual.toLowerCase().replaceAll('ё', 'е').slice(0, 8))) ??
								''
							);
						})
				);
				expect(words.size).toBe(scale.levels.length);
				expect(fittingScales(words).map((fit) => fit.scale.id)).toContain(scale.id);
			}
		}
	);

	test('become project data that reads every gendered spelling', () => {
		for (const standard of STANDARD_SCALES) {
			const scale = scaleFromStandard(standard, new Set(), false);
			expect(projectSchema.shape.scales.parse([scale])).toHaveLength(1);
		}
		const own = {
			id: 'x',
			levels: [
				{ value: 1, labels: ['Не согласен(на)'] },
				{ value: 2, labels: ['Согласен(на)'] }
			],
			dontKnow: [],
			provisional: false
		};
		expect(
			['согласна', 'согласен', 'не согласна', 'не согласен(-на)'].map((label) => scaleLabels(own).get(label))
		).toEqual([2, 2, 1, 1]);
	});
});

describe('words of the field', () => {
	test('name kinds of events, also inside a title, the longest first', () => {
		expect(['ашық сабақ', 'Мастер-класс', 'Lesson Study', 'ӘБ отырысы'].map(eventKind)).toEqual([
			'open_lesson',
			'master_class',
			'lesson_study',
			'method_association'
		]);
		expect(eventKindInTitle('Семинар-практикум: бағалау')).toBe('practicum');
		expect(eventKindInTitle('Туған күн')).toBeNull();
		expect(EVENT_KINDS).toHaveLength(22);
	});

	test('name levels and raters in three languages', () => {
		expect(['облыс', 'Областной', 'region'].map((word) => codeOf(LEVEL_WORDS, word))).toEqual([
			'region',
			'region',
			'region'
		]);
		expect(['өзі', 'Наставник', 'administration', 'көрші'].map((word) => codeOf(RATER_WORDS, word))).toEqual([
			'self',
			'mentor',
			'administration',
			null
		]);
	});

	test('name service columns, with remarks in brackets', () => {
		expect(serviceColumn('Сыныбыңыз (мысалы, 7А)')).toEqual({ role: 'group', group: 'class' });
		expect(serviceColumn('Отметка времени')).toEqual({ role: 'timestamp' });
		expect(serviceColumn('Мектеп ұнайды')).toBeNull();
	});
});

describe('times', () => {
	test('months with Kazakh endings', () => {
		expect(['қыркүйек', 'Қазанда', 'сентября', 'May', 'апта'].map(monthOf)).toEqual([9, 10, 9, 5, null]);
	});

	test('school years run from September to August', () => {
		expect(['2016-08-31', '2016-09-01'].map(schoolYearOf)).toEqual(['2015-2016', '2016-2017']);
		expect(['2013–14 оқу жылы', '2013/2014', '2013-2015', '2014'].map(schoolYearIn)).toEqual([
			'2013-2014',
			'2013-2014',
			null,
			null
		]);
	});
});
