import { describe, expect, it } from 'vitest';
import type { Figure } from '$lib/figures/figure';
import { figureBuilders } from '$lib/figures/places';
import { definitionOf } from '$lib/measures/catalogue';
import { printedBases } from '$lib/measures/suppression/recoverable';
import type { Evaluation } from '$lib/model/evaluation';
import type { Result } from '$lib/model/result';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import { exportFrame } from './figure-svg';
import { shownResults } from './shown-results';

const evaluation = galleryEvaluation();
const project = galleryProject();
const frame = exportFrame(960, 'en');
const builders = figureBuilders(evaluation, project);
const shown = new Map(builders.map(({ id }) => [id, shownResults(id, evaluation, project, frame)]));

/** Everything a figure prints. */
const print = ({ title, subtitle, notes, source, alt, table }: Figure) =>
	JSON.stringify([title, subtitle, notes, source, alt, table]);

/** The same results, those that a figure does not show with other numbers. */
function changed(of: Evaluation, seen: ReadonlySet<string>): Evaluation {
	const other = (row: Result): Result => ({
		...row,
		value: row.value === null ? null : row.value / 2 + 1,
		n: row.n === null ? null : row.n + 1000,
		...(row.nPairs === undefined ? {} : { nPairs: row.nPairs + 1000 }),
		...(row.count === undefined ? {} : { count: row.count + 1000 })
	});
	return { ...of, results: of.results.map((row) => (seen.has(row.id) ? row : other(row))) };
}

describe('shownResults', () => {
	it('finds what each figure shows: with every other result changed it prints the same', () => {
		for (const { id, build } of builders) {
			const seen = new Set((shown.get(id) ?? []).map((row) => row.id));
			const other = figureBuilders(changed(evaluation, seen), project).find((one) => one.id === id);
			expect([id, other && print(other.build(frame))]).toEqual([id, print(build(frame))]);
		}
	});

	it('finds no more than that where a figure shows little', () => {
		const heatmap = shown.get('satisfaction.heatmap.teachers.department') ?? [];
		expect(heatmap.length).toBeGreaterThan(0);
		for (const row of heatmap) expect(row).toMatchObject({ instrument: 'teachers', groupKind: 'department' });
		const trend = shown.get('comparison.trend.pupils') ?? [];
		expect(new Set(trend.map(({ instrument }) => instrument))).toEqual(new Set(['pupils']));
	});

	it('finds the number of returned questionnaires, which has no mark of its own', () => {
		const measures = new Set((shown.get('satisfaction.items.teachers') ?? []).map(({ measure }) => measure));
		expect(measures).toContain('coverage');
	});

	it('finds the result that a target about a questionnaire repeats', () => {
		const high = evaluation.results.find(
			({ measure, instrument, wave, level, groupKind }) =>
				measure === 'level_share' &&
				instrument === 'teachers' &&
				wave === 'w3' &&
				level === 'high' &&
				groupKind === undefined
		);
		if (!high) throw new Error('the gallery has no share of satisfied teachers');
		const { value, n } = high;
		const results = evaluation.results.map((row) =>
			row.measure === 'target_status' && row.indicator === 'contest'
				? { ...row, instrument: 'teachers', wave: 'w3', value, n }
				: row
		);
		const told = shownResults('evaluation.targets', { ...evaluation, results }, project, frame);
		expect(told.map(({ id }) => id)).toContain(high.id);
		expect(shown.get('evaluation.targets')?.map(({ id }) => id)).not.toContain(high.id);
	});

	it('leads to bases of respondents for figures about questionnaires and to none for staff records', () => {
		const basesOf = (id: string) => printedBases(shown.get(id) ?? []).length;
		for (const [id, rows] of shown) {
			const asked = rows.some(
				({ measure, instrument, indicator, n, reason }) =>
					definitionOf(measure).about === 'questionnaire' &&
					indicator === undefined &&
					instrument !== undefined &&
					reason !== 'suppressed' &&
					(n ?? 0) > 0
			);
			if (/^(growth|participation|achievements)\./.test(id)) expect([id, basesOf(id)]).toEqual([id, 0]);
			else expect([id, basesOf(id) > 0]).toEqual([id, asked]);
		}
	});

	it('knows no figure that the evaluation does not have', () => {
		expect(() => shownResults('comparison.ledger', evaluation, project, frame)).toThrow('comparison.ledger');
	});
});
