import type { Criterion } from '$lib/model/evaluation';
import type { Rater } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Words } from '$lib/model/words';
import { courseOf, type Course } from '../growth/course';
import { HEADLINE_RATERS, sheetsOf } from '../growth/sheets';
import type { EvaluationFrame } from './frame';
import { changeEnd, decimal, say } from './words';

/** A baseline mean above this share of the scale leaves little room to grow. */
const CEILING = 0.9;
/** Below so many teachers the counts are told with a caution. */
const FEW_TEACHERS = 10;

/** The row about the sheet on which most teachers were rated. */
function shareRow(frame: EvaluationFrame, rater: Rater, level: string): Result | undefined {
	return frame.results
		.filter(
			(row) =>
				row.measure === 'reliable_change_share' &&
				row.rater === rater &&
				row.level === level &&
				(row.n ?? 0) > 0
		)
		.sort((a, b) => (b.n ?? 0) - (a.n ?? 0))[0];
}

/** Criterion 4: how many teachers grew by more than rating error, by the first rater of mentor, administration, self. */
export function growthDynamics(frame: EvaluationFrame): Criterion {
	const rater = HEADLINE_RATERS.find((known) => shareRow(frame, known, 'growth') !== undefined);
	const headline = rater && shareRow(frame, rater, 'growth');
	const base = { criterion: 4 as const, detail: [], cautions: [] };
	if (!rater || !headline) return { ...base, verdict: 'no_data', text: whyNot(frame), headline: null };
	const mean = frame.results.find(
		(row) =>
			row.measure === 'change_mean' &&
			row.instrument === headline.instrument &&
			row.rater === rater &&
			row.item === undefined
	);
	const course = courseFor(frame, headline, rater);
	const detail = details(frame, headline, mean, course);
	const cautions = course ? growthCautions(frame, headline, course) : [];
	if (headline.value === null) {
		const code = headline.reason === 'reliability_unusable' ? 'c4_no_reliability' : 'c4_no_spread';
		const shown = mean ?? headline;
		return {
			...{ ...base, detail, cautions },
			verdict: 'cannot_be_judged',
			text: say(code, { n: headline.n ?? 0 }),
			headline: shown
		};
	}
	const decline = shareRow(frame, rater, 'decline')?.count ?? 0;
	const counts = { n: headline.n ?? 0, growth: headline.count ?? 0, decline };
	const text = say(decline === 0 ? 'c4_growth_only' : 'c4_growth_counts', counts);
	return { ...base, verdict: 'growth_counts', text, headline, detail, cautions };
}

function whyNot({ counts, project, wave, staffLeftOut }: EvaluationFrame): Words {
	if (staffLeftOut) return say('c_no_staff_group');
	const sheets = sheetsOf(counts, project);
	if (sheets.length === 0) return say('c4_no_ratings');
	if (!sheets.some(({ waves }) => wave !== null && waves.includes(wave))) return say('c4_no_ratings_in_wave');
	return sheets.some(({ waves }) => waves.length > 1) ? say('c4_no_pairs') : say('c4_one_wave');
}

function courseFor(
	{ counts, project, selection, wave, against }: EvaluationFrame,
	row: Result,
	rater: Rater
): Course | null {
	const sheets = sheetsOf(counts, project).find(({ q }) => q.instrument.id === row.instrument);
	return sheets && wave !== null && against !== null
		? courseOf(sheets, counts, project, rater, wave, against, selection.module)
		: null;
}

function details(
	frame: EvaluationFrame,
	headline: Result,
	mean: Result | undefined,
	course: Course | null
): Words[] {
	const words: Words[] = [];
	const rater = { rater: { words: say(`rater_${headline.rater ?? 'self'}`) } };
	if (course) {
		const scale = { low: course.low, high: course.high };
		const judged = headline.value === null ? null : course.changes.value;
		words.push(
			judged
				? say('c4_rater_limit', { ...rater, ...scale, limit: decimal(judged.smallestReliable, 2) })
				: say('c4_rater', { ...rater, ...scale })
		);
	}
	if (mean && mean.value !== null && mean.low !== undefined && mean.high !== undefined) {
		const [low, high] = [changeEnd(mean.low, 2), changeEnd(mean.high, 2)];
		words.push(say('c4_mean', { value: decimal(mean.value, 2, true), low, high }));
	}
	const agreement = frame.results.find(
		(row) => row.measure === 'icc' && row.level === 'average' && row.wave === frame.wave && row.value !== null
	);
	if (agreement?.value) words.push(say('c4_agreement', { value: decimal(agreement.value, 2) }));
	return words;
}

function growthCautions(frame: EvaluationFrame, headline: Result, course: Course): Words[] {
	const words: Words[] = [];
	const third = (group: string) =>
		frame.results.find(
			(row) =>
				row.measure === 'growth_group' &&
				row.instrument === headline.instrument &&
				row.rater === course.rater &&
				row.groupKind === 'starting_third' &&
				row.group === group
		)?.value ?? null;
	const [low, high] = [third('low'), third('high')];
	if (low !== null && low > 0 && (high === null || low > high)) words.push(say('caution_regression'));
	const baseline =
		course.people.reduce((sum, { before }) => sum + before, 0) / Math.max(1, course.people.length);
	if (baseline > course.low + CEILING * (course.high - course.low)) words.push(say('caution_ceiling'));
	const reliability = course.reliability.value;
	if (reliability && !reliability.own) {
		const source = frame.project.reliability?.source ?? '';
		words.push(say('caution_typed_reliability', { value: decimal(reliability.value, 2), source }));
	}
	if ((headline.n ?? 0) < FEW_TEACHERS) words.push(say('caution_few_teachers', { n: headline.n ?? 0 }));
	if (course.provisional) words.push(say('caution_provisional'));
	return words;
}
