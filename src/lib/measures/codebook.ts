import type { ResponseTable } from '$lib/model/dataset';
import type { Instrument, Item, Project, Scale } from '$lib/model/project';
import type { LevelRule } from './statistics/frequencies';

type ItemVersion = Item['versions'][number];

/** A scale as the measures use it: its theoretical ends and which answers count as favourable. */
export interface ScaleRule {
	id: string;
	low: number;
	high: number;
	levels: readonly number[];
	favourable: LevelRule;
	unfavourable: LevelRule;
	/** The codebook itself says which levels are favourable. */
	declared: boolean;
	/** Proposed and not confirmed: no verdict rests on it. */
	provisional: boolean;
}

/** An item as it was asked in one wave, with the column its answers stand in. */
export interface AskedItem {
	id: string;
	block: string | null;
	module: number | null;
	version: ItemVersion;
	scale: ScaleRule;
	column: string;
	stateColumn: string | null;
	/** Every answer is a whole number that fits a byte. */
	whole: boolean;
}

/** A multi-select item: the column of each option, in the order of the options. */
export interface ChoiceItem {
	id: string;
	options: readonly string[];
	columns: readonly string[];
}

/** One instrument with its table, and what it asked in each wave. */
export interface Questionnaire {
	instrument: Instrument;
	table: ResponseTable;
	/** Waves of the project in their order. */
	waves: readonly string[];
	asked: ReadonlyMap<string, readonly AskedItem[]>;
	choices: readonly ChoiceItem[];
}

/** POMP limits of the default rule: from 75 favourable, up to 25 unfavourable (measures.md M1). */
const FAVOURABLE_FROM = 75;
const UNFAVOURABLE_TO = 25;

/**
 * Reads a scale of the codebook. Favourable levels: the codebook's own; else on two, three and four levels the upper
 * one, one and two; else POMP ≥ 75, unfavourable POMP ≤ 25. Null where the scale has no width.
 */
export function scaleRule(scale: Scale): ScaleRule | null {
	const levels = scale.levels.map((level) => level.value).sort((a, b) => a - b);
	const low = levels[0];
	const high = levels[levels.length - 1];
	if (low === undefined || high === undefined || high <= low) return null;
	const width = high - low;
	return {
		id: scale.id,
		low,
		high,
		levels,
		favourable:
			scale.favourable ??
			(levels.length === 4 ? levels.slice(2) : { from: low + (width * FAVOURABLE_FROM) / 100 }),
		unfavourable:
			scale.unfavourable ??
			(levels.length === 4 ? levels.slice(0, 2) : { to: low + (width * UNFAVOURABLE_TO) / 100 }),
		declared: scale.favourable !== undefined,
		provisional: scale.provisional
	};
}

/** The version of an item that was asked in a wave. */
export function versionIn(item: Item, wave: string): ItemVersion | undefined {
	return item.versions.find((version) => version.waves.includes(wave));
}

/** Joins an instrument of the project to its table; null where the project does not know the instrument. */
export function questionnaire(table: ResponseTable, project: Project): Questionnaire | null {
	const instrument = project.instruments.find(({ id }) => id === table.instrument);
	if (!instrument) return null;
	const scales = new Map(project.scales.map((scale) => [scale.id, scaleRule(scale)]));
	const columns = new Map(table.items.map((column) => [column.item, column]));
	const waves = project.waves.map(({ id }) => id);
	const asked = new Map(
		waves.map((wave) => [
			wave,
			instrument.items.flatMap((item): AskedItem[] => {
				const version = versionIn(item, wave);
				const column = columns.get(item.id);
				const scale = version?.scale ? scales.get(version.scale) : null;
				if (item.kind !== 'scale' || !version || !column || !scale) return [];
				return [
					{
						id: item.id,
						block: item.block,
						module: item.module,
						version,
						scale,
						column: column.column,
						stateColumn: column.stateColumn,
						whole: column.whole
					}
				];
			})
		])
	);
	return { instrument, table, waves, asked, choices: instrument.items.flatMap(choiceItem) };
}

/** Options stand in columns `option_<item>_<n>`, n from 1. */
function choiceItem({ id, kind, options = [] }: Item): ChoiceItem[] {
	if (kind !== 'multi' || options.length === 0) return [];
	return [{ id, options, columns: options.map((_, index) => `option_${id}_${index + 1}`) }];
}

/** The questionnaires or rating sheets of the project that have a table. */
export function questionnaires(
	responses: readonly ResponseTable[],
	project: Project,
	kind: ResponseTable['kind']
): Questionnaire[] {
	return responses
		.filter((table) => table.kind === kind)
		.map((table) => questionnaire(table, project))
		.filter((known) => known !== null);
}
