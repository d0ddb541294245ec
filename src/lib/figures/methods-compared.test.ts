import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { overlaps, textBoxes } from '../../../tests/gallery/text-boxes';
import type { Evaluation } from '$lib/model/evaluation';
import { BUILT_IN_METHODS } from '$lib/model/methods';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { LOCALES, type Locale } from '$lib/model/text';
import { drawPlot } from './draw';
import type { Frame } from './figure';
import { methodsCompared } from './methods-compared';
import { hasMethodsToCompare } from './methods-compared-rows';
import { measureText } from './text';

const { document } = new JSDOM('').window;
const base = galleryEvaluation();
const project: Project = {
	...galleryProject(),
	methods: [
		...galleryProject().methods,
		...BUILT_IN_METHODS.slice(0, 1).map((method) => ({ ...method, id: 'andreev' })),
		{
			id: 'school-1',
			version: 1,
			title: { en: 'The school’s own scale of satisfaction with mentoring' },
			source: '',
			low: 0,
			high: 1,
			cuts: [0.4, 0.6, 0.8],
			bands: ['low', 'medium_1', 'medium_2', 'high'].map((id) => ({ id, title: { en: `own ${id}` } })),
			closed: 'left'
		}
	]
};

function result(fields: Partial<Result> & Pick<Result, 'measure' | 'value'>): Result {
	const { measure, method = '', level = '' } = fields;
	return {
		id: `${measure}|teachers|w3|${level}|${method}`,
		version: 1,
		criterion: 3,
		stage: 'III',
		wave: 'w3',
		instrument: 'teachers',
		audience: 'teacher',
		n: 46,
		unit: 'coefficient',
		...fields
	};
}

function shares(method: string, counts: Record<string, number>, n = 46): Result[] {
	return Object.entries(counts).map(([level, count]) =>
		result({ measure: 'level_share', method, level, value: (100 * count) / n, count, n, unit: 'percent' })
	);
}

const others: Result[] = [
	result({ measure: 'coefficient_u', method: 'school-1@1', value: 0.78, level: 'medium_2' }),
	...shares('school-1@1', { low: 2, medium_1: 8, medium_2: 15, high: 21 }),
	result({ measure: 'coefficient_u', method: 'equal-thirds@1', value: 78, level: 'high' }),
	...shares('equal-thirds@1', { low: 0, medium: 10, high: 36 }),
	result({ measure: 'favourable', value: 78.2, low: 64, high: 88, unit: 'percent' }),
	result({ measure: 'mean', value: 4.12, unit: 'scale' }),
	result({ measure: 'block_score', value: 78, low: 71, high: 85, unit: 'score' })
];
const evaluation: Evaluation = { ...base, results: [...base.results, ...others] };

const frameOf = (width: number, locale: Locale, more: Partial<Frame> = {}): Frame => ({
	width,
	locale,
	measure: measureText,
	link: (id) => `#${encodeURIComponent(id)}`,
	...more
});

const build = (of: Evaluation, frame: Frame) => methodsCompared('teachers', 'w3', of, project, frame);

describe('the same answers under each method', () => {
	const figure = build(evaluation, frameOf(760, 'en'));

	it('stand in one row per method, on its own scale, with its levels', () => {
		expect(figure.table.rows.map(([name, value, scale, level]) => [name, value, scale, level])).toEqual([
			[expect.any(String), '3.12', '0–4', 'high'],
			['The school’s own scale of satisfaction with mentoring', '0.78', '0–1', 'own medium_2'],
			['Equal thirds of the scale', '78.0', '0–100', 'high'],
			['Favourable share', '78%', '0–100', null],
			['Mean answer', '4.12', '1–5', null],
			['POMP: percent of the maximum possible', '78.0', '0–100', null]
		]);
		expect(figure.table.columns.map(({ key }) => key)).toEqual([
			...['method', 'value', 'scale', 'level'],
			...['low', 'medium', 'medium_1', 'medium_2', 'high'],
			...['n', 'definition']
		]);
	});

	it('say in the caption what each method is, and in the title that the level depends on it', () => {
		expect(figure.title).toContain('high and own medium_2');
		expect(figure.notes.join('\n')).toContain('own medium_1 [0.4; 0.6) · own medium_2 [0.6; 0.8)');
	});

	it('open the value and every level of every method', () => {
		const links = [...drawPlot(figure, document).querySelectorAll('a')].map((link) =>
			decodeURIComponent(link.getAttribute('href') ?? '')
		);
		for (const { id, value, measure } of others) {
			if (measure !== 'level_share' || value !== 0) expect(links).toContain(`#${id}`);
		}
	});

	it.each(LOCALES)('keep their text inside and apart in %s', (locale) => {
		for (const frame of [
			frameOf(340, locale),
			frameOf(760, locale),
			frameOf(1000, locale, { large: true, link: null })
		]) {
			const drawn = build(evaluation, frame);
			const svg = drawPlot(drawn, document);
			const boxes = textBoxes(svg);
			expect(overlaps(boxes)).toEqual([]);
			expect(boxes.filter(({ left, right }) => left < -0.5 || right > frame.width + 0.5)).toEqual([]);
			expect(svg.outerHTML).not.toMatch(/NaN|undefined/u);
		}
	});

	it('are hidden together, without a number', () => {
		const hidden = evaluation.results.map((row) =>
			row.instrument === 'teachers' && row.wave === 'w3'
				? { ...row, value: null, n: null, count: undefined, level: row.level, reason: 'suppressed' as const }
				: row
		);
		const silent = build({ ...evaluation, results: hidden }, frameOf(760, 'en'));
		for (const row of silent.table.rows) {
			expect(row[1]).toBe('hidden: fewer than 5 answers');
			expect(row.slice(3, -1).every((cell) => cell === null)).toBe(true);
		}
	});

	it('of eight people are counts', () => {
		const few = others.map((row) => ({
			...row,
			n: 8,
			tags: ['counts_only' as const],
			...(row.measure === 'level_share' ? { count: 6, value: 75 } : {})
		}));
		const small = build({ ...base, results: [...base.results, ...few] }, frameOf(760, 'en'));
		expect(small.table.rows[1]).toContain('6 of 8');
		expect(small.notes.at(-1)).toContain('n\u00a0=\u00a08');
	});

	it('are offered only where there is more than one method', () => {
		expect(hasMethodsToCompare('teachers', 'w3', evaluation)).toBe(true);
		expect(hasMethodsToCompare('teachers', 'w3', base)).toBe(false);
	});
});
