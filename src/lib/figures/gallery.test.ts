import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { overlaps, textBoxes } from '../../../tests/gallery/text-boxes';
import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { LOCALES, type Locale } from '$lib/model/text';
import { drawPlot } from './draw';
import type { Figure, Frame } from './figure';
import { figureBuilders } from './places';
import { measureText } from './text';

const evaluation = galleryEvaluation();
const project = galleryProject();
const { document } = new JSDOM('').window;

function figures(of: Evaluation, inProject: Project, frame: Frame): Figure[] {
	return figureBuilders(of, inProject)
		.map(({ build }) => build(frame))
		.filter(({ empty }) => empty === undefined);
}

function evaluationFigures(of: Evaluation, inProject: Project, frame: Frame): Figure[] {
	return figureBuilders(of, inProject)
		.filter(({ place }) => place === 'evaluation')
		.map(({ build }) => build(frame));
}

function frameOf(width: number, locale: Locale, more: Partial<Frame> = {}): Frame {
	const link = (id: string) => `#${encodeURIComponent(id)}`;
	return { width, locale, measure: measureText, link, ...more };
}

const FRAMES: [string, (locale: Locale) => Frame][] = [
	['a phone', (locale) => frameOf(340, locale)],
	['a panel', (locale) => frameOf(430, locale)],
	['a page', (locale) => frameOf(760, locale)],
	['a dark page', (locale) => frameOf(760, locale, { dark: true })],
	['an export', (locale) => frameOf(1000, locale, { large: true, link: null })],
	['a slide', (locale) => frameOf(1240, locale, { large: true, link: null })]
];

/** Attributes one below the other, so that a changed picture reads as a change of a few lines. */
function readable(svg: Element): string {
	return svg.outerHTML.replaceAll('><', '>\n<').replace(/(\d\.\d{2})\d+/gu, '$1') + '\n';
}

afterEach(() => vi.restoreAllMocks());

describe.each(FRAMES)('every figure on %s', (_name, frameFor) => {
	it.each(LOCALES)('keeps all its text inside, apart and legible in %s', (locale) => {
		const frame = frameFor(locale);
		const warned = vi.spyOn(console, 'warn');
		const drawn = figures(evaluation, project, frame);
		expect(drawn.length).toBeGreaterThan(20);
		const smallest = frame.large ? 13 : 12;
		for (const figure of drawn) {
			const svg = drawPlot(figure, document);
			const boxes = textBoxes(svg);
			const outside = boxes.filter(
				({ left, right, top, bottom }) =>
					left < -0.5 || right > frame.width + 0.5 || top < -1 || bottom > figure.height + 1
			);
			expect(outside, figure.id).toEqual([]);
			expect(
				boxes.filter(({ size }) => size < smallest),
				figure.id
			).toEqual([]);
			expect(overlaps(boxes), figure.id).toEqual([]);
			expect(svg.querySelectorAll('style, clipPath, pattern, g[aria-label]').length, figure.id).toBe(0);
			expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|⚠/u);
			expect(svg.outerHTML).not.toContain('rotate(90)');
		}
		expect(warned).not.toHaveBeenCalled();
	});
});

describe('pictures', () => {
	const once = figures(evaluation, project, frameOf(760, 'kk')).filter(
		({ id }) => !/\.(self|administration|pupils|parents|mentees)$/u.test(id)
	);
	it.each(once.map((figure) => [figure.id, figure] as const))('%s is as accepted', async (id, figure) => {
		await expect(readable(drawPlot(figure, document))).toMatchFileSnapshot(
			`../../../tests/gallery/svg/${id}.svg`
		);
	});

	it.each(LOCALES)('the four panels are as accepted in %s', async (locale) => {
		for (const figure of evaluationFigures(evaluation, project, frameOf(430, locale))) {
			const path = `../../../tests/gallery/svg/panel-${figure.id}-${locale}.svg`;
			await expect(readable(drawPlot(figure, document))).toMatchFileSnapshot(path);
		}
	});
});

function numbersIn(figure: Figure): Set<string> {
	return new Set(textBoxes(drawPlot(figure, document)).map(({ text }) => text));
}

