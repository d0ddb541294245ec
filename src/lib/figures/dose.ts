import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatRange, formatSigned } from '$lib/i18n/formats';
import { codeWord, nWords, reasonWords } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { instrumentTitle } from './names';
import { axisAbove, axisHeight, endText, labelColumn, labelShapes, rowsAxis, widest } from './row-layout';
import { first, matching } from './rows';
import { interval, linear, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

/** The named comparison of the programme: joint forms of work against seminars. */
const COMPARED: readonly string[] = ['collective', 'seminar'];

/** What an interval of a correlation says about its sign. */
function signOf(result: Result | undefined): 'more' | 'less' | 'unclear' | 'unknown' {
	if (!result || result.value === null) return 'unknown';
	if (result.low === undefined || result.high === undefined) return 'unclear';
	return result.low > 0 ? 'more' : result.high < 0 ? 'less' : 'unclear';
}

/** Spearman's ρ of hours and growth by form of work with its interval, the named comparison first; τ-b in the table. */
export function growthDose(
	instrument: string,
	rater: Rater,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `growth.dose.${instrument}.${rater}`;
	const all = matching(evaluation.results, { measure: 'dose_growth', instrument, rater });
	const compared = COMPARED.flatMap((kind) => first(all, { kind }) ?? []);
	const others = all
		.filter(({ kind }) => kind !== undefined && !COMPARED.includes(kind))
		.sort((a, b) => (b.value ?? -2) - (a.value ?? -2));
	const rows = [...compared, ...others];
	if (!rows.some(({ value }) => value !== null)) {
		const title = message('figures_dose_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_dose', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const label = (row: Result) => codeWord('kind', row.kind ?? '', locale);
	const ends = rows.map(({ value, n }) =>
		value === null ? nWords(n, locale) : `${formatSigned(value, locale, 2)}, ${nWords(n, locale)}`
	);
	const headed = compared.length === COMPARED.length && others.length > 0;
	const right = width - widest(ends, frame, sizes.small) - 14;
	const silent = (row: Result, left: number) =>
		row.value === null ? wrap(reasonWords(row, locale), right - left - 12, { size: sizes.small }) : [];
	const top = axisAbove(rows.length, frame);
	const column = labelColumn(rows.map(label), frame, {
		top,
		minHeight: (index, left) =>
			Math.max(sizes.label * 1.7, silent(rows[index]!, left).length * sizes.small * 1.25 + 4),
		gap: 4,
		share: 0.34,
		...(headed
			? {
					sections: rows.map((_, at) =>
						message(at < compared.length ? 'figures_dose_compared' : 'figures_dose_each', {}, locale)
					)
				}
			: {})
	});
	const bottom = column.bottom + 4;
	const x = linear([-1, 1], [column.left + 6, right - 6]);
	const shapes = rows.flatMap((row, at): Shape[] => {
		const { y } = column.rows[at]!;
		const end = endText([ends[at]!], y, frame);
		if (row.value === null) {
			return [
				end,
				{
					kind: 'text',
					x: column.left + 6,
					y,
					lines: silent(row, column.left),
					size: sizes.small,
					fill: theme.muted,
					halo: theme.paper
				}
			];
		}
		const { low, high } = row;
		const spread =
			low === undefined || high === undefined ? '' : ` (${formatRange(low, high, locale, 'none', 2)})`;
		const words = `${label(row)}: ρ ${formatSigned(row.value, locale, 2)}${spread}, ${nWords(row.n, locale)}`;
		const colour = COMPARED.includes(row.kind ?? '') ? theme.wave.current : theme.wave.previous;
		return [
			end,
			...(low === undefined || high === undefined ? [] : interval('horizontal', x(low), x(high), y, colour)),
			{
				kind: 'dot',
				x: x(row.value),
				y,
				r: 5,
				symbol: 'circle',
				fill: colour,
				stroke: colour,
				...meaningOf(row, words, frame)
			}
		];
	});
	const marks = [-1, -0.5, 0, 0.5, 1].map((value) => ({
		x: x(value),
		label: formatSigned(value, locale, Number.isInteger(value) ? 0 : 1),
		strong: value === 0
	}));
	const said = (kind: string) => message(`figures_dose_${signOf(first(all, { kind }))}`, {}, locale);
	const tau = (row: Result) =>
		first(evaluation.results, { measure: 'dose_growth_tau', instrument, rater, kind: row.kind });
	const partly = rows.some(({ tags }) => tags?.includes('hours_missing'));
	return compose(
		{
			id,
			title: message(
				'figures_dose_title',
				{ collective: said('collective'), seminar: said('seminar') },
				locale
			),
			subtitle: message(
				'figures_dose_subtitle',
				{
					rater: message(`figures_rater_${rater}`, {}, locale),
					title: instrumentTitle(instrument, project, locale)
				},
				locale
			),
			notes: [
				message('figures_note_dose', {}, locale),
				message('figures_note_dose_interval', {}, locale),
				...(partly ? [message('measures_tag_hours_missing', {}, locale)] : [])
			],
			legend: [
				{
					label: message('figures_legend_interval', {}, locale),
					mark: 'interval',
					colour: theme.wave.current
				}
			],
			table: {
				columns: [
					{ key: 'kind', label: message('figures_column_kind', {}, locale) },
					{ key: 'rho', label: message('figures_column_rho', {}, locale), decimals: 2 },
					{ key: 'low', label: message('figures_column_low', {}, locale), decimals: 2 },
					{ key: 'high', label: message('figures_column_high', {}, locale), decimals: 2 },
					{ key: 'tau', label: message('figures_column_tau', {}, locale), decimals: 2 },
					{ key: 'n', label: 'n', decimals: 0 }
				],
				rows: rows.map((row) => [
					label(row),
					row.value,
					row.low ?? null,
					row.high ?? null,
					tau(row)?.value ?? null,
					row.n
				])
			},
			shapes: [
				...rowsAxis(marks, { top, bottom, rows: rows.length }, frame),
				...labelShapes(column, frame),
				...shapes
			],
			height: Math.ceil(bottom + axisHeight(frame)),
			results: [...rows, ...rows.flatMap((row) => tau(row) ?? [])]
		},
		project,
		frame
	);
}
