import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { catalogue } from '$lib/measures/catalogue';
import { changeVerdict } from '$lib/measures/change/verdict';
import { display, type Display, type DisplayQuestion } from '$lib/measures/policy';
import { matchesRule } from '$lib/measures/statistics/frequencies';
import { shareChange } from '$lib/measures/statistics/independent';
import { benjaminiHochberg } from '$lib/measures/statistics/multiplicity';
import { attainment, progress } from '$lib/measures/statistics/progress';
import { targetStatus } from '$lib/measures/targets/status';
import type { Evaluation } from '$lib/model/evaluation';
import {
	calculate,
	computations,
	evaluator,
	pointScale,
	resultOf,
	sheets,
	teachers,
	type Given,
	type Outcome
} from './method-examples';

const ROOT = new URL('../../', import.meta.url);
const METHOD = readFileSync(new URL('docs/METHOD.md', ROOT), 'utf8');

function numberOf(text: string): number {
	const value = Number(text.replace('−', '-').replace('%', '').trim());
	if (text.trim() === '' || Number.isNaN(value)) throw new Error(`not a number: «${text}»`);
	return value;
}

/** A dash stands for what is missing. */
function answerOf(text: string): number | null {
	return text === '–' ? null : numberOf(text);
}

function tokens(text: string): string[] {
	return text.split(/\s+/).filter((token) => token !== '%' && token !== '');
}

/** Whether a number printed with so many decimals is this value rounded. */
function agrees(value: number | null, printed: string): boolean {
	const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
	return value !== null && Math.abs(value - numberOf(printed)) <= 0.5 * 10 ** -decimals + 1e-9;
}

function sameAs(said: Outcome[string], printed: string): boolean {
	if (typeof said === 'string') return said === printed;
	const values = Array.isArray(said) ? said : [said];
	const given = tokens(printed);
	return given.length === values.length && values.every((value, index) => agrees(value, given[index] ?? ''));
}

/** A block tagged `example <id>`: lines `name: value` or `name: arithmetic = value`. */
class Example implements Given {
	readonly id: string;
	readonly #lines = new Map<string, { value: string; arithmetic: string | null }>();
	readonly #given = new Set<string>();

	constructor(id: string, body: string) {
		this.id = id;
		for (const text of body.split('\n').filter((line) => line !== '')) {
			const [, name = '', rest = ''] = /^([^:]+):\s*(.*)$/.exec(text) ?? [];
			const equals = rest.lastIndexOf('=');
			if (name === '' || this.#lines.has(name)) throw new Error(`${id}: no name of its own: ${text}`);
			const arithmetic = equals < 0 ? null : rest.slice(0, equals).trim();
			this.#lines.set(name, { value: rest.slice(equals + 1).trim(), arithmetic });
		}
	}

	text(name: string): string {
		const line = this.#lines.get(name);
		if (!line) throw new Error(`${this.id} has no line «${name}»`);
		this.#given.add(name);
		return line.value;
	}

	number = (name: string) => numberOf(this.text(name));
	numbers = (name: string) => tokens(this.text(name)).map(numberOf);
	answers = (name: string) => tokens(this.text(name)).map(answerOf);

	rows(word: string): [string, (number | null)[]][] {
		const names = [...this.#lines.keys()].filter((name) => name.startsWith(`${word} `));
		return names.map((name) => [name.slice(word.length + 1), this.answers(name)]);
	}

	/** Where arithmetic, document and product disagree; a line that is none of the three is a fault too. */
	faults(outcome: Outcome): string[] {
		return [...this.#lines].flatMap(([name, { value, arithmetic }]) => {
			const said = outcome[name];
			const reckoned = arithmetic === null ? null : calculate(arithmetic);
			if (reckoned !== null && !agrees(reckoned, value))
				return [`${name}: reckoned ${reckoned}, not ${value}`];
			if (said !== undefined)
				return sameAs(said, value) ? [] : [`${name}: the product says ${String(said)}, not ${value}`];
			return reckoned === null && !this.#given.has(name) ? [`${name}: neither given, reckoned nor said`] : [];
		});
	}
}

const examples = [...METHOD.matchAll(/^```example (\S+)\n([\s\S]*?)^```$/gm)].map(
	([, id = '', body = '']) => new Example(id, body)
);

/** The rows of the table that follows `<!-- table: name -->`, cells by their column's title. */
function tableRows(name: string): Record<string, string>[] {
	const table = METHOD.split(`<!-- table: ${name} -->\n`)[1] ?? '';
	const lines = table.slice(0, table.search(/\n(?!\|)/)).split('\n');
	const cells = lines.map((line) =>
		line
			.slice(1, line.lastIndexOf('|'))
			.split('|')
			.map((cell) => cell.trim())
	);
	const [titles = [], , ...rows] = cells;
	if (rows.length === 0) throw new Error(`no table ${name}`);
	return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])));
}

