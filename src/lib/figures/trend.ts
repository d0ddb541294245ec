import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatPercent, formatSchoolYear } from '$lib/i18n/formats';
import { nWords, shareLabel, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { first, instrumentsWith, matching, wavesOf, WHOLE } from './rows';
import { interval, linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf, type Sizes, type Theme } from './theme';
import { wrap } from './text';

/** A point of a line over waves: measured, published without rows, or a wave without a value. */
export interface TrendPoint {
	key: string;
	value: number | null;
	low?: number;
	high?: number;
	n: number | null;
	published: boolean;
	/** Lines under the axis. */
	axis: string[];
	words: string;
	result?: Result;
	role: 'baseline' | 'previous' | 'current';
}

const SMALLEST_SPAN = 30;

/** Whole tens around the values and their intervals, at least 30 points apart, within 0–100. */
function percentDomain(points: readonly TrendPoint[]): [number, number] {
	const values = points.flatMap(({ value, low, high }) => [value, low, high].filter((one) => typeof one === 'number'));
	let low = Math.floor(Math.min(...values) / 10) * 10;
	let high = Math.ceil(Math.max(...values) / 10) * 10;
	while (high - low < SMALLEST_SPAN) {
		if (low > 0) low -= 10;
		if (high < 100 && high - low < SMALLEST_SPAN) high += 10;
	}
	return [Math.max(0, low), Math.min(100, high)];
}

function colourOf(point: TrendPoint, theme: Theme): string {
	return theme.wave[point.role];
}

interface Plane {
	x: (index: number) => number;
	y: (value: number) => number;
	theme: Theme;
	sizes: Sizes;
}

function connectors(points: readonly TrendPoint[], plane: Plane): Shape[] {
	const drawn = points.map((point, index) => ({ point, index })).filter(({ point }) => point.value !== null);
	return drawn.slice(1).map(({ point, index }, at) => {
		const before = drawn[at]!;
		const certain = !point.published && !before.point.published;
		return {
			kind: 'line',
			x1: plane.x(before.index),
			y1: plane.y(before.point.value!),
			x2: plane.x(index),
			y2: plane.y(point.value!),
			stroke: certain ? plane.theme.wave.current : plane.theme.wave.previous,
			width: certain ? 2.25 : 1.25,
			dash: certain ? undefined : '3 3'
		};
	});
}

/** Above or below the point: away from the line that leaves it, so that number and line never cross. */
function labelOffset(points: readonly TrendPoint[], index: number, plane: Plane): number {
	const here = points[index]!.value!;
	const next = points.slice(index + 1).find(({ value }) => value !== null)?.value;
	const rising = next === null || next === undefined ? false : next > here;
	return (rising ? 1 : -1) * plane.sizes.line * 0.85;
}

/** Shapes of points, intervals, connecting lines and direct labels. */
function pointShapes(points: readonly TrendPoint[], plane: Plane, frame: Frame): Shape[] {
	const { x, y, theme, sizes } = plane;
	const shapes: Shape[] = connectors(points, plane);
	points.forEach((point, index) => {
		if (point.low === undefined || point.high === undefined || point.value === null) return;
		const stroke = point.role === 'current' ? theme.wave.current : theme.wave.previous;
		shapes.push(...interval('vertical', y(point.low), y(point.high), x(index), stroke, 5));
	});
	points.forEach((point, index) => {
		if (point.value === null) return;
		shapes.push({
			kind: 'dot',
			x: x(index),
			y: y(point.value),
			r: point.published ? 5 : 6,
			symbol: 'circle',
			fill: point.published ? theme.paper : colourOf(point, theme),
			stroke: point.published ? theme.wave.previous : theme.wave.current,
			...meaningOf(point.result, point.words, frame)
		});
	});
	points.forEach((point, index) => {
		if (point.value === null) return;
		const strong = point.role === 'current';
		shapes.push({
			kind: 'text',
			x: x(index) + (point.published ? 0 : 10),
			y: y(point.value) + (point.published ? -sizes.line : labelOffset(points, index, plane)),
			lines: [shareLabel({ value: point.value, n: point.n, count: point.result?.count }, frame.locale)],
			size: strong ? sizes.label + 2 : sizes.label,
			weight: strong ? 600 : 400,
			anchor: point.published ? 'middle' : 'start',
			fill: theme.ink,
			halo: theme.paper
		});
	});
	return shapes;
}

/** Equal columns, except that a column is never narrower than the longest word under it. */
function columnWidths(points: readonly TrendPoint[], room: number, size: number, frame: Frame): number[] {
	const needed = points.map(({ axis }) =>
		Math.max(...axis.flatMap((line) => line.split(' ')).map((word) => frame.measure(word, size) + 6))
	);
	const fair = room / points.length;
	const wide = needed.filter((width) => width > fair);
	const rest = (room - wide.reduce((sum, width) => sum + width, 0)) / Math.max(1, points.length - wide.length);
	return needed.map((width) => (width > fair ? width : rest));
}

/** Points over waves in a box: grid with its numbers at the right, waves with n below, nothing outside. */
export function trendShapes(points: readonly TrendPoint[], frame: Frame, height: number): Shape[] {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const domain = percentDomain(points);
	const marks = ticks(domain[0], domain[1], 4);
	const tickWidth = Math.max(...marks.map((tick) => frame.measure(formatPercent(tick, frame.locale), sizes.small)));
	const right = frame.width - tickWidth - 10;
	const columns = columnWidths(points, right, sizes.small, frame);
	const centre = (index: number) => columns.slice(0, index).reduce((sum, width) => sum + width, 0) + columns[index]! / 2;
	const axis = points.map((point, index) => point.axis.flatMap((line) => wrap(line, columns[index]!, { size: sizes.small })));
	const axisLines = Math.max(...axis.map((lines) => lines.length));
	const lineHeight = sizes.small * 1.25;
	const bottom = height - axisLines * lineHeight - 10;
	const plane: Plane = {
		x: centre,
		y: linear(domain, [bottom, sizes.label]),
		theme,
		sizes
	};
	const shapes: Shape[] = marks.flatMap((tick): Shape[] => [
		{ kind: 'line', x1: 0, x2: right, y1: plane.y(tick), y2: plane.y(tick), stroke: theme.line },
		{
			kind: 'text',
			x: right + 8,
			y: plane.y(tick),
			lines: [formatPercent(tick, frame.locale)],
			size: sizes.small,
			fill: theme.muted
		}
	]);
	shapes.push(...pointShapes(points, plane, frame));
	axis.forEach((lines, index) =>
		shapes.push({
			kind: 'text',
			x: plane.x(index),
			y: bottom + 8 + (lines.length * lineHeight) / 2,
			lines,
			size: sizes.small,
			anchor: 'middle',
			fill: theme.muted
		})
	);
	return shapes;
}

/** Under a wave without a point: why it has none, in a word. */
function silentWord(result: Result, locale: Locale): string {
	return message(result.reason === 'suppressed' ? 'figures_status_hidden' : 'figures_status_no_data', {}, locale);
}

/** Points of an instrument's headline share: published figures first, then every wave. */
export function headlinePoints(
	evaluation: Evaluation,
	project: Project,
	instrument: string,
	frame: Frame
): TrendPoint[] {
	const { locale } = frame;
	const rows = matching(evaluation.results, { ...WHOLE, measure: 'level_share', instrument, level: 'high' });
	const waves = wavesOf(rows, project);
	const audience = project.instruments.find(({ id }) => id === instrument)?.audience;
	const measured = waves.map((wave): TrendPoint => {
		const result = first(rows, { wave: wave.id })!;
		const names = waveNames(wave, project.waves, locale);
		const hidden = result.value === null;
		return {
			key: wave.id,
			value: result.value,
			low: result.low,
			high: result.high,
			n: result.n,
			published: false,
			axis: [...(frame.width < 560 ? [names.short] : [names.long, names.year]), hidden ? silentWord(result, locale) : nWords(result.n, locale)],
			words: `${names.long}: ${shareSentence('high', result, locale)}`,
			result,
			role: wave.id === evaluation.wave ? 'current' : wave.baseline || wave.id === evaluation.against ? 'baseline' : 'previous',
			...(hidden ? { low: undefined, high: undefined } : {})
		};
	});
	const years = new Map(project.waves.map((wave) => [wave.id, wave.schoolYear]));
	const published = project.indicators
		.filter(
			(one) =>
				one.kind === 'published' &&
				one.measure === 'level_share' &&
				(one.instrument === instrument || (one.instrument === null && one.audience === audience)) &&
				!one.itemOrBlock &&
				!one.group
		)
		.map((one): TrendPoint & { year: string } => {
			const year = years.get(one.period) ?? one.period;
			const word = message('figures_published', {}, locale);
			const axis = [formatSchoolYear(year), word];
			if (one.n !== null) axis.push(nWords(one.n, locale));
			return {
				key: one.indicator + one.period,
				value: one.value,
				n: one.n,
				published: true,
				axis,
				words: `${formatSchoolYear(year)}, ${word}: ${formatPercent(one.value, locale)}`,
				role: 'previous',
				year
			};
		})
		.sort((a, b) => a.year.localeCompare(b.year, 'en'));
	return [...published, ...measured];
}

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
	const share = (point: TrendPoint) => shareLabel({ value: point.value!, n: point.n, count: point.result?.count }, locale);
	if (!from || !to || from === to) {
		return to === undefined
			? message('figures_trend_title_none', { audience }, locale)
			: message('figures_trend_title_one', { audience, to: share(to) }, locale);
	}
	const verdict = change?.verdict ?? 'cannot_be_judged';
	return message(
		`figures_trend_title_${verdict}`,
		{ audience, from: share(from), to: share(to) },
		locale
	);
}

