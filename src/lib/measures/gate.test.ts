import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import type { Evaluation } from '$lib/model/evaluation';
import { selection } from '$lib/model/selection';
import { catalogue } from './catalogue';
import { evaluate } from './evaluate';
import { recoverableCells } from './suppression/recoverable';
import { countSchool } from './testing/counting';
import { pupils, teachers, times } from './testing/rows';
import { schoolProject, type SchoolRows } from './testing/school';

const K = 5;
const project = schoolProject();
let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** A group of a school: how many answered in each wave, and how many left the first item blank. */
const group = fc.record({ w1: fc.nat(14), w3: fc.nat(14), blank: fc.nat(4) });
const groups = fc.array(group, { minLength: 1, maxLength: 4 });

function school(sizes: { w1: number; w3: number; blank: number }[]): SchoolRows {
	const wave = (id: 'w1' | 'w3') =>
		sizes.flatMap((size, index) =>
			teachers(
				id,
				times(size[id], [3, 4, 5]).map((answers, at) =>
					at < size.blank ? [null, ...answers.slice(1)] : answers
				),
				() => `D${index}`
			).map((row, at) => ({ ...row, respondent: `D${index}r${at}` }))
		);
	return { teachers: [...wave('w1'), ...wave('w3')], matched: true };
}

const ofQuestionnaires = ({ results }: Evaluation) =>
	results.filter(({ instrument, indicator }) => instrument === 'teachers' && indicator === undefined);

describe('no number about fewer than k people is shown', () => {
	test('in any school, for everyone or any one group', async () => {
		await fc.assert(
			fc.asyncProperty(groups, async (sizes) => {
				const counts = await countSchool(engine, school(sizes), project);
				const choices = [{}, ...sizes.map((_, index) => ({ groups: { department: `D${index}` } }))];
				for (const chosen of choices) {
					for (const row of ofQuestionnaires(evaluate(counts, project, selection.parse(chosen)))) {
						if (row.value === null) continue;
						const base = row.measure === 'coverage' ? row.count : (row.nPairs ?? row.n);
						expect([row.id, base === 0 || (base ?? 0) >= K]).toEqual([row.id, true]);
					}
				}
			}),
			{ numRuns: 25 }
		);
	});

	test('nor can one be found by laying every selection side by side', async () => {
		await fc.assert(
			fc.asyncProperty(groups, async (sizes) => {
				const counts = await countSchool(engine, school(sizes), project);
				const choices = [{}, ...sizes.map((_, index) => ({ groups: { department: `D${index}` } }))];
				const all = choices.flatMap((chosen) => evaluate(counts, project, selection.parse(chosen)).results);
				expect(recoverableCells(all, K)).toEqual([]);
			}),
			{ numRuns: 15 }
		);
	});

	test('and a set that gives one away is refused with the results responsible', async () => {
		const own = schoolProject((draft) => Object.assign(draft, { privacy: { k: 3 } }));
		const rows = pupils(
			'w1',
			Array.from({ length: 24 }, (_, index) => 1 + (index % 4)),
			(index) => (index < 20 ? 'A' : 'B')
		);
		const { results } = evaluate(await countSchool(engine, { pupils: rows }, own), own, selection.parse({}));
		expect(recoverableCells(results, 3)).toEqual([]);
		const withoutB = results.filter(({ group }) => group !== 'B');
		const found = recoverableCells(withoutB, K);
		expect(found.find(({ whole }) => whole.item === 'p1')).toMatchObject({
			whole: { instrument: 'pupils', wave: 'w1', filter: {}, n: 24 },
			parts: [{ filter: { class: 'A' }, n: 20 }],
			n: 4
		});
	});

	test('no group can be found by subtracting the shown ones from the whole', async () => {
		await fc.assert(
			fc.asyncProperty(groups, async (sizes) => {
				const counts = await countSchool(engine, school(sizes), project);
				const { results } = evaluate(counts, project, selection.parse({}));
				for (const item of ['t1', 't2']) {
					const shares = results.filter(
						(row) => row.measure === 'favourable' && row.item === item && row.wave === 'w3'
					);
					const whole = shares.find(({ group }) => group === undefined)?.n ?? null;
					const shown = shares.filter(({ group, n }) => group !== undefined && n !== null);
					if (whole === null) continue;
					const left = whole - shown.reduce((sum, { n }) => sum + (n ?? 0), 0);
					expect(left === 0 || left >= K - 1).toBe(true);
					const hidden = shares.filter(({ group, n }) => group !== undefined && n === null);
					expect(left > 0 && hidden.length === 1).toBe(false);
				}
			}),
			{ numRuns: 25 }
		);
	});
});

