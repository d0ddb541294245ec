import type { Evaluation } from '$lib/model/evaluation';
import { methodByKey } from '$lib/model/methods';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { codeWord, nWords, reasonWords, shareLabel, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { labelColumn, labelShapes, silentBox, silentHeight, widest } from './row-layout';
import { distinct, first, instrumentsWith, isLowCoverage, matching, wavesOf, WHOLE } from './rows';
import { linear, type Shape } from './scene';
import { shareCell } from './share-cells';
import { wholePercents } from './shares';
import { inkOn, mix, sizesOf, themeOf, type Theme } from './theme';

interface BandRow {
	label: string;
	bands: { id: string; result: Result }[];
	instead: string | null;
	n: number | null;
}

/** The method's own name of a band, else the program's word for it. */
export function bandTitle(
	project: Project,
	method: string | undefined,
	band: string,
	locale: Locale
): string {
	const title = methodByKey(project, method)?.bands.find((one) => one.id === band)?.title;
	return title ? textIn(title, locale) : codeWord('band', band, locale);
}

/** Puts the ids of bands in order: the lowest first, the highest last, those between as their methods report them. */
export function sortBands(bands: string[]): void {
	const place = new Map(bands.map((band, at) => [band, at]));
	const rank = (band: string) =>
		band === 'low' ? -1 : band === 'high' ? bands.length : (place.get(band) ?? bands.length);
	bands.sort((a, b) => rank(a) - rank(b));
}

/** Colours of so many bands, from the lowest to the highest. */
export function bandColours(theme: Theme, count: number): string[] {
	if (count <= 1) return [theme.favourable[1]];
	if (count === 3) return [theme.unfavourable[0], theme.neutral, theme.favourable[1]];
	return Array.from({ length: count }, (_, at) =>
		mix(theme.unfavourable[0], theme.favourable[1], at / (count - 1))
	);
}

/** Respondents by level of satisfaction (the method's bands) for every audience and wave, as shares of 100. */
export function satisfactionLevels(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const id = 'satisfaction.levels';
	const instruments = instrumentsWith(evaluation, project, 'level_share').filter(
		({ kind }) => kind === 'survey'
	);
	const everyMethod = matching(evaluation.results, { ...WHOLE, measure: 'level_share' });
	// The instrument's own method is reported first, other methods for comparison after it.
	const all = instruments.flatMap(({ id: instrument }) => {
		const own = first(everyMethod, { instrument })?.method;
		return matching(everyMethod, { instrument }).filter(({ method }) => method === own);
	});
	const bandIds = distinct(all, 'level');
	sortBands(bandIds);
	const rows = instruments.flatMap((instrument): BandRow[] => {
		const about = matching(all, { instrument: instrument.id });
		return wavesOf(about, project).map((wave): BandRow => {
			const here = matching(about, { wave: wave.id });
			const bands = bandIds.flatMap((band) => {
				const result = first(here, { level: band });
				return result ? [{ id: band, result }] : [];
			});
			const silent = bands.find(({ result }) => result.value === null);
			const names = waveNames(wave, project.waves, locale);
			return {
				label: `${message(`figures_audience_${instrument.audience}`, {}, locale)}, ${names.long}`,
				bands,
				instead: silent
					? reasonWords(silent.result, locale, project.privacy.k)
					: isLowCoverage(evaluation, instrument.id, wave.id)
						? message('figures_low_coverage', {}, locale)
						: null,
				n: silent ? null : (bands[0]?.result.n ?? null)
			};
		});
	});
	const title = message('figures_bands_title', {}, locale);
	if (rows.length === 0)
		return emptyFigure(id, title, message('figures_empty_levels', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const half = frame.large ? sizes.label * 0.9 : 11;
	const right =
		width -
		widest(
			rows.map(({ n }) => nWords(n, locale)),
			frame,
			sizes.small
		) -
		12;
	const column = labelColumn(
		rows.map(({ label }) => label),
		frame,
		{
			top: 2,
			minHeight: (index, left) =>
				Math.max(2 * half, silentHeight(rows[index]!.instead ?? '', right - left, frame)),
			gap: frame.large ? 12 : 8,
			share: 0.36
		}
	);
	const x = linear([0, 100], [column.left, right]);
	const colours = new Map(bandIds.map((band, at) => [band, bandColours(theme, bandIds.length)[at]!]));
	const shapes: Shape[] = labelShapes(column.rows, frame);
	rows.forEach((row, at) => {
		const { y } = column.rows[at]!;
		shapes.push({
			kind: 'text',
			x: width,
			y,
			lines: [nWords(row.n, locale)],
			size: sizes.small,
			anchor: 'end',
			fill: theme.muted
		});
		if (row.instead !== null) {
			const words = `${row.label}: ${row.instead}`;
			shapes.push(...silentBox(row.instead, { left: column.left, right, y, half }, frame, { words }));
			return;
		}
		const whole = wholePercents(row.bands.map(({ result }) => result.count ?? result.value ?? 0));
		let from = 0;
		row.bands.forEach(({ id: band, result }, index) => {
			const value = result.value!;
			const [x1, x2] = [x(from), x(from + value)];
			from += value;
			if (value === 0) return;
			const fill = colours.get(band)!;
			const said = `${bandTitle(project, result.method, band, locale)} ${shareLabel({ ...result, value: whole[index]! }, locale)}`;
			shapes.push({
				kind: 'rect',
				x1,
				x2: x2 - 1,
				y1: y - half,
				y2: y + half,
				fill,
				...meaningOf(result, `${row.label}: ${said}`, frame)
			});
		});
		let start = 0;
		row.bands.forEach(({ id: band, result }, index) => {
			const [x1, x2] = [x(start), x(start + result.value!)];
			start += result.value!;
			const text = shareLabel({ ...result, value: whole[index]! }, locale, false);
			if (x2 - x1 < frame.measure(text, sizes.small) + 6) return;
			shapes.push({
				kind: 'text',
				x: (x1 + x2) / 2,
				y,
				lines: [text],
				size: sizes.small,
				anchor: 'middle',
				fill: inkOn(colours.get(band)!)
			});
		});
	});
	const method = all[0]?.method;
	return compose(
		{
			id,
			title: highestTitle(rows, title, evaluation, instruments.length, locale),
			subtitle: message('figures_bands_subtitle', {}, locale),
			notes: [message('figures_note_bands', {}, locale)],
			legend: bandIds.map((band) => ({
				label: bandTitle(project, method, band, locale),
				mark: 'square' as const,
				colour: colours.get(band)!
			})),
			table: {
				columns: [
					{ key: 'row', label: message('figures_column_audience', {}, locale) },
					...bandIds.map((band) => ({
						key: band,
						label: `${bandTitle(project, method, band, locale)}, %`,
						decimals: 1
					})),
					{ key: 'n', label: 'n', decimals: 0 }
				],
				rows: rows.map((row) => [
					row.label,
					...bandIds.map((band) =>
						row.instead === null
							? shareCell(row.bands.find((one) => one.id === band)?.result, locale)
							: row.instead
					),
					row.n
				])
			},
			shapes,
			height: Math.ceil(column.bottom + 4),
			results: all
		},
		project,
		frame
	);
}

/** The finding of the first audience: how many respondents are at the high level now. */
function highestTitle(
	rows: readonly BandRow[],
	plain: string,
	evaluation: Evaluation,
	audiences: number,
	locale: Locale
): string {
	const high = rows
		.filter(({ instead }) => instead === null)
		.flatMap(({ bands }) => bands)
		.find(({ id, result }) => id === 'high' && result.wave === evaluation.wave && result.value !== null);
	if (!high || audiences === 0) return plain;
	const audience = message(`figures_audience_${high.result.audience ?? 'teacher'}_of`, {}, locale);
	return message(
		'figures_trend_title_one',
		{ audience, to: shareLabel({ ...high.result, value: high.result.value! }, locale) },
		locale
	);
}
