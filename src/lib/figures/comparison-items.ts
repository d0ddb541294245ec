import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { formatNumber, formatPercent, formatSigned } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import { changeRows, comparisonTitle, verdictWords } from './change-rows';
import { dumbbell, endLines, panelHead, percentTicks, QUIET, rowShapes, type Panels } from './change-shapes';
import { compose, emptyFigure } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { instrumentTitle, waveWords } from './names';
import { axisAbove, axisHeight, labelColumn, labelShapes, rowsAxis, widest } from './row-layout';
import { questionsChanged } from './rows';
import { linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';

/** Narrower drawings keep the change alone: the verdict rests on it. */
const ROOM_FOR_BOTH = 620;
const NARROWEST_END = 92;

/** Every item between the compared waves: shares then and now, the change with its interval, and the verdict in words. */
export function comparisonItems(
	instrumentId: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `comparison.items.${instrumentId}`;
	const rows = changeRows(instrumentId, evaluation, project, locale);
	const title = comparisonTitle(rows, locale);
	if (rows.length === 0)
		return emptyFigure(id, title, message('figures_empty_changes', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const said = rows.flatMap((row) => (row.verdict === QUIET ? [] : verdictWords(row, locale).split(/\s+/u)));
	const most = Math.max(NARROWEST_END, width * 0.17, Math.ceil(widest(said, frame, sizes.small)) + 1);
	const ends = rows.map((row) => endLines(row, frame, sizes, most));
	const endWidth = widest(ends.flat(), frame, sizes.small, 600);
	const above = axisAbove(rows.length, frame);
	const headHeight = sizes.small * 2 + above;
	const column = labelColumn(
		rows.map(({ text }) => text),
		frame,
		{
			top: headHeight,
			minHeight: (index) => Math.max(sizes.label * 2, ends[index]!.length * sizes.small * 1.25 + 2),
			gap: frame.large ? 12 : 8,
			share: 0.3
		}
	);
	const right = width - endWidth - 16;
	const both = width >= ROOM_FOR_BOTH;
	const middle = both ? column.left + (right - column.left) * 0.52 : column.left - 14;
	const shown = rows.filter(({ change }) => change.value !== null);
	const all = shown.flatMap(({ change }) => [change.value!, change.low ?? 0, change.high ?? 0]);
	const span: [number, number] = [Math.min(-10, ...all), Math.max(10, ...all)];
	const panels: Panels = {
		shares: linear([0, 100], [column.left + 12, middle - 26]),
		points: linear(span, [middle + 26, right - 8]),
		wordsLeft: right + 16,
		hitLeft: column.left,
		theme,
		sizes
	};
	const axis = { top: headHeight - 4, bottom: column.bottom + 4, rows: rows.length };
	const shapes: Shape[] = [
		...panelHead(message('figures_head_change', {}, locale), middle + 26, sizes, theme),
		...rowsAxis(
			ticks(span[0], span[1], 4).map((value) => ({
				x: panels.points(value),
				label: formatSigned(value, locale, 0),
				strong: value === 0
			})),
			axis,
			frame
		),
		...labelShapes(column, frame)
	];
	if (both) {
		const percents = percentTicks(panels, frame).map((value) => ({
			x: panels.shares(value),
			label: formatPercent(value, locale)
		}));
		shapes.push(
			...panelHead(message('figures_head_shares', {}, locale), column.left + 12, sizes, theme),
			...rowsAxis(percents, axis, frame),
			...rows.flatMap((row, at) => dumbbell(row, column.rows[at]!.y, panels))
		);
	}
	rows.forEach((row, at) => shapes.push(...rowShapes(row, column.rows[at]!, ends[at]!, panels, frame)));
	const { against = '', wave } = rows[0]!.change;
	const [before, now] = [against, wave].map((one) => waveWords(one, project, locale)) as [string, string];
	const waves: LegendEntry[] = [
		{ label: before, mark: 'circle', colour: theme.wave.baseline },
		{ label: now, mark: 'circle', colour: theme.wave.current }
	];
	const quiet: LegendEntry = {
		label: message(`figures_verdict_${QUIET}`, {}, locale),
		mark: 'circle',
		colour: theme.within
	};
	return compose(
		{
			id,
			title,
			subtitle: message(
				'figures_changes_subtitle',
				{ title: instrumentTitle(instrumentId, project, locale) },
				locale
			),
			notes: [
				message('figures_note_changes', { n: formatNumber(evaluation.comparisons, locale) }, locale),
				...(rows.some(({ comparability }) => comparability !== 'identical')
					? [message('figures_note_dashed', {}, locale)]
					: [])
			],
			legend: [
				...(both ? waves : []),
				...(shown.some(({ verdict }) => verdict === QUIET) ? [quiet] : []),
				{ label: message('figures_legend_interval', {}, locale), mark: 'interval', colour: theme.within }
			],
			table: {
				columns: [
					{ key: 'item', label: message('figures_column_item', {}, locale) },
					{ key: 'before', label: `${before}, %`, decimals: 1 },
					{ key: 'after', label: `${now}, %`, decimals: 1 },
					{ key: 'change', label: message('figures_column_change', {}, locale), decimals: 1 },
					{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 1 },
					{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 1 },
					{ key: 'n', label: 'n', decimals: 0 },
					{ key: 'verdict', label: message('figures_column_status', {}, locale) }
				],
				rows: rows.map((row) => [
					row.text,
					...row.cells,
					row.change.value,
					row.change.low ?? null,
					row.change.high ?? null,
					row.change.nPairs ?? row.change.n,
					verdictWords(row, locale)
				])
			},
			shapes,
			ledger: questionsChanged(evaluation, instrumentId),
			height: Math.ceil(column.bottom + 4 + axisHeight(frame)),
			results: rows.map(({ change }) => change)
		},
		project,
		frame
	);
}
