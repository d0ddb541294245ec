import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import { message } from '$lib/i18n/words';
import { bandTitle } from './bands';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { audienceRow, partOfAnswers, type AudienceRow } from './level-rows';
import { barShapes, divergingScale, middleLine, reach, stepsLegend } from './likert';
import { silentBox, silentHeight } from './row-layout';
import { instrumentsWith } from './rows';
import type { Shape } from './scene';
import { shareCell } from './share-cells';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

function title(rows: readonly AudienceRow[], project: Project, frame: Frame): string {
	const { locale } = frame;
	const judged = rows.filter(({ instead, coefficient }) => instead === null && coefficient?.level);
	const bands = [...new Set(judged.map(({ coefficient }) => coefficient!.level!))];
	if (judged.length === 0) return message('figures_levels_title_none', {}, locale);
	const parts = bands.map((band) => {
		const who = judged.filter(({ coefficient }) => coefficient!.level === band);
		const names = who
			.map(({ label }) => label)
			.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase('ru')));
		const last = names.pop()!;
		const all = names.length ? message('figures_and', { first: names.join(', '), last }, locale) : last;
		const level = bandTitle(project, who[0]?.coefficient?.method, band, locale);
		return message('figures_levels_title', { who: all, level }, locale);
	});
	return parts.join('; ');
}

/** Answers of every audience at the current wave as diverging bars; hatched boxes with words where no conclusion may be drawn. */
export function audienceLevels(id: string, evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const rows = instrumentsWith(evaluation, project, 'coefficient_u')
		.filter(({ kind }) => kind === 'survey')
		.map((instrument) => audienceRow(instrument, evaluation, project, frame));
	const finding = title(rows, project, frame);
	if (rows.length === 0)
		return emptyFigure(id, finding, message('figures_empty_levels', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const labelWidth = Math.min(
		width * 0.4,
		Math.max(
			...rows.flatMap(({ label, under }) => [
				frame.measure(label, sizes.label, 600),
				frame.measure(under, sizes.small)
			])
		)
	);
	const left = Math.ceil(labelWidth) + 16;
	const drawn = rows.filter(({ instead }) => instead === null);
	const reaches = drawn.map(({ steps, counts }) => {
		const total = counts.reduce((sum, count) => sum + count, 0);
		return reach(
			steps,
			counts.map((count) => (100 * count) / total)
		);
	});
	const x = divergingScale(reaches, left, width - 1);
	const half = frame.large ? 22 : 13;
	const shapes: Shape[] = [];
	let top = 2;
	const bands: [number, number][] = [];
	for (const row of rows) {
		const lines = wrap(row.label, left - 16, { size: sizes.label, weight: 600 });
		const under = wrap(row.under, left - 16, { size: sizes.small });
		const nameHeight = lines.length * sizes.label * 1.25;
		const underHeight = under.length * sizes.small * 1.25;
		const height = Math.max(
			nameHeight + underHeight,
			2 * half,
			silentHeight(row.instead ?? '', width - 1 - left, frame)
		);
		const y = top + height / 2;
		const textTop = y - (nameHeight + underHeight) / 2;
		shapes.push(
			{
				kind: 'text',
				x: 0,
				y: textTop + nameHeight / 2,
				lines,
				size: sizes.label,
				weight: 600,
				fill: theme.ink
			},
			{
				kind: 'text',
				x: 0,
				y: textTop + nameHeight + underHeight / 2,
				lines: under,
				size: sizes.small,
				fill: theme.muted
			}
		);
		if (row.instead === null) {
			bands.push([y - half, y + half]);
			const meaning = meaningOf(row.coefficient, row.words, frame);
			shapes.push(
				...barShapes(
					row.steps,
					row.counts,
					{ y, half, x, size: sizes.label },
					frame.measure,
					locale,
					meaning,
					row.coefficient?.tags
				)
			);
		} else {
			shapes.push(
				...silentBox(row.instead, { left, right: width - 1, y, half }, frame, { words: row.words })
			);
		}
		top += height + (frame.large ? 26 : 20);
	}
	if (bands.length > 0) {
		shapes.unshift(middleLine(x, bands[0]![0] - 2, bands.at(-1)![1] + 8, theme));
	}
	const scales = new Set(drawn.map(({ steps }) => steps.map(({ label }) => label).join()));
	return compose(
		{
			id,
			title: finding,
			subtitle: message('figures_levels_subtitle', {}, locale),
			notes: [message('figures_note_diverging', {}, locale)],
			legend: scales.size === 1 ? stepsLegend(drawn[0]!.steps, !frame.large, locale) : genericLegend(frame),
			table: levelsTable(rows, locale),
			shapes,
			height: Math.ceil(top - 12),
			results: rows.flatMap(({ coefficient }) => (coefficient ? [coefficient] : []))
		},
		project,
		frame
	);
}

function genericLegend(frame: Frame) {
	const theme = themeOf(frame);
	const colours = {
		unfavourable: theme.unfavourable[0],
		neutral: theme.neutral,
		favourable: theme.favourable[1]
	};
	return (['unfavourable', 'neutral', 'favourable'] as const).map((kind) => ({
		label: message(`figures_class_${kind}`, {}, frame.locale),
		mark: 'square' as const,
		colour: colours[kind]
	}));
}

function levelsTable(rows: readonly AudienceRow[], locale: Frame['locale']) {
	const classes = ['unfavourable', 'neutral', 'favourable'] as const;
	return {
		columns: [
			{ key: 'audience', label: message('figures_column_audience', {}, locale) },
			...classes.map((kind) => ({
				key: kind,
				label: message(`figures_class_${kind}`, {}, locale),
				decimals: 1
			})),
			{ key: 'coefficient', label: message('figures_column_coefficient', {}, locale), decimals: 2 },
			{ key: 'n', label: 'n', decimals: 0 },
			{ key: 'note', label: message('figures_column_note', {}, locale) }
		],
		rows: rows.map((row) => {
			const total = row.counts.reduce((sum, count) => sum + count, 0);
			const shares = classes.map((kind) =>
				row.instead !== null || total === 0
					? null
					: shareCell(
							partOfAnswers(
								row.counts.reduce(
									(sum, count, index) => sum + (row.steps[index]?.kind === kind ? count : 0),
									0
								),
								total,
								row.coefficient?.tags
							),
							locale
						)
			);
			const shown = row.instead === null;
			return [
				row.label,
				...shares,
				shown ? (row.coefficient?.value ?? null) : null,
				shown ? row.n : null,
				row.instead ?? row.under
			];
		})
	};
}

/** Criterion 3: answers of every audience. */
export function evaluationLevels(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	return audienceLevels('evaluation.levels', evaluation, project, frame);
}
