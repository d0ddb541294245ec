import type { SchoolRows } from './school';
import { indicator, pupils, ratings, teachers, times } from './rows';

/** A school in which every table holds rows: 20 teachers matched over two waves, two classes, 12 rated teachers. */
export const FULL_SCHOOL: SchoolRows = {
	matched: true,
	teachers: [
		...teachers(
			'w1',
			Array.from({ length: 20 }, (_, i) => [2 + (i % 3), 3, 4]),
			(i) => (i < 10 ? 'Maths' : 'Art')
		),
		...teachers('w3', times(20, [5, 4, 5]), (i) => (i < 10 ? 'Maths' : 'Art'))
	],
	pupils: [
		...pupils('w1', [...times(30, 2), ...times(30, 3)], (i) => (i < 30 ? '7A' : '7B')),
		...pupils('w3', [...times(20, 2), ...times(40, 4)], (i) => (i < 30 ? '7A' : '7B'))
	],
	criteria: [
		...ratings(
			'w1',
			'mentor',
			Array.from({ length: 12 }, (_, i) => [2 + (i % 2), 3])
		),
		...ratings(
			'w3',
			'mentor',
			Array.from({ length: 12 }, (_, i) => [3 + (i % 2), i < 6 ? 5 : 3])
		),
		...ratings(
			'w3',
			'self',
			Array.from({ length: 12 }, (_, i) => [4 + (i % 2), 4])
		)
	],
	person: Array.from({ length: 12 }, (_, i) => ({ person: `T${i}`, name: `Teacher ${i}` })),
	membership: [
		...Array.from({ length: 12 }, (_, i) => ({
			...{
				person: `T${i}`,
				kind: 'department',
				value: i % 2 === 0 ? 'Maths' : 'Art',
				from_date: '2014-09-01',
				to_date: null
			}
		})),
		{ person: 'T0', kind: 'mentor', value: 'T5', from_date: '2016-09-01', to_date: '2017-05-31' }
	],
	attendance: Array.from({ length: 24 }, (_, i) => ({
		...{
			person: `T${i % 12}`,
			event: `e${i}`,
			date: '2016-10-10',
			wave: 'w3',
			kind: i % 3 === 0 ? 'seminar' : 'coaching'
		},
		...{
			level: 'school',
			module: 1,
			hours: (i % 5) + 1,
			group_department: i % 2 === 0 ? 'Maths' : 'Art',
			group_mentor: null
		}
	})),
	achievement: [
		...times(3, { person: 'T1', wave: 'w1', kind: 'contest', level: 'school', group_department: 'Art' }),
		...times(4, { person: 'T1', wave: 'w3', kind: 'contest', level: 'region', group_department: 'Art' }),
		{ person: 'T2', wave: 'w3', kind: 'contest', level: 'city', group_department: 'Maths' }
	],
	activity: [
		{ wave: 'w3', month: '2016-10', activity: 'Opening', status: 'done', held_on: '2016-10-05' },
		{ wave: 'w3', month: '2016-11', activity: 'Week', status: 'done', held_on: '2016-12-02' },
		{ wave: 'w3', month: '2017-03', activity: 'Report', status: 'planned', held_on: null }
	],
	indicator: [
		indicator({
			indicator: 'contests',
			measure: 'achievements_count',
			item_or_block: 'contest',
			group_key: 'level>=region',
			period: 'III',
			kind: 'target',
			value: 5,
			set_on: '2016-05-01',
			source: 0
		}),
		indicator({
			indicator: 'contests',
			measure: 'achievements_count',
			item_or_block: 'contest',
			group_key: 'level>=region',
			period: 'I',
			kind: 'baseline',
			value: 1
		}),
		indicator({
			indicator: 'high',
			measure: 'level_share',
			audience: 'teacher',
			period: '2016-17',
			kind: 'target',
			value: 80,
			set_on: '2016-11-05'
		}),
		indicator({
			indicator: 'old',
			measure: 'level_share',
			audience: 'teacher',
			period: '2013-2014',
			kind: 'published',
			value: 56,
			n: 43
		}),
		indicator({
			indicator: 'lost',
			measure: 'coverage',
			audience: 'parent',
			period: 'III',
			kind: 'target',
			value: 60
		})
	]
};
