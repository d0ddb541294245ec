import { describe, expect, it } from 'vitest';
import { scale } from '$lib/model/project';
import { levelLabel, reach, stepsLegend, stepsOf } from './likert';
import { levelClass } from './rows';
import { themeOf } from './theme';

function points(count: number, more: Record<string, unknown> = {}) {
	const levels = Array.from({ length: count }, (_, at) => ({ value: at + 1, labels: [String(at + 1)] }));
	return scale.parse({ id: 'points', levels, ...more });
}

function classes(of: ReturnType<typeof points>): string {
	return of.levels.map(({ value }) => levelClass(of, value)[0]).join('');
}

describe('levelClass', () => {
	it('follows POMP 75 and 25, halves of four points, and the scale’s own rule', () => {
		expect(classes(points(5))).toBe('uunff');
		expect(classes(points(4))).toBe('uuff');
		expect(classes(points(3))).toBe('unf');
		expect(classes(points(2))).toBe('uf');
		expect(classes(points(10))).toBe('uuunnnnfff');
		expect(classes(points(7, { favourable: [5, 6, 7] }))).toBe('uunnfff');
	});
});

describe('stepsOf', () => {
	it('gathers more than seven levels into three', () => {
		const steps = stepsOf(points(10), themeOf({}), 'kk');
		expect(steps.map(({ values }) => values.length)).toEqual([3, 4, 3]);
	});

	it('puts the middle of the neutral answers on the line', () => {
		const steps = stepsOf(points(5), themeOf({}), 'kk');
		expect(reach(steps, [5, 10, 20, 30, 35])).toEqual([25, 75]);
	});
});

describe('stepsLegend', () => {
	const labels = (short: boolean) =>
		stepsLegend(stepsOf(points(5), themeOf({}), 'en'), short, 'en').map(({ label }) => label);

	it('says at the ends of a scale of bare numbers what they stand for', () => {
		expect(labels(false)).toEqual(['1 – unfavourable', '2', '3', '4', '5 – favourable']);
		expect(labels(true)).toEqual(['1 – unfavourable', '3', '5 – favourable']);
	});
});

describe('levelLabel', () => {
	it('finds the wording of a language among all wordings', () => {
		const labels = ['толық келісемін', 'полностью согласен', 'strongly agree'];
		expect(levelLabel(labels, 'kk')).toBe('толық келісемін');
		expect(levelLabel(labels, 'ru')).toBe('полностью согласен');
		expect(levelLabel(labels, 'en')).toBe('strongly agree');
		expect(levelLabel(['бейтарап', 'нейтрально'], 'kk')).toBe('бейтарап');
		expect(levelLabel(['5'], 'ru')).toBe('5');
	});
});
