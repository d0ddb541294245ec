import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellParts } from './cell-parts';
import { columnWindow } from './column-window';

describe('a cell', () => {
	test('shows what cannot be seen as signs with their code points', () => {
		expect(cellParts('7А\u0000\u202e\u200bБ')).toEqual([
			{ text: '7А', code: null },
			{ text: 'NUL', code: 'U+0000' },
			{ text: 'RLO', code: 'U+202E' },
			{ text: 'ZWSP', code: 'U+200B' },
			{ text: 'Б', code: null }
		]);
	});
	test('keeps every character that can be seen', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
				const parts = cellParts(text);
				const drawn = parts.map(({ code, text: sign }) =>
					code === null ? sign : String.fromCodePoint(parseInt(code.slice(2), 16))
				);
				expect(drawn.join('')).toBe(text);
			})
		);
	});
});

describe('the columns of a wide table', () => {
	test('are drawn where they are looked at', () => {
		expect(columnWindow(300, 100, 1000, 0)).toEqual({ from: 0, to: 13, before: 0, after: 28700, width: 100 });
		expect(columnWindow(300, 100, 1000, 5000)).toMatchObject({ from: 47, to: 63 });
		expect(columnWindow(300, 100, 1000, 29000)).toMatchObject({ from: 287, to: 300, after: 0 });
	});
	test('fill the view where they are few', () => {
		expect(columnWindow(4, 100, 1000, 0)).toEqual({ from: 0, to: 4, before: 0, after: 0, width: 250 });
	});
	test('always take the room of all of them', () => {
		const natural = fc.nat({ max: 3000 });
		fc.assert(
			fc.property(natural, natural, fc.nat({ max: 400_000 }), (count, view, left) => {
				const { from, to, before, after, width } = columnWindow(count, 100, view, left);
				expect(before + Math.max(0, to - from) * width + after).toBeGreaterThanOrEqual(count * width);
				expect(from).toBeGreaterThanOrEqual(0);
			})
		);
	});
});