const engine = await openNodeEngine();
const evaluated = evaluator(engine);
afterAll(() => engine.close());

describe('the examples of docs/METHOD.md', () => {
	it('are those the product is asked about', () => {
		expect(new Set(examples.map(({ id }) => id))).toEqual(new Set(Object.keys(computations)));
	});

	it.each(examples.map((example) => [example.id, example] as const))('%s', async (id, example) => {
		const computation = computations[id];
		expect(example.faults((await computation?.(example, evaluated)) ?? {})).toEqual([]);
	});
});

describe('the tables of docs/METHOD.md', () => {
	it('list every measure as the catalogue has it, and each has its section', () => {
		const listed = tableRows('measures').map(({ section, ...row }) => ({ ...row, section: section?.[0] }));
		expect(listed).toEqual(
			catalogue.map(({ id, criterion, unit, denominator, about }) => ({
				...{
					measure: id,
					criterion: String(criterion),
					unit,
					'n counts': denominator,
					from: about,
					section: 'M'
				}
			}))
		);
		const headings = METHOD.split('\n').filter((line) => line.startsWith('### '));
		for (const { id } of catalogue)
			expect(
				headings.filter((line) => line.includes(`\`${id}\``)),
				id
			).toHaveLength(1);
	});

	it('say from which n the policy shows what', () => {
		for (const { what, ...row } of tableRows('policy')) {
			const shown = (n: number) =>
				display({ what, n, pairs: n, n1: n, n2: 60, complete: n, subjects: n } as DisplayQuestion);
			const first = (holds: (at: Display) => boolean) =>
				String(Array.from({ length: 60 }, (_, n) => n + 1).find((n) => holds(shown(n))) ?? '–');
			expect(row, what).toMatchObject({
				'hidden below': first(({ show }) => !/suppressed|hidden|descriptives_only/.test(show)),
				'interval from': first(({ show }) => /(^|_)ci(_|$)|wilson|full/.test(show)),
				'verdict from': first(({ verdict }) => verdict === true),
				'without reserve from': first(({ show, tag }) => /^(full|value|value_with_ci)$/.test(show) && !tag)
			});
		}
	});

	it('say which verdict follows from n, interval and q', () => {
		for (const { n = '', low = '', high = '', q = '', verdict } of tableRows('verdicts')) {
			const interval = { low: numberOf(low), high: numberOf(high) };
			const found = changeVerdict({ hidden: false, n: numberOf(n), interval, q: numberOf(q) });
			expect(found, `${n} ${low} ${high} ${q}`).toBe(verdict);
		}
	});

	it('say which levels are favourable', () => {
		for (const { scale = '', favourable = '', unfavourable = '' } of tableRows('favourable')) {
			const [low = 0, high = 0] = scale.split('–').map(Number);
			const levels = Array.from({ length: high - low + 1 }, (_, index) => low + index);
			const rule = pointScale(levels);
			expect(levels.filter((level) => matchesRule(level, rule.favourable)).join(' '), scale).toBe(favourable);
			expect(levels.filter((level) => matchesRule(level, rule.unfavourable)).join(' '), scale).toBe(
				unfavourable
			);
		}
	});

	it('say what progress and attainment are', () => {
		for (const { b = '', t = '', a = '', way, ...row } of tableRows('progress')) {
			const course = { baseline: answerOf(b), target: answerOf(t), actual: answerOf(a) };
			for (const [name, found] of [
				['progress', progress(course)],
				['attainment', attainment(course, way === 'down' ? 'down' : 'up')]
			] as const) {
				const printed = row[name] ?? '';
				const same = found.reason === null ? agrees(100 * found.value, printed) : found.reason === printed;
				expect(same, `${name} of ${b}, ${t}, ${a}: ${JSON.stringify(found)}`).toBe(true);
			}
		}
	});

	it('say which status a target has', () => {
		for (const { actual = '', low = '–', high = '–', target = '', status } of tableRows('statuses')) {
			const [from, to] = [answerOf(low), answerOf(high)];
			const interval = from === null || to === null ? null : { low: from, high: to };
			expect(targetStatus(numberOf(actual), numberOf(target), 'up', interval), actual).toBe(status);
		}
	});

	it('name tests that exist for every trap', () => {
		for (const { trap, test = '' } of tableRows('traps')) {
			const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? [];
			expect(readFileSync(new URL(file, ROOT), 'utf8'), trap).toContain(`it('${title}'`);
		}
	});
});

