import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatMonth, formatNumber } from '$lib/i18n/formats';
import { partOf } from '$lib/i18n/number-endings';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import { NO_GROUP } from './counted-bars';
import type { Figure, Frame, LegendEntry } from './figure';
import { widest } from './row-layout';
import { matching } from './rows';
import { linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';

/** A month with its place on the axis: one step per calendar month, so that holidays leave a gap. */
interface Month {
	result: Result;
	month: string;
	value: number;
	step: number;
	signal: 'outside' | 'runs' | null;
}

function stepOf(month: string): number {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return year * 12 + number;
}

function monthsOf(evaluation: Evaluation): Month[] {
	const limits = matching(evaluation.results, { ...NO_GROUP, measure: 'participation_limits' });
	const signals = new Map(limits.flatMap(({ kind, level }) => (kind === undefined ? [] : [[kind, level]])));
	return matching(evaluation.results, { ...NO_GROUP, measure: 'participation_monthly' })
		.flatMap((result): Month[] => {
			if (result.kind === undefined || result.value === null) return [];
			const outside = limits.some(({ kind, level }) => kind === result.kind && level === 'outside');
			const signal = outside ? 'outside' : signals.has(result.kind) ? 'runs' : null;
			return [{ result, month: result.kind, value: result.value, step: stepOf(result.kind), signal }];
		})
		.sort((a, b) => a.step - b.step);
}

function titleOf(months: readonly Month[], centre: number | null, trial: boolean, frame: Frame): string {
	const { locale } = frame;
	const n = formatNumber(months.length, locale);
	if (centre === null) return message('figures_months_title_plain', { n }, locale);
	const outside = months.filter(({ signal }) => signal === 'outside').length;
	const params = { n, centre: formatNumber(centre, locale, 0), outside: partOf(outside, locale) };
	const key = outside === 0 ? 'figures_months_title_inside' : 'figures_months_title_outside';
	return message(key, params, locale) + (trial ? ` ${message('figures_months_trial', {}, locale)}` : '');
}

/** Attendances of every month with the limits of their XmR chart: points only under six months, trial limits under twelve. */
export function participationMonths(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const id = 'participation.months';
	const months = monthsOf(evaluation);
	const first = months[0];
	const last = months.at(-1);
	if (!first || !last) {
		const title = message('figures_months_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_months', {}, locale), project, frame);
	}
	const limits = matching(evaluation.results, {
		...NO_GROUP,
		measure: 'participation_limits',
		kind: undefined
	});
	const limit = (level: string) => limits.find((row) => row.level === level)?.value ?? null;
	const [centre, upper, lower] = [limit('centre'), limit('upper'), limit('lower')];
	const trial = limits.some(({ tags }) => tags?.includes('trial_limits'));
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const most = Math.max(...months.map(({ value }) => value), upper ?? 0, 1);
	const marks = ticks(0, most, 4);
	const number = (value: number) => formatNumber(value, locale, 0);
	const left = widest(marks.map(number), frame, sizes.small) + 10;
	const names: [string, number | null][] = [
		['upper', upper],
		['centre', centre],
		['lower', lower !== null && lower > 0 ? lower : null]
	];
	const lines = names.flatMap(([level, value]) =>
		value === null
			? []
			: [{ level, value, label: message(`figures_limit_${level}`, { value: number(value) }, locale) }]
	);
	const right =
		width -
		(lines.length === 0
			? 12
			: widest(
					lines.map(({ label }) => label),
					frame,
					sizes.small
				) + 14);
	const [top, bottom] = [sizes.line * 0.6, sizes.line * 0.6 + (frame.large ? 300 : 190)];
	const x = linear([first.step, Math.max(last.step, first.step + 1)], [left + 8, right - 8]);
	const y = linear([0, most * 1.05], [bottom, top]);
	const shapes: Shape[] = marks.flatMap((value): Shape[] => [
		{
			kind: 'line',
			x1: left,
			x2: right,
			y1: y(value),
			y2: y(value),
			stroke: value === 0 ? theme.within : theme.line
		},
		{
			kind: 'text',
			x: left - 6,
			y: y(value),
			lines: [number(value)],
			size: sizes.small,
			anchor: 'end',
			fill: theme.muted
		}
	]);
	let free = -Infinity;
	for (const { month, step } of months) {
		const opens = step === first.step || month.endsWith('-09') || month.endsWith('-01');
		const label = formatMonth(month, locale);
		const half = frame.measure(label, sizes.small) / 2;
		const at = Math.min(Math.max(x(step), half), width - half);
		if (!opens || at - half < free) continue;
		free = at + half + 8;
		shapes.push(
			{ kind: 'line', x1: x(step), x2: x(step), y1: bottom, y2: bottom + 4, stroke: theme.within },
			{
				kind: 'text',
				x: at,
				y: bottom + sizes.line * 0.95,
				lines: [label],
				size: sizes.small,
				anchor: 'middle',
				fill: theme.muted
			}
		);
	}
	let above = -Infinity;
	for (const { level, value, label } of lines) {
		const dash = level === 'centre' ? undefined : '5 4';
		const stroke = level === 'centre' ? theme.wave.previous : theme.muted;
		const words = label;
		const place = Math.max(y(value), above + sizes.line);
		above = place;
		shapes.push(
			{ kind: 'line', x1: left, x2: right, y1: y(value), y2: y(value), stroke, width: 1.5, dash, words },
			{ kind: 'text', x: right + 6, y: place, lines: [label], size: sizes.small, fill: theme.ink }
		);
	}
	months.slice(1).forEach((month, index) => {
		const before = months[index]!;
		if (month.step - before.step > 1) return;
		shapes.push({
			kind: 'line',
			x1: x(before.step),
			x2: x(month.step),
			y1: y(before.value),
			y2: y(month.value),
			stroke: theme.wave.current,
			width: 1.75
		});
	});
	for (const month of months) {
		const { result, value, step, signal } = month;
		const state = signal === null ? '' : `, ${message(`figures_signal_${signal}`, {}, locale)}`;
		const words = `${formatMonth(month.month, locale)}: ${number(value)}${state}`;
		shapes.push({
			kind: 'dot',
			x: x(step),
			y: y(value),
			r: signal === 'outside' ? 6 : 4,
			symbol: signal === 'outside' ? 'diamond' : 'circle',
			fill: signal === 'outside' ? theme.caution : signal === 'runs' ? theme.paper : theme.wave.current,
			stroke: signal === 'outside' ? theme.caution : theme.wave.current,
			...meaningOf(result, words, frame)
		});
	}
	const legend: LegendEntry[] = (['outside', 'runs'] as const)
		.filter((signal) => months.some((month) => month.signal === signal))
		.map((signal) => ({
			label: message(`figures_signal_${signal}`, {}, locale),
			mark: signal === 'outside' ? 'diamond' : 'ring',
			colour: signal === 'outside' ? theme.caution : theme.wave.current
		}));
	return compose(
		{
			id,
			title: titleOf(months, centre, trial, frame),
			subtitle: message('figures_months_subtitle', {}, locale),
			notes: [message(centre === null ? 'figures_note_months_plain' : 'figures_note_months', {}, locale)],
			legend,
			table: {
				columns: [
					{ key: 'month', label: message('figures_column_month', {}, locale) },
					{ key: 'value', label: message('figures_column_attendances', {}, locale), decimals: 0 },
					{ key: 'n', label: message('figures_column_people', {}, locale), decimals: 0 },
					{ key: 'signal', label: message('figures_column_note', {}, locale) }
				],
				rows: months.map(({ month, value, result, signal }) => [
					formatMonth(month, locale),
					value,
					result.n,
					signal === null ? '' : message(`figures_signal_${signal}`, {}, locale)
				])
			},
			shapes,
			height: Math.ceil(bottom + sizes.line * 1.6),
			results: [...months.map(({ result }) => result), ...limits]
		},
		project,
		frame
	);
}
