import type { Engine } from '$lib/engine/engine';
import { wholePercents } from '$lib/figures/shares';
import { changeVerdict } from '$lib/measures/change/verdict';
import { scaleRule, type ScaleRule } from '$lib/measures/codebook';
import { takeCounts } from '$lib/measures/counts';
import { evaluate } from '$lib/measures/evaluate';
import { startingThirds } from '$lib/measures/growth/growth';
import { bandOf, BUILT_IN_METHODS, methodKey } from '$lib/measures/methods';
import { hiddenGroups } from '$lib/measures/small-groups';
import { icc } from '$lib/measures/statistics/agreement';
import { spearman } from '$lib/measures/statistics/correlation';
import { fQuantile } from '$lib/measures/statistics/distributions/f';
import { tCritical } from '$lib/measures/statistics/distributions/student-t';
import { answersToFlip } from '$lib/measures/statistics/fragility';
import {
	describeFrequencies,
	favourable,
	frequenciesOf,
	meanOf,
	netScore
} from '$lib/measures/statistics/frequencies';
import { shareChange } from '$lib/measures/statistics/independent';
import { wilson } from '$lib/measures/statistics/intervals';
import { benjaminiHochberg } from '$lib/measures/statistics/multiplicity';
import { comparePaired, pairedShareChange, transitionsOf } from '$lib/measures/statistics/paired';
import { blockCovariance, reliability } from '$lib/measures/statistics/reliability';
import { reliableChanges } from '$lib/measures/statistics/reliable-change';
import { pomp } from '$lib/measures/statistics/scale-position';
import { splitChange } from '$lib/measures/statistics/stayers';
import { auditTable, complementAllowed, suppressTable } from '$lib/measures/suppression/suppress-table';
import type { TableEntry } from '$lib/measures/suppression/table';
import { schoolDataset, schoolProject, type SchoolRows } from '$lib/measures/testing/school';
import type { Dataset } from '$lib/model/dataset';
import type { Evaluation } from '$lib/model/evaluation';
import type { Result, Verdict } from '$lib/model/result';
import { selection as selectionSchema, type Selection } from '$lib/model/selection';

type Answer = number | null;

type Said = number | string | null | undefined;

/** What the product says to an example: a number, a word or a list of numbers, by the name of the line. */
export type Outcome = Record<string, Said | readonly Said[]>;
type Computation = (given: Given, evaluated: Evaluated) => Outcome | Promise<Outcome>;

/** The lines of an example that are given. */
export interface Given {
	text(name: string): string;
	number(name: string): number;
	numbers(name: string): number[];
	/** A list of answers; null where one is missing. */
	answers(name: string): Answer[];
	/** The lists whose names begin with a word, by the rest of their names. */
	rows(word: string): [string, Answer[]][];
}

type Evaluated = (rows: SchoolRows, setting?: Setting) => Promise<Evaluation>;

/** What a small school is besides its rows. */
export interface Setting {
	change?: (draft: Record<string, unknown>) => void;
	populations?: Dataset['populations'];
	selection?: Partial<Selection>;
}

/** Takes a school through the whole of counting and evaluating, as the page does. */
export function evaluator(engine: Engine): Evaluated {
	return async (rows, { change, populations, selection = {} } = {}) => {
		const project = schoolProject(change);
		const dataset = schoolDataset(rows, populations);
		await engine.clear();
		for (const table of dataset.tables) await engine.load(table);
		const counts = await takeCounts(dataset, project, (statement) => engine.query(statement));
		return evaluate(counts, project, selectionSchema.parse(selection));
	};
}

/** The one result with these dimensions; undefined asks for a dimension to be absent. */
export function resultOf({ results }: Evaluation, wanted: Partial<Result>): Result {
	const found = results.filter((row) =>
		Object.entries(wanted).every(([name, value]) => row[name as keyof Result] === value)
	);
	const [row] = found;
	if (!row || found.length > 1) throw new Error(`${found.length} results are ${JSON.stringify(wanted)}`);
	return row;
}

/** Questionnaires of teachers: answers to t1, t2, t3 of one person each. */
export function teachers(
	wave: string,
	people: readonly (readonly Answer[])[],
	more: Record<string, string> = {}
) {
	return people.map(([t1 = null, t2 = null, t3 = null], index) => ({
		wave,
		respondent: `${wave} ${index}`,
		...{ item_t1: t1, item_t2: t2, item_t3: t3 },
		...more
	}));
}

