import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatSigned } from '$lib/i18n/formats';
import { nWords, reasonWords } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { instrumentTitle } from './names';
import { axisHeight, labelColumn, labelShapes, rowsAxis, silentBox, widest } from './row-layout';
import { first, isHidden, matching } from './rows';
import { linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';

const PARTS = ['stayers', 'leavers', 'joiners'] as const;
const LEVELS = ['total', ...PARTS] as const;

/** Values with one decimal that still add up: what rounding leaves over goes to the part it moved most. */
function printed(total: number, parts: readonly number[]): number[] {
	const tenths = (value: number) => Math.round(value * 10);
	const rounded = parts.map(tenths);
	const left = tenths(total) - rounded.reduce((sum, value) => sum + value, 0);
	const moved = parts.map((value, at) => Math.sign(left) * (value * 10 - rounded[at]!));
	const most = moved.indexOf(Math.max(...moved));
	return [tenths(total), ...rounded.map((value, at) => (at === most ? value + left : value))].map(
		(value) => value / 10
	);
}

/** The change of the headline share split into those who answered both times, who left and who joined; the parts add up. */
export function whoChanged(
	instrument: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `comparison.who.${instrument}`;
	const rows = matching(evaluation.results, { measure: 'stayers_leavers_joiners', instrument });
	const found = LEVELS.flatMap((level): Result[] => {
		const row = first(rows, { level });
		return row ? [row] : [];
	});
	const [total, ...parts] = found;
	if (!total || total.value === null || parts.some(({ value }) => value === null)) {
		const title = message('figures_who_title_none', {}, locale);
		const words = total && isHidden(total) ? 'figures_empty_who_hidden' : 'figures_empty_who';
		return emptyFigure(id, title, message(words, { k: String(project.privacy.k) }, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const values = printed(
		total.value,
		parts.map(({ value }) => value ?? 0)
	);
	const points = values.map((value) => formatSigned(value, locale, 1));
	const labels = LEVELS.map((level) => message(`figures_who_${level}`, {}, locale));
	const ends = found.map(({ n }, at) => `${points[at]!}, ${nWords(n, locale)}`);
	const column = labelColumn(labels, frame, { top: 0, minHeight: sizes.line * 1.7, gap: 4, share: 0.36 });
	const right = width - widest(ends, frame, sizes.small, 600) - 14;
	const domain: [number, number] = [Math.min(0, ...values), Math.max(0, ...values)];
	const x = linear(domain, [column.left + 4, right]);
	const half = sizes.line * 0.55;
	const shapes = found.flatMap((row, at): Shape[] => {
		const { y } = column.rows[at]!;
		const words = `${labels[at]}: ${ends[at]}`;
		const end: Shape = {
			kind: 'text',
			x: width,
			y,
			lines: [ends[at]!],
			size: sizes.small,
			weight: 600,
			anchor: 'end',
			fill: theme.ink
		};
		if (row.value === null) {
			const place = { left: column.left, right, y, half };
			return [...silentBox(reasonWords(row, locale, project.privacy.k), place, frame, { words }), end];
		}
		const [from, to] = [x(0), x(values[at]!)].sort((a, b) => a - b) as [number, number];
		return [
			{
				kind: 'rect',
				x1: from,
				x2: Math.max(to, from + 1),
				y1: y - half,
				y2: y + half,
				fill: at === 0 ? theme.wave.current : theme.wave.previous,
				...meaningOf(row, words, frame)
			},
			end
		];
	});
	const bottom = column.bottom + 4;
	const axis = rowsAxis(
		ticks(domain[0], domain[1], width < 560 ? 3 : 5).map((value) => ({
			x: x(value),
			label: formatSigned(value, locale, Number.isInteger(value) ? 0 : 1),
			strong: value === 0
		})),
		{ top: 0, bottom, rows: found.length },
		frame
	);
	const [all, stayers, leavers, joiners] = points as [string, string, string, string];
	return compose(
		{
			id,
			title: message('figures_who_title', { total: all, stayers }, locale),
			subtitle: message(
				'figures_who_subtitle',
				{ title: instrumentTitle(instrument, project, locale) },
				locale
			),
			notes: [message('figures_note_who', { total: all, stayers, leavers, joiners }, locale)],
			table: {
				columns: [
					{ key: 'part', label: message('figures_column_part', {}, locale) },
					{ key: 'value', label: message('figures_head_change', {}, locale), decimals: 1 },
					{ key: 'n', label: 'n', decimals: 0 }
				],
				rows: found.map((row, at) => [labels[at]!, row.value, row.n])
			},
			shapes: [...axis, ...labelShapes(column, frame), ...shapes],
			height: Math.ceil(bottom + axisHeight(frame)),
			results: found
		},
		project,
		frame
	);
}
