import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatNumber } from '$lib/i18n/formats';
import { codeWord, waveNames } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame, LegendEntry } from './figure';
import { labelColumn, labelShapes, widest } from './row-layout';
import { distinct, first, matching } from './rows';
import type { Shape } from './scene';
import { sizesOf, themeOf, type Theme } from './theme';
import { wrap } from './text';

const NO_RECORD = 'no_record';

/** Width of "before ↓ now →" over the labels, on two lines. */
const CORNER = 70;

type Way = 'up' | 'down' | 'same' | 'other';

function wayOf({ up = 0, down = 0, same = 0 }: Result): Way {
	if (up > 0) return 'up';
	if (down > 0) return 'down';
	return same > 0 ? 'same' : 'other';
}

function fillOf(way: Way, theme: Theme): string {
	return { up: theme.favourable[0], down: theme.unfavourable[1], same: theme.track, other: theme.paper }[way];
}

/** Labels in the order of their ladder, as the results list them, with "no record" last where anybody has none. */
function labelsOf(cells: readonly Result[]): string[] {
	const labels = distinct(cells, 'group').filter((label) => label !== NO_RECORD);
	const missing = cells.some(({ group, level }) => group === NO_RECORD || level === NO_RECORD);
	return missing ? [...labels, NO_RECORD] : labels;
}

/** Which title tells the moves: zeros are told as "nobody". */
function titleKey(count: (way: string) => number): string {
	const [up, down] = [count('up') > 0, count('down') > 0];
	if (!up && !down) return count('changed') > 0 ? 'figures_moves_title' : 'figures_moves_title_same';
	if (!down) return 'figures_moves_title_up';
	return up ? 'figures_moves_title' : 'figures_moves_title_down';
}

/** How many people moved from which category (course level) to which between the two waves: rows before, columns now. */
export function categoryMoves(
	attribute: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `growth.moves.${attribute}`;
	const about = { measure: 'category_transitions' };
	const cells = matching(evaluation.results, { ...about, groupKind: attribute });
	const summary = matching(evaluation.results, { ...about, groupKind: undefined, kind: attribute });
	const name = codeWord('group', attribute, locale);
	const count = (way: string) => first(summary, { level: way })?.value ?? 0;
	const [whole] = summary;
	if (!whole || !cells.some(({ value }) => (value ?? 0) > 0)) {
		const title = message('figures_moves_title_none', { kind: name }, locale);
		return emptyFigure(id, title, message('figures_empty_moves', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const labels = labelsOf(cells);
	const word = (label: string) =>
		label === NO_RECORD ? message('figures_moves_no_record', {}, locale) : label;
	const rowHeight = Math.round(sizes.label * 2.3);
	const corner = wrap(message('figures_moves_corner', {}, locale), CORNER, { size: sizes.small });
	const least = widest(corner, frame, sizes.small);
	const rowStyle = { minHeight: rowHeight, gap: 3, share: 0.3, above: false, least };
	const measured = labelColumn(labels.map(word), frame, { ...rowStyle, top: 0 });
	const columnWidth = (width - measured.left) / labels.length;
	const heads = labels.map((label) => wrap(word(label), columnWidth - 6, { size: sizes.small }));
	const top =
		Math.max(corner.length, ...heads.map((lines) => lines.length)) * sizes.small * 1.25 + sizes.small * 0.6;
	const column = labelColumn(labels.map(word), frame, { ...rowStyle, top });
	const shapes: Shape[] = heads.map((lines, at) => ({
		kind: 'text',
		x: column.left + (at + 0.5) * columnWidth,
		y: (top - sizes.small * 0.6) / 2,
		lines,
		size: sizes.small,
		anchor: 'middle',
		fill: theme.muted
	}));
	shapes.push({
		kind: 'text',
		x: 0,
		y: (top - sizes.small * 0.6) / 2,
		lines: corner,
		size: sizes.small,
		fill: theme.muted
	});
	shapes.push(...labelShapes(column, frame));
	labels.forEach((from, row) => {
		const { y } = column.rows[row]!;
		labels.forEach((to, at) => {
			const result = first(cells, { group: from, level: to });
			const value = result?.value ?? 0;
			const [x1, x2] = [column.left + at * columnWidth, column.left + (at + 1) * columnWidth - 3];
			const box = { x1, x2, y1: y - rowHeight / 2, y2: y + rowHeight / 2 };
			if (!result || value === 0) {
				shapes.push({ kind: 'rect', ...box, fill: theme.paper, stroke: theme.line });
				return;
			}
			const way = wayOf(result);
			const number = formatNumber(value, locale, 0);
			const words = `${word(from)} → ${word(to)}: ${number}`;
			const middle = (x1 + x2) / 2;
			shapes.push({
				kind: 'rect',
				...box,
				fill: fillOf(way, theme),
				stroke: theme.line,
				...meaningOf(result, words, frame)
			});
			shapes.push({
				kind: 'text',
				x: middle,
				y,
				lines: [number],
				size: sizes.label,
				weight: 600,
				anchor: 'middle',
				fill: way === 'up' || way === 'down' ? '#1D2733' : theme.ink
			});
			if (way === 'up' || way === 'down') {
				shapes.push({
					kind: 'dot',
					x: middle + frame.measure(number, sizes.label, 600) / 2 + 9,
					y,
					r: 3.5,
					symbol: way === 'up' ? 'triangle-up' : 'triangle-down',
					fill: '#1D2733',
					stroke: '#1D2733'
				});
			}
		});
	});
	const legend: LegendEntry[] = (['up', 'same', 'down'] as const).map((way) => ({
		label: `${message(`figures_moves_${way}`, {}, locale)} ${formatNumber(count(way), locale)}`,
		mark: 'square',
		colour: fillOf(way, theme)
	}));
	const waves = [whole.against, whole.wave].map((one) => {
		const found = project.waves.find((wave) => wave.id === one);
		return found ? waveNames(found, project.waves, locale).long : '';
	});
	return compose(
		{
			id,
			title: message(
				titleKey(count),
				{
					kind: name,
					n: formatNumber(count('up') + count('same') + count('down') + count('changed'), locale),
					up: partOf(count('up'), locale),
					down: partOf(count('down'), locale),
					same: partOf(count('same'), locale)
				},
				locale
			),
			subtitle: message('figures_moves_subtitle', { before: waves[0] ?? '', after: waves[1] ?? '' }, locale),
			notes: [message('figures_note_moves', { missing: formatNumber(count(NO_RECORD), locale) }, locale)],
			legend,
			table: {
				columns: [
					{ key: 'from', label: message('figures_moves_corner', {}, locale) },
					...labels.map((label, at) => ({ key: `to_${at}`, label: word(label), decimals: 0 }))
				],
				rows: labels.map((from) => [
					word(from),
					...labels.map((to) => first(cells, { group: from, level: to })?.value ?? 0)
				])
			},
			shapes,
			height: Math.ceil(column.bottom + 2),
			results: [...summary, ...cells]
		},
		project,
		frame
	);
}