function many<Row>(n: number, row: Row): Row[] {
	return Array.from({ length: n }, () => row);
}

function cautions({ criteria }: Evaluation): string[] {
	return criteria.flatMap((criterion) => criterion.cautions.map(({ code }) => code));
}

/** Ratings before and after, of as many teachers, by the mentor. */
function rated(before: readonly number[], after: readonly number[]) {
	return evaluated(
		{ criteria: [...sheets('w1', before), ...sheets('w3', after)] },
		{ change: (draft) => Object.assign(draft, { reliability: { value: 0.8, source: 'test' } }) }
	);
}

describe('traps of dashboards', () => {
	it('codes 1–5 are not put under the cut-points of a 0–4 scale', async () => {
		const found = await evaluated({ teachers: teachers('w1', many(12, [3, 3, 3])) });
		const own = resultOf(found, { measure: 'coefficient_u', item: undefined, method: 'stepanov-teachers@1' });
		expect(own).toMatchObject({ value: 2, level: 'medium' });
		const levels = found.results.filter(
			({ measure, method }) => measure === 'level_share' && method === own.method
		);
		expect(levels.map(({ level, count }) => [level, count])).toEqual([
			['low', 0],
			['medium', 12],
			['high', 0]
		]);
	});

	it('a blank and a don’t know are not zero', async () => {
		const rows = [
			...many(6, { item_t3: 5, state_t3: null }),
			...many(4, { item_t3: null, state_t3: 'dont_know' })
		];
		const blank = many(2, { item_t3: null, state_t3: null });
		const found = await evaluated({ teachers: [...rows, ...blank].map((row) => ({ wave: 'w1', ...row })) });
		expect(resultOf(found, { measure: 'mean', item: 't3' })).toMatchObject({ value: 5, n: 6 });
		expect(resultOf(found, { measure: 'favourable', item: 't3' })).toMatchObject({
			value: 100,
			count: 6,
			n: 6
		});
		expect(resultOf(found, { measure: 'distribution', item: 't3', level: 'dont_know' })).toMatchObject({
			count: 4,
			n: 12
		});
		expect(resultOf(found, { measure: 'distribution', item: 't3', level: 'not_answered' })).toMatchObject({
			count: 2,
			n: 12
		});
		expect(resultOf(found, { measure: 'favourable', item: 't1' })).toMatchObject({
			value: null,
			reason: 'no_data',
			n: 0
		});
	});

	it('actual over target is never called progress', async () => {
		const of = { indicator: 'A', measure: 'achievements_count', period: 'III', direction: 'up' };
		const achievement = many(6, { wave: 'w3', person: 'T1', kind: 'contest', level: 'city' });
		const target = { ...of, kind: 'target', value: 8 };
		const without = await evaluated({ achievement, indicator: [target] });
		expect(resultOf(without, { measure: 'progress' })).toMatchObject({ value: 75, level: 'attainment' });
		const baseline = { ...of, kind: 'baseline', period: 'I', value: 4 };
		const within = resultOf(await evaluated({ achievement, indicator: [target, baseline] }), {
			measure: 'progress'
		});
		expect(within).toMatchObject({ value: 50, baseline: 4 });
		expect(within.level).toBeUndefined();
	});

	it('groups of unequal size do not weigh the same', async () => {
		const large = teachers('w1', many(30, [5, 5, 5]), { group_department: 'Maths' });
		const small = teachers('w1', many(10, [1, 1, 1]), { group_department: 'Arts' });
		const found = await evaluated({ teachers: [...large, ...small] });
		const of = { measure: 'coefficient_u', item: undefined, method: 'stepanov-teachers@1' };
		expect(resultOf(found, { ...of, group: 'Maths' }).value).toBe(4);
		expect(resultOf(found, { ...of, group: 'Arts' }).value).toBe(0);
		expect(resultOf(found, { ...of, group: undefined })).toMatchObject({ value: 3, level: 'high', n: 40 });
	});

	it('categories and course levels are labels, not numbers', async () => {
		const people = Array.from({ length: 12 }, (_, index) => `T${index + 1}`);
		const school = (names: readonly string[]) => {
			const kinds = ['category', 'course_level'];
			const membership = people.flatMap((person, index) =>
				kinds.map((kind) => ({ person, kind, value: names[index % names.length] ?? '' }))
			);
			const [before, after] = [
				people.map((_, index) => 2 + (index % 4) / 2),
				people.map((_, index) => 3 + (index % 3) / 2)
			];
			const criteria = [...sheets('w1', before), ...sheets('w3', after)];
			return evaluated({ person: people.map((person) => ({ person })), membership, criteria });
		};
		const [numbered, named] = [await school(['1', '2', '3']), await school(['third', 'second', 'first'])];
		const values = ({ results }: Evaluation) => results.map(({ measure, value }) => [measure, value]);
		expect(values(numbered)).toEqual(values(named));
		const about = numbered.results.filter(
			({ groupKind }) => groupKind === 'category' || groupKind === 'course_level'
		);
		expect(about.map(({ measure, group }) => `${measure} ${group}`)).toEqual(
			['1', '2', '3', '1', '2', '3'].map((group) => `growth_group ${group}`)
		);
	});

	it('three waves give three values and no trend', async () => {
		const wave = (id: string, answer: number) => teachers(id, many(12, [answer, answer, answer]));
		const found = await evaluated({ teachers: [...wave('w1', 3), ...wave('w2', 4), ...wave('w3', 5)] });
		expect(new Set(found.results.map(({ wave }) => wave))).toEqual(new Set(['w1', 'w2', 'w3']));
		expect(catalogue.map(({ id }) => id).filter((id) => /trend|slope|forecast|r2/.test(id))).toEqual([]);
		expect(display({ what: 'xmr', points: 3 }).show).toBe('run_chart_no_limits');
		const means = found.results.filter(({ measure, item }) => measure === 'mean' && item === 't1');
		expect(means.map(({ value }) => value)).toEqual([3, 4, 5]);
	});

	it('a rise of the lowest third carries the warning about regression to the mean', async () => {
		const before = [1, 1.5, 2, 2, 3, 3, 3, 3, 4, 4, 4.5, 5];
		const towardsTheMean = await rated(
			before,
			before.map((value) => value + (3 - value) / 2)
		);
		expect(cautions(towardsTheMean)).toContain('caution_regression');
		const allAlike = await rated(
			before,
			before.map((value) => value - 0.5)
		);
		expect(cautions(allAlike)).not.toContain('caution_regression');
	});

	it('a start near the top of the scale carries the warning about the ceiling', async () => {
		const nearTheTop = await rated([4.5, 5, 4.5, 5, 5, 5, 4.5, 5, 5, 4.5], many(10, 5));
		expect(cautions(nearTheTop)).toContain('caution_ceiling');
		const withRoom = await rated([3.5, 4, 3.5, 4, 4, 4, 3.5, 4, 4, 3.5], many(10, 5));
		expect(cautions(withRoom)).not.toContain('caution_ceiling');
	});

	it('240 comparisons of nothing name no change', async () => {
		let state = 2024;
		const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
		const favourable = () => many(40, 0).filter(() => random() < 0.6).length;
		const changes = many(240, 0).map(() => shareChange(favourable(), 40, favourable(), 40).value);
		const p = changes.map((change) => change?.test.p.value ?? null);
		const q = benjaminiHochberg(p);
		const verdicts = changes.map((change, index) => {
			const interval = change && { low: 100 * change.low, high: 100 * change.high };
			return changeVerdict({ hidden: false, n: 40, interval, q: q[index] ?? null });
		});
		expect(p.filter((value) => value !== null && value < 0.05).length).toBeGreaterThan(5);
		expect(verdicts.filter((verdict) => verdict === 'rose' || verdict === 'fell')).toEqual([]);

		const answers = (t1: number, t2: number) => [...many(8, [t1, t2, 4]), ...many(12, [4, 4, 4])];
		const found = await evaluated({
			teachers: [...teachers('w1', answers(2, 3)), ...teachers('w3', answers(5, 4))]
		});
		const judged = found.results.filter(
			({ measure, item }) => measure === 'change_favourable' && item !== undefined
		);
		expect(found.comparisons).toBe(2);
		expect(judged.map((row) => row.q ?? null)).toEqual(benjaminiHochberg(judged.map((row) => row.p ?? null)));
	});

	it('a small group is not left over by subtraction', async () => {
		const of = (department: string, n: number) =>
			teachers('w1', many(n, [4, 4, 4]), { group_department: department });
		const rows = [...of('Maths', 14), ...of('Languages', 9), ...of('Arts', 3)];
		const found = await evaluated({ teachers: rows });
		const groups = found.results.filter(({ group }) => group !== undefined);
		const shown = new Set(groups.filter(({ value }) => value !== null).map(({ group }) => group));
		expect(shown).toEqual(new Set(['Maths']));
		for (const { value, reason, n, count, low } of groups.filter(({ group }) => group !== 'Maths')) {
			expect({ value, reason, n, count, low }).toEqual({ value: null, reason: 'suppressed', n: null });
		}
		const pair = [...of('Maths', 14), ...of('Arts', 3)];
		const filtered = await evaluated({ teachers: pair }, { selection: { groups: { department: 'Maths' } } });
		const about = filtered.results.filter(
			({ measure }) => measure === 'favourable' || measure === 'coefficient_u'
		);
		expect(about.length).toBeGreaterThan(0);
		expect(about.filter(({ value }) => value !== null)).toEqual([]);
	});

	it('fewer than ten answers are not judged', async () => {
		const change = async (n: number) => {
			const answers = [...teachers('w1', many(n, [2, 2, 2])), ...teachers('w3', many(n, [5, 5, 5]))];
			return (await evaluated({ teachers: answers })).criteria[0].verdict;
		};
		expect([await change(4), await change(9), await change(10)]).toEqual([
			'hidden',
			'cannot_be_judged',
			'rose'
		]);
	});

	it('no sentence claims a cause or a proof', () => {
		const forbidden = {
			en: /\b(prove[ds]?|proof|caused|influenced|significant(ly)?)\b/iu,
			ru: /доказ(ан|ыва)|повлиял|вызвал|значим/iu,
			kk: /дәлелде|әсер етті/iu
		};
		for (const topic of readdirSync(new URL('messages', ROOT))) {
			for (const [locale, words] of Object.entries(forbidden)) {
				const messages = JSON.parse(
					readFileSync(new URL(`messages/${topic}/${locale}.json`, ROOT), 'utf8')
				) as object;
				const said = Object.entries(messages).filter(([, text]) => words.test(JSON.stringify(text)));
				expect(said, `${topic} ${locale}`).toEqual([]);
			}
		}
	});
});
