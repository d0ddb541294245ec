import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { nWords } from '$lib/i18n/figure-words';
import { formatNumber } from '$lib/i18n/formats';
import { reasonWords } from '$lib/i18n/measure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, FigureTable, Frame, LegendEntry } from './figure';
import { coefficient, reliabilityRows, type ReliabilityRow } from './reliability-rows';
import { axisAbove, axisHeight, endText, labelColumn, labelShapes, rowsAxis, widest } from './row-layout';
import { interval, linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf, type Theme } from './theme';
import { wrap } from './text';

/** Below this a coefficient only says that something is wrong; lower ends of intervals are cut here. */
const LOWEST_DRAWN = -1;

function titleOf(rows: readonly ReliabilityRow[], wave: string | null, locale: Locale): string {
	const told = rows.filter(({ alpha }) => alpha.value !== null);
	const now = told.filter(({ alpha }) => alpha.wave === wave);
	const shown = now.length > 0 ? now : told;
	const odd = shown.find(({ caution }) => caution !== null);
	if (odd) return message('figures_reliability_title_check', { block: odd.blockTitle }, locale);
	const sorted = [...shown].sort((a, b) => a.alpha.value! - b.alpha.value!);
	const [low, high] = [sorted[0], sorted.at(-1)];
	if (!low || !high) return message('figures_reliability_title_none', {}, locale);
	const one = { block: low.blockTitle, low: coefficient(low.alpha.value!, locale) };
	if (low === high) return message('figures_reliability_title_one', one, locale);
	const to = { highBlock: high.blockTitle, high: coefficient(high.alpha.value!, locale) };
	return message('figures_reliability_title', { ...one, ...to }, locale);
}

function colourOf(row: ReliabilityRow, wave: string | null, theme: Theme): string {
	if (row.grey) return theme.within;
	return row.alpha.wave === wave ? theme.wave.current : theme.wave.previous;
}

function tableOf(rows: readonly ReliabilityRow[], locale: Locale): FigureTable {
	return {
		columns: [
			{ key: 'block', label: message('figures_column_block', {}, locale) },
			{ key: 'wave', label: message('figures_column_wave', {}, locale) },
			{ key: 'alpha', label: message('measures_name_alpha', {}, locale), decimals: 2 },
			{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 2 },
			{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 2 },
			{ key: 'omega', label: message('measures_name_omega', {}, locale), decimals: 2 },
			{ key: 'n', label: message('figures_column_complete', {}, locale), decimals: 0 },
			{ key: 'note', label: message('figures_column_note', {}, locale) }
		],
		rows: rows.map((row) => {
			const { alpha, omega } = row;
			const unknown =
				alpha.value !== null && omega?.reason ? [`ω: ${reasonWords(omega.reason, locale)}`] : [];
			const grey = row.grey ? [message('measures_tag_grey', {}, locale)] : [];
			const caution = row.caution === null ? [] : [message('measures_tag_check_reversed', {}, locale)];
			return [
				row.blockTitle,
				row.label,
				alpha.value,
				alpha.low ?? null,
				alpha.high ?? null,
				omega?.value ?? null,
				alpha.n,
				row.instead ?? [...grey, ...caution, ...unknown].join(' ')
			];
		})
	};
}

function legendOf(rows: readonly ReliabilityRow[], theme: Theme, locale: Locale): LegendEntry[] {
	const { current } = theme.wave;
	const entries: LegendEntry[] = [
		{ label: message('measures_name_alpha', {}, locale), mark: 'circle', colour: current }
	];
	if (rows.some(({ grey }) => grey)) {
		const label = message('figures_legend_grey', {}, locale);
		entries.push({ label, mark: 'circle', colour: theme.within });
	}
	if (rows.some(({ omega }) => (omega?.value ?? null) !== null)) {
		entries.push({
			label: message('measures_name_omega', {}, locale),
			mark: 'diamond',
			colour: theme.wave.baseline
		});
	}
	return [
		...entries,
		{ label: message('figures_legend_interval', {}, locale), mark: 'interval', colour: current }
	];
}

