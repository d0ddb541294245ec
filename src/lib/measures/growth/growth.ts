import { defined, undefinedBecause } from '$lib/model/reasons';
import type { Result, Verdict } from '$lib/model/result';
import type { Counts } from '../counts';
import { changeVerdict } from '../change/verdict';
import { display } from '../policy';
import { ends, type ResultFields } from '../result-row';
import { sizeTags, type ResultList } from '../result-list';
import { describeFrequencies, frequenciesOf } from '../statistics/frequencies';
import { tTwoSided } from '../statistics/distributions/student-t';
import { wilson, Z_95, type Interval } from '../statistics/intervals';
import { benjaminiHochberg } from '../statistics/multiplicity';
import type { Course, Grown } from './course';
import { attributesOf, type Sheets } from './sheets';

/** Where a course stands: the sheet, the two waves, and whom the reader chose to look at. */
export interface GrowthFrame {
	sheets: Sheets;
	wave: string;
	against: string;
	/** True for the people of the chosen groups. */
	chosen: (person: string) => boolean;
	dimensions: Pick<Result, 'instrument' | 'audience' | 'within'>;
}

const unitOf = (course: Course) => (course.inPomp ? ('score' as const) : ('scale' as const));

function common({ dimensions, wave, against }: GrowthFrame, course: Course) {
	return { ...dimensions, wave, against, rater: course.rater, unit: unitOf(course) };
}

function reliableVerdict(rci: number): Verdict {
	if (rci > Z_95) return 'reliable_growth';
	return rci < -Z_95 ? 'reliable_decline' : 'within_uncertainty';
}

/** Each teacher's change with the smallest change beyond rating error, and how many grew, stayed within it, declined. */
export function teacherGrowth(frame: GrowthFrame, course: Course, results: ResultList): void {
	const judged = course.provisional ? null : course.changes.value;
	const shares = new Map<Verdict, number>();
	let n = 0;
	course.people.forEach(({ person, before, change }, index) => {
		if (!frame.chosen(person)) return;
		const rci = judged?.index[index] ?? null;
		const verdict = rci === null ? 'cannot_be_judged' : reliableVerdict(rci);
		shares.set(verdict, (shares.get(verdict) ?? 0) + 1);
		n += 1;
		results.add({
			measure: 'growth_person',
			...common(frame, course),
			person,
			value: defined(change),
			...(judged ? { low: -judged.smallestReliable, high: judged.smallestReliable } : {}),
			baseline: before,
			n: course.items.length,
			verdict
		});
	});
	for (const [level, verdict] of SHARES) {
		const count = shares.get(verdict) ?? 0;
		const reason = course.reliability.reason ?? course.changes.reason ?? 'no_data';
		results.add({
			measure: 'reliable_change_share',
			...common(frame, course),
			unit: 'percent',
			level,
			value: judged && n > 0 ? defined((100 * count) / n) : undefinedBecause(n === 0 ? 'no_data' : reason),
			...(judged ? { ...ends(wilson(count, n), 100), count } : {}),
			n,
			...sizeTags(n, 0)
		});
	}
}

const SHARES = [
	['growth', 'reliable_growth'],
	['within', 'within_uncertainty'],
	['decline', 'reliable_decline']
] as const;

interface MeanChange {
	fields: Pick<ResultFields, 'value' | 'low' | 'high' | 'baseline' | 'n' | 'nPairs'>;
	interval: Interval | null;
	p: number | null;
}

function meanChange(people: readonly Pick<Grown, 'before' | 'change'>[]): MeanChange {
	const { n, mean, sd, meanInterval } = describeFrequencies(
		frequenciesOf(people.map(({ change }) => change))
	);
	const baseline = people.reduce((sum, { before }) => sum + before, 0) / Math.max(1, n);
	const shown = display({ what: 'paired', pairs: n }, 0);
	const interval = shown.show === 'up_down_same_only' ? null : meanInterval.value;
	const t = mean.value === null || !sd.value ? null : mean.value / (sd.value / Math.sqrt(n));
	return {
		fields: { value: mean, ...ends(interval), ...(n === 0 ? {} : { baseline }), n, nPairs: n },
		interval,
		p: t === null || shown.test === false ? null : tTwoSided(t, n - 1)
	};
}

