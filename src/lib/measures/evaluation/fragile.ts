import type { Result, Verdict } from '$lib/model/result';
import type { Words } from '$lib/model/words';
import { highestRule } from '../change/headline';
import { changeVerdict } from '../change/verdict';
import { populationOf } from '../coverage/coverage';
import { methodOf } from '../methods';
import { answersToFlip, silenceToFlip } from '../statistics/fragility';
import { matchesRule } from '../statistics/frequencies';
import { shareChange } from '../statistics/independent';
import type { DifferenceInterval, PairedShares } from '../statistics/intervals';
import { pairedShareChange } from '../statistics/paired';
import type { SurveyView } from '../survey-view';
import type { EvaluationFrame } from './frame';
import { say } from './words';

/** A verdict that so small a share of the people could turn is called fragile; one person always may. */
const FEW = 1 / 20;

/** How few people, or which answers of the silent, would turn a headline that rose or fell. */
export function fragile(
	{ counts, project, wave, against }: EvaluationFrame,
	found: Result,
	view: SurveyView,
	set: number
): Words[] {
	if ((found.verdict !== 'rose' && found.verdict !== 'fell') || wave === null || against === null) return [];
	if (found.nPairs !== undefined) {
		const rule = highestRule(methodOf(view.q.instrument, project));
		const cells: PairedShares = { both: 0, gained: 0, lost: 0, neither: 0 };
		for (const { from, to, n } of view.pairs(wave, against, set).transitions) {
			const was = matchesRule(from, rule);
			cells[matchesRule(to, rule) ? (was ? 'both' : 'gained') : was ? 'lost' : 'neither'] += n;
		}
		const count = pairsToFlip(cells, found.verdict);
		return count === null ? [] : [say('caution_fragile', { count })];
	}
	const [before, after] = [view.scores(against, set).n, view.scores(wave, set).n];
	const earlier = Math.round(((found.baseline ?? 0) / 100) * before);
	const judge = (count: number, n: number) => {
		const change = shareChange(earlier, before, count, n).value;
		return judged(change, Math.min(before, n), change?.test.p.value ?? null);
	};
	const flip = answersToFlip(found.count ?? 0, after, judge);
	const words = flip && flip.count <= mostOf(after) ? [say('caution_fragile', { count: flip.count })] : [];
	const eligible =
		view.filter || view.scope.kind !== 'all' ? null : populationOf(counts, view.q.instrument.audience, wave);
	const silence = eligible === null ? null : silenceToFlip(found.count ?? 0, after, eligible, judge);
	const turning = found.verdict === 'rose' ? silence?.atMost : silence?.atLeast;
	if (silence && turning) {
		const code = found.verdict === 'rose' ? 'caution_silent_few' : 'caution_silent_many';
		words.push(say(code, { silent: silence.silent, count: turning.favourable }));
	}
	return words;
}

/** That a headline which rose or fell would stand even if so many people had answered otherwise; said where nothing weakens it. */
export function holds(found: Result, n: number, weak: readonly Words[]): Words[] {
	const told = (found.verdict === 'rose' || found.verdict === 'fell') && weak.length === 0;
	return told ? [say('c1_holds', { count: mostOf(n), n })] : [];
}

function judged(change: DifferenceInterval | null, n: number, q: number | null): Verdict {
	const interval = change && { low: 100 * change.low, high: 100 * change.high };
	return changeVerdict({ hidden: false, n, interval, q });
}

function mostOf(n: number): number {
	return Math.max(1, Math.floor(n * FEW));
}

/** The fewest people of the later wave who turn the verdict by another answer, null where they are not few. */
function pairsToFlip({ both, gained, lost, neither }: PairedShares, verdict: Verdict): number | null {
	const n = both + gained + lost + neither;
	for (let count = 1; count <= mostOf(n); count++) {
		for (let stayers = 0; stayers <= count; stayers++) {
			const movers = count - stayers;
			const cells =
				verdict === 'rose'
					? { both: both - stayers, lost: lost + stayers, gained: gained - movers, neither: neither + movers }
					: {
							both: both + movers,
							lost: lost - movers,
							gained: gained + stayers,
							neither: neither - stayers
						};
			if (Object.values(cells).some((value) => value < 0)) continue;
			const change = pairedShareChange(cells).value;
			if (judged(change, n, change?.mcNemar.midP.value ?? null) !== verdict) return count;
		}
	}
	return null;
}
