import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading } from '$lib/model/reading';
import { rowsOf } from './cells';
import { readFile } from './read-file';
import { redactReading, textsOf, type RedactedColumn } from './redact';
import { isSameReading, redactedCopy } from './redacted-copy';

const bytes = (text: string) => new TextEncoder().encode(text);
const dropped = (...columns: number[]): RedactedColumn[] =>
	columns.map((index) => ({ index, names: true, replace: () => '' }));

/** Everything of a reading that a person could read. */
function allText({ cells, aside, issues, header }: Reading): string {
	return JSON.stringify([rowsOf(cells), aside, issues, header]);
}

describe('a redacted reading', () => {
	test('has empty cells in the column, and every row where it was', () => {
		const reading = readFile('a.csv', bytes('Email,Балл\na@b.kz,4\nc@d.kz,5\n'));
		const redacted = redactReading(reading, dropped(0));
		expect(rowsOf(redacted.cells)).toEqual([
			['', '4'],
			['', '5']
		]);
		expect(redacted.header).toEqual(['Email', 'Балл']);
		expect(rowsOf(reading.cells)[0]).toEqual(['a@b.kz', '4']);
	});

	test('holds the code in place of the text where there is one', () => {
		const reading = readFile('a.csv', bytes('Email,Балл\na@b.kz,4\n,5\n'));
		const redacted = redactReading(reading, [{ index: 0, names: false, replace: () => 'p01' }]);
		expect(rowsOf(redacted.cells).map(([code]) => code)).toEqual(['p01', '']);
	});

	test('shows no person in rows that do not fit, in rows set aside, and in what issues show', () => {
		const text = [
			'Есеп: a@b.kz',
			'Аты-жөні;Пошта;Сұрақ;Балл',
			'Иванова Анна;a@b.kz;жақсы;4',
			'Иванова; Анна;c@d.kz;жақсы;5',
			'Ким Вера;e@f.kz;жақсы;3',
			'Ли Юна;g@h.kz;жақсы;3',
			'Пак Нина;;;',
			'Ногай Ая;x@y.kz;нашар;2',
			'Итого;Иванова Анна;;15',
			''
		].join('\n');
		const reading = readFile('a.csv', bytes(text), { roles: { 9: 'set-aside' } });
		expect(reading.ragged).not.toEqual([]);
		expect(reading.aside.map(({ role }) => role)).toEqual(['title', 'header', 'set-aside']);
		const shown = allText(redactReading(reading, dropped(0, 1)));
		for (const part of ['@', 'Иванова', 'Анна', 'Ким', 'Вера', 'Ли Юна', 'Пак', 'Ногай'])
			expect(shown, part).not.toContain(part);
		expect(shown).toContain('жақсы');
	});

	test('keeps the lines of the rows below a cell of several lines', () => {
		const text = 'Аты-жөні,Сұрақ\n"Ким\nВера",жақсы\nЛи Юна,нашар\n';
		const reading = readFile('a.csv', bytes(text));
		const redacted = redactReading(reading, dropped(0));
		const copy = redactedCopy(redacted);
		expect(isSameReading(redacted, copy.reading)).toBe(true);
		expect(copy.reading.cells.line(1)).toBe(4);
		expect(new TextDecoder().decode(copy.bytes)).not.toContain('Ким');
	});

	test('a row of which nothing is left stays a row', () => {
		const reading = readFile('a.csv', bytes('Пошта;Сұрақ;Балл\na@b.kz;;\nc@d.kz;жақсы;4\ne@f.kz;нашар;3\n'));
		const redacted = redactReading(reading, dropped(0));
		const { reading: again, options } = redactedCopy(redacted);
		expect(isSameReading(redacted, again)).toBe(true);
		expect(options.roles).toBeDefined();
	});

	test('texts of a column are listed with those of rows set aside', () => {
		const reading = readFile('a.csv', bytes('Аты;Балл\nКим;4\nЛи;5\nКим;3\nИтого;12\n'));
		expect(textsOf(reading, 0)).toEqual(['Ким', 'Ли', 'Итого']);
	});
});

const REFERENCE = new URL('../../../../tests/reference/import/', import.meta.url);

describe('the copy of a redacted reading is read back as it was', () => {
	test.each(['real', 'cases'])('every file of %s, each column in turn', (folder) => {
		const names = readdirSync(new URL(`${folder}/`, REFERENCE)).filter((name) => name.endsWith('.csv'));
		const failed: string[] = [];
		for (const name of names) {
			const reading = readFile(name, new Uint8Array(readFileSync(new URL(`${folder}/${name}`, REFERENCE))));
			if (reading.status === 'refuse') continue;
			for (let column = 0; column < Math.min(reading.cells.width, 12); column += 1) {
				const redacted = redactReading(reading, dropped(column));
				const { reading: again } = redactedCopy(redacted);
				const joined = { ...again, aside: redacted.aside };
				const headers = ({ counts }: Reading) => counts.header;
				const same = headers(redacted) > headers(again) ? joined : again;
				if (!isSameReading(redacted, same)) failed.push(`${name} ${column}`);
			}
		}
		expect(failed).toEqual([]);
	});

	const cell = fc.constantFrom(
		'',
		'a@b.kz',
		'Ким Вера',
		'4',
		'да',
		'"',
		'a;b',
		'a,b',
		' x ',
		'Итого',
		'екі\nжол',
		"'",
		'='
	);
	const tables = fc
		.record({ width: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 3, max: 9 }) })
		.chain(({ width, rows }) =>
			fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows })
		);

	test('random tables', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom(';', ',', '\t'), fc.nat(), (rows, delimiter, pick) => {
				const width = rows[0]?.length ?? 1;
				const header = Array.from({ length: width }, (_, index) => `Сұрақ ${'абвгд'.charAt(index)}`);
				const text = [[...header, 'Балл'], ...rows.map((row, at) => [...row, String(1 + (at % 5))])]
					.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter) + '\r\n')
					.join('');
				const reading = readFile('t.csv', bytes(text));
				fc.pre(reading.status !== 'refuse');
				const column = pick % width;
				const redacted = redactReading(reading, dropped(column));
				const copy = redactedCopy(redacted);
				expect(isSameReading(redacted, copy.reading)).toBe(true);
				for (const row of rowsOf(copy.reading.cells)) expect(row[column]?.trim() ?? '').toBe('');
			}),
			{ numRuns: 400 }
		);
	});
});
