import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { countSchool } from '../testing/counting';
import { LinearBounds, type KnownSum } from './linear-bounds';
import { schoolProject } from '../testing/school';

const K = 5;
/** Schools per test; a school takes a tenth of a second. ATTACKS=400 for a long search. */
const RUNS = Number(process.env.ATTACKS ?? 50);
const KINDS = ['department', 'mentor'] as const;
const ITEMS = ['t1', 't2', 't3'] as const;
const WAVES = ['w1', 'w2', 'w3'] as const;
const project = schoolProject();
let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

/** A teacher of the school: groups, and the answers of each wave; null where no questionnaire was returned. */
interface Teacher {
	department: string;
	mentor: string | null;
	answers: Record<string, (number | null)[] | null>;
}

/** Mentors' people are of any department, or (nested) of one. */
const teacher = (nested: boolean, alike: boolean): fc.Arbitrary<Teacher> => {
	const answer = fc.oneof(
		{ weight: 1, arbitrary: fc.constant(null) },
		{ weight: 12, arbitrary: alike ? fc.constantFrom(4, 5) : fc.constantFrom(2, 4, 5) }
	);
	const sheet = fc.oneof(
		{ weight: 1, arbitrary: fc.constant(null) },
		{ weight: 6, arbitrary: fc.tuple(answer, answer, fc.constantFrom(2, 4, 5)) }
	);
	return fc
		.record({
			department: fc.constantFrom('D0', 'D0', 'D1', 'D1', 'D2'),
			mentor: fc.constantFrom(null, 'M0', 'M1', 'M2'),
			answers: fc.record({ w1: sheet, w2: sheet, w3: sheet })
		})
		.map((one) =>
			nested && one.mentor !== null ? { ...one, department: one.mentor === 'M0' ? 'D0' : 'D1' } : one
		);
};

const school = fc
	.tuple(fc.boolean(), fc.boolean())
	.chain(([nested, alike]) => fc.array(teacher(nested, alike), { minLength: 4, maxLength: 34 }));

async function countsOf(staff: readonly Teacher[]) {
	const teachers = WAVES.flatMap((wave) =>
		staff.flatMap(({ department, mentor, answers }, index) => {
			const own = answers[wave];
			if (!own) return [];
			const [t1 = null, t2 = null, t3 = null] = own;
			const groups = { group_department: department, group_mentor: mentor };
			return [
				{ wave, respondent: `r${index}`, ...groups, item_t1: t1, item_t2: t2, item_t3: t3, state_t3: null }
			];
		})
	);
	return countSchool(engine, { teachers, matched: true, groups: [...KINDS] }, project);
}

/** Everything that is printed about the teachers, whatever is looked at. */
async function printed(staff: readonly Teacher[]): Promise<Result[]> {
	const counts = await countsOf(staff);
	const groups = KINDS.flatMap((kind) =>
		[...new Set(staff.map((one) => one[kind]))].flatMap((value) =>
			value === null ? [] : [{ groups: { [kind]: value } }]
		)
	);
	const comparisons = [{ wave: 'w2', against: 'w1' }, { wave: 'w3', against: 'w2' }, {}];
	const choices = comparisons.flatMap((waves) => [{}, ...groups].map((chosen) => ({ ...waves, ...chosen })));
	return choices.flatMap((chosen) => evaluate(counts, project, selection.parse(chosen)).results);
}

/** Whom a result is about. */
function filterOf({ within, groupKind, group }: Result): Record<string, string> {
	return {
		...within?.groups,
		...(groupKind === undefined || group === undefined ? {} : { [groupKind]: group })
	};
}

const isAmong = (one: Teacher, filter: Record<string, string>) =>
	KINDS.every((kind) => filter[kind] === undefined || one[kind] === filter[kind]);

/** Unknown sums by name and combination of groups, as someone sees them who knows the staff but not who answered what. */
class Attacker {
	readonly #combinations: readonly Teacher[];
	readonly #unknowns = new Map<string, number>();
	readonly #sums = new Map<string, KnownSum>();

	constructor(staff: readonly Teacher[]) {
		const combinations = new Map(staff.map((one) => [`${one.department} ${one.mentor}`, one]));
		this.#combinations = [...combinations.values()];
	}

