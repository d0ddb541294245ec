import { DEPARTMENTS, WAVES } from './people.mjs';
import {
	FORMS_OF_WORK,
	FORM_OPTIONS,
	OPEN_QUESTION,
	TEACHER_BLOCKS,
	TEACHER_ITEMS
} from './teacher-words.mjs';
import { AGREE, DONT_KNOW, MENTEE_CRITERIA, MODULES, PARENT_ITEMS, PUPIL_ITEMS, STEPANOV } from './words.mjs';

const ALL = ['w1', 'w2', 'w3'];
const STAGE_LABELS = [
	{ kk: 'I кезең: диагностикалық', ru: 'I этап: диагностический', en: 'Stage I: diagnostic' },
	{ kk: 'II кезең: тәжірибелік', ru: 'II этап: экспериментальный', en: 'Stage II: experimental' },
	{ kk: 'III кезең: жинақтау, қорытындылау', ru: 'III этап: обобщающий', en: 'Stage III: generalising' }
];
const BANDS = [
	{ id: 'low', title: { kk: 'төмен', ru: 'низкий', en: 'low' } },
	{ id: 'medium', title: { kk: 'орта', ru: 'средний', en: 'medium' } },
	{ id: 'high', title: { kk: 'жоғары', ru: 'высокий', en: 'high' } }
];

/** @param {string} id @param {Record<string, string>} title @param {string} source */
function zeroToFour(id, title, source) {
	return { id, version: 1, title, source, low: 0, high: 4, cuts: [2, 3], bands: BANDS, closed: 'left' };
}

/** @param {number} from @param {number} to @param {number} step */
function numericLevels(from, to, step) {
	const levels = [];
	for (let value = from; value <= to; value += step)
		levels.push({
			value,
			labels: Number.isInteger(value) ? [String(value)] : [String(value).replace('.', ','), String(value)]
		});
	return levels;
}

/** @param {import('./words.mjs').Words[]} words @param {number} lowest */
function wordLevels(words, lowest) {
	return words.map((word, i) => ({ value: lowest + i, labels: [word.kk, word.ru, word.en] }));
}

/** Versions of a teacher item: t12 is new in w2, t16 is reworded and t18 has ten points in w3. @param {typeof TEACHER_ITEMS[number]} item */
function teacherVersions(item) {
	const shared = { text: item.text, scale: 'agree5', reversed: item.reversed ?? false };
	if (item.id === 't12') return [{ ...shared, waves: ['w2', 'w3'], change: 'new' }];
	if (item.id === 't16')
		return [
			{ ...shared, waves: ['w1', 'w2'] },
			{ ...shared, waves: ['w3'], text: item.reworded, change: 'reworded' }
		];
	if (item.id === 't18')
		return [
			{ ...shared, waves: ['w1', 'w2'] },
			{ ...shared, waves: ['w3'], scale: 'agree10', change: 'rescaled' }
		];
	return [{ ...shared, waves: ALL }];
}

/** @param {import('./words.mjs').Words[]} words @param {string} prefix @param {string} scale @param {boolean} modules */
function plainItems(words, prefix, scale, modules = false) {
	return words.map((text, i) => ({
		id: `${prefix}${i + 1}`,
		block: null,
		module: modules ? i + 1 : null,
		required: false,
		kind: 'scale',
		versions: [{ waves: ALL, text, scale, reversed: false }]
	}));
}

const TITLES = {
	teachers: {
		kk: 'Мұғалімдердің қанағаттану сауалнамасы',
		ru: 'Анкета удовлетворённости учителей',
		en: 'Teacher satisfaction questionnaire'
	},
	pupils: {
		kk: 'Оқушылардың мектеп өміріне қанағаттануы',
		ru: 'Удовлетворённость учащихся школьной жизнью',
		en: 'Pupil satisfaction with school life'
	},
	parents: {
		kk: 'Ата-аналардың мектеп жұмысына қанағаттануы',
		ru: 'Удовлетворённость родителей работой школы',
		en: 'Parent satisfaction with the school'
	},
	modules: {
		kk: 'Жеті модуль бойынша бағалау',
		ru: 'Оценка по семи модулям',
		en: 'Rating over the seven modules'
	},
	mentees: {
		kk: 'Тәлім алушыға арналған өлшемдер',
		ru: 'Критерии для подопечного',
		en: 'Criteria for the mentee'
	}
};

