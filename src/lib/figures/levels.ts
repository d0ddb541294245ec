import type { Evaluation } from '$lib/model/evaluation';
import type { Instrument, Project } from '$lib/model/project';
import { decimalsBeside } from '$lib/model/decimals';
import { methodByKey } from '$lib/model/methods';
import type { Result } from '$lib/model/result';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { nWords, reasonWords } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { barShapes, divergingScale, reach, stepsLegend, stepsOf, type Step } from './likert';
import { silentBox, silentHeight } from './row-layout';
import { first, instrumentsWith, isHidden, isLowCoverage, matching, scaleOf, WHOLE } from './rows';
import { bandTitle } from './satisfaction-levels';
import type { Shape } from './scene';
import { shareCell, shareInWords } from './share-cells';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

/** Answers of an audience pooled over the items that share its commonest scale. */
interface AudienceRow {
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

function audienceRow(
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
function partOfAnswers(count: number, total: number, tags: Result['tags']) {
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

function title(rows: readonly AudienceRow[], project: Project, frame: Frame): string {
	const { locale } = frame;
	const judged = rows.filter(({ instead, coefficient }) => instead === null && coefficient?.level);
	const bands = [...new Set(judged.map(({ coefficient }) => coefficient!.level!))];
	if (judged.length === 0) return message('figures_levels_title_none', {}, locale);
	const parts = bands.map((band) => {
		const who = judged.filter(({ coefficient }) => coefficient!.level === band);
		const names = who
			.map(({ label }) => label)
			.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase('ru')));
		const last = names.pop()!;
		const all = names.length ? message('figures_and', { first: names.join(', '), last }, locale) : last;
		const level = bandTitle(project, who[0]?.coefficient?.method, band, locale);
		return message('figures_levels_title', { who: all, level }, locale);
	});
	return parts.join('; ');
}

/** Answers of every audience at the current wave as diverging bars; hatched boxes with words where no conclusion may be drawn. */
export function audienceLevels(id: string, evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const rows = instrumentsWith(evaluation, project, 'coefficient_u')
		.filter(({ kind }) => kind === 'survey')
		.map((instrument) => audienceRow(instrument, evaluation, project, frame));
	const finding = title(rows, project, frame);
	if (rows.length === 0)
		return emptyFigure(id, finding, message('figures_empty_levels', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const labelWidth = Math.min(
		width * 0.4,
		Math.max(
			...rows.flatMap(({ label, under }) => [
				frame.measure(label, sizes.label, 600),
				frame.measure(under, sizes.small)
			])
		)
	);
	const left = Math.ceil(labelWidth) + 16;
	const drawn = rows.filter(({ instead }) => instead === null);
	const reaches = drawn.map(({ steps, counts }) => {
		const total = counts.reduce((sum, count) => sum + count, 0);
		return reach(
			steps,
			counts.map((count) => (100 * count) / total)
		);
	});
	const x = divergingScale(reaches, left, width - 1);
	const half = frame.large ? 22 : 13;
	const shapes: Shape[] = [];
	let top = 2;
	const bands: [number, number][] = [];
	for (const row of rows) {
		const lines = wrap(row.label, left - 16, { size: sizes.label, weight: 600 });
		const under = wrap(row.under, left - 16, { size: sizes.small });
		const nameHeight = lines.length * sizes.label * 1.25;
		const underHeight = under.length * sizes.small * 1.25;
		const height = Math.max(
			nameHeight + underHeight,
			2 * half,
			silentHeight(row.instead ?? '', width - 1 - left, frame)
		);
		const y = top + height / 2;
		const textTop = y - (nameHeight + underHeight) / 2;
		shapes.push(
			{
				kind: 'text',
				x: 0,
				y: textTop + nameHeight / 2,
				lines,
				size: sizes.label,
				weight: 600,
				fill: theme.ink
			},
			{
				kind: 'text',
				x: 0,
				y: textTop + nameHeight + underHeight / 2,
				lines: under,
				size: sizes.small,
				fill: theme.muted
			}
		);
		if (row.instead === null) {
			bands.push([y - half, y + half]);
			const meaning = meaningOf(row.coefficient, row.words, frame);
			shapes.push(
				...barShapes(
					row.steps,
					row.counts,
					{ y, half, x, size: sizes.label },
					frame.measure,
					locale,
					meaning,
					row.coefficient?.tags
				)
			);
		} else {
			shapes.push(
				...silentBox(row.instead, { left, right: width - 1, y, half }, frame, { words: row.words })
			);
		}
		top += height + (frame.large ? 26 : 20);
	}
	if (bands.length > 0) {
		shapes.unshift({
			kind: 'line',
			x1: x(0),
			x2: x(0),
			y1: bands[0]![0] - 2,
			y2: bands.at(-1)![1] + 8,
			stroke: theme.ink,
			dash: '2 3'
		});
	}
	const scales = new Set(drawn.map(({ steps }) => steps.map(({ label }) => label).join()));
	return compose(
		{
			id,
			title: finding,
			subtitle: message('figures_levels_subtitle', {}, locale),
			notes: [message('figures_note_diverging', {}, locale)],
			legend: scales.size === 1 ? stepsLegend(drawn[0]!.steps, !frame.large) : genericLegend(frame),
			table: levelsTable(rows, locale),
			shapes,
			height: Math.ceil(top - 12),
			results: rows.flatMap(({ coefficient }) => (coefficient ? [coefficient] : []))
		},
		project,
		frame
	);
}

function genericLegend(frame: Frame) {
	const theme = themeOf(frame);
	const colours = {
		unfavourable: theme.unfavourable[0],
		neutral: theme.neutral,
		favourable: theme.favourable[1]
	};
	return (['unfavourable', 'neutral', 'favourable'] as const).map((kind) => ({
		label: message(`figures_class_${kind}`, {}, frame.locale),
		mark: 'square' as const,
		colour: colours[kind]
	}));
}

function levelsTable(rows: readonly AudienceRow[], locale: Frame['locale']) {
	const classes = ['unfavourable', 'neutral', 'favourable'] as const;
	return {
		columns: [
			{ key: 'audience', label: message('figures_column_audience', {}, locale) },
			...classes.map((kind) => ({
				key: kind,
				label: message(`figures_class_${kind}`, {}, locale),
				decimals: 1
			})),
			{ key: 'coefficient', label: message('figures_column_coefficient', {}, locale), decimals: 2 },
			{ key: 'n', label: 'n', decimals: 0 },
			{ key: 'note', label: message('figures_column_note', {}, locale) }
		],
		rows: rows.map((row) => {
			const total = row.counts.reduce((sum, count) => sum + count, 0);
			const shares = classes.map((kind) =>
				row.instead !== null || total === 0
					? null
					: shareCell(
							partOfAnswers(
								row.counts.reduce(
									(sum, count, index) => sum + (row.steps[index]?.kind === kind ? count : 0),
									0
								),
								total,
								row.coefficient?.tags
							),
							locale
						)
			);
			const shown = row.instead === null;
			return [
				row.label,
				...shares,
				shown ? (row.coefficient?.value ?? null) : null,
				shown ? row.n : null,
				row.instead ?? row.under
			];
		})
	};
}

/** Criterion 3: answers of every audience. */
export function evaluationLevels(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return audienceLevels('evaluation.levels', evaluation, project, frame);
}
