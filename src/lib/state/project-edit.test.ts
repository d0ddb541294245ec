import { describe, expect, it } from 'vitest';
import { emptyProject, source, type Project, type Wave } from '$lib/model/project';
import { dropRow, editSource, freshWaveId, putRow, waveUses } from './project-edit';

const wave = (id: string, year: number, baseline = false): Wave => ({
	id,
	stage: id,
	schoolYear: `${year}-${year + 1}`,
	from: `${year}-09-01`,
	to: `${year + 1}-08-31`,
	label: { kk: id },
	baseline
});

const withWaves = (...waves: Wave[]): Project => ({ ...emptyProject(), waves });

describe('typed rows of a project', () => {
	it('keeps waves in the order of their dates and one baseline among them', () => {
		const before = withWaves(wave('w2', 2015, true));
		const after = putRow(before, 'waves', null, wave('w1', 2014, true));
		expect(after.waves.map(({ id, baseline }) => [id, baseline])).toEqual([
			['w1', true],
			['w2', false]
		]);
		expect(before.waves[0]?.baseline).toBe(true);
	});
	it('replaces the row at its place and removes one row alone', () => {
		const parents = (n: number) => ({ audience: 'parent' as const, wave: 'w1', group: null, n });
		const two = putRow(
			putRow(emptyProject(), 'populations', null, parents(10)),
			'populations',
			null,
			parents(20)
		);
		expect(putRow(two, 'populations', 0, parents(11)).populations.map(({ n }) => n)).toEqual([11, 20]);
		expect(dropRow(two, 'populations', 0).populations.map(({ n }) => n)).toEqual([20]);
	});
	it('gives a new wave an identifier no wave has', () => {
		expect(freshWaveId(withWaves())).toBe('w1');
		expect(freshWaveId(withWaves(wave('w2', 2014), wave('w3', 2015)))).toBe('w4');
		expect(freshWaveId(withWaves(wave('w1', 2014), wave('w3', 2015)))).toBe('w4');
	});
});

describe('sources', () => {
	const file = (sha256: string, at: string) =>
		source.parse({ sha256, name: `${sha256}.csv`, bytes: 1, kind: 'survey', wave: at });

	it('changes the named source alone', () => {
		const project = { ...emptyProject(), sources: [file('a', 'w1'), file('b', 'w1')] };
		expect(editSource(project, 'b', { wave: 'w2' }).sources.map(({ wave }) => wave)).toEqual(['w1', 'w2']);
	});
	it('counts what a wave is used by', () => {
		const project = {
			...withWaves(wave('w1', 2014)),
			sources: [file('a', 'w1'), file('b', 'w2')],
			populations: [{ audience: 'pupil' as const, wave: 'w1', group: null, n: 3 }]
		};
		expect(waveUses(project, 'w1')).toEqual({ files: 1, populations: 1, versions: 0 });
		expect(waveUses(project, 'w9')).toEqual({ files: 0, populations: 0, versions: 0 });
	});
});