test('every measure about questionnaires passes the gate: no base under k, and nothing told of a hidden one', async () => {
	const about = new Set(catalogue.filter((one) => one.about === 'questionnaire').map(({ id }) => id));
	const seen = { shown: new Set<string>(), hidden: new Set<string>() };
	const populations = (['teacher', 'pupil'] as const).flatMap((audience) =>
		['w1', 'w3'].map((wave) => ({ audience, wave, group: null, n: 80 }))
	);
	const rescaled = (k: number) =>
		schoolProject((draft) => {
			const instruments = draft.instruments as {
				items: { block: string; versions: { waves: string[]; scale: string }[] }[];
			}[];
			const item = instruments[0]?.items[2];
			const [version] = item?.versions ?? [];
			if (item && version) {
				item.block = 'work';
				item.versions.push({ ...version, waves: ['w3'], scale: 'agree4' });
				version.waves = ['w1', 'w2'];
			}
			Object.assign(draft, { privacy: { k }, populations });
		});
	// Three answers that go with one another, each with its own noise.
	const near = (at: number, step: number, most: number) =>
		1 + Math.min(most - 1, Math.max(0, (at % 5) + (Math.floor(1e4 * Math.abs(Math.sin(at * step))) % 3) - 1));
	const answers = Array.from({ length: 40 }, (_, at) => [
		near(at, 1.3, 5),
		near(at, 2.1, 5),
		near(at, 3.7, 4)
	]);
	const clubs = Array.from({ length: 40 }, (_, at) => ({
		option_clubs_1: at % 2,
		option_clubs_2: Number(at % 3 === 0)
	}));
	const all: SchoolRows = {
		matched: true,
		teachers: [...teachers('w1', answers.slice(0, 30)), ...teachers('w3', answers.slice(0, 38))],
		pupils: ['w1', 'w3'].flatMap((wave) =>
			pupils(
				wave,
				answers.map(([first = 1]) => Math.min(first, 4))
			).map((row, at) => ({ ...row, ...clubs[at] }))
		)
	};
	const few: SchoolRows = {
		...all,
		teachers: all.teachers?.slice(0, 36) ?? [],
		pupils: all.pupils?.slice(0, 12) ?? []
	};
	for (const [rows, own] of [
		[all, rescaled(5)],
		[all, rescaled(20)],
		[few, rescaled(20)]
	] as const) {
		const counts = await countSchool(engine, rows, own);
		for (const row of evaluate(counts, own, selection.parse({})).results) {
			if (!about.has(row.measure) || row.indicator !== undefined) continue;
			if (row.reason === 'suppressed') {
				seen.hidden.add(row.measure);
				for (const told of ['count', 'nPairs', 'low', 'high', 'up', 'down', 'same', 'p', 'q', 'baseline']) {
					expect(row).not.toHaveProperty(told);
				}
				expect(row).toMatchObject({ value: null, n: null });
			} else if (row.value !== null) {
				seen.shown.add(row.measure);
				const base = row.measure === 'coverage' ? row.count : (row.nPairs ?? row.n);
				expect([row.id, base === 0 || (base ?? 0) >= own.privacy.k]).toEqual([row.id, true]);
			}
		}
	}
	expect([...about].filter((id) => !seen.shown.has(id))).toEqual([]);
	expect([...about].filter((id) => !seen.hidden.has(id))).toEqual([]);
});

