import type { Criterion } from '$lib/model/evaluation';
import type { Result } from '$lib/model/result';
import type { Words } from '$lib/model/words';
import { resultRow } from '../result-row';
import { defined } from '$lib/model/reasons';
import { isReached } from '../targets/status';
import type { EvaluationFrame } from './frame';
import { indicatorTitle } from './indicator-title';
import { say } from './words';

/** Criterion 2: how many of the stage's stated targets are reached; without targets, what was achieved. */
export function demonstratedAchievements(frame: EvaluationFrame): Criterion {
	const { wave, results } = frame;
	const own = results.filter(
		(row) => row.measure === 'target_status' && row.wave === wave && !row.tags?.includes('calculated')
	);
	const judged = own.filter(({ status }) => status !== 'no_data' && status !== 'hidden');
	if (judged.length === 0 || wave === null) return withoutTargets(frame, own);
	const reached = judged.filter(({ status }) => isReached(status));
	const [k, m] = [reached.length, judged.length];
	const headline = resultRow(
		{ measure: 'target_status', wave, level: 'reached', unit: 'count', value: defined(k), count: k, n: m },
		frame.project
	);
	return {
		criterion: 2,
		verdict: 'k_of_m',
		text: say(k === 0 ? 'c2_none' : k === m ? 'c2_all' : 'c2_k_of_m', { k, m }),
		headline,
		detail: details(frame, judged),
		cautions: cautions(frame, own)
	};
}

function details({ results, wave }: EvaluationFrame, judged: readonly Result[]): Words[] {
	const words: Words[] = [];
	const uncertain = judged.filter(({ status }) => status === 'reached_uncertain').length;
	if (uncertain > 0) words.push(say('c2_uncertain', { count: uncertain }));
	const progress = new Map(
		results
			.filter((row) => row.measure === 'progress' && row.wave === wave && row.level === undefined)
			.map((row) => [row.indicator, row.value])
	);
	const open = judged
		.filter(({ status }) => !isReached(status))
		.map(({ indicator }) => progress.get(indicator) ?? null);
	const nearer = open.filter((value) => value !== null && value > 0).length;
	const further = open.filter((value) => value !== null && value < 0).length;
	if (nearer > 0) words.push(say('c2_nearer', { count: nearer }));
	if (further > 0) words.push(say('c2_further', { count: further }));
	return words;
}

function cautions(frame: EvaluationFrame, own: readonly Result[]): Words[] {
	const late = own.filter(({ tags }) => tags?.includes('sealed_late'));
	const words = late.map(({ indicator }) =>
		say('caution_sealed_late', { title: indicatorTitle(frame, indicator ?? '') })
	);
	const missing = own.filter(({ status }) => status === 'no_data').length;
	if (missing > 0) words.push(say('caution_targets_without_data', { count: missing }));
	return words;
}

function withoutTargets(frame: EvaluationFrame, own: readonly Result[]): Criterion {
	const count = frame.results.find(
		(row) =>
			row.measure === 'achievements_count' &&
			row.wave === frame.wave &&
			row.kind === undefined &&
			row.level === undefined
	);
	const base: Omit<Criterion, 'text' | 'headline'> = {
		criterion: 2,
		verdict: 'no_data',
		detail: [],
		cautions: cautions(frame, own)
	};
	if (own.length > 0)
		return { ...base, text: say('c2_targets_without_data', { m: own.length }), headline: null };
	if (frame.staffLeftOut) return { ...base, text: say('c_no_staff_group'), headline: null };
	if (count && count.value !== null) {
		return { ...base, text: say('c2_only_achievements', { count: count.value }), headline: count };
	}
	return { ...base, text: say('c2_no_data'), headline: null };
}
