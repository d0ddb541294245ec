import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatReference, runReference, type ReferenceFile } from './reference';

const COPIES = join(process.cwd(), 'tests/reference/stats');
const KIT = join(process.cwd(), '../shared/reference/stats');

function filesOf(directory: string): ReferenceFile[] {
	return readdirSync(directory).map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

function oneCase(content: Record<string, unknown>): ReferenceFile[] {
	return [{ name: 'one.json', text: JSON.stringify({ cases: [content] }) }];
}

const XMR = { case: 'gaps', type: 'xmr', params: [], data: { x: [10, null, 12, 11] } };

describe('reference', () => {
	it('holds on the crafted sets, every type of them', () => {
		const report = runReference(filesOf(COPIES));
		expect(report.misses).toEqual([]);
		expect(report.holds).toBe(true);
		expect([...report.types.keys()].sort()).toEqual([
			'corr',
			'dist_grid',
			'icc',
			'indep',
			'item',
			'padjust',
			'paired',
			'policy',
			'progress',
			'prop_indep',
			'prop_paired',
			'rci',
			'scale',
			'suppression',
			'xmr'
		]);
	});

	it.runIf(existsSync(KIT))('holds on the whole kit', () => {
		const report = runReference(filesOf(KIT));
		expect(report.misses).toEqual([]);
		expect(report.holds).toBe(true);
	});

	it('reports a value that is off, with what was expected', () => {
		const report = runReference(oneCase({ ...XMR, expected: { n: 3, center: 11.1 } }));
		expect(report.holds).toBe(false);
		expect(report.misses).toEqual([
			{ file: 'one.json', name: 'gaps', field: 'center', expected: 11.1, actual: 11 }
		]);
		expect(formatReference(report)).toMatch(/1 of 2 expected fields hold, 0 skipped$/);
	});

	it('wants the reason of an undefined value, not any null', () => {
		const constant = {
			case: 'c',
			type: 'corr',
			data: { x: [1, 1, 1], y: [1, 2, 3] },
			expected: { spearman: null }
		};
		const right = runReference(oneCase({ ...constant, undefined: { spearman: 'zero_variance' } }));
		const wrong = runReference(oneCase({ ...constant, undefined: { spearman: 'no_data' } }));
		expect([right.holds, wrong.holds]).toEqual([true, false]);
	});

	it('does not hold where there is nothing to compare, a field is unknown or a case cannot be read', () => {
		expect(runReference([{ name: 'notes.txt', text: 'x' }]).holds).toBe(false);
		expect(runReference(oneCase({ ...XMR, expected: { capability: 1 } })).misses[0]?.actual).toBe(
			'not computed'
		);
		const unreadable = runReference(oneCase({ ...XMR, data: {}, expected: { n: 3 } }));
		expect(unreadable.misses[0]?.actual).toMatch(/^cannot be read/);
	});

	it('takes any reason where the case names none, and one number for a list of one', () => {
		const held = oneCase({
			case: 'hold',
			type: 'progress',
			data: { baseline: 3, actual: 4, target: 3 },
			expected: { progress: [null], group_progress: null, n_complete: 1 }
		});
		expect(runReference(held).misses).toEqual([]);
	});

	it('names every case and file it cannot compare, and compares the others', () => {
		const scale = { min: 1, max: 5, fav_from: 4, unfav_to: 2 };
		const cases: [string, unknown][] = [
			['unknown type anova', { type: 'anova', expected: { F: 1 } }],
			['unknown type constructor', { type: 'constructor', expected: { F: 1 } }],
			['cannot be read: it has no x', { type: 'item', select: {}, params: scale, expected: { n: 3 } }],
			['cannot be read: it has no min', { type: 'item', data: { x: [1] }, expected: { n: 1 } }],
			['cannot be read: x is not a list of numbers', { ...XMR, data: { x: ['a'] }, expected: { n: 1 } }],
			['not computed', { ...XMR, expected: { toString: 1 } }],
			['none is named', { ...XMR }],
			['none is named', { case: 'formless', expected: { n: 1 } }],
			['none is named', 17],
			['unknown kind of statistic beta', { what: 'beta', show: 'hidden' }],
			['expected a table of counts', { case: 's', threshold: 5, counts: 'many' }]
		];
		for (const [said, content] of cases) {
			const report = runReference([
				{ name: 'one.json', text: JSON.stringify({ cases: [content, { ...XMR, expected: { n: 3 } }] }) }
			]);
			expect(report.misses.map(({ actual }) => actual)).toEqual([said]);
			expect(report.types.get('xmr')?.held).toBe(1);
		}
		const report = runReference([
			{ name: 'broken.json', text: '{"cases": [' },
			{ name: 'codebook.json', text: '{"id": "x"}' },
			{
				name: 'dist_grid_x.csv',
				text: '"fn","a","b","c","x","value","r"\n"pbanana","1","","","2","0.5",""\n'
			}
		]);
		expect(report.misses.map(({ file, name }) => `${file} ${name}`)).toEqual([
			'broken.json ',
			'dist_grid_x.csv pbanana(2; 1, NaN)'
		]);
		expect(formatReference(report)).toContain('no cases in: codebook.json');
		expect(formatReference(runReference([]))).toContain('nothing to compare');
	});

	it('skips what is for comparison only, and names it', () => {
		const p = {
			case: 'p',
			type: 'padjust',
			params: { p: [0.03] },
			expected: { BH: [0.03], bonferroni: [0.03] }
		};
		const report = runReference(oneCase(p));
		expect([...report.skipped]).toEqual([['padjust.bonferroni', 1]]);
		expect(formatReference(report)).toMatch(/1 of 1 expected fields hold, 1 skipped$/);
	});
});
