import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { message } from '$lib/i18n/words';
import { bandColours, bandShapes, bandTitle, sortBands } from './bands';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, FigureTable, Frame } from './figure';
import { labelColumn, labelShapes, silentBox, silentHeight, widest, type RowPlace } from './row-layout';
import { endLines, methodRows, scaleWords, type MethodRow } from './methods-compared-rows';
import { waveWords } from './names';
import { distinct } from './rows';
import { interval, linear, type Shape } from './scene';
import { shareCell } from './share-cells';
import { sizesOf, themeOf } from './theme';

/** Whether the level depends on the method. */
function finding(rows: readonly MethodRow[], locale: Locale): string {
	const levels = [
		...new Set(rows.flatMap(({ level, instead }) => (level && instead === null ? [level] : [])))
	];
	const last = levels.pop();
	if (last === undefined) return message('figures_methods_title', {}, locale);
	if (levels.length === 0) return message('figures_methods_title_same', { level: last }, locale);
	const all = message('figures_and', { first: levels.join(', '), last }, locale);
	return message('figures_methods_title_differ', { levels: all }, locale);
}

/** The answers to an instrument in a wave under each method that applies: value, level, people per band, n. */
export function methodsCompared(
	instrumentId: string,
	wave: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `satisfaction.methods.${instrumentId}`;
	const rows = methodRows(instrumentId, wave, evaluation, project, locale);
	const title = finding(rows, locale);
	const instrument = project.instruments.find((one) => one.id === instrumentId);
	if (!instrument || rows.length === 0)
		return emptyFigure(id, title, message('figures_empty_levels', {}, locale), project, frame);
	const silent = new Set(rows.map(({ instead }) => instead));
	const [words] = silent;
	if (silent.size === 1 && words) {
		return { ...emptyFigure(id, title, words, project, frame), table: tableOf(rows, project, locale) };
	}
	const sizes = sizesOf(frame);
	const ends = rows.map((row) => endLines(row, locale));
	const right = width - widest(ends.flat(), frame, sizes.small, 600) - 16;
	const half = frame.large ? sizes.label * 0.9 : 11;
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top: 2,
			minHeight: (index, left) =>
				Math.max(
					ends[index]!.length * sizes.small * 1.25,
					silentHeight(rows[index]!.instead ?? '', right - left, frame)
				),
			gap: frame.large ? 18 : 12,
			share: 0.34
		}
	);
	const place = { left: column.left, right, half };
	const shapes: Shape[] = labelShapes(column, frame);
	rows.forEach((row, at) => {
		const { y } = column.rows[at]!;
		shapes.push(...endShapes(row, ends[at]!, column.rows[at]!, right + 16, frame));
		if (row.instead !== null) {
			const words = `${row.label}: ${row.instead}`;
			shapes.push(...silentBox(row.instead, { ...place, y }, frame, { words }));
		} else if (row.bands.length > 0) {
			const colours = bandColours(themeOf(frame), row.bands.length);
			shapes.push(...bandShapes(row.label, row.bands, colours, { ...place, y }, project, frame));
		} else shapes.push(...pointShapes(row, { ...place, y }, frame));
	});
	const results = rows.flatMap(({ result, bands }) => [result, ...bands]);
	return compose(
		{
			id,
			title,
			subtitle: message(
				'figures_methods_subtitle',
				{ title: textIn(instrument.title, locale), wave: waveWords(wave, project, locale) },
				locale
			),
			notes: [
				message('figures_methods_note', {}, locale),
				...rows.map(({ label, definition, ends: scale }) =>
					message(
						'figures_method_definition',
						{ method: label, scale: scaleWords(scale, locale), definition },
						locale
					)
				)
			],
			legend: legendOf(rows, project, frame),
			table: tableOf(rows, project, locale),
			shapes,
			height: Math.ceil(column.bottom + 4),
			results
		},
		project,
		frame
	);
}

interface BarPlace {
	left: number;
	right: number;
	half: number;
	y: number;
}

