import { describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { categoryMoves } from './category-moves';
import { measureText } from './text';

const evaluation = galleryEvaluation();
const frame = { width: 760, locale: 'en' as const, measure: measureText, link: null };

/** The moves of categories with other numbers of people per way. */
function moved(counts: Record<string, number>) {
	const summary = evaluation.results.find(
		({ measure, groupKind }) => measure === 'category_transitions' && groupKind === undefined
	)!;
	const cells = evaluation.results.filter((row) => row.groupKind !== undefined);
	const results = [
		...cells,
		...Object.entries(counts).map(([level, value]) => ({ ...summary, id: level, level, value }))
	];
	return categoryMoves('category', { ...evaluation, results }, galleryProject(), frame);
}

describe('the title of the moves', () => {
	it('says nobody where the count is zero', () => {
		expect(moved({ up: 3, same: 5 }).title).toMatch(/3 moved up, 5 stayed, nobody moved down$/u);
		expect(moved({ down: 2, same: 5 }).title).toMatch(/2 moved down, 5 stayed, nobody moved up$/u);
		expect(moved({ same: 5 }).title).toMatch(/all 5 people recorded both times stayed where they were$/u);
		expect(moved({ up: 1, down: 2, same: 5 }).title).toMatch(/1 moved up, 2 down, 5 stayed$/u);
	});

	it('does not say that everybody stayed where labels without an order changed', () => {
		expect(moved({ changed: 4, same: 1 }).title).not.toContain('stayed where they were');
	});
});

it('says what is missing where nobody has a record', () => {
	const results = evaluation.results.map((row) =>
		row.measure === 'category_transitions' ? { ...row, value: 0 } : row
	);
	const figure = categoryMoves('category', { ...evaluation, results }, galleryProject(), frame);
	expect(figure.empty).toContain('Add categories');
});
