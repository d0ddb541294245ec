import type { Evaluation } from '$lib/model/evaluation';
import type { Instrument, Item, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatPercent, formatRange } from '$lib/i18n/formats';
import { nWords, reasonWords, shareSentence } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, FigureTable, Frame, LegendEntry } from './figure';
import { barShapes, divergingScale, middleLine, reach, stepsLegend, stepsOf, type Step } from './likert';
import { waveWords } from './names';
import { endCount, labelColumn, labelShapes, silentBox, silentHeight, widest } from './row-layout';
import { first, isHidden, matching, scaleOf, WHOLE } from './rows';
import type { Shape } from './scene';
import { endCell, shareCell, shareInWords } from './share-cells';
import { sizesOf, themeOf } from './theme';

interface ItemRow {
	text: string;
	steps: Step[];
	counts: number[];
	dontKnow: number;
	/** People asked, of whom "don't know" is a share. */
	asked: number;
	n: number | null;
	favourable: Result | undefined;
	instead: string | null;
}

/** The words of an item at a wave, in the reader's language. */
export function itemText(item: Item, wave: string, locale: Locale): string {
	const version = item.versions.find(({ waves }) => waves.includes(wave)) ?? item.versions.at(-1);
	return version ? textIn(version.text, locale) : item.id;
}

function itemRows(
	instrument: Instrument,
	wave: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): ItemRow[] {
	const about = { instrument: instrument.id, wave, group: undefined, module: undefined };
	return instrument.items.flatMap((item): ItemRow[] => {
		const rows = matching(evaluation.results, { ...about, measure: 'distribution', item: item.id });
		const scale = scaleOf(project, instrument.id, item.id, wave);
		if (rows.length === 0 || !scale) return [];
		const steps = stepsOf(scale, themeOf(frame), frame.locale);
		const counts = steps.map(({ values }) =>
			rows
				.filter(({ level }) => values.includes(Number(level)))
				.reduce((sum, { count }) => sum + (count ?? 0), 0)
		);
		const hidden = rows.some(isHidden);
		const total = counts.reduce((sum, count) => sum + count, 0);
		const unknown = rows.find(({ level }) => level === 'dont_know');
		return [
			{
				text: itemText(item, wave, frame.locale),
				steps,
				counts,
				dontKnow: unknown?.count ?? 0,
				asked: unknown?.n ?? total,
				n: hidden ? null : total,
				favourable: first(evaluation.results, { ...about, measure: 'favourable', item: item.id }),
				instead: hidden
					? reasonWords({ reason: 'suppressed' }, frame.locale, project.privacy.k)
					: total === 0
						? reasonWords({}, frame.locale)
						: null
			}
		];
	});
}

interface Extreme {
	row: ItemRow;
	share: Result & { value: number };
}

/** The items answered most and least favourably, which the title names; none where there are fewer than two. */
function extremesOf(rows: readonly ItemRow[]): [most: Extreme, least: Extreme] | null {
	const shown = rows
		.flatMap((row): Extreme[] => {
			const value = row.favourable?.value ?? null;
			return row.instead === null && row.favourable && value !== null
				? [{ row, share: { ...row.favourable, value } }]
				: [];
		})
		.sort((a, b) => b.share.value - a.share.value);
	const [most, least] = [shown[0], shown.at(-1)];
	return most && least && most !== least ? [most, least] : null;
}

function itemsTitle(extremes: ReturnType<typeof extremesOf>, audience: string, locale: Locale): string {
	if (extremes === null) return message('figures_items_title_plain', { audience }, locale);
	const [most, least] = extremes;
	return message(
		'figures_items_title',
		{
			most: most.row.text,
			mostShare: shareInWords(most.share, locale),
			least: least.row.text,
			leastShare: shareInWords(least.share, locale)
		},
		locale
	);
}

function itemsTable(rows: readonly ItemRow[], locale: Locale): FigureTable {
	const steps = rows[0]?.steps ?? [];
	const same = rows.every(
		(row) => row.steps.map(({ key }) => key).join() === steps.map(({ key }) => key).join()
	);
	const shown = same ? steps : [];
	return {
		columns: [
			{ key: 'item', label: message('figures_column_item', {}, locale) },
			...shown.map(({ key, label }) => ({ key, label: `${label}, %`, decimals: 1 })),
			{ key: 'favourable', label: message('figures_column_favourable', {}, locale), decimals: 1 },
			{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 1 },
			{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 1 },
			{ key: 'dont_know', label: message('figures_legend_dont_know', {}, locale), decimals: 0 },
			{ key: 'n', label: 'n', decimals: 0 }
		],
		rows: rows.map((row) => {
			const open = row.instead === null;
			const total = row.counts.reduce((sum, count) => sum + count, 0);
			return [
				row.text,
				...shown.map((_, index) => {
					const count = row.counts[index] ?? 0;
					const share = { value: (100 * count) / total, count, n: total, tags: row.favourable?.tags };
					return open && total > 0 ? shareCell(share, locale) : null;
				}),
				open ? shareCell(row.favourable, locale) : null,
				open ? endCell(row.favourable, 'low', locale) : null,
				open ? endCell(row.favourable, 'high', locale) : null,
				open ? row.dontKnow : null,
				row.n
			];
		})
	};
}

