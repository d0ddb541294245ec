import { describe, expect, it } from 'vitest';
import { galleryEvaluation } from '../../../tests/gallery/fixture';
import { galleryProject } from '../../../tests/gallery/fixture-project';
import type { Evaluation } from '$lib/model/evaluation';
import type { Frame } from './figure';
import { satisfactionReliability } from './reliability';
import { measureText } from './text';

const evaluation = galleryEvaluation();
const project = galleryProject();
const frame: Frame = { width: 600, locale: 'en', measure: measureText, link: null };

const drawn = (instrument: string, of: Evaluation = evaluation) =>
	satisfactionReliability(instrument, of, project, frame);

describe('the reliability of the blocks', () => {
	it('has a row for every block and wave, with interval and complete rows', () => {
		const { table } = drawn('teachers');
		expect(table.rows.map((row) => row.slice(0, 2))).toEqual([
			['Support', 'Stage I'],
			['Support', 'Stage II'],
			['Support', 'Stage III'],
			['Confidence', 'Stage I'],
			['Confidence', 'Stage II'],
			['Confidence', 'Stage III']
		]);
		expect(table.rows[0]!.slice(2, 7)).toEqual([0.78, 0.64, expect.closeTo(0.86), 0.8, 41]);
	});

	it('says the reserve of a grey value and why one is not shown', () => {
		const { table, notes } = drawn('teachers');
		expect(table.rows[1]!.at(-1)).toContain('Fewer than 30 complete rows');
		expect(table.rows[5]).toEqual([
			...['Confidence', 'Stage III', null, null, null, null, 7],
			'fewer than 10 complete rows: no value is shown'
		]);
		expect(notes.join(' ')).toContain('n\u00a0=\u00a014–22. Fewer than 30 complete rows');
	});

	it('asks to check the reversed item and names it', () => {
		expect(drawn('teachers').notes.join(' ')).toContain(
			'“Confidence”, Stage I: answers go against the rest – “I use assessment for learning” (r = −0.20). Check the reversed item'
		);
		const now = evaluation.results.filter(({ measure, wave }) => measure !== 'alpha' || wave === 'w1');
		expect(drawn('teachers', { ...evaluation, wave: 'w1', results: now }).title).toBe(
			'“Confidence”: some answers go against the rest – check the reversed item'
		);
	});

	it('names the lowest and the highest block now', () => {
		expect(drawn('teachers').title).toBe('“Support”: the questions agree with α = 0.84');
		const others = evaluation.results.map((row) =>
			row.measure === 'alpha' && row.block === 'confidence' && row.wave === 'w3'
				? { ...row, value: 0.6, reason: undefined }
				: row
		);
		expect(drawn('teachers', { ...evaluation, results: others }).title).toBe(
			'How well the questions agree: lowest “Confidence” (α = 0.60), highest “Support” (α = 0.84)'
		);
	});

	it('tells nothing of a hidden questionnaire', () => {
		const hidden = drawn('mentees');
		expect(hidden.empty).toBe('hidden: fewer than 5 answers');
		expect(hidden.table.rows).toEqual([]);
	});
});
