import { describe, expect, test } from 'vitest';
import { emptyProject, type Project } from '$lib/model/project';
import { readingView } from '../reading/view';
import { newSource } from './draft';
import { addNewItem, ownLabels } from './new-items';
import { profileFile } from './profile';
import { csv, given } from './testing/given';

const LATE = 'Мүлдем жоқ';
const answers = [...Array.from({ length: 300 }, (_, row) => (row % 2 ? 'Иногда' : 'Всегда')), LATE];
const file = given('a.csv', csv([['Код', 'Пікір'], ...answers.map((text, row) => [`k${row}`, text])]));
const view = readingView(file.reading);

function project(): Project {
	const survey = {
		id: 'x',
		kind: 'survey' as const,
		audience: 'teacher' as const,
		title: {},
		anonymous: true
	};
	return { ...emptyProject(), instruments: [{ ...survey, blocks: [], items: [] }] };
}
const source = { ...newSource(profileFile(file)), instrument: 'x', language: 'ru' as const };

describe('a question made by hand of a column', () => {
	test('sees the answers of all rows, not of the first ones', () => {
		expect(view.distinct[1]).toEqual([
			['Всегда', 150],
			['Иногда', 150],
			[LATE, 1]
		]);
		expect(ownLabels(view.distinct[1] ?? [])).toContain(LATE);
		const made = project();
		addNewItem(made, source, {
			kind: 'scale',
			text: 'Пікір',
			scale: 'ascending',
			answers: view.distinct[1] ?? []
		});
		expect(made.scales[0]?.levels.flatMap(({ labels }) => labels).sort()).toEqual(
			['Всегда', 'Иногда', LATE].sort()
		);
	});
	test('is told at most a thousand answers of a column', () => {
		expect(view.distinct[0]).toHaveLength(301);
		const long = given(
			'b.csv',
			csv([['Код', 'Балл'], ...Array.from({ length: 1500 }, (_, row) => [`k${row}`, '4'])])
		);
		expect(readingView(long.reading).distinct.map((texts) => texts.length)).toEqual([1000, 1]);
	});
	test('takes the parts of answers with several options for its options', () => {
		const made = project();
		addNewItem(made, source, {
			kind: 'multi',
			text: 'Не ұнайды?',
			scale: null,
			answers: [
				['Сабақ; Үйірме', 2],
				['Үйірме', 1],
				['Спорт;', 1],
				['н/д', 1]
			]
		});
		expect(made.instruments[0]?.items[0]?.options).toEqual(['Сабақ', 'Үйірме', 'Спорт']);
	});
});