/** Rating sheets by one rater: both criteria get the person's rating. */
export function sheets(wave: string, ratings: readonly Answer[], rater = 'mentor') {
	return ratings.map((rating, index) => ({
		wave,
		rater,
		person: `T${index + 1}`,
		item_c1: rating,
		item_c2: rating
	}));
}

/** Fails where the product has no value. */
function some<Value>(value: Value | null | undefined): Value {
	if (value === null || value === undefined) throw new Error('the product has no value');
	return value;
}

/** The rule of a scale of which the codebook says no more than its levels. */
export function pointScale(levels: readonly number[]): ScaleRule {
	const named = levels.map((value) => ({ value, labels: [] }));
	return some(scaleRule({ id: 'scale', levels: named, dontKnow: [], provisional: false }));
}

const FIVE_POINTS = pointScale([1, 2, 3, 4, 5]);

/** Both ends of an interval, in percent unless told otherwise. */
function ends(interval: { low?: number; high?: number } | null | undefined, factor = 100): [number, number] {
	return [factor * some(interval?.low), factor * some(interval?.high)];
}

function times<Made>(n: number, make: (index: number) => Made): Made[] {
	return Array.from({ length: n }, (_, index) => make(index));
}

function verdictOf(n: number, [low, high]: [number, number], q: number | null): Verdict {
	return changeVerdict({ hidden: false, n, interval: { low, high }, q });
}

function positions(entries: readonly TableEntry[]): string {
	return entries.map(({ row, column }) => `${row ?? 'total'}/${column ?? 'total'}`).join(', ') || 'none';
}

/** Reckons what a pocket calculator can: + − × / √ ² and brackets. */
export function calculate(text: string): number {
	const parts = text.match(/\d+(?:\.\d+)?|[+−×/√²()]/g) ?? [];
	if (parts.join('') !== text.replace(/\s+/g, '')) throw new Error(`cannot reckon: ${text}`);
	let next = 0;
	const take = (...wanted: string[]) => (wanted.includes(parts[next] ?? '') ? parts[next++] : undefined);
	const sum = (): number => {
		let value = product();
		for (let sign = take('+', '−'); sign; sign = take('+', '−')) value += (sign === '+' ? 1 : -1) * product();
		return value;
	};
	const product = (): number => {
		let value = factor();
		for (let sign = take('×', '/'); sign; sign = take('×', '/'))
			value *= sign === '×' ? factor() : 1 / factor();
		return value;
	};
	const factor = (): number => {
		if (take('−')) return -factor();
		if (take('√')) return Math.sqrt(factor());
		const value = take('(') ? inBrackets() : Number(parts[next++]);
		return take('²') ? value * value : value;
	};
	const inBrackets = (): number => {
		const value = sum();
		if (!take(')')) throw new Error(`a bracket is open: ${text}`);
		return value;
	};
	const value = sum();
	if (next < parts.length) throw new Error(`cannot reckon: ${text}`);
	return value;
}

