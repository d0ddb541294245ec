import type { DataTable, ResponseTable } from '$lib/model/dataset';
import { emptyProject, type Project } from '$lib/model/project';

/** Items of the questionnaire, waves it was asked in, departments of those who answered. */
export const ITEMS = 20;
export const WAVES = 3;
export const DEPARTMENTS = 12;

/** Blank is 0, answers are 1–5. Row r holds respondent `respondent[r]`; item i of it stands at `answers[i][r]`. */
export interface School {
	rows: number;
	wave: Uint8Array;
	respondent: Int32Array;
	department: Uint8Array;
	answers: Uint8Array[];
}

/** Answers of so many people in every wave, the same ones each time they are made. */
export function makeSchool(respondents: number): School {
	const rows = respondents * WAVES;
	let state = 20141001;
	const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const wave = Uint8Array.from({ length: rows }, (_, row) => Math.floor(row / respondents));
	const respondent = Int32Array.from({ length: rows }, (_, row) => row % respondents);
	const department = Uint8Array.from({ length: rows }, (_, row) => (row % respondents) % DEPARTMENTS);
	const answers = Array.from({ length: ITEMS }, () =>
		Uint8Array.from({ length: rows }, (_, row) =>
			next() < 0.03 ? 0 : 1 + Math.min(4, Math.floor(next() * 4.2 + 0.3 * (wave[row] ?? 0)))
		)
	);
	return { rows, wave, respondent, department, answers };
}

export const itemId = (item: number) => `t${item + 1}`;
export const waveId = (wave: number) => `w${wave + 1}`;
export const departmentName = (department: number) => `Department ${department + 1}`;
export const respondentCode = (respondent: number) => `r${respondent}`;

/** The project of that school: four blocks of five items on one scale of five points. */
export function schoolProject(): Project {
	const name = { kk: 'Сынақ', ru: 'Проба', en: 'Trial' };
	return {
		...emptyProject(),
		waves: Array.from({ length: WAVES }, (_, wave) => ({
			id: waveId(wave),
			stage: `${wave + 1}`,
			schoolYear: `${2014 + wave}-${2015 + wave}`,
			from: `${2014 + wave}-09-01`,
			to: `${2015 + wave}-08-31`,
			label: name,
			baseline: wave === 0
		})),
		scales: [
			{
				id: 'agree5',
				levels: [1, 2, 3, 4, 5].map((value) => ({ value, labels: [String(value)] })),
				dontKnow: [],
				provisional: false
			}
		],
		instruments: [
			{
				id: 'teachers',
				kind: 'survey',
				audience: 'teacher',
				title: name,
				anonymous: true,
				blocks: [0, 1, 2, 3].map((block) => ({ id: `b${block}`, title: name })),
				items: Array.from({ length: ITEMS }, (_, item) => ({
					id: itemId(item),
					block: `b${item % 4}`,
					module: null,
					required: true,
					kind: 'scale' as const,
					versions: [
						{
							waves: Array.from({ length: WAVES }, (_, wave) => waveId(wave)),
							text: name,
							scale: 'agree5',
							reversed: false
						}
					]
				}))
			}
		]
	};
}

/** What the measures are told of the table. */
export const responsesOf = ({ rows }: School): ResponseTable[] => [
	{
		instrument: 'teachers',
		kind: 'survey',
		table: 'survey_teachers',
		rows,
		items: Array.from({ length: ITEMS }, (_, item) => ({
			item: itemId(item),
			column: `item_${itemId(item)}`,
			stateColumn: null,
			states: [],
			whole: true
		})),
		groups: ['department'],
		matched: true
	}
];

/** The finished table as the import hands it to the engine. */
export function schoolTable({ rows, wave, respondent, department, answers }: School): DataTable {
	const text = (name: string, codes: ArrayLike<number>, word: (code: number) => string) => {
		const words = new Map<number, string>();
		const wordOf = (code: number) => {
			let known = words.get(code);
			if (known === undefined) words.set(code, (known = word(code)));
			return known;
		};
		return { name, type: 'text' as const, values: Array.from(codes, wordOf) };
	};
	return {
		name: 'survey_teachers',
		rows,
		columns: [
			{
				name: 'response',
				type: 'integer',
				values: Int32Array.from({ length: rows }, (_, row) => row),
				valid: null
			},
			text('wave', wave, waveId),
			text('respondent', respondent, respondentCode),
			text('group_department', department, departmentName),
			...answers.map((values, item) => ({
				name: `item_${itemId(item)}`,
				type: 'tinyint' as const,
				values: Int8Array.from(values),
				valid: values.map((value) => (value === 0 ? 0 : 1))
			}))
		]
	};
}
