import type { Project, Wave } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { codeWord, reasonWords, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose } from './compose';
import type { Figure, FigureTable, Frame } from './figure';
import type { Where } from './rows';
import { shareCell } from './share-cells';
import { NOT_HELD, stageBars, waveLegend, type StageBar, type StageRow } from './stage-bars';

/** Dimensions that must be absent for a row about everyone. */
export const NO_GROUP = { group: undefined, person: undefined, module: undefined } satisfies Where;

/** A row of bars, one per wave, with the results they show. */
export interface Counted {
	row: StageRow;
	results: (Result | undefined)[];
}

function table(
	rows: readonly StageRow[],
	waves: readonly Wave[],
	project: Project,
	head: string,
	frame: Frame
): FigureTable {
	return {
		columns: [
			{ key: 'row', label: head },
			...waves.map((wave) => {
				const names = waveNames(wave, project.waves, frame.locale);
				return { key: wave.id, label: `${names.long}, ${names.year}`, decimals: 1 };
			})
		],
		rows: rows.map(({ label, bars }) => [
			label,
			...bars.map(({ value, label, result }) => {
				const silent = label === NOT_HELD ? message('figures_not_held', {}, frame.locale) : label;
				return shareCell(result, frame.locale) ?? value ?? silent;
			})
		])
	};
}

/** True where a stage has no number because nothing of the kind was held, not because nothing is known. */
function isNotHeld(result: Result | undefined): boolean {
	return result?.reason !== 'no_data' && result?.reason !== 'no_population';
}

type Shown = Result & { value: number };

/** A bar with what stands at its end and what it says; a dash where nothing of the kind was held. */
function barOf(
	result: Result | undefined,
	wave: Wave,
	name: string,
	project: Project,
	locale: Locale,
	tell: (shown: Shown) => { label: string; said: string }
): StageBar {
	const { long } = waveNames(wave, project.waves, locale);
	const value = result?.value ?? null;
	if (result && value !== null) {
		const { label, said } = tell({ ...result, value });
		return { wave: wave.id, value, label, words: `${name}, ${long}: ${said}`, result };
	}
	const said = isNotHeld(result)
		? message('figures_not_held', {}, locale)
		: reasonWords(result ?? {}, locale);
	const label = isNotHeld(result) ? NOT_HELD : said;
	return { wave: wave.id, value: null, label, words: `${name}, ${long}: ${said}`, result };
}

/** A bar of a count. */
export function countBar(
	result: Result | undefined,
	wave: Wave,
	name: string,
	project: Project,
	frame: Frame
): StageBar {
	return barOf(result, wave, name, project, frame.locale, ({ value }) => {
		const label = formatNumber(value, frame.locale, 0);
		return { label, said: label };
	});
}

/** A bar of a share of the staff. */
export function shareBar(
	result: Result | undefined,
	wave: Wave,
	name: string,
	project: Project,
	frame: Frame
): StageBar {
	return barOf(result, wave, name, project, frame.locale, (shown) => ({
		label: formatPercent(shown.value, frame.locale),
		said: shareSentence('people', shown, frame.locale)
	}));
}

/** Rows of bars by code, named by the words of their domain. */
export function counted(
	codes: readonly string[],
	domain: string,
	waves: readonly Wave[],
	find: (code: string, wave: string) => Result | undefined,
	bar: typeof countBar,
	project: Project,
	frame: Frame
): Counted[] {
	return codes.map((code) => {
		const label = codeWord(domain, code, frame.locale);
		const results = waves.map((wave) => find(code, wave.id));
		return {
			row: { label, bars: waves.map((wave, at) => bar(results[at], wave, label, project, frame)) },
			results
		};
	});
}

/** The figure of rows of bars by wave. */
export function drawn(
	id: string,
	title: string,
	subtitle: string,
	notes: string[],
	rows: Counted[],
	waves: Wave[],
	head: string,
	project: Project,
	frame: Frame,
	most?: number
): Figure {
	const stageRows = rows.map(({ row }) => row);
	const gaps = stageRows.some(({ bars }) => bars.some(({ label }) => label === NOT_HELD));
	return compose(
		{
			id,
			title,
			subtitle,
			notes: gaps ? [...notes, message('figures_note_not_held', { mark: NOT_HELD }, frame.locale)] : notes,
			legend: waveLegend(waves, project, frame),
			table: table(stageRows, waves, project, head, frame),
			...stageBars(stageRows, frame, most),
			results: rows.flatMap(({ results }) => results.filter((one) => one !== undefined))
		},
		project,
		frame
	);
}
