import { DEPARTMENTS } from './people.mjs';
import { EXCEL, FORMS, SHEETS, dotted } from './text-files.mjs';
import { FORMS_OF_WORK, OPEN_QUESTION, TEACHER_BLOCKS, TEACHER_ITEMS } from './teacher-words.mjs';
import { AGREE, DONT_KNOW, PARENT_ITEMS, PUPIL_ITEMS, STEPANOV } from './words.mjs';

/** @typedef {import('./teachers.mjs').TeacherResponse} TeacherResponse */
/** @typedef {import('./anonymous.mjs').AnonymousResponse} AnonymousResponse */

/**
 * A file of the sample and how it is to be read (the part of a project's source that is not found from its bytes).
 * @typedef {object} SampleFile
 * @property {string} name
 * @property {string[][]} rows
 * @property {import('./text-files.mjs').TextFile} format
 * @property {string} kind
 * @property {string | null} instrument
 * @property {'kk' | 'ru' | null} language
 * @property {string | {column: number} | null} wave
 * @property {Record<string, unknown>[]} columns
 * @property {boolean | null} dayFirst
 * @property {Record<string, string>} [marks]
 */

const STAMP = { kk: 'Уақыт белгісі', ru: 'Отметка времени' };
const YEARS = { w1: 2015, w2: 2016, w3: 2017 };

/** `2017-04-24 18:05:54` as Google Sheets with Russian settings writes it. @param {{date: string, time: string}} r */
const sheetsTime = (r) => `${dotted(r.date)} ${r.time}`;

/** The same as the download of Google Forms itself writes it: halves of the day, zone. @param {{date: string, time: string}} r */
function formsTime(r) {
	const hour = Number(r.time.slice(0, 2));
	return `${r.date.replaceAll('-', '/')} ${((hour + 11) % 12) + 1}${r.time.slice(2)} ${hour < 12 ? 'ДП' : 'ПП'} GMT+6`;
}

/** @param {TeacherResponse[]} responses @returns {SampleFile[]} */
export function teacherFiles(responses) {
	return ['w1', 'w2', 'w3'].flatMap((wave) =>
		/** @type {const} */ (['kk', 'ru']).map((language) => {
			const resaved = wave === 'w2' && language === 'ru';
			const mine = responses.filter((r) => r.wave === wave && r.language === language);
			const rows = [teacherHeader(wave, language), ...mine.map((r) => teacherRow(r, language))];
			const width = rows[0]?.length ?? 0;
			if (resaved) for (let i = 0; i < 3; i++) rows.push(Array.from({ length: width }, () => ''));
			return {
				name: `teachers-${YEARS[/** @type {'w1'} */ (wave)]}-${language}.csv`,
				rows,
				format: resaved ? EXCEL : SHEETS,
				kind: 'survey',
				instrument: 'teachers',
				language,
				wave,
				columns: teacherColumns(wave),
				dayFirst: true
			};
		})
	);
}

/** @param {string} wave */
function askedItems(wave) {
	return TEACHER_ITEMS.filter((item) => item.id !== 't12' || wave !== 'w1');
}

/** @param {string} wave @param {'kk' | 'ru'} language */
function teacherHeader(wave, language) {
	const titles = new Map(TEACHER_BLOCKS.map((block) => [block.id, block.title[language]]));
	const items = askedItems(wave).map((item) => {
		const text = wave === 'w3' && item.reworded ? item.reworded[language] : item.text[language];
		return wave === 'w3' && item.id === 't18' ? text : `${titles.get(item.block)} [${text}]`;
	});
	const own =
		language === 'kk'
			? ['Жеке кодыңыз', 'Әдістемелік бірлестігіңіз']
			: ['Личный код', 'Методическое объединение'];
	return [STAMP[language], ...own, ...items, FORMS_OF_WORK[language], OPEN_QUESTION[language]];
}