/** α with its interval and ω of every block of a questionnaire, wave by wave; n is the number of complete rows. */
export function satisfactionReliability(
	instrumentId: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `satisfaction.reliability.${instrumentId}`;
	const instrument = project.instruments.find((one) => one.id === instrumentId);
	const rows = instrument ? reliabilityRows(instrument, evaluation, project, locale) : [];
	const title = titleOf(rows, evaluation.wave, locale);
	const shown = rows.filter(({ alpha }) => alpha.value !== null);
	if (!instrument || shown.length === 0) {
		const words = [...new Set(rows.flatMap(({ instead }) => instead ?? []))];
		const none = message('figures_reliability_too_few', {}, locale);
		return emptyFigure(id, title, words.join(' ') || none, project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const ends = rows.map(({ alpha, omega }) => {
		if (alpha.value === null) return [nWords(alpha.n, locale)];
		const second = omega?.value ?? null;
		const told = `α ${coefficient(alpha.value, locale)}`;
		return [second === null ? told : `${told} · ω ${coefficient(second, locale)}`, nWords(alpha.n, locale)];
	});
	const right = width - widest(ends.flat(), frame, sizes.small) - 14;
	const silent = (row: ReliabilityRow, left: number) =>
		row.instead === null ? [] : wrap(row.instead, right - left - 12, { size: sizes.small });
	const top = axisAbove(rows.length, frame);
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top,
			minHeight: (index, left) =>
				Math.max(2, ends[index]!.length, silent(rows[index]!, left).length) * sizes.small * 1.25 + 4,
			gap: 4,
			share: 0.3,
			sections: rows.map(({ blockTitle }) => blockTitle)
		}
	);
	const bottom = column.bottom + 4;
	const least = Math.min(0, ...shown.map(({ alpha }) => Math.min(alpha.value!, alpha.low ?? 0)));
	const domain: [number, number] = [Math.max(LOWEST_DRAWN, least), 1];
	const x = linear(domain, [column.left + 6, right - 6]);
	const cut = (value: number) => x(Math.max(domain[0], value));
	const shapes = rows.flatMap((row, at): Shape[] => {
		const { y } = column.rows[at]!;
		const end = endText(ends[at]!, y, frame);
		const { value, low, high } = row.alpha;
		if (value === null) {
			const lines = silent(row, column.left);
			const place = { x: column.left + 6, y, size: sizes.small };
			return [end, { kind: 'text', ...place, lines, fill: theme.muted, halo: theme.paper, words: row.words }];
		}
		const colour = colourOf(row, evaluation.wave, theme);
		const omega = row.omega?.value ?? null;
		return [
			end,
			...(low === undefined || high === undefined
				? []
				: interval('horizontal', cut(low), cut(high), y, colour)),
			...(omega === null
				? []
				: [
						{
							...{ kind: 'dot' as const, symbol: 'diamond' as const, x: cut(omega), y, r: 6 },
							...{ fill: theme.wave.baseline, stroke: theme.wave.current },
							...meaningOf(row.omega, row.words, frame)
						}
					]),
			{
				...{ kind: 'dot', symbol: 'circle', x: cut(value), y, r: 4.5, fill: colour, stroke: colour },
				...meaningOf(row.alpha, row.words, frame)
			}
		];
	});
	const marks = ticks(domain[0], domain[1], 5).map((value) => ({
		x: x(value),
		label: formatNumber(value, locale, Number.isInteger(value) ? 0 : 1),
		strong: value === 0
	}));
	return compose(
		{
			id,
			title,
			subtitle: message('figures_reliability_subtitle', { title: textIn(instrument.title, locale) }, locale),
			notes: [
				message('figures_note_reliability', {}, locale),
				message('figures_note_reliability_shown', {}, locale),
				...rows.flatMap(({ caution }) => caution ?? [])
			],
			legend: legendOf(shown, theme, locale),
			table: tableOf(rows, locale),
			shapes: [
				...rowsAxis(marks, { top, bottom, rows: rows.length }, frame),
				...labelShapes(column, frame),
				...shapes
			],
			height: Math.ceil(bottom + axisHeight(frame)),
			results: rows.flatMap(({ alpha, omega }) => (omega ? [alpha, omega] : [alpha]))
		},
		project,
		frame
	);
}
