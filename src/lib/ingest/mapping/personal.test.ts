import { describe, expect, test } from 'vitest';
import { emptyProject } from '$lib/model/project';
import { personalColumns, redactionOf } from './personal';
import { csv, given } from './testing/given';

const LEVELS = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const SURNAMES = ['Ахметова', 'Сейтқали', 'Ким', 'Иванова', 'Оразбай', 'Жүнісова', 'Ли', 'Пак'];
const NAMES = ['Айгерім', 'Дәурен', 'Вера', 'Анна', 'Бота', 'Гүлнар', 'Юна', 'Нина'];

/** A questionnaire of sixteen rows with one more column before its two questions. */
function survey(header: string, cell: (row: number) => string, also: string[] = []) {
	const rows = Array.from({ length: 16 }, (_, row) => [
		`${String(row + 1).padStart(2, '0')}.04.2016`,
		cell(row),
		...also.map(() => `T${String(row).padStart(2, '0')}`),
		LEVELS[row % 5] ?? '',
		LEVELS[(row + 1) % 5] ?? ''
	]);
	return given('с.csv', csv([['Күні', header, ...also, 'Сабақ қызық', 'Мектеп ұнайды'], ...rows]));
}
const name = (row: number) => `${SURNAMES[row % 8] ?? ''} ${NAMES[(row * 3 + (row >> 3)) % 8] ?? ''}`;
const found = (file: ReturnType<typeof survey>) => personalColumns(file, emptyProject());

describe('personal columns of a questionnaire', () => {
	test('are found under any header where nearly every answer is another name', () => {
		expect(found(survey('Сіз кімсіз', name))?.columns).toMatchObject([
			{ index: 1, kind: 'name', key: true, cells: 16 }
		]);
	});

	test('are found where the header says respondent, and the answers are names', () => {
		expect(found(survey('Респондент', name))?.choices).toEqual(['drop', 'code', 'keep']);
	});

	test('need no code where the file has one', () => {
		expect(found(survey('Email', (row) => `u${row}@b.kz`, ['Жеке коды']))?.choices).toEqual(['drop', 'keep']);
	});

	test('are not the mentor, by whom answers are grouped, nor an empty column', () => {
		expect(found(survey('Тәлімгер', (row) => name(row % 2)))).toBeNull();
		expect(found(survey('Email', () => ''))).toBeNull();
	});

	test('that are kept make no redacted copy', () => {
		const columns = found(survey('Email', (row) => `u${row}@b.kz`));
		if (!columns) throw new Error('not found');
		expect(redactionOf(columns, 'keep', 'x', null)).toBeUndefined();
		expect(redactionOf(columns, 'code', 'x', null)?.columns[0]?.how).toBe('coded');
	});
});