/** The lines at the end of a row; the whole of them opens the value. */
function endShapes(row: MethodRow, lines: string[], place: RowPlace, x: number, frame: Frame): Shape[] {
	const theme = themeOf(frame);
	const { small } = sizesOf(frame);
	const lineHeight = small * 1.25;
	const top = place.y - (lines.length * lineHeight) / 2;
	const bold = row.instead === null ? 1 : 0;
	const text = (part: string[], from: number, weight: 400 | 600, fill: string): Shape => ({
		kind: 'text',
		x,
		y: top + lineHeight * (from + part.length / 2),
		lines: part,
		size: small,
		weight,
		fill
	});
	const shapes: Shape[] = [text(lines.slice(bold), bold, 400, theme.muted)];
	if (bold === 0) return shapes;
	return [
		text(lines.slice(0, 1), 0, 600, theme.ink),
		...shapes,
		{
			kind: 'rect',
			x1: x - 4,
			x2: frame.width,
			y1: top,
			y2: top + lines.length * lineHeight,
			fill: 'transparent',
			...meaningOf(row.result, `${row.label}: ${lines.join(', ')}`, frame)
		}
	];
}

/** A value without bands: its place between the ends of its own scale, with its interval where it has one. */
function pointShapes(row: MethodRow, { left, right, half, y }: BarPlace, frame: Frame): Shape[] {
	const theme = themeOf(frame);
	const { result, ends } = row;
	const x = linear([ends.low, ends.high], [left, right]);
	const words = `${row.label}: ${endLines(row, frame.locale).join(', ')}`;
	const track = half / 3;
	return [
		{ kind: 'rect', x1: left, x2: right, y1: y - track, y2: y + track, fill: theme.track },
		...(result.low === undefined || result.high === undefined
			? []
			: interval('horizontal', x(result.low), x(result.high), y, theme.within, 4)),
		{
			kind: 'dot',
			x: x(result.value ?? ends.low),
			y,
			r: 5,
			symbol: 'circle',
			fill: theme.wave.current,
			stroke: theme.wave.current,
			...meaningOf(result, words, frame)
		}
	];
}

function legendOf(rows: readonly MethodRow[], project: Project, frame: Frame): Figure['legend'] {
	const theme = themeOf(frame);
	const banded = rows.filter(({ bands, instead }) => bands.length > 0 && instead === null);
	const seen = new Map<string, string>();
	for (const { bands } of banded) {
		const colours = bandColours(theme, bands.length);
		bands.forEach(({ method, level = '' }, at) => {
			const label = bandTitle(project, method, level, frame.locale);
			if (!seen.has(label)) seen.set(label, colours[at]!);
		});
	}
	return [...seen].map(([label, colour]) => ({ label, mark: 'square' as const, colour }));
}

function tableOf(rows: readonly MethodRow[], project: Project, locale: Locale): FigureTable {
	const word = (key: string) => message(`figures_column_${key}`, {}, locale);
	const banded = rows.flatMap(({ bands }) => bands);
	const ids = distinct(banded, 'level');
	sortBands(ids);
	return {
		columns: [
			{ key: 'method', label: word('method') },
			{ key: 'value', label: word('value') },
			{ key: 'scale', label: word('scale') },
			{ key: 'level', label: word('level') },
			...ids.map((band) => ({
				key: band,
				label: `${bandTitle(project, banded.find(({ level }) => level === band)?.method, band, locale)}, %`,
				decimals: 1
			})),
			{ key: 'n', label: 'n', decimals: 0 },
			{ key: 'definition', label: word('definition') }
		],
		rows: rows.map((row) => [
			row.label,
			row.instead ?? row.value,
			scaleWords(row.ends, locale),
			row.instead === null ? row.level || null : null,
			...ids.map((band) => {
				const share = row.bands.find(({ level }) => level === band);
				return row.instead === null ? shareCell(share, locale) : null;
			}),
			row.result.n,
			row.definition
		])
	};
}
