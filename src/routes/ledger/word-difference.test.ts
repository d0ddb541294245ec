import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordDifference, type TextPart } from './word-difference';

const joined = (parts: TextPart[]) => parts.map(({ text }) => text).join('');
const same = (parts: TextPart[]) => parts.filter(({ changed }) => !changed).map(({ text }) => text);

it('marks the words that differ and nothing else', () => {
	const { earlier, later } = wordDifference('Тәлімгер маған көмектеседі.', 'Тәлімгер маған жиі көмектеседі.');
	expect(earlier.filter(({ changed }) => changed)).toEqual([]);
	expect(later.filter(({ changed }) => changed).map(({ text }) => text.trim())).toEqual(['жиі']);
});

it('marks a replaced word on both sides', () => {
	const { earlier, later } = wordDifference('Мне нравится школа', 'Мне нравится класс');
	expect(earlier.at(-1)).toEqual({ text: 'школа', changed: true });
	expect(later.at(-1)).toEqual({ text: 'класс', changed: true });
});

it('marks all of a text that stands alone', () => {
	expect(wordDifference('', 'New question')).toEqual({
		earlier: [],
		later: [{ text: 'New question', changed: true }]
	});
});

it('keeps both texts whole, and the unmarked rest is common to both', () => {
	const text = fc.array(fc.constantFrom('а', 'ә', 'мектеп', ' ', ', ', '?', 'school'), { maxLength: 12 });
	fc.assert(
		fc.property(text, text, (one, other) => {
			const [a, b] = [one.join(''), other.join('')];
			const { earlier, later } = wordDifference(a, b);
			expect(joined(earlier)).toBe(a);
			expect(joined(later)).toBe(b);
			expect(same(earlier).join('')).toBe(same(later).join(''));
			if (a === b) expect(earlier.some(({ changed }) => changed)).toBe(false);
		})
	);
});
