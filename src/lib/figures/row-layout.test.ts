import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from './figure';
import { axisAbove, labelColumn, rowsAxis } from './row-layout';
import { measureText } from './text';

const frameOf = (width: number): Frame => ({ width, locale: 'en', measure: measureText, link: null });
const options = { top: 0, minHeight: 20, gap: 6, share: 0.36 };
const QUESTION = 'I plan lessons together with colleagues and it helps me to teach better';

describe('labelColumn', () => {
	it('puts long labels beside their rows where there is room, above them on a phone', () => {
		const beside = labelColumn([QUESTION, QUESTION], frameOf(760), options);
		expect(beside.left).toBeGreaterThan(0);
		expect(beside.rows.map(({ labelY, y }) => labelY - y)).toEqual([0, 0]);
		const above = labelColumn([QUESTION, QUESTION], frameOf(340), options);
		expect(above.left).toBe(0);
		for (const { labelY, top } of above.rows) expect(labelY).toBeLessThan(top);
	});

	it('keeps short labels and those of tables beside even on a phone', () => {
		expect(labelColumn(['Stage I', 'Stage II'], frameOf(340), options).left).toBeGreaterThan(0);
		const table = labelColumn([QUESTION], frameOf(340), { ...options, above: false, least: 130 });
		expect(table.left).toBeGreaterThanOrEqual(130);
	});

	it('names a section once, above its first row', () => {
		const sections = ['Teachers', 'Teachers', 'Pupils'];
		const { heads, rows } = labelColumn(['I', 'II', 'I'], frameOf(760), { ...options, sections });
		expect(heads.map(({ lines }) => lines.join(' '))).toEqual(['Teachers', 'Pupils']);
		expect(heads[1]!.y).toBeGreaterThan(rows[1]!.top + rows[1]!.height);
		expect(heads[1]!.y).toBeLessThan(rows[2]!.top);
	});

	it('never lets one row into another', () => {
		const labels = fc.array(fc.constantFrom('I', QUESTION, 'Ата-аналар'), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(labels, fc.integer({ min: 280, max: 1240 }), (texts, width) => {
				const { rows, bottom } = labelColumn(texts, frameOf(width), options);
				rows.forEach(({ lines, labelY, top, height }, at) => {
					const half = (lines.length * 13 * 1.25) / 2;
					const before = rows[at - 1];
					if (before) expect(labelY - half).toBeGreaterThanOrEqual(before.top + before.height);
					expect(top + height).toBeLessThanOrEqual(bottom);
				});
			})
		);
	});
});

describe('rowsAxis', () => {
	it('stands above many rows too, and asks for room only there', () => {
		const frame = frameOf(600);
		const texts = (rows: number) =>
			rowsAxis([{ x: 10, label: '1' }], { top: axisAbove(rows, frame), bottom: 900, rows }, frame).filter(
				({ kind }) => kind === 'text'
			).length;
		expect([axisAbove(5, frame), texts(5)]).toEqual([0, 1]);
		expect(axisAbove(40, frame)).toBeGreaterThan(12);
		expect(texts(40)).toBe(2);
	});
});
