import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, unbroken, wrap } from './text';

const KAZAKH =
	'Lesson Study топтарында бірлескен зерттеу жүргізу менің күнделікті тәжірибеме нақты өзгеріс енгізді';

describe('measureText', () => {
	it('adds the advances of the font (A 670, қ 583 thousandths)', () => {
		expect(measureText('A', 10)).toBeCloseTo(6.7);
		expect(measureText('Aқ', 100)).toBeCloseTo(67 + 58.3);
	});

	it('knows every Kazakh letter, and gives a letter the font lacks the widest place', () => {
		for (const letter of 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя₸№–…') {
			expect(measureText(letter, 1000)).not.toBe(1000);
		}
		expect(measureText('漢', 1000)).toBe(1000);
	});

	it('makes semibold wider than regular', () => {
		expect(measureText(KAZAKH, 13, 600)).toBeGreaterThan(measureText(KAZAKH, 13, 400));
	});
});

describe('wrap', () => {
	it('wraps a long Kazakh label to lines that fit', () => {
		const lines = wrap(KAZAKH, 260, { size: 13 });
		expect(lines).toEqual([
			'Lesson Study топтарында бірлескен',
			'зерттеу жүргізу менің күнделікті',
			'тәжірибеме нақты өзгеріс енгізді'
		]);
	});

	it('cuts at the last allowed line with an ellipsis that fits too', () => {
		const lines = wrap(KAZAKH, 260, { size: 13, maxLines: 2 });
		expect(lines).toHaveLength(2);
		expect(lines[1]).toMatch(/…$/u);
		expect(measureText(lines[1]!, 13)).toBeLessThanOrEqual(260);
	});

	it('keeps every character, in order, on lines no wider than asked', () => {
		const words = fc.array(fc.stringMatching(/^[A-Za-zа-яәіңғүұқөһ/-]{1,24}$/u), {
			minLength: 1,
			maxLength: 12
		});
		fc.assert(
			fc.property(words, fc.integer({ min: 30, max: 400 }), (parts, width) => {
				const lines = wrap(parts.join(' '), width, { size: 13 });
				expect(lines.join('').replaceAll(' ', '')).toBe(parts.join(''));
				for (const line of lines) expect(measureText(line, 13)).toBeLessThanOrEqual(width);
			})
		);
	});

	it('never parts a number from its ending or its letter', () => {
		expect(wrap('34 жауаптың 28-і оң', 90, { size: 13 })).toEqual(['34 жауаптың', '28-і оң']);
		expect(wrap('анық өзгеріс жоқ, n\u00a0=\u00a034', 110, { size: 13 })).toEqual([
			'анық өзгеріс',
			'жоқ, n\u00a0=\u00a034'
		]);
		expect(wrap('Ата-аналар', 50, { size: 13 })).toEqual(['Ата-', 'аналар']);
	});

	it('gives one empty line for an empty text', () => {
		expect(wrap('', 100, { size: 13 })).toEqual(['']);
	});
});

describe('unbroken', () => {
	const lines = (text: string) => unbroken(text).split(' ');

	it('leaves no dash, dot or arrow to begin a line', () => {
		expect(lines('үлесі – 75%')).toEqual(['үлесі\u00a0–', '75%']);
		expect(lines('a · b → c')).toEqual(['a\u00a0·', 'b\u00a0→', 'c']);
	});

	it('keeps counts, intervals and units whole', () => {
		expect(lines('жоғары [3; 4] (6 ішінен 5), n = 44')).toEqual([
			'жоғары',
			'[3;\u00a04]',
			'(6\u00a0ішінен\u00a05),',
			'n\u00a0=\u00a044'
		]);
		expect(lines('на +18 п. п.')).toEqual(['на', '+18\u00a0п.\u00a0п.']);
	});

	it('changes nothing but spaces', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-zа-я0-9 ;()[\]=–·→.]{0,60}$/u), (text) => {
				expect(unbroken(text).replaceAll('\u00a0', ' ')).toBe(text);
			})
		);
	});
});
