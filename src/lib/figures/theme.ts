import type { Frame } from './figure';

/** Colours of figures (look.md). Every one also has a shape, a place or a word beside it. */
export interface Theme {
	paper: string;
	ink: string;
	muted: string;
	line: string;
	track: string;
	accent: string;
	hatch: string;
	caution: string;
	/** Answers: from strongly unfavourable to light, the middle, and from light to strongly favourable. */
	unfavourable: [strong: string, light: string];
	neutral: string;
	favourable: [light: string, strong: string];
	wave: { baseline: string; previous: string; current: string };
	target: string;
	up: string;
	down: string;
	within: string;
}

const LIGHT: Theme = {
	paper: '#FBFAF7',
	ink: '#1D2733',
	muted: '#5A6470',
	line: '#DAD7D0',
	track: '#EFECE5',
	accent: '#007C91',
	hatch: '#B9B5AC',
	caution: '#8A5A00',
	unfavourable: ['#B2563B', '#E3A98F'],
	neutral: '#CFCBC4',
	favourable: ['#8FBFB8', '#2B7A78'],
	wave: { baseline: '#B8C4D6', previous: '#7C93B8', current: '#23395B' },
	target: '#111111',
	up: '#2B7A78',
	down: '#B2563B',
	within: '#98A0AB'
};

const DARK: Theme = {
	paper: '#151A21',
	ink: '#ECEAE4',
	muted: '#A9B1BC',
	line: '#38414D',
	track: '#232B35',
	accent: '#4FB9CB',
	hatch: '#5E6875',
	caution: '#E5B25D',
	unfavourable: ['#D9775A', '#9A5B47'],
	neutral: '#6C717A',
	favourable: ['#3F7F79', '#67BDB2'],
	wave: { baseline: '#5A6B86', previous: '#86A0C8', current: '#C9D8F0' },
	target: '#FFFFFF',
	up: '#67BDB2',
	down: '#D9775A',
	within: '#7F8894'
};

/** Colours for the page's own theme; exports are always light. */
export function themeOf(frame: Pick<Frame, 'dark'>): Theme {
	return frame.dark ? DARK : LIGHT;
}

/** Family names as the page and the exports declare them, with what Windows has. */
export const FONT_FAMILY = "'Golos Text', 'Golos Text Variable', 'Segoe UI', Arial, sans-serif";

/** Type sizes of a figure in px. */
export interface Sizes {
	label: number;
	small: number;
	/** Height of a line of `label`. */
	line: number;
}

/** 13/12 px on the page; `large` keeps 14 pt on a slide of 13.33 inches whatever the width of the drawing (14 pt = width / 69). */
export function sizesOf(frame: Pick<Frame, 'width' | 'large'>): Sizes {
	if (!frame.large) return { label: 13, small: 12, line: 17 };
	const label = Math.min(20, Math.max(14, Math.ceil(frame.width / 68)));
	return { label, small: label - 1, line: Math.round(label * 1.3) };
}

/** Height of a panel's drawing in px; the narrowest, as four of them on a slide, are lower. */
export function panelHeight({ width }: Pick<Frame, 'width'>): number {
	return width < 350 ? 150 : 165;
}

const PAIR = 2;

function channelsOf(colour: string): number[] {
	return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + PAIR), 16));
}

/** Colour `share` of the way from one to the other. */
export function mix(from: string, to: string, share: number): string {
	const [a, b] = [channelsOf(from), channelsOf(to)];
	const hex = a.map((value, index) => Math.round(value + ((b[index] ?? value) - value) * share));
	return `#${hex.map((value) => value.toString(16).padStart(PAIR, '0')).join('')}`.toUpperCase();
}

/** `count` steps from one colour to the other, ends included; a single step is the strong end. */
function steps(from: string, to: string, count: number, alone: string): string[] {
	if (count === 1) return [alone];
	return Array.from({ length: count }, (_, index) => mix(from, to, index / (count - 1)));
}

/** Colours for so many unfavourable, neutral and favourable levels in ascending order (four, five, seven steps interpolated). */
export function answerColours(
	theme: Theme,
	unfavourable: number,
	neutral: number,
	favourable: number
): string[] {
	const [strongNo, lightNo] = theme.unfavourable;
	const [lightYes, strongYes] = theme.favourable;
	return [
		...steps(strongNo, lightNo, unfavourable, strongNo),
		...Array.from({ length: neutral }, () => theme.neutral),
		...steps(lightYes, strongYes, favourable, strongYes)
	];
}

function luminance(colour: string): number {
	const [r = 0, g = 0, b = 0] = channelsOf(colour).map((value) => {
		const share = value / 255;
		return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours (WCAG 2). */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** Ink or white, whichever reads better on `background`. */
export function inkOn(background: string): string {
	return contrast('#FFFFFF', background) >= contrast('#1D2733', background) ? '#FFFFFF' : '#1D2733';
}