	/** In every combination the parts add up to the whole. */
	adds(whole: string, parts: readonly string[]): void {
		for (const one of this.#combinations) {
			const coefficients = new Map([[this.#unknown(whole, one), -1]]);
			for (const part of parts) coefficients.set(this.#unknown(part, one), 1);
			this.#sums.set(`${whole}=${parts.join('+')} ${one.department} ${one.mentor}`, {
				coefficients,
				value: 0
			});
		}
	}

	learns(name: string, filter: Record<string, string>, value: number): void {
		this.#sums.set(`${name} ${JSON.stringify(filter)}`, { coefficients: this.sum(name, filter), value });
	}

	sum(name: string, filter: Record<string, string>, sign = 1): Map<number, number> {
		const inside = this.#combinations.filter((one) => isAmong(one, filter));
		return new Map(inside.map((one) => [this.#unknown(name, one), sign]));
	}

	bounds(): LinearBounds {
		return new LinearBounds(this.#unknowns.size, [...this.#sums.values()]);
	}

	#unknown(name: string, { department, mentor }: Teacher): number {
		const key = `${name} ${department} ${mentor}`;
		const known = this.#unknowns.get(key) ?? this.#unknowns.size;
		this.#unknowns.set(key, known);
		return known;
	}
}

/** Groups and combinations of groups, and what is left of a whole without one. */
function groupsOf(staff: readonly Teacher[]): Record<string, string>[] {
	const single = KINDS.flatMap((kind) =>
		[...new Set(staff.map((one) => one[kind]))].flatMap((value) =>
			value === null ? [] : [{ [kind]: value }]
		)
	);
	const both = staff.flatMap(({ department, mentor }) => (mentor === null ? [] : [{ department, mentor }]));
	return [...single, ...new Map(both.map((one) => [JSON.stringify(one), one])).values()];
}

type Sheet = (number | null)[] | null | undefined;

const isAnswered = (sheet: Sheet, item: number) => (sheet?.[item] ?? null) !== null;
const answered = (sheet: Sheet, items: readonly number[]) =>
	items.filter((item) => isAnswered(sheet, item)).length;

/** Everything that is asked, who answered it, and whether their answer is not favourable. */
const QUESTIONS = [
	...ITEMS.map((id, item) => ({
		id: id as string,
		isAnswered: (sheet: Sheet) => isAnswered(sheet, item),
		isLow: (sheet: Sheet) => isAnswered(sheet, item) && (sheet?.[item] ?? 0) < 4
	})),
	// Scores want half of the items; their bands are not asked about here.
	{ id: 'scored', isAnswered: (sheet: Sheet) => answered(sheet, [0, 1, 2]) >= 2, isLow: () => true },
	{ id: 'scored work', isAnswered: (sheet: Sheet) => answered(sheet, [0, 1]) >= 1, isLow: () => true }
];

const isLevel = ({ level }: Result) => level !== undefined && /^\d/.test(level);

/** The question whose base is the n of a result of one wave, or null. */
function questionOf(row: Result): string | null {
	const { measure, item, block, against } = row;
	if (against !== undefined && measure !== 'level_share') return null;
	if (measure === 'distribution') return isLevel(row) ? (item ?? null) : 'returned';
	if (['favourable', 'unfavourable', 'net', 'mean', 'coefficient_u'].includes(measure))
		return item ?? 'returned';
	if (measure === 'level_share') return 'scored';
	return measure === 'block_score' && block === 'work' ? 'scored work' : null;
}

/** What someone can learn of a question in a wave: every base, every count of favourable answers. */
function waveAttacker(
	staff: readonly Teacher[],
	rows: readonly Result[],
	wave: string,
	question: string
): Attacker {
	const attacker = new Attacker(staff);
	attacker.adds(question, ['high', 'low']);
	attacker.adds('returned', [question, 'blank']);
	for (const row of rows) {
		if (row.wave !== wave) continue;
		if (row.measure === 'coverage' && row.count !== undefined) {
			attacker.learns('returned', filterOf(row), row.count);
		}
		const asked = questionOf(row);
		if ((asked !== question && asked !== 'returned') || row.n === null || row.value === null) continue;
		attacker.learns(asked, filterOf(row), row.n);
		if (asked !== question || !['favourable', 'level_share'].includes(row.measure)) continue;
		expect(row.count).toBeCloseTo((row.value * row.n) / 100, 6);
		if (row.measure === 'favourable') attacker.learns('high', filterOf(row), row.count ?? 0);
	}
	return attacker;
}

/** A base that may not be known: whom it is about, the true number, and the range an attacker finds. */
const tooClose: string[] = [];

function expectHidden(about: string, n: number, rangeOf: () => [number, number]): void {
	if (n === 0 || n >= K) return;
	const range = rangeOf();
	expect([about, range[0] <= n + 1e-6 && n <= range[1] + 1e-6]).toEqual([about, true]);
	if (range[1] - range[0] < K - 1 - 1e-6) tooClose.push(`${about}: ${n} in ${range.join('–')}`);
}

const count = (staff: readonly Teacher[], filter: Record<string, string>, is: (one: Teacher) => boolean) =>
	staff.filter((one) => isAmong(one, filter) && is(one)).length;

/** Whether a group of k to 9 people all answered favourably, where not everyone did. */
function isAlikeAndFew(
	staff: readonly Teacher[],
	filter: Record<string, string>,
	n: number,
	isLow: (one: Teacher) => boolean
): boolean {
	const single = Object.keys(filter).length === 1;
	return single && n >= K && n < 10 && count(staff, filter, isLow) === 0 && count(staff, {}, isLow) > 0;
}

describe('an attacker with everything printed, who knows the staff', () => {
	test('learns no base of fewer than k people more closely than k − 1, nor that a small group answered alike', async () => {
		await fc.assert(
			fc.asyncProperty(school, async (staff) => {
				tooClose.length = 0;
				const rows = await printed(staff);
				for (const wave of WAVES) {
					for (const question of QUESTIONS) {
						const attacker = waveAttacker(staff, rows, wave, question.id);
						const bounds = attacker.bounds();
						for (const filter of groupsOf(staff)) {
							const about = `${wave} ${question.id} ${JSON.stringify(filter)}`;
							const range = (name: string) => bounds.range(attacker.sum(name, filter));
							const returned = count(staff, filter, ({ answers }) => !!answers[wave]);
							expectHidden(`returned ${about}`, returned, () => range('returned'));
							const base = count(staff, filter, ({ answers }) => question.isAnswered(answers[wave]));
							expectHidden(about, base, () => range(question.id));
							if (isAlikeAndFew(staff, filter, base, ({ answers }) => question.isLow(answers[wave]))) {
								expect([about, range('low')[1] > 0.5]).toEqual([about, true]);
							}
						}
					}
				}
				expect([...tooClose]).toEqual([]);
			}),
			{ numRuns: RUNS, endOnFailure: true }
		);
	});

	test('nor how many answered in one wave only', async () => {
		await fc.assert(
			fc.asyncProperty(school, async (staff) => {
				tooClose.length = 0;
				const rows = await printed(staff);
				for (const [against, wave] of [
					['w1', 'w2'],
					['w2', 'w3'],
					['w1', 'w3']
				] as const) {
					ITEMS.forEach((item, index) => {
						const attacker = new Attacker(staff);
						attacker.adds('earlier', ['both', 'left']);
						attacker.adds('later', ['both', 'joined']);
						for (const row of rows) {
							if (row.item !== item || row.n === null || row.value === null) continue;
							const own = questionOf(row) === item;
							if (own && row.wave === against) attacker.learns('earlier', filterOf(row), row.n);
							if (own && row.wave === wave) attacker.learns('later', filterOf(row), row.n);
							if (row.measure === 'change_matched' && row.wave === wave && row.against === against) {
								attacker.learns('both', filterOf(row), row.nPairs ?? 0);
							}
						}
						const bounds = attacker.bounds();
						for (const filter of [{}, ...groupsOf(staff).filter((one) => Object.keys(one).length === 1)]) {
							const was = (one: Teacher) => isAnswered(one.answers[against], index);
							const is = (one: Teacher) => isAnswered(one.answers[wave], index);
							for (const [name, belongs] of [
								['both', (one: Teacher) => was(one) && is(one)],
								['left', (one: Teacher) => was(one) && !is(one)],
								['joined', (one: Teacher) => !was(one) && is(one)]
							] as const) {
								expectHidden(
									`${name} ${item} ${against}-${wave} ${JSON.stringify(filter)}`,
									count(staff, filter, belongs),
									() => bounds.range(attacker.sum(name, filter))
								);
							}
						}
					});
				}
				expect([...tooClose]).toEqual([]);
			}),
			{ numRuns: RUNS, endOnFailure: true }
		);
	});
});
