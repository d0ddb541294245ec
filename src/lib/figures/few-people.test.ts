import { describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import type { Evaluation } from '$lib/model/evaluation';
import type { Result } from '$lib/model/result';
import type { Figure, Frame } from './figure';
import { evaluationLevels } from './levels';
import { satisfactionHeatmap } from './satisfaction-heatmap';
import { satisfactionItems } from './satisfaction-items';
import { measureText } from './text';

const project = galleryProject();
const frame: Frame = { width: 700, locale: 'en', measure: measureText, link: null };

/** The gallery's evaluation with some rows as eight people would make them. */
function ofEight(change: (row: Result) => Partial<Result> | null): Evaluation {
	const evaluation = galleryEvaluation();
	const results = evaluation.results.map((row) => ({ ...row, ...change(row) }));
	return { ...evaluation, results };
}

const said = ({ alt, title, table }: Figure) => JSON.stringify([alt, title, table.rows]);

describe('answers of five to nine people', () => {
	it('are told as counts where the answers of each are pooled', () => {
		const few = ofEight(({ measure, instrument }) =>
			measure === 'coefficient_u' && instrument === 'teachers' ? { n: 8, tags: ['counts_only'] } : null
		);
		const only = { ...few, results: few.results.filter(({ instrument }) => instrument === 'teachers') };
		const figure = evaluationLevels(only, project, frame);
		expect(figure.table.rows[0]!.slice(1, 4)).toEqual(Array(3).fill(expect.stringMatching(/^\d+ of \d+$/u)));
		expect(figure.alt).not.toMatch(/(agree|neither) \d+%/u);
	});

	it('stand as counts in the finding about the questions', () => {
		const few = ofEight(({ measure, instrument, item }) =>
			measure === 'favourable' && instrument === 'teachers' && item === 'q1'
				? { value: 100, count: 8, n: 8, tags: ['counts_only'] }
				: null
		);
		const { title } = satisfactionItems('teachers', 'w3', few, project, frame);
		expect(title).toContain('(8 of 8)');
	});

	it('stand as counts in the finding about the groups', () => {
		const few = ofEight(({ measure, groupKind, value }) =>
			measure === 'favourable' && groupKind === 'department' && value !== null
				? { value: 75, low: 40.9, high: 92.9, count: 6, n: 8, tags: ['counts_only'] }
				: null
		);
		const figure = satisfactionHeatmap('teachers', 'department', 'w3', few, project, frame);
		expect(figure.title).toContain('from 6 of 8 to 6 of 8');
		expect(said(figure)).not.toContain('75%');
	});
});
