import type { Criterion } from '$lib/model/evaluation';
import { decimalsBeside } from '$lib/model/decimals';
import type { Result } from '$lib/model/result';
import type { Words } from '$lib/model/words';
import { LOW_COVERAGE } from '../coverage/coverage';
import { methodOf } from '../methods';
import type { SurveyView } from '../survey-view';
import type { EvaluationFrame } from './frame';
import { whyLeftOut } from './left-out';
import { decimal, people, percent, percentNumber, say } from './words';

/** The row of a measure for a whole questionnaire in the wave looked at. */
function wholeRow(frame: EvaluationFrame, view: SurveyView, measure: string): Result | undefined {
	const method = methodOf(view.q.instrument, frame.project);
	return frame.results.find(
		(row) =>
			row.measure === measure &&
			row.instrument === view.q.instrument.id &&
			row.wave === frame.wave &&
			row.item === undefined &&
			row.block === undefined &&
			row.group === undefined &&
			row.indicator === undefined &&
			(row.method === undefined || row.method === `${method.id}@${method.version}`)
	);
}

/** Criterion 3: the coefficient У of the primary audience and its level, every audience beside it. */
export function satisfactionLevel(frame: EvaluationFrame): Criterion {
	const answered = frame.views.filter((view) => frame.wave !== null && view.returned(frame.wave).asked > 0);
	const primary =
		answered.find((view) => (wholeRow(frame, view, 'coefficient_u')?.value ?? null) !== null) ?? answered[0];
	const found = primary && wholeRow(frame, primary, 'coefficient_u');
	const inOrder = primary ? [primary, ...answered.filter((view) => view !== primary)] : answered;
	const base = { criterion: 3 as const, detail: inOrder.flatMap((view) => audienceWords(frame, view)) };
	const cautions = answered.flatMap((view) => coverageCautions(frame, view));
	if (!primary || !found) {
		const text = whyLeftOut(frame) ?? say(frame.views.length === 0 ? 'c3_no_survey' : 'c3_no_answers');
		return { ...base, verdict: 'no_data', text, headline: null, cautions };
	}
	const audience = { audience: people(found.audience, 'whose') };
	if (found.value === null) {
		const hidden = found.reason === 'suppressed';
		const text = say(hidden ? 'c3_hidden' : 'c3_no_answers', { ...audience, k: frame.project.privacy.k });
		return { ...base, verdict: hidden ? 'hidden' : 'no_data', text, headline: found, cautions };
	}
	const method = methodOf(primary.q.instrument, frame.project);
	const scale = say('c3_scale', {
		value: decimal(found.value, decimalsBeside(found.value, method.cuts, 2, method.closed)),
		low: method.low,
		high: method.high,
		cut: method.cuts[method.cuts.length - 1] ?? method.high
	});
	const detail = [scale, ...base.detail];
	const provisional = primary.asked(frame.wave ?? '').some(({ scale }) => scale.provisional);
	if (provisional || found.level === undefined) {
		const text = say(provisional ? 'c3_provisional' : 'c3_too_few', { ...audience, n: found.n ?? 0 });
		return { ...base, verdict: 'cannot_be_judged', text, headline: found, detail, cautions };
	}
	const position = method.bands.findIndex(({ id }) => id === found.level);
	const level = position <= 0 ? 'low' : position === method.bands.length - 1 ? 'high' : 'medium';
	return {
		...base,
		verdict: `level_${level}`,
		text: say(`c3_${level}`, audience),
		headline: found,
		detail,
		cautions
	};
}

function audienceWords(frame: EvaluationFrame, view: SurveyView): Words[] {
	const row = wholeRow(frame, view, 'favourable');
	const audience = { audience: people(view.q.instrument.audience, 'name') };
	if (!row) return [];
	if (row.value === null) {
		return row.reason === 'suppressed'
			? [say('c3_audience_hidden', { ...audience, k: frame.project.privacy.k })]
			: [];
	}
	const interval = { low: percentNumber(row.low ?? row.value), high: percent(row.high ?? row.value) };
	return [say('c3_audience', { ...audience, share: percent(row.value), ...interval, n: row.n ?? 0 })];
}

function coverageCautions(frame: EvaluationFrame, view: SurveyView): Words[] {
	const row = wholeRow(frame, view, 'coverage');
	const audience = { audience: people(view.q.instrument.audience, 'name') };
	if (!row || row.reason === 'suppressed') return [];
	if (row.value === null) return [say('caution_unknown_coverage', audience)];
	if (row.value > 100)
		return [say('caution_over_coverage', { ...audience, count: row.count ?? 0, n: row.n ?? 0 })];
	return row.value < 100 * LOW_COVERAGE
		? [say('caution_low_coverage', { ...audience, coverage: percent(row.value, 100 * LOW_COVERAGE) })]
		: [];
}
