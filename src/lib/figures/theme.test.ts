import { describe, expect, it } from 'vitest';
import { answerColours, contrast, inkOn, sizesOf, themeOf } from './theme';

const light = themeOf({});

/** Luminance as three kinds of colour-blind eyes see a colour (Viénot, Brettel and Mollon 1999; tritanopia after Brettel 1997, linear). */
const EYES: Record<string, [number[], number[], number[]]> = {
	protanopia: [
		[0.11238, 0.88762, 0],
		[0.11238, 0.88762, 0],
		[0.00401, -0.00401, 1]
	],
	deuteranopia: [
		[0.29275, 0.70725, 0],
		[0.29275, 0.70725, 0],
		[-0.02234, 0.02234, 1]
	],
	tritanopia: [
		[1, 0.1446, -0.1446],
		[0, 0.8592, 0.1408],
		[0, 0.8592, 0.1408]
	]
};

function linearChannels(colour: string): number[] {
	return [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
}

function seen(colour: string, eyes: number[][]): number[] {
	const rgb = linearChannels(colour);
	return eyes.map((row) => row.reduce((sum, weight, at) => sum + weight * rgb[at]!, 0) ** (1 / 2.2));
}

function distance(one: string, other: string, eyes: number[][]): number {
	const [a, b] = [seen(one, eyes), seen(other, eyes)];
	return Math.hypot(...a.map((value, at) => (value || 0) - (b[at] || 0)));
}

describe('colours', () => {
	it('are those of look.md on five steps', () => {
		expect(answerColours(light, 2, 1, 2)).toEqual(['#B2563B', '#E3A98F', '#CFCBC4', '#8FBFB8', '#2B7A78']);
	});

	it('interpolate four and seven steps between the same ends', () => {
		expect(answerColours(light, 2, 0, 2)).toEqual(['#B2563B', '#E3A98F', '#8FBFB8', '#2B7A78']);
		const seven = answerColours(light, 3, 1, 3);
		expect([seven[0], seven[2], seven[4], seven[6]]).toEqual(['#B2563B', '#E3A98F', '#8FBFB8', '#2B7A78']);
		expect(new Set(seven).size).toBe(7);
	});

	it.each(['light', 'dark'])('carry words and numbers legibly in %s', (name) => {
		const theme = themeOf({ dark: name === 'dark' });
		for (const text of [theme.ink, theme.muted, theme.accent])
			expect(contrast(text, theme.paper)).toBeGreaterThanOrEqual(4.5);
		for (const mark of [theme.wave.current, theme.target, theme.up, theme.down]) {
			expect(contrast(mark, theme.paper)).toBeGreaterThanOrEqual(3);
		}
		for (const box of answerColours(theme, 2, 1, 2))
			expect(contrast(inkOn(box), box)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(Object.keys(EYES))(
		'stay apart for %s: neighbouring answers, growth and decline, the three waves',
		(kind) => {
			const eyes = EYES[kind]!;
			const five = answerColours(light, 2, 1, 2);
			five.slice(1).forEach((colour, at) => expect(distance(colour, five[at]!, eyes)).toBeGreaterThan(0.1));
			expect(distance(light.up, light.down, eyes)).toBeGreaterThan(0.1);
			expect(distance(light.wave.baseline, light.wave.previous, eyes)).toBeGreaterThan(0.1);
			expect(distance(light.wave.previous, light.wave.current, eyes)).toBeGreaterThan(0.1);
		}
	);

	it('of the waves get darker in grey print', () => {
		const { baseline, previous, current } = light.wave;
		expect(contrast(baseline, previous)).toBeGreaterThan(1.5);
		expect(contrast(previous, current)).toBeGreaterThan(1.5);
	});
});

describe('type', () => {
	it('is 12 px at least on the page and 14 pt on a slide of any pixel width', () => {
		expect(sizesOf({ width: 300 }).small).toBe(12);
		for (const width of [960, 1100, 1280]) {
			const inches = 13.33;
			expect((sizesOf({ width, large: true }).label / width) * inches * 72).toBeGreaterThanOrEqual(13.9);
		}
	});
});
