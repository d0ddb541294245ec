import type { Result } from '$lib/model/result';
import { placesOf } from '$lib/measures/participation/module-profile';
import { startingThirds } from '$lib/measures/growth/growth';
import { hiddenGroups } from '$lib/measures/small-groups';
import { icc } from '$lib/measures/statistics/agreement';
import { kendall, spearman } from '$lib/measures/statistics/correlation';
import { frequenciesOf, meanOf } from '$lib/measures/statistics/frequencies';
import { wilson } from '$lib/measures/statistics/intervals';
import { reliableChanges } from '$lib/measures/statistics/reliable-change';
import { auditTable, complementAllowed, suppressTable } from '$lib/measures/suppression/suppress-table';
import type { TableEntry } from '$lib/measures/suppression/table';
import { type Computation, resultOf, teachers, sheets, some, ends, times } from './method-school';

/** An entry of the roster about a category. */
function moved(person: string, value: string, from: string | null, to: string | null) {
	return { person, kind: 'category', value, from_date: from, to_date: to };
}

function positions(entries: readonly TableEntry[]): string {
	return entries.map(({ row, column }) => `${row ?? 'total'}/${column ?? 'total'}`).join(', ') || 'none';
}

/** What the product itself says to the examples about targets, staff records and small groups (M3–M6). */
export const ofStaff: Record<string, Computation> = {
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
	async 'calculated-target'(given, evaluated) {
		const of = {
			indicator: 'L',
			measure: 'achievements_count',
			item_or_block: 'open_lesson',
			direction: 'up'
		};
		const held = { wave: 'w2', person: 'T1', kind: 'open_lesson', level: 'school' };
		const found = await evaluated(
			{
				achievement: times(given.number('held in stage II'), () => held),
				indicator: [
					{ ...of, kind: 'baseline', period: '2013-2014', value: given.number('baseline of 2013') },
					{ ...of, kind: 'target', period: 'III', value: given.number('target of 2016') }
				]
			},
			{ selection: { wave: 'w2' } }
		);
		const status = resultOf(found, { measure: 'target_status', wave: 'w2' });
		const [, { verdict, headline }] = found.criteria;
		return {
			...{ 'target of stage II': status.target, status: status.status, marked: status.tags?.join() },
			'targets counted in the headline': verdict === 'k_of_m' ? headline?.n : 0
		};
	},
	async expected(given, evaluated) {
		const lesson = { wave: 'w1', person: 'T1', kind: 'open_lesson', level: 'school' };
		const aim = { indicator: 'L', measure: 'achievements_count', item_or_block: 'open_lesson', period: 'I' };
		const found = await evaluated({
			achievement: times(given.number('open lessons'), () => lesson),
			attendance: [{ wave: 'w1', person: 'T1', kind: 'coaching' }],
			indicator: [{ ...aim, kind: 'target', value: given.number('target'), direction: 'up' }]
		});
		const result = (block: string) => resultOf(found, { measure: 'expected_result', wave: 'w1', block });
		const { indicator, value } = result('exchange');
		return {
			...{ 'exchange of ideas': value, 'joint research groups': result('joint_research').reason },
			'its target': resultOf(found, { measure: 'target_status', indicator }).status
		};
	},
	async transitions(given, evaluated) {
		const labels = ['second', 'first', '–'];
		const entries = labels.flatMap((from) =>
			labels.flatMap((to) => {
				const name = `${from} to ${to}`;
				if ((from === '–' && to === '–') || name === 'first to –' || name === '– to first') return [];
				return times(given.number(name), (index) => [
					...(from === '–' ? [] : [moved(`${name} ${index}`, from, null, '2015-08-31')]),
					...(to === '–' ? [] : [moved(`${name} ${index}`, to, '2016-09-01', null)])
				]).flat();
			})
		);
		const found = await evaluated({ membership: entries }, { selection: { wave: 'w3', against: 'w1' } });
		const way = (level: string) =>
			resultOf(found, { measure: 'category_transitions', kind: 'category', level });
		return {
			...{ up: way('up').value, same: way('same').value, down: way('down').value },
			...{ 'no record': way('no_record').value, everybody: way('up').n }
		};
	},
	async months(given, evaluated) {
		const [first, then] = [given.numbers('2014-09 … 2015-05'), given.numbers('2015-09 … 2015-11')];
		const came = (wave: string, year: number, counts: readonly number[]) =>
			counts.flatMap((n, index) => {
				const month = ((8 + index) % 12) + 1;
				const date = `${month < 9 ? year + 1 : year}-${String(month).padStart(2, '0')}-15`;
				return times(n, (person) => ({ wave, person: `T${person}`, kind: 'coaching', date }));
			});
		const limitsOf = async (attendance: Parameters<typeof evaluated>[0]['attendance']) => {
			const found = await evaluated({ attendance });
			return (level: string) => resultOf(found, { measure: 'participation_limits', level, kind: undefined });
		};
		const all = [...came('w1', 2014, first), ...came('w2', 2015, then)];
		const limit = await limitsOf(all);
		const firmness = ({ tags }: Result) => (tags?.includes('trial_limits') ? 'trial' : 'firm');
		const outside = resultOf(await evaluated({ attendance: all }), {
			...{ measure: 'participation_limits', level: 'outside' }
		});
		return {
			...{ months: limit('centre').n, centre: limit('centre').value },
			...{ upper: limit('upper').value, lower: limit('lower').value, outside: outside.value },
			'limits are': firmness(limit('upper')),
			'limits of the first 9 months are': firmness((await limitsOf(came('w1', 2014, first)))('upper'))
		};
	},
	async highest(given, evaluated) {
		const attendance = ['A', 'B', 'C'].flatMap((person) =>
			given
				.text(`person ${person}`)
				.split(' ')
				.map((level) => ({ wave: 'w1', person, kind: 'contest', level }))
		);
		const found = await evaluated({ attendance });
		const highest = (level: string) => resultOf(found, { measure: 'participation_highest', level });
		return {
			...{ 'highest is school': highest('school').value, 'highest is city': highest('city').value },
			...{ 'highest is region': highest('region').value, people: highest('school').n }
		};
	},
	modules(given) {
		const lines = ['self-ratings', 'expert ratings', 'attendances', 'achievements'];
		const places = lines.map((line) => placesOf(given.numbers(line)));
		return {
			'places of module 1': places.map((line) => line[0]),
			'places of module 2': places.map((line) => line[1])
		};
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
		const tau = kendall(given.numbers('hours'), given.numbers('growth'));
		return {
			...{ n, ρ: value.value, interval: ends(interval.value, 1) },
			...{ τ: tau.value.value, 'interval of τ': ends(tau.interval.value, 1) }
		};
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
