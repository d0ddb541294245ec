import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Rater } from '$lib/model/project';
import { formatNumber } from '$lib/i18n/formats';
import { nWords, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { widest } from './row-layout';
import { first, matching, ratersOf, wavesOf } from './rows';
import { interval, linear, ticks, type Shape } from './scene';
import { sizesOf, themeOf } from './theme';
import { instrumentTitle } from './names';

/** Mean ratings by rater over the waves: three voices kept apart, each named at the end of its line. */
export function growthRaters(
	instrument: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale, width } = frame;
	const id = `growth.raters.${instrument}`;
	const rows = matching(evaluation.results, {
		measure: 'mean',
		instrument,
		item: undefined,
		group: undefined,
		module: undefined
	}).filter(({ rater, value }) => rater !== undefined && value !== null);
	const raters = ratersOf(rows);
	const waves = wavesOf(rows, project);
	if (raters.length === 0) {
		const title = message('figures_growth_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_growth', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const height = frame.large ? Math.round(width * 0.42) : 280;
	const names = raters.map((rater) => message(`figures_rater_${rater}`, {}, locale));
	const values = rows.flatMap(({ value, low, high }) => [value!, low ?? value!, high ?? value!]);
	const domain: [number, number] = [
		Math.floor(Math.min(...values) * 2) / 2,
		Math.ceil(Math.max(...values) * 2) / 2
	];
	const marks = ticks(domain[0], domain[1], 4);
	const tick = (value: number) => formatNumber(value, locale, 1);
	const left = widest(marks.map(tick), frame, sizes.small) + 10;
	const lastLabel = (value: number, name: string) => `${formatNumber(value, locale, 2)} ${name}`;
	const right =
		width -
		widest(
			names.map((name) => lastLabel(0, name)),
			frame,
			sizes.label,
			600
		) -
		28;
	const bottom = height - sizes.small * 2.8;
	const y = linear(domain, [bottom, sizes.label]);
	const x = linear([0, Math.max(1, waves.length - 1)], [left + 24, right - 14]);
	const shapes: Shape[] = marks.flatMap((value): Shape[] => [
		{ kind: 'line', x1: left, x2: right, y1: y(value), y2: y(value), stroke: theme.line },
		{
			kind: 'text',
			x: left - 8,
			y: y(value),
			lines: [tick(value)],
			size: sizes.small,
			anchor: 'end',
			fill: theme.muted
		}
	]);
	waves.forEach((wave, at) => {
		const { long, year } = waveNames(wave, project.waves, locale);
		shapes.push({
			kind: 'text',
			x: x(at),
			y: bottom + sizes.small * 1.6,
			lines: [long, year],
			size: sizes.small,
			anchor: 'middle',
			fill: theme.muted
		});
	});
	const colours = { self: theme.accent, mentor: theme.wave.current, administration: theme.wave.previous };
	const symbols = { self: 'circle', mentor: 'square', administration: 'diamond' } as const;
	const ends: { name: string; value: number; y: number; rater: Rater }[] = [];
	raters.forEach((rater, index) => {
		const points = waves.flatMap((wave, at) => {
			const result = first(rows, { rater, wave: wave.id });
			return result ? [{ at, result }] : [];
		});
		const nudge = (index - (raters.length - 1) / 2) * 7;
		points.slice(1).forEach(({ at, result }, before) => {
			const from = points[before]!;
			shapes.push({
				kind: 'line',
				x1: x(from.at) + nudge,
				y1: y(from.result.value!),
				x2: x(at) + nudge,
				y2: y(result.value!),
				stroke: colours[rater],
				width: 2
			});
		});
		for (const { at, result } of points) {
			if (result.low === undefined || result.high === undefined) continue;
			shapes.push(...interval('vertical', y(result.low), y(result.high), x(at) + nudge, colours[rater], 3));
		}
		for (const { at, result } of points) {
			const words = `${names[index]}, ${waveNames(waves[at]!, project.waves, locale).long}: ${formatNumber(result.value!, locale, 2)} (${nWords(result.n, locale)})`;
			shapes.push({
				kind: 'dot',
				x: x(at) + nudge,
				y: y(result.value!),
				r: 5,
				symbol: symbols[rater],
				fill: colours[rater],
				stroke: colours[rater],
				...meaningOf(result, words, frame)
			});
		}
		const last = points.at(-1);
		if (last) ends.push({ name: names[index]!, value: last.result.value!, y: y(last.result.value!), rater });
	});
	spreadOut(ends, sizes.line).forEach(({ name, value, y: at, rater }) =>
		shapes.push(
			{
				kind: 'dot',
				x: right + 6,
				y: at,
				r: 4,
				symbol: symbols[rater],
				fill: colours[rater],
				stroke: colours[rater]
			},
			{
				kind: 'text',
				x: right + 16,
				y: at,
				lines: [lastLabel(value, name)],
				size: sizes.label,
				weight: 600,
				fill: theme.ink
			}
		)
	);
	const ordered = [...ends].sort((a, b) => b.value - a.value);
	return compose(
		{
			id,
			title:
				ordered.length < 2
					? message('figures_raters_title_one', {}, locale)
					: message(
							'figures_raters_title',
							{
								most: ordered[0]!.name,
								least: ordered.at(-1)!.name,
								gap: formatNumber(ordered[0]!.value - ordered.at(-1)!.value, locale, 2)
							},
							locale
						),
			subtitle: message(
				'figures_raters_subtitle',
				{ title: instrumentTitle(instrument, project, locale) },
				locale
			),
			notes: [message('figures_note_raters', {}, locale)],
			legend: [],
			table: {
				columns: [
					{ key: 'rater', label: message('figures_column_rater', {}, locale) },
					...waves.map((wave) => ({
						key: wave.id,
						label: waveNames(wave, project.waves, locale).long,
						decimals: 2
					}))
				],
				rows: raters.map((rater, index) => [
					names[index]!,
					...waves.map((wave) => first(rows, { rater, wave: wave.id })?.value ?? null)
				])
			},
			shapes,
			height,
			results: rows
		},
		project,
		frame
	);
}

/** Labels moved apart until none covers another, in the order of their values. */
function spreadOut<T extends { y: number }>(labels: readonly T[], room: number): T[] {
	const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
	for (let at = 1; at < sorted.length; at++) {
		const above = sorted[at - 1]!;
		const here = sorted[at]!;
		if (here.y - above.y < room) here.y = above.y + room;
	}
	return sorted;
}
