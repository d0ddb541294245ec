import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { LinearBounds, type KnownSum } from './linear-bounds';
import { AnsweredTwice, type TwoWaves } from './answered-twice';

const K = 5;
const NAMES = [
	['D0', 'D1', 'D2'],
	['M0', 'M1', 'M2']
] as const;

/** People of one combination of groups. */
interface Members {
	groups: [string, string | null];
	both: number;
	left: number;
	joined: number;
}

const cellsOf = (members: readonly Members[], n: (one: Members) => number) =>
	members.map((one) => ({ groups: one.groups, n: n(one) }));

function wavesOf(
	members: readonly Members[],
	hiddenEarlier: Set<string>[],
	hiddenLater: Set<string>[]
): TwoWaves {
	return {
		kinds: 2,
		earlier: cellsOf(members, ({ both, left }) => both + left),
		later: cellsOf(members, ({ both, joined }) => both + joined),
		both: cellsOf(members, ({ both }) => both),
		hiddenEarlier,
		hiddenLater
	};
}

const nothing = () => [new Set<string>(), new Set<string>()];
const mask = fc
	.tuple(fc.subarray([...NAMES[0]]), fc.subarray([...NAMES[1]]))
	.map((kinds) => kinds.map((groups) => new Set<string>(groups)));
const few = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }));
const school = fc.uniqueArray(
	fc.record({
		groups: fc.tuple(fc.constantFrom(...NAMES[0]), fc.constantFrom(null, ...NAMES[1])),
		...{ both: few, left: few, joined: few }
	}),
	{ minLength: 2, maxLength: 9, selector: ({ groups }) => groups.join(' ') }
);

const WHO = ['both', 'left', 'joined'] as const;
const unknown = (cell: number, who: number) => WHO.length * cell + who;

/** How closely the printed bases tell each number of 1…k−1, as linear programming finds it. */
function narrowest(members: readonly Members[], waves: TwoWaves, hidden: readonly Set<string>[]): number {
	const sumOf = (parts: readonly number[], isIn: (one: Members) => boolean): KnownSum => {
		const inside = members.flatMap((one, cell) => (isIn(one) ? [{ one, cell }] : []));
		return {
			coefficients: new Map(
				inside.flatMap(({ cell }) => parts.map((who) => [unknown(cell, who), 1] as const))
			),
			value: inside.reduce(
				(sum, { one }) => sum + parts.reduce((all, who) => all + one[WHO[who] ?? 'both'], 0),
				0
			)
		};
	};
	const everyone = WHO.map((_, who) => sumOf([who], () => true).value);
	const few = (n: number) => n > 0 && n < K;
	const bases = [
		{ parts: [0, 1], hidden: waves.hiddenEarlier, total: !few(sumOf([0, 1], () => true).value) },
		{ parts: [0, 2], hidden: waves.hiddenLater, total: !few(sumOf([0, 2], () => true).value) },
		{ parts: [0], hidden, total: !everyone.some(few) }
	];
	const groups = NAMES.flatMap((names, kind) =>
		names.map((name) => ({ kind, name, isIn: (one: Members) => one.groups[kind] === name }))
	);
	const printed = bases.flatMap(({ parts, hidden, total }) => [
		...(total ? [sumOf(parts, () => true)] : []),
		...groups.flatMap(({ kind, name, isIn }) => (hidden[kind]?.has(name) ? [] : [sumOf(parts, isIn)]))
	]);
	const bounds = new LinearBounds(WHO.length * members.length, printed);
	const targets = [() => true, ...groups.map(({ isIn }) => isIn)].flatMap((isIn) =>
		WHO.map((_, who) => sumOf([who], isIn)).filter(({ value }) => few(value))
	);
	return Math.min(
		...targets.map(({ coefficients }) => {
			const [low, high] = bounds.range(coefficients);
			return high - low;
		})
	);
}

describe('who answered in two waves', () => {
	test('is told where nobody left, by the printed waves alone', () => {
		const members: Members[] = [
			{ groups: ['D0', 'M0'], both: 8, left: 0, joined: 3 },
			{ groups: ['D1', 'M1'], both: 9, left: 0, joined: 4 }
		];
		const all = [new Set(NAMES[0]), new Set(NAMES[1])];
		expect(new AnsweredTwice(wavesOf(members, nothing(), nothing()), K).known(all)).toEqual([0, 1]);
	});

	test('is not told where groups of many leavers and joiners stand behind a total', () => {
		const members: Members[] = [
			{ groups: ['D0', 'M0'], both: 8, left: 4, joined: 3 },
			{ groups: ['D1', 'M1'], both: 9, left: 7, joined: 6 }
		];
		const audit = new AnsweredTwice(wavesOf(members, nothing(), nothing()), K);
		expect(audit.known(nothing())).toEqual([0, 1]);
		expect(audit.known([new Set(NAMES[0]), new Set(NAMES[1])])).toBeNull();
	});

	test('is never called safe where linear programming finds 1…k−1 more closely than k − 1', () => {
		fc.assert(
			fc.property(school, mask, mask, mask, (members, earlier, later, hidden) => {
				const waves = wavesOf(members, earlier, later);
				const width = narrowest(members, waves, hidden);
				fc.pre(width < K - 1 - 1e-6);
				expect(new AnsweredTwice(waves, K).known(hidden)).not.toBeNull();
			}),
			{ numRuns: Number(process.env.ATTACKS ?? 500) }
		);
	});
});
