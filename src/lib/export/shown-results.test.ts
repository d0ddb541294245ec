import { describe, expect, it } from 'vitest';
import { figureBuilders } from '$lib/figures/places';
import { printedBases } from '$lib/measures/suppression/recoverable';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { exportFrame } from './figure-svg';
import { shownResults } from './shown-results';

const { results, ...evaluation } = galleryEvaluation();
const shown = new Map(
	figureBuilders({ ...evaluation, results }, galleryProject()).map(({ id, build }) => [
		id,
		shownResults(build, exportFrame(960, 'en'), results)
	])
);

describe('shownResults', () => {
	it('finds what each figure shows, though an exported figure has no links', () => {
		const heatmap = shown.get('satisfaction.heatmap.teachers.department') ?? [];
		expect(heatmap.length).toBeGreaterThan(0);
		for (const row of heatmap) expect(row).toMatchObject({ instrument: 'teachers', groupKind: 'department' });
		const empty = [...shown].filter(([, rows]) => rows.length === 0).map(([id]) => id);
		expect(empty).toEqual([
			'satisfaction.reliability.mentees',
			'comparison.items.pupils',
			'comparison.items.parents',
			'comparison.items.mentees'
		]);
	});

	it('leads to bases of respondents for figures about questionnaires and to none for staff records', () => {
		const basesOf = (id: string) => printedBases(shown.get(id) ?? []).length;
		expect(basesOf('satisfaction.items.teachers')).toBe(7);
		for (const id of [
			'evaluation.trend',
			'evaluation.levels',
			'satisfaction.levels',
			'comparison.who.teachers'
		]) {
			expect([id, basesOf(id) > 0]).toEqual([id, true]);
		}
		const ofStaff = [...shown.keys()].filter((id) => /^(growth|participation|achievements)\./.test(id));
		expect(ofStaff.filter((id) => basesOf(id) > 0)).toEqual([]);
	});
});
