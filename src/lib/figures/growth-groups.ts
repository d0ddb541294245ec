import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn } from '$lib/model/text';
import { formatNumber, formatSigned } from '$lib/i18n/formats';
import { changeWords, codeWord, nWords, reasonWords } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import { personLabel } from './growth-people';
import type { Figure, Frame } from './figure';
import { axisAbove, axisHeight, endCount, labelColumn, labelShapes, rowsAxis, widest } from './row-layout';
import { instrumentTitle } from './names';
import { matching } from './rows';
import { interval, linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';

interface GroupRow {
	section: string;
	label: string;
	result: Result;
}

const SECTIONS = [
	'department',
	'mentor',
	'subject',
	'role',
	'category',
	'course_level',
	'starting_third',
	'module',
	'item'
];

/** Pairs from which an interval is drawn and from which a verdict is given (statistics.md, Display). */
const PAIRS_FOR_INTERVAL = 5;

const PAIRS_FOR_VERDICT = 10;

function pairsOf(result: Result): number {
	return result.nPairs ?? result.n ?? 0;
}

function intervalOf(result: Result): [number, number] | null {
	const { low, high } = result;
	if (low === undefined || high === undefined || pairsOf(result) < PAIRS_FOR_INTERVAL) return null;
	return [low, high];
}

function sectionOf(result: Result): string {
	if (result.groupKind !== undefined) return result.groupKind;
	return result.module === undefined ? 'item' : 'module';
}

function labelOf(result: Result, project: Project, frame: Frame): string {
	const { locale } = frame;
	if (result.groupKind === 'starting_third') return codeWord('third', result.group ?? '', locale);
	if (result.groupKind === 'mentor' && result.group !== undefined) return personLabel(result.group, frame);
	if (result.group !== undefined) return result.group;
	if (result.module !== undefined) return codeWord('module', String(result.module), locale);
	const item = project.instruments
		.find(({ id }) => id === result.instrument)
		?.items.find(({ id }) => id === result.item);
	const version = item?.versions.at(-1);
	return version ? textIn(version.text, locale) : (result.item ?? '');
}

/** Groups with a kind, modules and criteria; the largest growth first inside its kind. */
function groupRows(
	instrument: string,
	rater: Rater,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): GroupRow[] {
	const rows = matching(evaluation.results, { measure: 'growth_group', instrument, rater }).filter(
		({ group, module, item }) => group !== undefined || module !== undefined || item !== undefined
	);
	const place = (section: string) =>
		SECTIONS.includes(section) ? SECTIONS.indexOf(section) : SECTIONS.length;
	const modules = rows.some(({ module }) => module !== undefined);
	return rows
		.filter(({ item }) => item === undefined || !modules)
		.map((result) => ({ section: sectionOf(result), label: labelOf(result, project, frame), result }))
		.sort(
			(a, b) =>
				place(a.section) - place(b.section) || (b.result.value ?? -Infinity) - (a.result.value ?? -Infinity)
		);
}

/** Mean change of every department, mentor's group and module by one rater, with its interval and a zero line. */
export function growthGroups(
	instrument: string,
	rater: Rater,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `growth.groups.${instrument}.${rater}`;
	const rows = groupRows(instrument, rater, evaluation, project, frame);
	const shown = rows.filter(({ result }) => result.value !== null);
	if (shown.length === 0) {
		const title = message('figures_growth_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const ends = rows.map(({ result }) => nWords(result.nPairs ?? result.n, locale));
	const top = axisAbove(rows.length, frame);
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top,
			minHeight: sizes.label * 1.7,
			gap: 4,
			share: 0.36,
			sections: rows.map(({ section }) => codeWord('group', section, locale))
		}
	);
	const right = width - widest(ends, frame, sizes.small) - 14;
	const values = shown.flatMap(({ result }) => [result.value!, ...(intervalOf(result) ?? [])]);
	const domain: [number, number] = [Math.min(0, ...values), Math.max(0, ...values)];
	const x = linear(domain, [column.left + 6, right - 6]);
	const shapes = rows.flatMap((row, at) => [
		...endCount(row.result.nPairs ?? row.result.n, column.rows[at]!.y, frame),
		...groupShapes(row, column.rows[at]!.y, x, column.left, frame)
	]);
	const bottom = column.bottom + 4;
	const marks = ticks(domain[0], domain[1], 5).map((value) => ({
		x: x(value),
		label: formatSigned(value, locale, Number.isInteger(value) ? 0 : 1),
		strong: value === 0
	}));
	const judged = shown.filter(({ result }) => pairsOf(result) >= PAIRS_FOR_VERDICT);
	const grew = judged.filter(({ result }) => (result.low ?? -1) > 0).length;
	return compose(
		{
			id,
			title: message(
				'figures_group_growth_title',
				{ n: formatNumber(judged.length, locale), grew: partOf(grew, locale) },
				locale
			),
			subtitle: message(
				'figures_group_growth_subtitle',
				{
					rater: message(`figures_rater_${rater}`, {}, locale),
					title: instrumentTitle(instrument, project, locale)
				},
				locale
			),
			notes: [message('figures_note_group_growth', {}, locale)],
			legend: [
				{
					label: message('figures_legend_interval', {}, locale),
					mark: 'interval',
					colour: theme.wave.current
				},
				...(shown.some(({ result }) => intervalOf(result) === null)
					? [
							{
								label: message('figures_legend_no_interval', {}, locale),
								mark: 'ring' as const,
								colour: theme.wave.previous
							}
						]
					: [])
			],
			table: {
				columns: [
					{ key: 'section', label: message('figures_column_grouping', {}, locale) },
					{ key: 'group', label: message('figures_column_group', {}, locale) },
					{ key: 'change', label: message('figures_column_change', {}, locale), decimals: 2 },
					{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 2 },
					{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 2 },
					{ key: 'n', label: 'n', decimals: 0 }
				],
				rows: rows.map(({ section: kind, label, result }) => [
					codeWord('group', kind, locale),
					label,
					result.value,
					result.low ?? null,
					result.high ?? null,
					result.nPairs ?? result.n
				])
			},
			shapes: [
				...rowsAxis(marks, { top, bottom, rows: rows.length }, frame),
				...labelShapes(column, frame),
				...shapes
			],
			height: Math.ceil(bottom + axisHeight(frame)),
			results: rows.map(({ result }) => result)
		},
		project,
		frame
	);
}

function groupShapes(
	row: GroupRow,
	y: number,
	x: (value: number) => number,
	left: number,
	frame: Frame
): Shape[] {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const { value } = row.result;
	const [low, high] = intervalOf(row.result) ?? [];
	if (value === null) {
		const lines = [reasonWords(row.result, frame.locale)];
		return [{ kind: 'text', x: left + 6, y, lines, size: sizes.small, fill: theme.muted }];
	}
	const shapes: Shape[] = [];
	if (low !== undefined && high !== undefined)
		shapes.push(...interval('horizontal', x(low), x(high), y, theme.wave.previous));
	shapes.push({
		kind: 'dot',
		x: x(value),
		y,
		r: 5,
		symbol: 'circle',
		fill: low === undefined ? theme.paper : theme.wave.current,
		stroke: low === undefined ? theme.wave.previous : theme.wave.current,
		...meaningOf(row.result, `${row.label}: ${changeWords(value, low, high, frame.locale, 2)}`, frame)
	});
	return shapes;
}
