import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatNumber } from '$lib/i18n/formats';
import { codeWord, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { labelColumn, labelShapes, widest } from './row-layout';
import { distinct, matching } from './rows';
import { linear, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

const LINES = ['voice', 'expert', 'practice', 'achievement'] as const;
type Line = (typeof LINES)[number];

interface Cell {
	result: Result | undefined;
	value: number | null;
	/** Place among the modules, the highest value first; equal values share a place. */
	place: number | null;
}

interface ModuleRow {
	module: number;
	cells: Record<Line, Cell>;
	disagreement: Result | undefined;
}

function moduleRows(evaluation: Evaluation): ModuleRow[] {
	const wave = evaluation.wave ?? '';
	const rows = matching(evaluation.results, { measure: 'module_profile', wave });
	const gaps = matching(evaluation.results, { measure: 'module_disagreement', wave });
	const cellOf = (module: number, line: Line): Cell => {
		const own = rows.filter(({ level }) => level === line);
		const result = own.find((row) => row.module === module);
		const value = result?.value ?? null;
		const higher = own.filter(
			(row) => value !== null && row.value !== null && row.value > value + 1e-9
		).length;
		return { result, value, place: value === null ? null : higher + 1 };
	};
	return distinct(rows, 'module')
		.map((module) => ({
			module,
			cells: {
				voice: cellOf(module, 'voice'),
				expert: cellOf(module, 'expert'),
				practice: cellOf(module, 'practice'),
				achievement: cellOf(module, 'achievement')
			},
			disagreement: gaps.find((row) => row.module === module)
		}))
		.sort((a, b) => (b.disagreement?.value ?? -1) - (a.disagreement?.value ?? -1) || a.module - b.module);
}

/** The name of a line inside a sentence. */
function lineInside(line: Line, locale: Frame['locale']): string {
	const name = message(`figures_line_${line}`, {}, locale);
	return name.slice(0, 1).toLocaleLowerCase('ru') + name.slice(1);
}

function titleOf(rows: readonly ModuleRow[], frame: Frame): string {
	const { locale } = frame;
	const [top] = rows;
	const known = LINES.flatMap((line) => {
		const place = top?.cells[line].place ?? null;
		return place === null ? [] : [{ line, place }];
	}).sort((a, b) => a.place - b.place);
	const [best, worst] = [known[0], known.at(-1)];
	if (!top || !best || !worst || best.place === worst.place)
		return message('figures_modules_title_alike', {}, locale);
	return message(
		'figures_modules_title',
		{
			module: codeWord('module', String(top.module), locale),
			best: lineInside(best.line, locale),
			bestPlace: formatNumber(best.place, locale),
			worst: lineInside(worst.line, locale),
			worstPlace: formatNumber(worst.place, locale)
		},
		locale
	);
}

function valueWords(line: Line, value: number, frame: Frame): string {
	const decimals = line === 'voice' || line === 'expert' ? (frame.width < 560 && !frame.large ? 1 : 2) : 0;
	return formatNumber(value, frame.locale, decimals);
}

/** Heads of columns too narrow for their words; a note says what they stand for. */
const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;

/** Self-rating, expert rating, participation and achievements of each module on one row; the least agreed first. */
export function moduleProfile(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const id = 'achievements.modules';
	const rows = moduleRows(evaluation);
	if (rows.length === 0) {
		const title = message('figures_modules_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_modules', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const heads = [
		...LINES.map((line) => message(`figures_line_${line}`, {}, locale)),
		message('figures_line_gap', {}, locale)
	];
	const names = rows.map(({ module }) => codeWord('module', String(module), locale));
	const layout = (top: number) =>
		labelColumn(names, frame, { top, minHeight: sizes.line * 2, gap: 6, share: width < 560 ? 0.3 : 0.34 });
	const { left } = layout(0);
	const columnWidth = (width - left) / heads.length;
	const longest = widest(
		heads.flatMap((head) => head.split(/\s+/u)),
		frame,
		sizes.small
	);
	const lettered = longest > columnWidth - 8;
	const wrapped = heads.map((head, at) =>
		lettered ? [LETTERS[at]!] : wrap(head, columnWidth - 8, { size: sizes.small })
	);
	const headHeight = Math.max(...wrapped.map((lines) => lines.length)) * sizes.small * 1.25;
	const column = layout(headHeight + 8);
	const xOf = (at: number) => left + at * columnWidth;
	const shapes: Shape[] = wrapped.map((lines, at) => ({
		kind: 'text',
		x: xOf(at),
		y: headHeight / 2,
		lines,
		size: sizes.small,
		fill: theme.muted
	}));
	shapes.push(...labelShapes(column, frame));
	const most = (line: Line) => Math.max(...rows.map(({ cells }) => cells[line].value ?? 0)) || 1;
	const bars: Shape[] = [];
	const texts: Shape[] = [];
	rows.forEach((row, index) => {
		const { y } = column.rows[index]!;
		LINES.forEach((line, at) => {
			const { result, value, place } = row.cells[line];
			const said = value === null ? '–' : valueWords(line, value, frame);
			const ranked = place === null || columnWidth < 76 ? said : `${said} · №${formatNumber(place, locale)}`;
			const words = `${names[index]}, ${heads[at]}: ${said}${place === null ? '' : ` (№${place})`}`;
			texts.push({
				kind: 'text',
				x: xOf(at),
				y: y - 6,
				lines: [ranked],
				size: sizes.small,
				fill: value === null ? theme.muted : theme.ink
			});
			if (value === null) return;
			const end = linear([0, most(line)], [xOf(at), xOf(at) + columnWidth - 12])(value);
			const box = { x1: xOf(at), y1: y + 5, y2: y + 11 };
			bars.push({ kind: 'rect', ...box, x2: xOf(at) + columnWidth - 12, fill: theme.track });
			bars.push({
				kind: 'rect',
				...box,
				x2: Math.max(end, xOf(at) + 1),
				fill: theme.wave.current,
				...meaningOf(result, words, frame)
			});
		});
		const gap = row.disagreement?.value ?? null;
		texts.push({
			kind: 'text',
			x: xOf(LINES.length),
			y,
			lines: [gap === null ? '–' : formatNumber(gap, locale)],
			size: sizes.label,
			weight: 600,
			fill: theme.ink,
			...meaningOf(row.disagreement, `${names[index]}, ${heads.at(-1)}: ${gap ?? '–'}`, frame)
		});
	});
	const wave = project.waves.find((one) => one.id === evaluation.wave);
	return compose(
		{
			id,
			title: titleOf(rows, frame),
			subtitle: message(
				'figures_modules_subtitle',
				{ stage: wave ? waveNames(wave, project.waves, locale).long : '' },
				locale
			),
			notes: [
				...(lettered ? [heads.map((head, at) => `${LETTERS[at]} – ${head}`).join('; ')] : []),
				message('figures_note_modules', {}, locale)
			],
			table: {
				columns: [
					{ key: 'module', label: message('figures_group_module', {}, locale) },
					...LINES.flatMap((line, at) => [
						{ key: line, label: heads[at]!, decimals: line === 'voice' || line === 'expert' ? 2 : 0 },
						{ key: `${line}_place`, label: `${heads[at]}, №`, decimals: 0 }
					]),
					{ key: 'gap', label: heads.at(-1)!, decimals: 0 }
				],
				rows: rows.map((row, index) => [
					names[index]!,
					...LINES.flatMap((line) => [row.cells[line].value, row.cells[line].place]),
					row.disagreement?.value ?? null
				])
			},
			shapes: [...shapes, ...bars, ...texts],
			height: Math.ceil(column.bottom + 4),
			results: rows.flatMap(({ cells, disagreement }) =>
				[...LINES.map((line) => cells[line].result), disagreement].filter((one) => one !== undefined)
			)
		},
		project,
		frame
	);
}
