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
import { stageBars, waveLegend, type StageBar, type StageRow } from './stage-bars';

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
			...bars.map(({ value, label: silent, result }) => shareCell(result, frame.locale) ?? value ?? silent)
		])
	};
}

/** Under a stage without a number: that nothing of the kind was held, or that nothing is known. */
function silentLabel(result: Result | undefined, locale: Locale): string {
	const unknown = result?.reason === 'no_data' || result?.reason === 'no_population';
	return unknown ? reasonWords(result, locale) : message('figures_not_held', {}, locale);
}

/** A bar of a count. */
export function countBar(
	result: Result | undefined,
	wave: Wave,
	name: string,
	project: Project,
	frame: Frame
): StageBar {
	const { locale } = frame;
	const value = result?.value ?? null;
	const label = value === null ? silentLabel(result, locale) : formatNumber(value, locale, 0);
	const words = `${name}, ${waveNames(wave, project.waves, locale).long}: ${label}`;
	return { wave: wave.id, value, label, words, result };
}

/** A bar of a share of the staff. */
export function shareBar(
	result: Result | undefined,
	wave: Wave,
	name: string,
	project: Project,
	frame: Frame
): StageBar {
	const { locale } = frame;
	const value = result?.value ?? null;
	const label = value === null ? silentLabel(result, locale) : formatPercent(value, locale);
	const said = result && value !== null ? shareSentence('people', result, locale) : label;
	return {
		wave: wave.id,
		value,
		label,
		words: `${name}, ${waveNames(wave, project.waves, locale).long}: ${said}`,
		result
	};
}

type BarOf = typeof countBar;

/** Rows of bars by code, named by the words of their domain. */
export function counted(
	codes: readonly string[],
	domain: string,
	waves: readonly Wave[],
	find: (code: string, wave: string) => Result | undefined,
	bar: BarOf,
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
	return compose(
		{
			id,
			title,
			subtitle,
			notes,
			legend: waveLegend(waves, project, frame),
			table: table(stageRows, waves, project, head, frame),
			...stageBars(stageRows, frame, most),
			results: rows.flatMap(({ results }) => results.filter((one) => one !== undefined))
		},
		project,
		frame
	);
}