function instruments() {
	const whole = { block: null, module: null, required: false };
	return [
		{
			id: 'teachers',
			kind: 'survey',
			audience: 'teacher',
			title: TITLES.teachers,
			anonymous: true,
			blocks: TEACHER_BLOCKS,
			method: 'stepanov-teachers@1',
			items: [
				...TEACHER_ITEMS.map((item) => ({
					id: item.id,
					block: item.block,
					module: null,
					required: false,
					kind: 'scale',
					versions: teacherVersions(item)
				})),
				{
					id: 't_forms',
					...whole,
					kind: 'multi',
					options: FORM_OPTIONS,
					versions: [{ waves: ALL, text: FORMS_OF_WORK, scale: null, reversed: false }]
				},
				{
					id: 't_open',
					...whole,
					kind: 'text',
					versions: [{ waves: ALL, text: OPEN_QUESTION, scale: null, reversed: false }]
				}
			]
		},
		{
			id: 'pupils',
			kind: 'survey',
			audience: 'pupil',
			title: TITLES.pupils,
			anonymous: true,
			blocks: [],
			method: 'andreev-pupils@1',
			items: plainItems(PUPIL_ITEMS, 'p', 'points5')
		},
		{
			id: 'parents',
			kind: 'survey',
			audience: 'parent',
			title: TITLES.parents,
			anonymous: true,
			blocks: [],
			method: 'stepanov-parents@1',
			items: plainItems(PARENT_ITEMS, 'a', 'stepanov')
		},
		{
			id: 'modules',
			kind: 'rating',
			audience: 'teacher',
			title: TITLES.modules,
			anonymous: false,
			blocks: [],
			items: plainItems(MODULES, 'm', 'rubric5', true)
		},
		{
			id: 'mentee_criteria',
			kind: 'rating',
			audience: 'mentee',
			title: TITLES.mentees,
			anonymous: false,
			blocks: [],
			items: plainItems(MENTEE_CRITERIA, 'c', 'rubric5')
		}
	];
}

/**
 * project.json of the sample.
 * @param {{file: import('./survey-files.mjs').SampleFile, sha256: string, bytes: number}[]} files
 */
export function makeProject(files) {
	return {
		olshem: 1,
		name: {
			kk: '«Қолдау» тәлімгерлік орталығы',
			ru: 'Центр наставничества «Қолдау»',
			en: 'Mentoring centre “Qoldau”'
		},
		language: 'kk',
		synthetic: true,
		waves: WAVES.map((wave, i) => ({ ...wave, label: STAGE_LABELS[i], baseline: i === 0 })),
		scales: [
			{
				id: 'agree5',
				levels: wordLevels(AGREE, 1),
				favourable: [4, 5],
				unfavourable: [1, 2],
				dontKnow: [DONT_KNOW.kk, DONT_KNOW.ru, DONT_KNOW.en],
				provisional: false
			},
			{
				id: 'agree10',
				levels: numericLevels(1, 10, 1),
				favourable: [8, 9, 10],
				unfavourable: [1, 2, 3],
				dontKnow: [],
				provisional: false
			},
			{
				id: 'points5',
				levels: numericLevels(1, 5, 1),
				favourable: [4, 5],
				unfavourable: [1, 2],
				dontKnow: [],
				provisional: false
			},
			{
				id: 'stepanov',
				levels: wordLevels(STEPANOV, 0),
				favourable: [3, 4],
				unfavourable: [0, 1],
				dontKnow: [],
				provisional: false
			},
			{
				id: 'rubric5',
				levels: numericLevels(1, 5, 0.5),
				favourable: [4, 4.5, 5],
				unfavourable: [1, 1.5, 2],
				dontKnow: [],
				provisional: false
			}
		],
		instruments: instruments(),
		methods: [
			zeroToFour(
				'andreev-pupils',
				{
					kk: 'А. А. Андреев: оқушылардың қанағаттануы',
					ru: 'А. А. Андреев: удовлетворённость учащихся',
					en: 'Andreev: pupil satisfaction'
				},
				'А. А. Андреев'
			),
			zeroToFour(
				'stepanov-parents',
				{
					kk: 'Е. Н. Степанов: ата-аналардың қанағаттануы',
					ru: 'Е. Н. Степанов: удовлетворённость родителей',
					en: 'Stepanov: parent satisfaction'
				},
				'Е. Н. Степанов'
			),
			zeroToFour(
				'stepanov-teachers',
				{
					kk: 'Е. Н. Степанов: мұғалімдердің қанағаттануы',
					ru: 'Е. Н. Степанов: удовлетворённость учителей',
					en: 'Stepanov: teacher satisfaction'
				},
				'Е. Н. Степанов'
			)
		],
		populations: [],
		indicators: [],
		plan: [],
		privacy: { k: 5 },
		reliability: null,
		aliases: DEPARTMENTS.map((d) => ({ kind: 'department', from: d.ru.toLowerCase(), to: d.kk })),
		sources: files.map(({ file, sha256, bytes }) => ({
			sha256,
			name: file.name,
			bytes,
			kind: file.kind,
			instrument: file.instrument,
			language: file.language,
			wave: file.wave,
			rater: null,
			reading: {},
			columns: file.columns,
			answers: { duplicates: 'last', dayFirst: file.dayFirst, ...(file.marks ? { marks: file.marks } : {}) },
			confirmed: true
		}))
	};
}
