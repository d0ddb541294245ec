import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber } from '$lib/i18n/formats';
import { changeWords, shareLabel } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { instrumentsWith, matching, questionsChanged } from './rows';
import { endCell, shareCell } from './share-cells';
import { panelHeight, themeOf, type Theme } from './theme';
import { type TrendPoint, headlinePoints } from './trend-points';
import { trendShapes } from './trend-shapes';

function trendTitle(
	change: Result | undefined,
	points: readonly TrendPoint[],
	current: string | null,
	who: string,
	frame: Frame
): string {
	const { locale } = frame;
	const drawn = points.filter((point) => point.value !== null && !point.published);
	const audience = message(`figures_audience_${who}_of`, {}, locale);
	if (points.find(({ key }) => key === current)?.result?.reason === 'suppressed') {
		return message('figures_trend_title_hidden', { audience }, locale);
	}
	const from = drawn.find(({ key }) => key === change?.against) ?? drawn[0];
	const to = drawn.find(({ key }) => key === change?.wave) ?? drawn.at(-1);
	const share = (point: TrendPoint) =>
		shareLabel({ value: point.value!, n: point.n, count: point.result?.count }, locale);
	if (!from || !to || from === to) {
		return to === undefined
			? message('figures_trend_title_none', { audience }, locale)
			: message('figures_trend_title_one', { audience, to: share(to) }, locale);
	}
	const verdict = change?.verdict ?? 'cannot_be_judged';
	return message(`figures_trend_title_${verdict}`, { audience, from: share(from), to: share(to) }, locale);
}

function trendLegend(points: readonly TrendPoint[], theme: Theme, frame: Frame): LegendEntry[] {
	const legend: LegendEntry[] = [
		{
			label: message('figures_legend_interval', {}, frame.locale),
			mark: 'interval',
			colour: theme.wave.current
		}
	];
	// In a panel the words under the axis are enough.
	if ((frame.large || frame.width >= 560) && points.some(({ published }) => published)) {
		legend.unshift({
			label: message('figures_legend_published', {}, frame.locale),
			mark: 'ring',
			colour: theme.wave.previous
		});
	}
	return legend;
}

/** The change the verdict rests on: matched respondents where there are any. */
function headlineChange(evaluation: Evaluation, instrument: string): Result | undefined {
	const about = { instrument, item: undefined, group: undefined, level: 'high' };
	const of = (measure: string) =>
		matching(evaluation.results, { ...about, measure }).find(
			({ wave, against }) => wave === evaluation.wave && against === evaluation.against
		);
	return of('change_matched') ?? of('change_favourable');
}

/** What the change rests on, in a sentence. */
function changeNote(change: Result | undefined, locale: Locale): string[] {
	if (!change || change.value === null) return [];
	const said = changeWords(change.value, change.low, change.high, locale);
	const n = formatNumber(change.nPairs ?? change.n ?? 0, locale);
	const key = change.measure === 'change_matched' ? 'figures_note_matched' : 'figures_note_unmatched';
	return [message(key, { n, change: said }, locale)];
}

/** Share of an instrument's respondents at the high level over all waves, with published figures. */
export function comparisonTrend(
	instrument: string,
	id: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale } = frame;
	const described = project.instruments.find((one) => one.id === instrument);
	const who = described?.audience ?? 'teacher';
	const points = headlinePoints(evaluation, project, instrument, frame);
	const change = headlineChange(evaluation, instrument);
	const title = trendTitle(change, points, evaluation.wave, who, frame);
	if (!points.some(({ value }) => value !== null)) {
		return emptyFigure(id, title, message('figures_empty_trend', {}, locale), project, frame);
	}
	const height = frame.large ? Math.round(frame.width * 0.46) : frame.width < 560 ? panelHeight(frame) : 300;
	const notes = [...changeNote(change, locale), message('figures_note_interval', {}, locale)];
	if (points.some(({ published }) => published)) notes.push(message('figures_note_published', {}, locale));
	return compose(
		{
			id,
			title,
			subtitle: message(
				frame.large || frame.width >= 560 ? 'figures_trend_subtitle' : 'figures_trend_subtitle_short',
				{
					audience: message(`figures_audience_${who}_of`, {}, locale),
					title: described ? textIn(described.title, locale) : ''
				},
				locale
			),
			notes,
			legend: trendLegend(points, themeOf(frame), frame),
			table: {
				columns: [
					{ key: 'wave', label: message('figures_column_wave', {}, locale) },
					{ key: 'value', label: message('figures_column_high_share', {}, locale), decimals: 1 },
					{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 1 },
					{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 1 },
					{ key: 'n', label: 'n', decimals: 0 }
				],
				rows: points.map((point) => [
					point.published ? point.axis.slice(0, 2).join(', ') : point.words.split(':')[0]!,
					point.result ? shareCell(point.result, locale) : point.value,
					point.result ? endCell(point.result, 'low', locale) : (point.low ?? null),
					point.result ? endCell(point.result, 'high', locale) : (point.high ?? null),
					point.n
				])
			},
			shapes: trendShapes(points, frame, height),
			height,
			ledger: questionsChanged(evaluation, instrument),
			results: points.flatMap(({ result }) => (result ? [result] : []))
		},
		project,
		frame
	);
}

/** Criterion 1: the headline share of the first audience by wave. */
export function evaluationTrend(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const instrument =
		evaluation.criteria[0].headline?.instrument ??
		instrumentsWith(evaluation, project, 'level_share')[0]?.id ??
		'';
	return comparisonTrend(instrument, 'evaluation.trend', evaluation, project, frame);
}
