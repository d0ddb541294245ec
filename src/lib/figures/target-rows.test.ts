import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { row } from '../../../tests/gallery/fixture-rows';
import { overlaps, textBoxes } from '../../../tests/gallery/text-boxes';
import type { Result } from '$lib/model/result';
import { LOCALES } from '$lib/model/text';
import { drawPlot } from './draw';
import type { Frame } from './figure';
import { statusWords, stepWords, targetRows, targetWords } from './target-rows';
import { targetsBullet } from './targets';
import { measureText } from './text';

const { document } = new JSDOM('').window;
const project = galleryProject();

/** An evaluation whose only target is this one. */
function withTarget(status: Partial<Result>, way: Partial<Result> = {}) {
	const about = { criterion: 2 as const, indicator: 'open_lesson' };
	const results = [
		row({ measure: 'target_status', ...about, unit: 'percent', value: null, ...status }),
		row({ measure: 'progress', ...about, value: null, ...way })
	];
	return { ...galleryEvaluation(), results };
}

function only(status: Partial<Result>, way: Partial<Result> = {}) {
	const [found] = targetRows(withTarget(status, way), project, 'en');
	if (!found) throw new Error('no target row');
	return found;
}

describe('a row of a target', () => {
	it('never prints a value as its target where it is beside it', () => {
		const beside = { value: 79.6, target: 80, status: 'not_reached' as const };
		expect(stepWords(only(beside), 'en')).toBe('79.6%');
		expect(stepWords(only({ ...beside, value: 80, status: 'reached' }), 'en')).toBe('80%');
		expect(stepWords(only({ ...beside, value: 71.4 }), 'en')).toBe('71%');
	});

	it('tells a share of the way apart from a share of the target, and never rounds it to 100 %', () => {
		const short = { value: 70, target: 75, status: 'not_reached' as const };
		expect(statusWords(only(short, { value: 66.7 }), 'en')).toBe('67% of the way');
		expect(statusWords(only(short, { value: 93.3, level: 'attainment' }), 'en')).toBe('93% of the target');
		expect(statusWords(only(short, { value: 99.7 }), 'en')).toBe('99.7% of the way');
	});

	it('says that a target was calculated, and both ends of a range', () => {
		const calculated = only({ value: 60, target: 63.3, status: 'not_reached', tags: ['calculated'] });
		expect(targetWords(calculated, 'en')).toBe('63% (calculated target)');
		expect(targetWords(only({ value: 60, target: 50, targetTo: 70 }), 'en')).toBe('50%–70%');
	});

	it.each(LOCALES)('keeps its words apart in %s, and counts no calculated target as reached', (locale) => {
		const status = { value: 60, baseline: 40, target: 55, status: 'reached' as const };
		const evaluation = withTarget({ ...status, tags: ['calculated', 'sealed_late'] }, { value: 120 });
		for (const width of [340, 760]) {
			const frame: Frame = { width, locale, measure: measureText, link: null };
			const figure = targetsBullet('achievements.targets', evaluation, project, frame);
			const svg = drawPlot(figure, document);
			expect(overlaps(textBoxes(svg))).toEqual([]);
			expect(svg.outerHTML).toContain('stroke-dasharray="3 2.5"');
			expect(figure.legend.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['dashed-tick', 'flag']));
			expect(figure.title).toMatch(/0/u);
			expect(figure.title).not.toMatch(/1/u);
		}
	});
});