function trendLegend(points: readonly TrendPoint[], theme: Theme, frame: Frame): LegendEntry[] {
	const legend: LegendEntry[] = [
		{ label: message('figures_legend_interval', {}, frame.locale), mark: 'interval', colour: theme.wave.current }
	];
	if (points.some(({ published }) => published)) {
		legend.unshift({
			label: message('figures_legend_published', {}, frame.locale),
			mark: 'ring',
			colour: theme.wave.previous
		});
	}
	return legend;
}

/** Share of an instrument's respondents at the high level over all waves, with published figures. */
export function comparisonTrend(instrument: string, id: string, evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const described = project.instruments.find((one) => one.id === instrument);
	const who = described?.audience ?? 'teacher';
	const points = headlinePoints(evaluation, project, instrument, frame);
	const change = evaluation.results.find(
		(result) =>
			(result.measure === 'change_matched' || result.measure === 'change_favourable') &&
			result.instrument === instrument &&
			result.item === undefined &&
			result.group === undefined
	);
	const title = trendTitle(change, points, evaluation.wave, who, frame);
	if (!points.some(({ value }) => value !== null)) {
		return emptyFigure(id, title, message('figures_empty_trend', {}, locale), project, frame);
	}
	const height = frame.large ? Math.round(frame.width * 0.46) : frame.width < 560 ? 230 : 300;
	const notes = [message('figures_note_interval', {}, locale)];
	if (points.some(({ published }) => published)) notes.push(message('figures_note_published', {}, locale));
	return compose(
		{
			id,
			title,
			subtitle: message(
				'figures_trend_subtitle',
				{ audience: message(`figures_audience_${who}_of`, {}, locale), title: described ? textIn(described.title, locale) : '' },
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
					point.value,
					point.low ?? null,
					point.high ?? null,
					point.n
				])
			},
			shapes: trendShapes(points, frame, height),
			height,
			results: points.flatMap(({ result }) => (result ? [result] : []))
		},
		project,
		frame
	);
}

/** Criterion 1: the headline share of the first audience by wave. */
export function evaluationTrend(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const instrument =
		evaluation.criteria[0].headline?.instrument ?? instrumentsWith(evaluation, project, 'level_share')[0]?.id ?? '';
	return comparisonTrend(instrument, 'evaluation-trend', evaluation, project, frame);
}