describe('a figure', () => {
	const byId = new Map(figures(evaluation, project, frameOf(760, 'en')).map((figure) => [figure.id, figure]));

	it('has one id, a finding, a source and a table of equal rows', () => {
		const all = figures(evaluation, project, frameOf(760, 'en'));
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(figureBuilders(evaluation, project).map(({ id }) => id)).toEqual(
			figureBuilders(evaluation, project).map(({ build }) => build(frameOf(760, 'en')).id)
		);
		for (const { title, source, table, alt, id } of all) {
			expect(
				[title, source, alt].every((text) => text.length > 10 && !/\{\w+\}/u.test(text)),
				id
			).toBe(true);
			expect(
				table.rows.every((row) => row.length === table.columns.length),
				id
			).toBe(true);
			expect(table.rows.length, id).toBeGreaterThan(0);
		}
	});

	it('shows in its table the numbers its marks show', () => {
		const trend = byId.get('evaluation.trend')!;
		const shown = numbersIn(trend);
		for (const [, value] of trend.table.rows) expect(shown).toContain(`${Math.round(Number(value))}%`);
		const counts = byId.get('achievements.levels')!;
		for (const row of counts.table.rows) {
			for (const value of row.slice(1)) expect(numbersIn(counts)).toContain(String(value));
		}
		const teachers = byId.get('growth.teachers.ratings.mentor')!;
		const changes = numbersIn(teachers);
		for (const [person] of teachers.table.rows) expect(changes).toContain(person);
	});

	it('opens every linked mark with words that a screen reader says', () => {
		const svg = drawPlot(byId.get('evaluation.trend')!, document);
		const links = [...svg.querySelectorAll('a')];
		expect(links.map((link) => link.getAttribute('href'))).toContain('#level_share%7Cteachers%7Cw3%7Chigh');
		expect(links.at(-1)!.getAttribute('aria-label')).toBe(
			'Stage III: 34 of 46 respondents at the high level (74%; likely 60–84%)'
		);
		expect(svg.getAttribute('role')).toBe('group');
	});

	it('is an image without links where nothing can be opened', () => {
		const [trend] = evaluationFigures(evaluation, project, frameOf(430, 'en', { link: null }));
		const svg = drawPlot(trend!, document);
		expect(svg.getAttribute('role')).toBe('img');
		expect(svg.querySelector('a')).toBeNull();
	});

	it('never lets a hidden cell out through its table, words or links', () => {
		for (const figure of [byId.get('evaluation.levels')!, byId.get('satisfaction.items.mentees')!]) {
			const hidden = figure.table.rows.filter(
				(row) =>
					row.includes('hidden: fewer than 5 answers') ||
					row.every((cell) => cell === null || typeof cell === 'string')
			);
			expect(hidden.length, figure.id).toBeGreaterThan(0);
		}
		const groups = byId.get('satisfaction.heatmap.teachers.department')!;
		const column = groups.table.columns.findIndex(({ label }) => label === 'Бастауыш');
		expect(groups.table.rows.map((row) => row[column])).toEqual(groups.table.rows.map(() => '<5'));
	});
});

describe('missing data', () => {
	const nothing = { ...evaluation, results: [], ledger: [], wave: null, against: null };

	it('leaves no figure to draw, and says on the four panels what to add', () => {
		const bare = { ...project, indicators: [] };
		expect(figures(nothing, bare, frameOf(430, 'kk'))).toEqual([]);
		for (const figure of evaluationFigures(nothing, bare, frameOf(430, 'kk'))) {
			expect(figure.empty, figure.id).toMatch(/қосыңыз/u);
		}
	});

	it('names the bands of a method the program has no words for', () => {
		const other = evaluation.results.map((row) =>
			row.measure === 'coefficient_u' || row.measure === 'level_share' ? { ...row, level: 'excellent' } : row
		);
		const [, , levels] = evaluationFigures({ ...evaluation, results: other }, project, frameOf(430, 'en'));
		expect(levels!.title).toBe('Teachers and pupils: satisfaction is excellent');
	});

	it('draws whatever single measure is left', () => {
		for (const measure of new Set(evaluation.results.map((row) => row.measure))) {
			const some = { ...evaluation, results: evaluation.results.filter((row) => row.measure === measure) };
			for (const figure of figures(some, project, frameOf(430, 'ru'))) {
				expect(drawPlot(figure, document).outerHTML).not.toMatch(/NaN|undefined/u);
			}
		}
	});
});