/** Mean change of the whole, of each criterion, and of each group; the paired t interval. */
export function groupGrowth(frame: GrowthFrame, course: Course, counts: Counts, results: ResultList): void {
	const people = course.people.filter(({ person }) => frame.chosen(person));
	const criteria = course.items.map((item) => ({ item, grown: grownIn(frame, course, item.id, people) }));
	meanChanges(frame, course, people, criteria, results);
	const add = (
		group: Partial<Pick<Result, 'groupKind' | 'group' | 'module' | 'item'>>,
		members: readonly Grown[]
	) => {
		if (members.length === 0) return;
		results.add({
			measure: 'growth_group',
			...common(frame, course),
			...group,
			...meanChange(members).fields
		});
	};
	for (const [groupKind, groups] of byAttribute(frame, people, counts)) {
		for (const [group, members] of groups) add({ groupKind, group }, members);
	}
	for (const [group, members] of startingThirds(people)) add({ groupKind: 'starting_third', group }, members);
	for (const { item, grown } of criteria) add({ item: item.id }, grown);
	const modules = new Set(course.items.flatMap(({ module }) => (module === null ? [] : [module])));
	for (const module of modules) {
		const items = course.items.filter((item) => item.module === module);
		add({ module }, grownOver(frame, course, items, people));
	}
}

function grownOver(
	{ sheets, wave, against }: GrowthFrame,
	course: Course,
	items: Course['items'],
	people: readonly Grown[]
) {
	return people.flatMap(({ person }): Grown[] => {
		const before = sheets.rating(against, course.rater, person, items, course.inPomp);
		const after = sheets.rating(wave, course.rater, person, items, course.inPomp);
		if (before === null || after === null) return [];
		return [{ person, before, after, change: Math.round((after - before) * 1e9) / 1e9 }];
	});
}

function grownIn(frame: GrowthFrame, course: Course, item: string, people: readonly Grown[]): Grown[] {
	return grownOver(
		frame,
		course,
		course.items.filter(({ id }) => id === item),
		people
	);
}

/** change_mean of the whole and of each criterion, q over the criteria of this rater. */
function meanChanges(
	frame: GrowthFrame,
	course: Course,
	people: readonly Grown[],
	criteria: { item: Course['items'][number]; grown: Grown[] }[],
	results: ResultList
): void {
	const add = (change: MeanChange, q: number | null, of: Pick<Result, 'item'>) => {
		const { low, high } = course;
		const toPomp = 100 / (high - low);
		const interval = change.interval && {
			low: change.interval.low * toPomp,
			high: change.interval.high * toPomp
		};
		results.add({
			measure: 'change_mean',
			...common(frame, course),
			criterion: 4,
			...of,
			...change.fields,
			...(change.p === null ? {} : { p: change.p }),
			...(q === null ? {} : { q }),
			verdict: changeVerdict({
				...{ hidden: false, n: change.fields.nPairs ?? 0, interval, q },
				unjudgeable: course.provisional
			})
		});
	};
	const whole = meanChange(people);
	add(whole, whole.p, {});
	const changes = criteria.map(({ grown }) => meanChange(grown));
	const q = benjaminiHochberg(changes.map(({ p }) => p));
	criteria.forEach(({ item }, index) => {
		const change = changes[index];
		if (change) add(change, q[index] ?? null, { item: item.id });
	});
}

/** Kinds of attributes by which growth is compared; a school's own columns count as well. */
function byAttribute({ sheets, wave }: GrowthFrame, people: readonly Grown[], counts: Counts) {
	const kinds = new Map<string, Map<string, Grown[]>>();
	for (const grown of people) {
		for (const [kind, value] of attributesOf(counts, wave, grown.person, sheets)) {
			const groups = kinds.get(kind) ?? new Map<string, Grown[]>();
			kinds.set(kind, groups);
			groups.set(value, [...(groups.get(value) ?? []), grown]);
		}
	}
	return kinds;
}

/** People by where they started: equal thirds by rank, ties together in the lower one. */
export function startingThirds(people: readonly Grown[]): Map<'low' | 'medium' | 'high', Grown[]> {
	const sorted = people.map(({ before }) => before).sort((a, b) => a - b);
	const cut = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
	const [lower, upper] = [cut(1 / 3), cut(2 / 3)];
	const thirds = new Map<'low' | 'medium' | 'high', Grown[]>([
		['low', []],
		['medium', []],
		['high', []]
	]);
	if (people.length < 3) return thirds;
	for (const grown of people) {
		const third = grown.before <= lower ? 'low' : grown.before <= upper ? 'medium' : 'high';
		thirds.get(third)?.push(grown);
	}
	return thirds;
}
