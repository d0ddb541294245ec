import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { catalogue } from '$lib/measures/catalogue';
import { changeVerdict } from '$lib/measures/change/verdict';
import { display, type Display, type DisplayQuestion } from '$lib/measures/policy';
import { matchesRule } from '$lib/measures/statistics/frequencies';
import { attainment, progress } from '$lib/measures/statistics/progress';
import { rangeStatus, targetStatus } from '$lib/measures/targets/status';
import { ROOT, METHOD, numberOf, answerOf, agrees, tableRows, examples } from './method-document';
import { computations } from './method-examples';
import { evaluator, pointScale } from './method-school';

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

	it('say which status a range has', () => {
		for (const { actual = '', low = '–', high = '–', status } of tableRows('ranges')) {
			const [from, to] = [answerOf(low), answerOf(high)];
			const interval = from === null || to === null ? null : { low: from, high: to };
			expect(rangeStatus(numberOf(actual), { low: 50, high: 70 }, interval), actual).toBe(status);
		}
	});

	it('name tests that exist for every trap', () => {
		for (const { trap, test = '' } of tableRows('traps')) {
			const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? [];
			expect(readFileSync(new URL(file, ROOT), 'utf8'), trap).toContain(`it('${title}'`);
		}
	});
});
