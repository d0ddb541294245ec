import type { Evaluation } from '$lib/model/evaluation';
import type { Instrument, Project } from '$lib/model/project';
import { decimalsBeside } from '$lib/model/decimals';
import { methodByKey } from '$lib/model/methods';
import type { Result } from '$lib/model/result';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { nWords, reasonWords } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import type { Frame } from './figure';
import { stepsOf, type Step } from './likert';
import { first, isHidden, isLowCoverage, matching, scaleOf, WHOLE } from './rows';
import { shareInWords } from './share-cells';
import { themeOf } from './theme';

/** Answers of an audience pooled over the items that share its commonest scale. */
export interface AudienceRow {
	instrument: Instrument;
	label: string;
	under: string;
	steps: Step[];
	counts: number[];
	/** Words in place of the bar: hidden, low coverage, no data. */
	instead: string | null;
	coefficient: Result | undefined;
	words: string;
	n: number | null;
}

function pooled(rows: readonly Result[], instrument: string, wave: string, project: Project) {
	const byScale = new Map<string, Result[]>();
	for (const row of rows) {
		const scale = row.item === undefined ? undefined : scaleOf(project, instrument, row.item, wave);
		if (scale) byScale.set(scale.id, [...(byScale.get(scale.id) ?? []), row]);
	}
	const [commonest] = [...byScale].sort(([, a], [, b]) => b.length - a.length);
	if (!commonest) return null;
	const scale = project.scales.find(({ id }) => id === commonest[0]);
	return scale ? { scale, rows: commonest[1] } : null;
}

export function audienceRow(
	instrument: Instrument,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): AudienceRow {
	const { locale } = frame;
	const wave = evaluation.wave ?? '';
	const where = { ...WHOLE, instrument: instrument.id, wave };
	const distribution = matching(evaluation.results, {
		instrument: instrument.id,
		wave,
		measure: 'distribution',
		group: undefined
	});
	const answers = pooled(distribution, instrument.id, wave, project);
	const steps = answers ? stepsOf(answers.scale, themeOf(frame), locale) : [];
	const counts = steps.map(({ values }) =>
		(answers?.rows ?? [])
			.filter(({ level }) => values.includes(Number(level)))
			.reduce((sum, { count }) => sum + (count ?? 0), 0)
	);
	const coefficient = first(evaluation.results, { ...where, measure: 'coefficient_u' });
	const coverage = first(evaluation.results, { ...where, measure: 'coverage' });
	const hidden = distribution.some(isHidden) || (coefficient !== undefined && isHidden(coefficient));
	const lowCoverage = isLowCoverage(evaluation, instrument.id, wave);
	const n = coefficient?.n ?? null;
	const covered =
		coverage?.value === null || coverage?.value === undefined
			? message('figures_coverage_unknown', {}, locale)
			: message('figures_coverage', { share: formatPercent(coverage.value, locale) }, locale);
	const under = hidden
		? `n\u00a0<\u00a0${project.privacy.k}`
		: `${nWords(coverage?.count ?? n, locale)}, ${covered}`;
	const label = message(`figures_audience_${instrument.audience}`, {}, locale);
	const instead = hidden
		? reasonWords({ reason: 'suppressed' }, locale, project.privacy.k)
		: lowCoverage
			? message('figures_low_coverage', {}, locale)
			: counts.some((count) => count > 0)
				? null
				: reasonWords(coefficient ?? {}, locale);
	const value = coefficient?.value ?? null;
	const shares = spokenShares(steps, counts, coefficient?.tags, locale);
	const finding =
		instead ??
		(value === null
			? message('figures_answers_shares', { shares }, locale)
			: message(
					'figures_level_sentence',
					{
						value: coefficientWords(value, coefficient?.method, project, locale),
						shares
					},
					locale
				));
	return {
		instrument,
		label,
		under,
		steps,
		counts,
		instead,
		coefficient,
		words: `${label}: ${finding} (${under})`,
		n
	};
}

/** У with so many digits that it never looks to lie in another band of its method. */
function coefficientWords(
	value: number,
	method: string | undefined,
	project: Project,
	locale: Frame['locale']
): string {
	const known = methodByKey(project, method);
	return formatNumber(value, locale, decimalsBeside(value, known?.cuts ?? [], 2, known?.closed));
}

/** A part of the pooled answers; `tags` are those of the people who gave them. */
export function partOfAnswers(count: number, total: number, tags: Result['tags']) {
	return { value: total ? (100 * count) / total : 0, count, n: total, tags };
}

function spokenShares(
	steps: readonly Step[],
	counts: readonly number[],
	tags: Result['tags'],
	locale: Frame['locale']
): string {
	const total = counts.reduce((sum, count) => sum + count, 0);
	return steps
		.map(({ label }, at) => `${label} ${shareInWords(partOfAnswers(counts[at]!, total, tags), locale)}`)
		.join(', ');
}
