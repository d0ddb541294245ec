import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatSigned } from '$lib/i18n/formats';
import { changeWords, codeWord, nWords, partOf, reasonWords } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import { personLabel } from './growth-people';
import type { Figure, Frame } from './figure';
import { axisHeight, bottomAxis, labelColumn, labelShapes, widest } from './row-layout';
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

export function titleOf(instrument: string, project: Project, locale: Locale): string {
	const found = project.instruments.find(({ id }) => id === instrument);
	return found ? textIn(found.title, locale) : '';
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
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top: 0,
			minHeight: sizes.label * 1.7,
			gap: 4,
			share: 0.36
		}
	);
	const right = width - widest(ends, frame, sizes.small) - 14;
	const values = shown.flatMap(({ result }) => [result.value!, ...(intervalOf(result) ?? [])]);
	const domain: [number, number] = [Math.min(0, ...values), Math.max(0, ...values)];
	const x = linear(domain, [column.left + 6, right - 6]);
	const shapes: Shape[] = [];
	const headed: Shape[] = [];
	let shift = 0;
	let section = '';
	rows.forEach((row, at) => {
		const place = column.rows[at]!;
		if (row.section !== section) {
			section = row.section;
			headed.push({
				kind: 'text',
				x: 0,
				y: place.top + shift + sizes.line * 0.75,
				lines: [codeWord('group', section, locale)],
				size: sizes.small,
				weight: 600,
				fill: theme.accent
			});
			shift += sizes.line * 1.5;
		}
		place.top += shift;
		place.y += shift;
		shapes.push(...groupShapes(row, place.y, x, ends[at]!, column.left, frame));
	});
	const bottom = column.bottom + shift;
	const marks = ticks(domain[0], domain[1], 5);
	const axis = bottomAxis(
		marks.map((value) => ({
			x: x(value),
			label: formatSigned(value, locale, Number.isInteger(value) ? 0 : 1),
			strong: value === 0
		})),
		0,
		bottom + 4,
		frame
	);
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
				{ rater: message(`figures_rater_${rater}`, {}, locale), title: titleOf(instrument, project, locale) },
				locale
			),
			notes: [message('figures_note_group_growth', {}, locale)],
			legend: [
				{
					label: message('figures_legend_interval', {}, locale),
					mark: 'interval',
					colour: theme.wave.current
				}
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
			shapes: [...axis, ...headed, ...labelShapes(column.rows, frame), ...shapes],
			height: Math.ceil(bottom + 4 + axisHeight(frame)),
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
	end: string,
	left: number,
	frame: Frame
): Shape[] {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const { value } = row.result;
	const [low, high] = intervalOf(row.result) ?? [];
	const shapes: Shape[] = [
		{ kind: 'text', x: frame.width, y, lines: [end], size: sizes.small, anchor: 'end', fill: theme.muted }
	];
	if (value === null) {
		const words = reasonWords(row.result, frame.locale);
		return [
			...shapes,
			{ kind: 'text', x: left + 6, y, lines: [words], size: sizes.small, fill: theme.muted }
		];
	}
	if (low !== undefined && high !== undefined)
		shapes.push(...interval('horizontal', x(low), x(high), y, theme.wave.previous));
	shapes.push({
		kind: 'dot',
		x: x(value),
		y,
		r: 5,
		symbol: 'circle',
		fill: theme.wave.current,
		stroke: theme.wave.current,
		...meaningOf(row.result, `${row.label}: ${changeWords(value, low, high, frame.locale, 2)}`, frame)
	});
	return shapes;
}
