import type { Criterion } from '$lib/model/evaluation';
import type { Result } from '$lib/model/result';
import type { Words } from '$lib/model/words';
import { fragile, holds } from './fragile';
import type { EvaluationFrame } from './frame';
import { whyLeftOut } from './left-out';
import { changeEnd, people, percent, say } from './words';

/** Pairs below this share of the smaller wave are warned about. */
const FEW_PAIRS = 0.5;

/** Criterion 1: the change of the highest level's share among the primary audience, against an earlier wave. */
export function previousIndicators(frame: EvaluationFrame): Criterion {
	const { wave, against, views } = frame;
	const found = views
		.map((view) => frame.headlines.get(view.q.instrument.id))
		.find((row): row is Result => row !== undefined);
	if (!found) return unjudged(frame, whyNot(frame));
	const audience = { audience: people(found.audience, 'many') };
	if (found.value === null) {
		const code = found.reason === 'suppressed' ? 'c1_hidden' : 'c1_no_data';
		return { ...unjudged(frame, say(code, audience)), verdict: found.verdict ?? 'no_data', headline: found };
	}
	const verdict = found.verdict ?? 'cannot_be_judged';
	const provisional = found.tags?.includes('provisional') ?? false;
	const code =
		verdict === 'cannot_be_judged' ? (provisional ? 'c1_provisional' : 'c1_too_few') : `c1_${verdict}`;
	const weak = weaknesses(frame, found);
	return {
		criterion: 1,
		verdict,
		text: say(code, { ...audience, n: found.n ?? 0 }),
		headline: found,
		detail: [...details(frame, found), ...holds(found, found.n ?? 0, weak)],
		cautions: wave !== null && against !== null ? cautions(frame, found, weak) : []
	};
}

function unjudged(frame: EvaluationFrame, text: Words): Criterion {
	return {
		criterion: 1,
		verdict: 'no_data',
		text,
		headline: null,
		detail: [],
		cautions: frame.against === null ? [] : ledgerCautions(frame, null)
	};
}

function whyNot(frame: EvaluationFrame): Words {
	const leftOut = whyLeftOut(frame);
	if (leftOut) return leftOut;
	if (frame.views.length === 0) return say('c1_no_survey');
	return frame.against === null ? say('c1_one_wave') : say('c1_not_comparable');
}

/** The interval and who moved first: the home page shows these two; then the shares they come from, of whom each is said. */
function details(frame: EvaluationFrame, found: Result): Words[] {
	const words: Words[] = [];
	if (found.low !== undefined && found.high !== undefined) {
		words.push(say('c1_interval', { low: changeEnd(found.low, 0), high: changeEnd(found.high, 0) }));
	}
	const { up, down, same, nPairs, baseline, value } = found;
	if (nPairs !== undefined && up !== undefined && down !== undefined && same !== undefined) {
		words.push(say('c1_moved', { n: nPairs, up, down, same }));
	} else words.push(say('c1_independent', { n: found.n ?? 0 }));
	if (nPairs !== undefined && baseline !== undefined && value !== null) {
		words.push(say('c1_pairs_from_to', { from: percent(baseline), to: percent(baseline + value) }));
	}
	const [before, after] = [frame.against, frame.wave].map((wave) => everyone(frame, found, wave));
	if (before && after && before.value !== null && after.value !== null) {
		words.push(say('c1_everyone_from_to', { from: percent(before.value), to: percent(after.value) }));
	}
	return words;
}

/** The share among everyone who answered in a wave, over the same questions as the headline. */
function everyone({ results, against }: EvaluationFrame, found: Result, wave: string | null) {
	return results.find(
		(row) =>
			row.measure === 'level_share' &&
			row.instrument === found.instrument &&
			row.level === found.level &&
			row.method === found.method &&
			row.wave === wave &&
			row.against === against
	);
}

/** What weakens the conclusion comes before what was left out of it: the first caution stands on the evaluation page. */
function cautions(frame: EvaluationFrame, found: Result, weak: readonly Words[]): Words[] {
	const leftOut = ledgerCautions(frame, found.instrument ?? null);
	const words: Words[] = [];
	if (found.tags?.includes('provisional')) words.push(say('caution_provisional'));
	return [...words, ...weak, ...leftOut];
}

/** Few pairs, and how few people would turn the verdict. */
function weaknesses(frame: EvaluationFrame, found: Result): Words[] {
	const view = frame.views.find(({ q }) => q.instrument.id === found.instrument);
	if (!view || frame.wave === null || frame.against === null) return [];
	const set = view.sets.comparable(view.scope, frame.wave, frame.against);
	if (set === null) return [];
	const words: Words[] = [];
	const [before, after] = [view.scores(frame.against, set).n, view.scores(frame.wave, set).n];
	if (found.nPairs !== undefined && found.nPairs < FEW_PAIRS * Math.min(before, after)) {
		words.push(say('caution_few_pairs', { pairs: found.nPairs, n: Math.min(before, after) }));
	}
	return [...words, ...fragile(frame, found, view, set)];
}

/** Questions that could not be compared, the number of the question where it is only one. */
function ledgerCautions(frame: EvaluationFrame, instrument: string | null): Words[] {
	const own = frame.ledger.filter((line) => instrument === null || line.instrument === instrument);
	return (['reworded', 'rescaled', 'new', 'dropped'] as const).flatMap((kind) => {
		const lines = own.filter(({ comparability }) => comparability === kind);
		const first = lines[0];
		if (!first) return [];
		if (lines.length > 1) return [say(`caution_${kind}_many`, { count: lines.length })];
		const items = frame.project.instruments.find(({ id }) => id === first.instrument)?.items ?? [];
		return [say(`caution_${kind}_one`, { number: items.findIndex(({ id }) => id === first.item) + 1 })];
	});
}