/** @param {string} wave */
function teacherColumns(wave) {
	const items = askedItems(wave);
	return [
		{ index: 0, role: 'timestamp' },
		{ index: 1, role: 'respondent' },
		{ index: 2, role: 'group', group: 'department' },
		...items.map((item, i) => ({ index: 3 + i, role: 'item', item: item.id })),
		{ index: 3 + items.length, role: 'multi', item: 't_forms' },
		{ index: 4 + items.length, role: 'text', item: 't_open' }
	];
}

/** @param {TeacherResponse} response @param {'kk' | 'ru'} language */
function teacherRow(response, language) {
	const department = DEPARTMENTS.find((d) => d.kk === response.department);
	const cells = askedItems(response.wave).map((item) => {
		const answer = response.answers.get(item.id);
		if (answer === 'dont_know') return DONT_KNOW[language];
		if (answer === 'invalid') return 'Согласен(на), но не всегда';
		if (typeof answer !== 'number') return '';
		return item.id === 't18' && response.wave === 'w3'
			? String(answer)
			: (AGREE[answer - 1]?.[language] ?? '');
	});
	return [
		sheetsTime(response),
		response.codeText,
		department?.[language] ?? '',
		...cells,
		response.forms.join(', '),
		response.open
	];
}

/** @param {AnonymousResponse[]} responses @returns {SampleFile[]} */
export function pupilFiles(responses) {
	return /** @type {const} */ (['kk', 'ru']).flatMap((language) => {
		const mine = responses.filter((r) => r.language === language);
		const header = [
			STAMP[language],
			language === 'kk' ? 'Сыныбың' : 'Твой класс',
			...PUPIL_ITEMS.map((item) => item[language])
		];
		const row = (/** @type {AnonymousResponse} */ r) => [
			sheetsTime(r),
			r.group,
			...r.answers.map((a) => (a === null ? '' : String(a)))
		];
		const shared = {
			format: SHEETS,
			kind: 'survey',
			instrument: 'pupils',
			language,
			columns: anonymousColumns('p', PUPIL_ITEMS.length),
			dayFirst: true
		};
		return [
			{
				...shared,
				name: `pupils-2015-2016-${language}.csv`,
				wave: { column: 0 },
				rows: [header, ...mine.filter((r) => r.wave !== 'w3').map(row)]
			},
			{
				...shared,
				name: `pupils-2017-${language}.csv`,
				wave: 'w3',
				rows: [header, ...mine.filter((r) => r.wave === 'w3').map(row)]
			}
		];
	});
}

/** @param {AnonymousResponse[]} responses @returns {SampleFile[]} */
export function parentFiles(responses) {
	return ['w1', 'w2', 'w3'].flatMap((wave) =>
		/** @type {const} */ (['kk', 'ru']).map((language) => {
			const direct = wave === 'w3' && language === 'ru';
			const resaved = wave === 'w2' && language === 'ru';
			const header = [
				STAMP[language],
				language === 'kk' ? 'Балаңыздың сыныбы' : 'Класс вашего ребёнка',
				...PARENT_ITEMS.map((item) => item[language])
			];
			const rows = responses
				.filter((r) => r.wave === wave && r.language === language)
				.map((r) => [
					direct ? formsTime(r) : sheetsTime(r),
					r.group,
					...r.answers.map((a) => (a === null ? '' : (STEPANOV[a]?.[language] ?? '')))
				]);
			const blank = header.map(() => '');
			return {
				name: `parents-${YEARS[/** @type {'w1'} */ (wave)]}-${language}.csv`,
				rows: [header, ...rows, ...(resaved ? [blank, blank] : [])],
				format: direct ? FORMS : resaved ? EXCEL : SHEETS,
				kind: 'survey',
				instrument: 'parents',
				language,
				wave,
				columns: anonymousColumns('a', PARENT_ITEMS.length),
				dayFirst: direct ? null : true
			};
		})
	);
}

/** @param {string} prefix @param {number} items */
function anonymousColumns(prefix, items) {
	return [
		{ index: 0, role: 'timestamp' },
		{ index: 1, role: 'group', group: 'class' },
		...Array.from({ length: items }, (_, i) => ({ index: 2 + i, role: 'item', item: `${prefix}${i + 1}` }))
	];
}
