import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn } from '$lib/model/text';
import { compareText, formatNumber, formatPercent } from '$lib/i18n/formats';
import { codeWord, reasonWords, shareLabel, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { labelColumn, labelShapes, widest } from './row-layout';
import { distinct, first, isHidden, matching } from './rows';
import { itemText } from './satisfaction-items';
import { type Shape } from './scene';
import { shareCell, shareInWords } from './share-cells';
import { inkOn, mix, sizesOf, themeOf, type Theme } from './theme';
import { wrap } from './text';

const LABEL_SHARES = [0.36, 0.32, 0.28, 0.24, 0.2, 0.17] as const;

/** "<5" hidden, "–" empty, "·" not asked: three different silences. */
function silence(result: Result | undefined, k: number): string {
	if (result === undefined) return '–';
	if (isHidden(result)) return `<${k}`;
	return result.reason === 'not_asked' ? '·' : '–';
}

function shade(value: number, theme: Theme): string {
	return mix(theme.track, theme.favourable[1], Math.min(1, Math.max(0, value / 100)));
}

/** The widest share for labels at which the longest word of a column's head still fits; null where none does. */
function labelShare(labels: readonly string[], groups: readonly string[], frame: Frame): number | null {
	const { small } = sizesOf(frame);
	const longest =
		widest(
			groups.flatMap((group) => group.split(/[\s/-]+/u)),
			frame,
			small
		) + 9;
	const fits = (share: number) => {
		const { left } = labelColumn(labels, frame, { top: 0, minHeight: 0, gap: 0, share });
		return (frame.width - left) / groups.length >= longest;
	};
	return LABEL_SHARES.find(fits) ?? null;
}

/** Favourable share of items (rows) by groups of a kind (columns) at a wave; hidden cells hatched. */
export function satisfactionHeatmap(
	instrumentId: string,
	groupKind: string,
	wave: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `satisfaction.heatmap.${instrumentId}.${groupKind}`;
	const instrument = project.instruments.find((one) => one.id === instrumentId);
	const rows = matching(evaluation.results, {
		measure: 'favourable',
		instrument: instrumentId,
		wave,
		groupKind
	});
	const all = distinct(rows, 'group').sort(compareText);
	// A group with nothing to show needs no column of the drawing: it is named under it.
	const groups = all.filter((group) => rows.some((row) => row.group === group && !isHidden(row)));
	const hidden = all.filter((group) => !groups.includes(group));
	const items = (instrument?.items ?? []).filter((item) => rows.some((row) => row.item === item.id));
	const kind = codeWord('group', groupKind, locale);
	const told = rows
		.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }]))
		.sort((a, b) => a.value - b.value);
	const [least, most] = [told[0], told.at(-1)];
	if (!least || !most || items.length === 0) {
		const title = message('figures_groups_title_none', { kind }, locale);
		const words = rows.some(isHidden) ? 'figures_empty_groups_hidden' : 'figures_empty_groups';
		return emptyFigure(id, title, message(words, {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const labels = items.map((item) => itemText(item, wave, locale));
	const fitting = labelShare(labels, groups, frame);
	const share = fitting ?? LABEL_SHARES[0];
	const named = groups.map((group, at) => (fitting === null ? formatNumber(at + 1, locale) : group));
	const trial = labelColumn(labels, frame, { top: 0, minHeight: 0, gap: 0, share });
	const cell = (width - trial.left) / groups.length;
	const heads = named.map((name) => wrap(name, cell - 8, { size: sizes.small }));
	const headHeight = Math.max(...heads.map((lines) => lines.length)) * sizes.small * 1.25 + 8;
	const column = labelColumn(labels, frame, { top: headHeight, minHeight: sizes.label * 2.1, gap: 3, share });
	const shapes: Shape[] = heads.map((lines, at) => ({
		kind: 'text',
		x: column.left + cell * (at + 0.5),
		y: headHeight - 6 - (lines.length * sizes.small * 1.25) / 2,
		lines,
		size: sizes.small,
		anchor: 'middle',
		fill: theme.muted
	}));
	shapes.push(...labelShapes(column, frame));
	const cells = items.map((item) => groups.map((group) => first(rows, { item: item.id, group })));
	items.forEach((_, rowAt) => {
		const place = column.rows[rowAt]!;
		groups.forEach((group, at) => {
			const result = cells[rowAt]![at];
			const box = {
				x1: column.left + cell * at + 1.5,
				x2: column.left + cell * (at + 1) - 1.5,
				y1: place.top,
				y2: place.top + place.height
			};
			const value = result?.value ?? null;
			const said = result ? shareSentence('favourable', result, locale) : reasonWords({}, locale);
			const meaning = meaningOf(result, `${group}, ${labels[rowAt]}: ${said}`, frame);
			const fill = value === null ? theme.paper : shade(value, theme);
			shapes.push({ kind: 'rect', ...box, fill, stroke: theme.line, ...meaning });
			if (result && isHidden(result)) shapes.push({ kind: 'hatch', ...box, stroke: theme.line });
			shapes.push({
				kind: 'text',
				x: (box.x1 + box.x2) / 2,
				y: place.y,
				lines: [
					value === null
						? silence(result, project.privacy.k)
						: shareLabel({ ...result!, value }, locale, false)
				],
				size: sizes.label,
				anchor: 'middle',
				fill: value === null ? theme.muted : inkOn(fill),
				halo: value === null ? theme.paper : undefined
			});
		});
	});
	const current = project.waves.find((one) => one.id === wave);
	const k = String(project.privacy.k);
	return compose(
		{
			id,
			title: message(
				'figures_groups_title',
				{
					kind,
					low: shareInWords(least, locale),
					high: shareInWords(most, locale)
				},
				locale
			),
			subtitle: message(
				'figures_groups_subtitle',
				{
					title: instrument ? textIn(instrument.title, locale) : '',
					wave: current ? waveNames(current, project.waves, locale).long : wave
				},
				locale
			),
			notes: [
				...(fitting === null ? [groups.map((group, at) => `${named[at]} – ${group}`).join('; ')] : []),
				...(hidden.length > 0
					? [message('figures_note_groups_hidden', { k, groups: hidden.join(', ') }, locale)]
					: []),
				message('figures_note_groups', { k }, locale)
			],
			legend: [0, 50, 100].map((share) => ({
				label: formatPercent(share, locale),
				mark: 'square' as const,
				colour: shade(share, theme)
			})),
			table: {
				columns: [
					{ key: 'item', label: message('figures_column_item', {}, locale) },
					...all.map((group) => ({ key: group, label: group, decimals: 1 }))
				],
				rows: items.map((item, at) => [
					labels[at]!,
					...all.map((group) => {
						const result = first(rows, { item: item.id, group });
						return shareCell(result, locale) ?? silence(result, project.privacy.k);
					})
				])
			},
			shapes,
			height: Math.ceil(column.bottom + 3),
			results: rows
		},
		project,
		frame
	);
}
