import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { meaningOf } from './compose';
import type { Frame, LegendEntry } from './figure';
import { labelColumn, labelShapes, widest } from './row-layout';
import { barInterval, linear, type Shape } from './scene';
import { sizesOf, themeOf, type Theme } from './theme';
import { waveNames } from '$lib/i18n/figure-words';

/** Where a bar would stand if anything of the kind had been held; a note says so. */
export const NOT_HELD = '–';

/** One bar: a wave of a row. `label` stands at its end; `words` say what it means. */
export interface StageBar {
	wave: string;
	value: number | null;
	label: string;
	words: string;
	result: Result | undefined;
}

export interface StageRow {
	label: string;
	bars: StageBar[];
}

/** Colour of the wave at `at` of `count`: baseline, previous, current get deeper. */
export function waveColour(theme: Theme, at: number, count: number): string {
	if (at === count - 1) return theme.wave.current;
	return at === 0 ? theme.wave.baseline : theme.wave.previous;
}

/** Rows of thin bars, one per wave, from a common zero; value at the end of each bar. */
export function stageBars(
	rows: readonly StageRow[],
	frame: Frame,
	most?: number
): { shapes: Shape[]; height: number } {
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const thick = Math.round(sizes.small * 1.25);
	const count = Math.max(1, ...rows.map(({ bars }) => bars.length));
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top: 2,
			minHeight: count * thick,
			gap: frame.large ? 16 : 10,
			share: 0.34
		}
	);
	const bars = rows.flatMap((row) => row.bars);
	const right =
		frame.width -
		widest(
			bars.map(({ label }) => label),
			frame,
			sizes.small,
			600
		) -
		12;
	const values = bars.flatMap(({ value, result }) => (value === null ? [] : [value, result?.high ?? 0]));
	const x = linear([0, most ?? (Math.max(0, ...values) || 1)], [column.left, right]);
	const shapes: Shape[] = [
		{ kind: 'line', x1: column.left, x2: column.left, y1: 0, y2: column.bottom + 2, stroke: theme.within },
		...labelShapes(column, frame)
	];
	rows.forEach((row, at) => {
		const top = column.rows[at]!.y - (row.bars.length * thick) / 2;
		row.bars.forEach((bar, index) => {
			const y = top + (index + 0.5) * thick;
			const last = index === row.bars.length - 1;
			const { low, high } = bar.result ?? {};
			const spread = bar.value !== null && last && low !== undefined && high !== undefined;
			const end = bar.value === null ? column.left : x(bar.value);
			if (bar.value !== null) {
				shapes.push({
					kind: 'rect',
					x1: column.left,
					x2: Math.max(end, column.left + 1),
					y1: y - thick / 2 + 1,
					y2: y + thick / 2 - 1,
					fill: waveColour(theme, index, row.bars.length),
					stroke: index === 0 ? theme.wave.previous : undefined,
					...meaningOf(bar.result, bar.words, frame)
				});
			}
			if (spread) {
				shapes.push(...barInterval(x(low), end, Math.min(x(high), right), y, theme));
			}
			shapes.push({
				kind: 'text',
				x: (spread ? Math.max(end, Math.min(x(high), right)) : end) + 6,
				y,
				lines: [bar.label],
				size: sizes.small,
				weight: last && bar.value !== null ? 600 : 400,
				fill: bar.value === null ? theme.muted : theme.ink
			});
		});
	});
	return { shapes, height: Math.ceil(column.bottom + 4) };
}

/** The waves as legend entries in the colours of their bars. */
export function waveLegend(waves: Project['waves'], project: Project, frame: Frame): LegendEntry[] {
	const theme = themeOf(frame);
	return waves.map((wave, at) => {
		const names = waveNames(wave, project.waves, frame.locale);
		return {
			label: `${names.long}, ${names.year}`,
			mark: 'square',
			colour: waveColour(theme, at, waves.length)
		};
	});
}