describe('a filter', () => {
	const of = (sizes: number[]): SchoolRows => ({
		pupils: pupils(
			'w1',
			Array.from({ length: sizes.reduce((a, b) => a + b) }, (_, index) => (index % 2 === 0 ? 4 : 1)),
			(index) => `${sizes.findIndex((_, at) => index < sizes.slice(0, at + 1).reduce((a, b) => a + b))}`
		)
	});
	const chosen = async (sizes: number[], value: string, k = K) => {
		const own = schoolProject((draft) => Object.assign(draft, { privacy: { k } }));
		return evaluate(
			await countSchool(engine, of(sizes), own),
			own,
			selection.parse({ groups: { class: value } })
		);
	};
	const share = ({ results }: Evaluation) =>
		results.find(({ measure, item }) => measure === 'favourable' && item === 'p1');

	test('that leaves out 1…k−1 people is refused, and says so', async () => {
		const found = await chosen([20, 4], '0');
		expect(share(found)).toMatchObject({ value: null, reason: 'suppressed', n: null });
		expect(share(found)).not.toHaveProperty('count');
		expect(found.unjudged).toContainEqual({ code: 'unjudged_refused', params: { k: K } });
	});

	test('that leaves out k is allowed', async () => {
		expect(share(await chosen([20, 5], '0'))).toMatchObject({ value: 50, n: 20 });
	});

	test('on a group that protects a smaller one is refused as in the table', async () => {
		expect(share(await chosen([20, 6, 3], '1'))).toMatchObject({ reason: 'suppressed' });
		expect(share(await chosen([20, 6, 3], '0'))).toMatchObject({ value: 50, n: 20 });
	});

	test('counts with the k of the school', async () => {
		expect(share(await chosen([20, 4], '0', 3))).toMatchObject({ value: 50, n: 20 });
	});

	test('by two attributes shows no questionnaire', async () => {
		const counts = await countSchool(engine, of([20, 20]), project);
		const found = evaluate(counts, project, selection.parse({ groups: { class: '0', department: 'Maths' } }));
		expect(found.results).toEqual([]);
		expect(found.criteria[0].text.code).toBe('c_crossed');
	});

	test('by a group the questionnaire does not know leaves it out and says so', async () => {
		const counts = await countSchool(engine, of([20, 20]), project);
		const found = evaluate(counts, project, selection.parse({ groups: { department: 'Maths' } }));
		expect(found.results).toEqual([]);
		expect(found.unjudged.map(({ code }) => code)).toContain('unjudged_no_group');
		expect(found.criteria[0].text.code).toBe('c_no_group');
	});
});

test('where few answered only once, the change of the same people is hidden: those few would follow by subtraction', async () => {
	const rows = (n: number) => ({
		matched: true,
		teachers: [...teachers('w1', times(n, [2, 2, 2])), ...teachers('w3', times(20, [5, 5, 5]))]
	});
	const found = async (n: number) => {
		const counts = await countSchool(engine, rows(n), project);
		return evaluate(counts, project, selection.parse({}));
	};
	expect((await found(20)).criteria[0].headline).toMatchObject({ nPairs: 20, baseline: 0, count: 20 });
	expect((await found(15)).criteria[0].headline).toMatchObject({ measure: 'change_matched', nPairs: 15 });
	const few = await found(17);
	expect(few.criteria[0].headline).toMatchObject({ measure: 'change_favourable', value: 100, n: 17 });
	const matched = few.results.filter(({ measure }) => measure === 'change_matched');
	expect(matched).toHaveLength(4);
	for (const row of matched) expect(row).toMatchObject({ value: null, reason: 'suppressed', n: null });
	expect(few.changed.up.every((id) => id.startsWith('change_favourable'))).toBe(true);
});

describe('a small group that all answered alike', () => {
	const share = async (sizes: Record<string, number[]>, value: string | null = null) => {
		const entries = Object.entries(sizes);
		const classes = entries.flatMap(([name, answers]) => answers.map(() => name));
		const counts = await countSchool(
			engine,
			{
				pupils: pupils(
					'w1',
					entries.flatMap(([, answers]) => answers),
					(index) => classes[index] ?? ''
				)
			},
			project
		);
		const chosen = selection.parse(value === null ? {} : { groups: { class: value } });
		return evaluate(counts, project, chosen).results.filter(
			({ measure, item }) => measure === 'favourable' && item === 'p1'
		);
	};
	const mixed = (n: number) => Array.from({ length: n }, (_, index) => 1 + (index % 4));

	test('is hidden, with one other lest it be found by subtraction; the whole is shown', async () => {
		const sizes = { A: times(7, 4), B: mixed(12), C: mixed(20) };
		const rows = await share(sizes);
		expect(rows.map(({ group, value }) => [group, value !== null])).toEqual([
			[undefined, true],
			['A', false],
			['B', false],
			['C', true]
		]);
		const [filtered] = await share(sizes, 'A');
		expect(filtered).toMatchObject({ value: null, reason: 'suppressed', n: null });
	});

	test('is hidden at 0 % too, whatever they answered below', async () => {
		const rows = await share({ A: [1, 2, 1, 2, 1, 2], B: mixed(12), C: mixed(20) });
		expect(rows.find(({ group }) => group === 'A')).toMatchObject({ reason: 'suppressed' });
	});

	test('is shown from ten people on, and where it is everyone', async () => {
		const rows = await share({ A: times(10, 4), B: mixed(12) });
		expect(rows.every(({ value }) => value !== null)).toBe(true);
		expect((await share({ A: times(7, 4) })).map(({ value }) => value)).toEqual([100, 100]);
	});
});
