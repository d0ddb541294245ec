import type { Evaluation } from '$lib/model/evaluation';
import type { Instrument, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { nWords, reasonWords, shareLabel, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { bandColours, bandShapes, bandTitle, sortBands } from './bands';
import { compose, emptyFigure } from './compose';
import type { Figure, FigureTable, Frame } from './figure';
import { endCount, labelColumn, labelShapes, silentBox, silentHeight, widest } from './row-layout';
import { distinct, first, instrumentsWith, isLowCoverage, matching, wavesOf, WHOLE } from './rows';
import type { Shape } from './scene';
import { shareCell } from './share-cells';
import { sizesOf, themeOf } from './theme';

interface BandRow {
	/** Whose answers: the audience, or the questionnaire where an audience has several. */
	whose: string;
	wave: string;
	bands: { id: string; result: Result }[];
	instead: string | null;
	n: number | null;
}

/** The bands of every survey under its own method, which is reported first; other methods are for comparison. */
function ownShares(evaluation: Evaluation, instruments: readonly string[]): Result[] {
	const everyMethod = matching(evaluation.results, { ...WHOLE, measure: 'level_share' });
	return instruments.flatMap((instrument) => {
		const own = first(everyMethod, { instrument })?.method;
		return matching(everyMethod, { instrument }).filter(({ method }) => method === own);
	});
}

function bandRows(
	surveys: readonly Instrument[],
	shares: readonly Result[],
	bandIds: readonly string[],
	evaluation: Evaluation,
	project: Project,
	locale: Locale
): BandRow[] {
	return surveys.flatMap(({ id: instrument, audience, title }) => {
		const alone = surveys.filter((other) => other.audience === audience).length === 1;
		const whose = alone ? message(`figures_audience_${audience}`, {}, locale) : textIn(title, locale);
		const about = matching(shares, { instrument });
		return wavesOf(about, project).map((wave): BandRow => {
			const here = matching(about, { wave: wave.id });
			const bands = bandIds.flatMap((id) => {
				const result = first(here, { level: id });
				return result ? [{ id, result }] : [];
			});
			const silent = bands.find(({ result }) => result.value === null);
			const instead = isLowCoverage(evaluation, instrument, wave.id)
				? message('figures_low_coverage', {}, locale)
				: null;
			return {
				whose,
				wave: waveNames(wave, project.waves, locale).long,
				bands,
				instead: silent ? reasonWords(silent.result, locale, project.privacy.k) : instead,
				n: silent ? null : (bands[0]?.result.n ?? null)
			};
		});
	});
}

/** Respondents by level of satisfaction (the method's bands) for every audience and wave, as shares of 100. */
export function satisfactionLevels(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const id = 'satisfaction.levels';
	const surveys = instrumentsWith(evaluation, project, 'level_share').filter(({ kind }) => kind === 'survey');
	const shares = ownShares(
		evaluation,
		surveys.map((instrument) => instrument.id)
	);
	const bandIds = distinct(shares, 'level');
	sortBands(bandIds);
	const rows = bandRows(surveys, shares, bandIds, evaluation, project, locale);
	const title = highestTitle(rows, evaluation, locale);
	if (rows.length === 0)
		return emptyFigure(id, title, message('figures_empty_levels', {}, locale), project, frame);
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const half = frame.large ? sizes.label * 0.9 : 11;
	const ends = rows.map(({ n }) => nWords(n, locale));
	const right = width - widest(ends, frame, sizes.small) - 12;
	const column = labelColumn(
		rows.map(({ wave }) => wave),
		frame,
		{
			top: 2,
			minHeight: (index, left) =>
				Math.max(2 * half, silentHeight(rows[index]!.instead ?? '', right - left, frame)),
			gap: frame.large ? 12 : 6,
			share: 0.36,
			sections: rows.map(({ whose }) => whose)
		}
	);
	const colours = new Map(bandIds.map((band, at) => [band, bandColours(theme, bandIds.length)[at]!]));
	const shapes: Shape[] = labelShapes(column, frame);
	rows.forEach((row, at) => {
		const place = { left: column.left, right, y: column.rows[at]!.y, half };
		const name = `${row.whose}, ${row.wave}`;
		shapes.push(...endCount(row.n, place.y, frame));
		if (row.instead !== null) {
			shapes.push(...silentBox(row.instead, place, frame, { words: `${name}: ${row.instead}` }));
			return;
		}
		const bands = row.bands.map(({ result }) => result);
		const fills = row.bands.map((band) => colours.get(band.id)!);
		shapes.push(...bandShapes(name, bands, fills, place, project, frame));
	});
	const titleOf = (band: string) => bandTitle(project, shares[0]?.method, band, locale);
	return compose(
		{
			id,
			title,
			subtitle: message('figures_bands_subtitle', {}, locale),
			notes: [message('figures_note_bands', {}, locale)],
			legend: bandIds.map((band) => ({
				label: titleOf(band),
				mark: 'square' as const,
				colour: colours.get(band)!
			})),
			table: tableOf(rows, bandIds, titleOf, locale),
			shapes,
			height: Math.ceil(column.bottom + 4),
			results: shares
		},
		project,
		frame
	);
}

function tableOf(
	rows: readonly BandRow[],
	bandIds: readonly string[],
	titleOf: (band: string) => string,
	locale: Locale
): FigureTable {
	return {
		columns: [
			{ key: 'row', label: message('figures_column_audience', {}, locale) },
			...bandIds.map((band) => ({ key: band, label: `${titleOf(band)}, %`, decimals: 1 })),
			{ key: 'n', label: 'n', decimals: 0 }
		],
		rows: rows.map((row) => [
			`${row.whose}, ${row.wave}`,
			...bandIds.map((band) =>
				row.instead === null
					? shareCell(row.bands.find((one) => one.id === band)?.result, locale)
					: row.instead
			),
			row.n
		])
	};
}

/** The finding of the first audience: how many respondents are at the high level now. */
function highestTitle(rows: readonly BandRow[], evaluation: Evaluation, locale: Locale): string {
	const high = rows
		.filter(({ instead }) => instead === null)
		.flatMap(({ bands }) => bands)
		.find(({ id, result }) => id === 'high' && result.wave === evaluation.wave && result.value !== null);
	if (!high) return message('figures_bands_title', {}, locale);
	const audience = message(`figures_audience_${high.result.audience ?? 'teacher'}_of`, {}, locale);
	return message(
		'figures_trend_title_one',
		{ audience, to: shareLabel({ ...high.result, value: high.result.value! }, locale) },
		locale
	);
}
