import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFigure } from '$lib/figures/compose';
import { measureText } from '$lib/figures/text';
import { project as projectShape } from '$lib/model/project';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { figureHeight, leftColumn } from './figure-columns';

const total = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0);

describe('leftColumn', () => {
	it('puts a tall figure against several small ones', () => {
		expect(leftColumn([900, 300, 300, 300])).toBe(1);
		expect(leftColumn([300, 300, 300, 900])).toBe(3);
		expect(leftColumn([400, 400])).toBe(1);
	});

	it('has nothing to divide in one figure or none', () => {
		expect(leftColumn([500])).toBe(1);
		expect(leftColumn([])).toBe(0);
	});

	it('leaves no more white than half the tallest figure on either side', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 50, max: 1200 }), { minLength: 1, maxLength: 14 }),
				(heights) => {
					const at = leftColumn(heights);
					const taller = Math.max(total(heights.slice(0, at)), total(heights.slice(at)));
					expect(taller).toBeLessThanOrEqual(total(heights) / 2 + Math.max(...heights) / 2);
				}
			)
		);
	});
});

describe('figureHeight', () => {
	it('grows with the words as they wrap', () => {
		const frame = { width: 500, locale: 'en' as const, measure: measureText, link: null };
		const project = projectShape.parse(galleryProject());
		const figure = emptyFigure('x', 'A finding', 'Nothing yet', project, frame);
		const notes = ['word '.repeat(60)];
		expect(figureHeight({ ...figure, notes }, 500)).toBeGreaterThan(figureHeight(figure, 500));
		expect(figureHeight({ ...figure, notes }, 300)).toBeGreaterThan(figureHeight({ ...figure, notes }, 500));
	});
});