/** What the product itself says to every example of the document. */
export const computations: Record<string, Computation> = {
	async distribution(given, evaluated) {
		const row = (t3: Answer, state: string | null) => ({ wave: 'w1', item_t3: t3, state_t3: state });
		const answered = given.answers('answers').map((answer) => row(answer, null));
		const doubtful = times(given.number('don’t know'), () => row(null, 'dont_know'));
		const blank = times(given.number('blank'), () => row(null, 'not_answered'));
		const found = await evaluated({ teachers: [...answered, ...doubtful, ...blank] });
		const share = (level: string) => resultOf(found, { measure: 'distribution', item: 't3', level }).value;
		return { 'answered 4': share('4'), 'answered 1': share('1'), 'said don’t know': share('dont_know') };
	},
	'largest-remainder': (given) => ({ printed: wholePercents(given.numbers('counts')) }),
	favourable(given) {
		const answers = frequenciesOf(given.answers('answers'));
		const yes = some(favourable(answers, FIVE_POINTS.favourable).value);
		const no = some(favourable(answers, FIVE_POINTS.unfavourable).value);
		const net = some(netScore(answers, FIVE_POINTS.favourable, FIVE_POINTS.unfavourable).value);
		return {
			...{ n: yes.n, favourable: yes.count, 'favourable share': 100 * yes.share, low: 100 * yes.low },
			...{ high: 100 * yes.high, unfavourable: no.count, 'unfavourable share': 100 * no.share },
			...{ 'unfavourable interval': ends(no), net: 100 * net.difference, 'net interval': ends(net) }
		};
	},
	mean(given) {
		const { n, mean, sd, meanInterval } = describeFrequencies(frequenciesOf(given.answers('answers')));
		const interval = ends(meanInterval.value, 1);
		return { n, mean: mean.value, sd: sd.value, 't(0.975; 7)': tCritical(n - 1), interval };
	},
	async coefficient(given, evaluated) {
		const people = given.rows('person').map(([, answers]) => answers);
		const found = await evaluated({ teachers: teachers('w1', people) });
		const coefficient = (method: string) =>
			resultOf(found, { measure: 'coefficient_u', item: undefined, method });
		const [own, thirds] = [coefficient('stepanov-teachers@1'), coefficient('equal-thirds@1')];
		const band = ({ value, method }: Result) =>
			bandOf(some(value), some(BUILT_IN_METHODS.find((known) => methodKey(known) === method)));
		const share = (level: string) => resultOf(found, { measure: 'level_share', method: own.method, level });
		const high = share('high');
		const block = resultOf(found, { measure: 'block_score', block: 'work' });
		return {
			...{ У: own.value, level: band(own), 'level told': own.level ?? 'none', n: own.n },
			...{ 'У in POMP': thirds.value, 'level under equal thirds': band(thirds) },
			'people high, medium, low': [high.count, share('medium').count, share('low').count],
			...{ 'people with a level': high.n, 'share high': high.value, 'interval of high': ends(high, 1) },
			...{ 'score of the block': block.value, 'people of the block': block.n }
		};
	},
	alpha(given) {
		const rows = given.rows('person').map(([, answers]) => answers);
		const { n, alpha, alphaInterval } = reliability(blockCovariance(['1', '2', '3'], rows));
		const quantiles = [fQuantile(0.975, 4, 8), fQuantile(0.025, 4, 8)];
		return {
			n,
			α: alpha.value,
			'F(4, 8) at 0.975, 0.025': quantiles,
			interval: ends(alphaInterval.value, 1)
		};
	},
	omega(given) {
		const [ab = 0, ac = 0, bc = 0] = given.numbers('correlations 1–2, 1–3, 2–3');
		const covariance = [[1, ab, ac], [ab, 1, bc], [ac, bc, 1]]; // prettier-ignore
		const found = reliability({ items: ['1', '2', '3'], n: given.number('complete rows'), covariance });
		return { ω: found.omega.value, α: found.alpha.value };
	},
	async coverage(given, evaluated) {
		const pupils = times(given.number('questionnaires'), () => ({ wave: 'w1', item_p1: 3 }));
		const n = given.number('eligible');
		const populations = [{ audience: 'pupil' as const, wave: 'w1', group: null, n }];
		const known = resultOf(await evaluated({ pupils }, { populations }), { measure: 'coverage' });
		const unknown = resultOf(await evaluated({ pupils }), { measure: 'coverage' });
		return { coverage: known.value, 'without a population': unknown.reason };
	},
	/** Also turns the later wave's answers until the verdict turns. */
	'change-favourable'(given) {
		const [s1 = 0, n1 = 0] = given.numbers('before');
		const [s2 = 0, n2 = 0] = given.numbers('after');
		const changeTo = (count: number, n: number) => some(shareChange(s1, n1, count, n).value);
		const judge = (count: number, n: number) =>
			verdictOf(Math.min(n1, n), ends(changeTo(count, n)), changeTo(count, n).test.p.value);
		const { difference, test, low, high } = changeTo(s2, n2);
		const flip = answersToFlip(s2, n2, judge);
		return {
			...{ 'Wilson before': ends(wilson(s1, n1), 1), 'Wilson after': ends(wilson(s2, n2), 1) },
			...{ change: 100 * difference, low: 100 * low, high: 100 * high },
			...{ 'χ²': test.chiSquared.value, p: test.p.value, verdict: judge(s2, n2) },
			...{ 'answers until it turns': flip?.count, 'it turns into': flip?.verdict }
		};
	},
	'change-matched'(given) {
		const [both = 0, gained = 0, lost = 0, neither = 0] = given.numbers('both, gained, lost, neither');
		const change = some(pairedShareChange({ both, gained, lost, neither }).value);
		const p = change.mcNemar.midP.value;
		const verdict = verdictOf(both + gained + lost + neither, ends(change), p);
		return { change: 100 * change.difference, low: 100 * change.low, high: 100 * change.high, p, verdict };
	},
	'change-mean'(given) {
		const found = comparePaired(transitionsOf(given.answers('before'), given.answers('after')));
		const { interval, p, df } = found.tTest;
		const inPomp = ends(interval.value, 25);
		return {
			...{ n: found.pairs, change: found.meanDifference.value, sd: found.sdDifference.value },
			...{ 't(0.975; 9)': tCritical(df), interval: ends(interval.value, 1), 'interval in POMP': inPomp },
			...{ p: p.value, verdict: verdictOf(found.pairs, inPomp, p.value) }
		};
	},
	pomp: (given) => ({
		'on 1–5': pomp(given.number('mean of 1–5'), { low: 1, high: 5 }),
		'on 1–10': pomp(given.number('mean of 1–10'), { low: 1, high: 10 })
	}),
	'benjamini-hochberg': (given) => ({ q: benjaminiHochberg(given.numbers('p')) }),
	stayers(given) {
		const wave = (name: string) => {
			const [high = 0, n = 0] = given.numbers(name);
			return frequenciesOf(times(n, (index) => Number(index < high)));
		};
		const matched = given.rows('stayers').map(([name, [n]]) => {
			const [from, to] = name.split(' to ').map((level) => Number(level === 'high'));
			return { from: some(from), to: some(to), n: some(n) };
		});
		const { value } = splitChange(wave('everyone before'), wave('everyone after'), matched);
		const { total, stayers, leavers, joiners } = some(value);
		const parts = { 'part of stayers': 100 * stayers, 'part of leavers': 100 * leavers };
		return { total: 100 * total, ...parts, 'part of joiners': 100 * joiners };
	},
	async 'target-status'(given, evaluated) {
		const wave = (id: string, name: string) => {
			const [high = 0, n = 0] = given.numbers(name);
			return teachers(
				id,
				times(n, (index) => (index < high ? [5, 5, 5] : [3, 3, 3]))
			);
		};
		const of = { indicator: 'T', measure: 'level_share', audience: 'teacher', period: 'III', kind: 'target' };
		const found = await evaluated({
			teachers: [...wave('w1', 'high in stage I'), ...wave('w3', 'high in stage III')],
			indicator: [{ ...of, value: given.number('target'), direction: 'up', set_on: '2014-10-01' }]
		});
		const status = resultOf(found, { measure: 'target_status', indicator: 'T' });
		const { value } = resultOf(found, { measure: 'progress', indicator: 'T' });
		const course = { baseline: status.baseline, actual: status.value, interval: ends(status, 1) };
		return { ...course, status: status.status, progress: value };
	},
	growth(given) {
		const [before, after] = [given.numbers('before'), given.numbers('after')];
		const { n, sd1, changes } = reliableChanges(before, after, given.number('reliability'));
		const { index, improved, declined, unchanged, ...errors } = some(changes.value);
		const people = before.map((value, place) => {
			const then = some(after[place]);
			return { person: `T${place}`, before: value, after: then, change: then - value };
		});
		const thirds = [...startingThirds(people).values()];
		return {
			...{ 'SD before': sd1.value, 'error of a difference': errors.differenceError, RCI: index },
			...{ 'smallest reliable change': errors.smallestReliable },
			'growth, within, decline': [improved, unchanged, declined],
			...{ 'share of growth': (100 * improved) / n, 'interval of growth': ends(wilson(improved, n)) },
			'by starting third': thirds.map((third) => meanOf(frequenciesOf(third.map(({ change }) => change))))
		};
	},
	async 'rater-gap'(given, evaluated) {
		const raters = ['self', 'mentor', 'administration'];
		const criteria = raters.flatMap((rater) => sheets('w1', given.answers(rater), rater));
		const gap = resultOf(await evaluated({ criteria }), { measure: 'rater_gap' });
		return { gap: gap.value, interval: ends(gap, 1) };
	},
	async icc(given, evaluated) {
		const [self, mentor] = [given.answers('self'), given.answers('mentor')];
		const squares = icc(self.map((rating, index) => [rating, some(mentor[index])])).meanSquares;
		const found = await evaluated({ criteria: [...sheets('w1', self, 'self'), ...sheets('w1', mentor)] });
		const agreement = (level: string) => resultOf(found, { measure: 'icc', level });
		return {
			...{ 'MS subjects': squares?.subjects, 'MS raters': squares?.raters, 'MS error': squares?.error },
			...{ single: agreement('single').value, interval: ends(agreement('single'), 1) },
			average: agreement('average').value
		};
	},
	'dose-growth'(given) {
		const { n, value, interval } = spearman(given.numbers('hours'), given.numbers('growth'));
		return { n, ρ: value.value, interval: ends(interval.value, 1) };
	},
	async participation(given, evaluated) {
		const hours = given.number('hours of a meeting');
		const attendance = given.numbers('times each person came').flatMap((came, index) => {
			const person = `T${index + 1}`;
			return times(came, (event) => ({ person, event: `E${event}`, wave: 'w1', kind: 'coaching', hours }));
		});
		const person = times(given.number('staff'), (index) => ({ person: `T${index + 1}` }));
		const found = await evaluated({ person, attendance });
		const value = (name: string) =>
			resultOf(found, { measure: `participation_${name}`, kind: undefined }).value;
		const people = { people: value('people'), attendances: value('attendances'), share: value('share') };
		return { ...people, 'hours per person': value('hours'), concentration: value('concentration') };
	},
	async achievements(given, evaluated) {
		const achievement = ['school', 'city', 'region'].flatMap((level) =>
			times(given.number(level), (index) => ({ wave: 'w1', person: `T${index}`, kind: 'contest', level }))
		);
		const of = { indicator: 'A', measure: 'achievements_count', group_key: 'level>=city', kind: 'target' };
		const indicator = [{ ...of, period: 'I', value: 5, direction: 'up' }];
		const found = await evaluated({ achievement, indicator });
		const all = resultOf(found, { measure: 'achievements_count', kind: undefined, level: undefined });
		const from = resultOf(found, { measure: 'target_status', indicator: 'A' });
		return { all: all.value, 'different people': all.n, 'city and above': from.value };
	},
	async plan(given, evaluated) {
		const month = (number: number) => `2014-${String(number).padStart(2, '0')}`;
		const activity = given.rows('activity').map(([name, [planned, held = null]]) => ({
			...{ wave: 'w1', activity: name, month: month(some(planned)) },
			...{ status: held === null ? 'planned' : 'done', held_on: held === null ? null : `${month(held)}-15` }
		}));
		const found = await evaluated({ activity });
		const count = (level: string) => resultOf(found, { measure: 'plan_fact', level, kind: undefined }).value;
		return { planned: count('planned'), done: count('done'), late: count('late') };
	},
	suppression(given) {
		const columns = given.text('columns').split(' ');
		const cells = given
			.rows('row')
			.flatMap(([row, counts]) => columns.map((column, index) => ({ row, column, n: some(counts[index]) })));
		const k = given.number('k');
		const hidden = suppressTable(cells, k);
		const [small, more] = ['small', 'complementary'].map((cause) =>
			hidden.filter((one) => one.cause === cause)
		);
		return {
			...{ small: positions(some(small)), 'hidden beside them': positions(some(more)) },
			'known if only the small are hidden': positions(auditTable(cells, some(small), k)),
			'known if all are hidden': positions(auditTable(cells, hidden, k))
		};
	},
	groups(given) {
		const bases = new Map(given.rows('group').map(([group, [n]]) => [group, some(n)] as const));
		const [everyone, k] = [given.number('everyone'), given.number('k')];
		const refused = [...bases].filter(([, n]) => !complementAllowed(n, everyone, k)).map(([group]) => group);
		return {
			hidden: [...hiddenGroups(bases, k)].join(', '),
			'refused as a filter': refused.join(', ') || 'none'
		};
	}
};