/** What the answers say about the people invited to this wave alone, where their number is known. */
function thisWaveNotes(
	instrument: Instrument,
	wave: string,
	evaluation: Evaluation,
	locale: Locale
): string[] {
	const where = { ...WHOLE, instrument: instrument.id, wave };
	const own = first(evaluation.results, { ...where, measure: 'favourable_this_wave' });
	const usual = first(evaluation.results, { ...where, measure: 'favourable' });
	const eligible = first(evaluation.results, { ...where, measure: 'coverage' })?.n;
	if (!own || own.value === null || own.low === undefined || own.high === undefined) return [];
	const share = formatPercent(own.value, locale);
	const n = formatNumber(eligible ?? own.n ?? 0, locale);
	if (own.tags?.includes('everyone_answered'))
		return [message('figures_note_everyone', { share, n }, locale)];
	const range = formatRange(own.low, own.high, locale, 'percent');
	const usually =
		usual?.low === undefined || usual.high === undefined
			? range
			: formatRange(usual.low, usual.high, locale, 'percent');
	return [message('figures_note_this_wave', { share, n, range, usually }, locale)];
}

/** Diverging answer bars for every item of an instrument at a wave, "don't know" hatched apart, n at the end of the row. */
export function satisfactionItems(
	instrumentId: string,
	wave: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `satisfaction.items.${instrumentId}`;
	const instrument = project.instruments.find((one) => one.id === instrumentId);
	const rows = instrument ? itemRows(instrument, wave, evaluation, project, frame) : [];
	const audience = message(`figures_audience_${instrument?.audience ?? 'teacher'}`, {}, locale);
	const extremes = extremesOf(rows);
	const title = itemsTitle(extremes, audience, locale);
	if (!instrument || rows.length === 0) {
		return emptyFigure(id, title, message('figures_empty_items', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const half = frame.large ? sizes.label * 0.95 : 12;
	const nWidth = widest(
		rows.map(({ n }) => nWords(n, locale)),
		frame,
		sizes.small
	);
	const right = width - nWidth - 12;
	const column = labelColumn(
		rows.map(({ text }) => text),
		frame,
		{
			top: 2,
			minHeight: (index, left) =>
				Math.max(2 * half + 2, silentHeight(rows[index]!.instead ?? '', right - left, frame)),
			gap: frame.large ? 14 : 9,
			share: width < 560 ? 0.36 : 0.34,
			strong: (index) => extremes?.some(({ row }) => row === rows[index]) ?? false
		}
	);
	const mostUnknown = Math.max(
		0,
		...rows.map(({ dontKnow, asked, instead }) =>
			instead === null && asked > 0 ? (100 * dontKnow) / asked : 0
		)
	);
	const reaches = rows
		.filter(({ instead }) => instead === null)
		.map(({ steps, counts }) => {
			const total = counts.reduce((sum, count) => sum + count, 0);
			return reach(
				steps,
				counts.map((count) => (100 * count) / total)
			);
		});
	const longest = [0, 1].map((side) => Math.max(1, ...reaches.map((one) => one[side as 0 | 1]))) as [
		number,
		number
	];
	const apart = mostUnknown > 0 ? 16 : 0;
	const perPercent = (right - column.left - apart) / (longest[0] + longest[1] + mostUnknown);
	const barsEnd = right - apart - mostUnknown * perPercent;
	const x = divergingScale(reaches, column.left, barsEnd);
	const drawn = column.rows.filter((_, index) => rows[index]!.instead === null);
	// One line through all rows, or a piece of it at each bar where labels stand between them.
	const pieces = column.left === 0 ? drawn.map((row) => [row, row] as const) : [[drawn[0], drawn.at(-1)]];
	const shapes: Shape[] = pieces.flatMap(([top, bottom]) =>
		top && bottom ? [middleLine(x, top.y - half - 3, bottom.y + half + 3, theme)] : []
	);
	shapes.push(...labelShapes(column, frame));
	rows.forEach((row, index) => {
		const { y } = column.rows[index]!;
		const words = `${row.text}: ${row.instead ?? (row.favourable ? shareSentence('favourable', row.favourable, locale) : '')}`;
		const meaning = meaningOf(row.favourable, words, frame);
		shapes.push(...endCount(row.n, y, frame));
		if (row.instead !== null) {
			shapes.push(...silentBox(row.instead, { left: column.left, right, y, half }, frame, { words }));
			return;
		}
		shapes.push(
			...barShapes(row.steps, row.counts, { y, half, x, size: sizes.small }, frame.measure, locale, meaning)
		);
		if (row.dontKnow === 0 || row.asked === 0) return;
		const share = (100 * row.dontKnow) / row.asked;
		const box = { x1: barsEnd + apart, x2: barsEnd + apart + share * perPercent, y1: y - half, y2: y + half };
		const unknown = `${message('figures_legend_dont_know', {}, locale)}: ${formatPercent(share, locale)}`;
		shapes.push(
			{ kind: 'rect', ...box, fill: theme.paper, stroke: theme.hatch, words: unknown },
			{ kind: 'hatch', ...box, stroke: theme.hatch }
		);
	});
	const legend: LegendEntry[] = stepsLegend(rows[0]!.steps, width < 560, locale);
	if (mostUnknown > 0)
		legend.push({
			label: message('figures_legend_dont_know', {}, locale),
			mark: 'hatch',
			colour: theme.hatch
		});
	return compose(
		{
			id,
			title,
			subtitle: message(
				'figures_items_subtitle',
				{ title: textIn(instrument.title, locale), wave: waveWords(wave, project, locale) },
				locale
			),
			notes: [
				message('figures_note_items', {}, locale),
				message('figures_note_diverging', {}, locale),
				...thisWaveNotes(instrument, wave, evaluation, locale)
			],
			legend,
			table: itemsTable(rows, locale),
			shapes,
			height: Math.ceil(column.bottom + 4),
			results: rows.flatMap(({ favourable }) => (favourable ? [favourable] : []))
		},
		project,
		frame
	);
}
