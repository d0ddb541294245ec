import { ANSWER_STATES } from '$lib/model/answer';
import type { ItemColumn, TableColumn } from '$lib/model/dataset';
import type { Instrument, Item, Project } from '$lib/model/project';
import type { CodedColumn } from '$lib/model/reading';
import { isNumericScale } from '$lib/ingest/vocabulary/scale-labels';
import { decoder, type Decoded } from './answer-decoding';
import { textColumn } from './columns';
import type { MappedSource } from './mapped-source';
import type { ItemCells, LongRating, ResponseRow } from './response';

/** Responses of one instrument, with the places of each source's items. */
export interface Gathered {
	instrument: Instrument;
	responses: readonly ResponseRow[];
	cells: Map<MappedSource, ItemCells>;
}

type Decode = (text: string) => Decoded;

/** What a cell says of its item, be it asked or not. */
interface Said extends Omit<Decoded, 'issue'> {
	issue: Decoded['issue'] | 'answered-not-asked';
}

/** A source and a wave: the items' columns and decoders are the same for all its responses. */
interface Setting {
	mapped: MappedSource;
	wave: string;
	cells: ItemCells | undefined;
}

/** An item's column being filled. */
interface Target {
	item: Item;
	values: Int8Array | Float64Array;
	valid: Uint8Array;
	states: (string | null)[] | null;
	/** Bit per answer state that occurred, in the order of ANSWER_STATES. */
	met: number;
}

const NOT_ASKED: Said = { state: 'not_asked', value: 0, issue: null };
const ANSWERED_NOT_ASKED: Said = { state: 'not_asked', value: 0, issue: 'answered-not-asked' };
const BIT = new Map(ANSWER_STATES.map((state, at) => [state, 1 << at] as const));
const VALID = BIT.get('valid') ?? 0;

/** Whole values of all versions' scales fit a byte; ratings and long numeric scales may lie between levels. */
function fitsByte(item: Item, project: Project, rating: boolean): boolean {
	const used = project.scales.filter((scale) => item.versions.some((version) => version.scale === scale.id));
	return used.every(
		(scale) =>
			scale.levels.every(({ value }) => Number.isInteger(value) && Math.abs(value) < 128) &&
			!(isNumericScale(scale) && (rating || scale.levels.length === 2))
	);
}

/** The decoder of an item in a wave, with a dictionary of its own; null where the item was not asked then. */
function decoderOf(
	item: Item,
	wave: string,
	mapped: MappedSource,
	project: Project,
	between: boolean
): Decode | null {
	const version = item.versions.find((known) => known.waves.includes(wave));
	const scale = project.scales.find(({ id }) => id === version?.scale);
	const hiddenIsNotAsked = mapped.file.reading.exporter === 'limesurvey';
	return version && scale ? decoder({ scale, reversed: version.reversed, between, hiddenIsNotAsked }) : null;
}

/** How one item is read in one setting: the cell behind each response, and what every distinct text of its column says. */
class ItemReader {
	readonly #codes: CodedColumn['codes'] | null;
	readonly #texts: readonly string[];
	readonly #decode: Decode | null;
	readonly #said: Said[] = [];
	readonly #long: LongRating | null;
	readonly #column: number;
	readonly #mapped: MappedSource;

	constructor({ mapped, cells }: Setting, item: string, decode: Decode | null) {
		this.#mapped = mapped;
		this.#column = cells?.columns.get(item) ?? -1;
		this.#decode = this.#column < 0 ? null : decode;
		this.#long = cells?.long ?? null;
		const coded =
			this.#column < 0 ? null : mapped.cells.column(this.#long ? this.#long.valueColumn : this.#column);
		this.#codes = coded?.codes ?? null;
		this.#texts = coded?.texts ?? [''];
	}

	/** File row of the cell at a response's place; -1 where a long rating has none. */
	#rowOf(place: number): number {
		const long = this.#long;
		return long ? (long.origin[place * long.width + this.#column] ?? -1) : place;
	}

	said(place: number): Said {
		const row = this.#rowOf(place);
		const code = row < 0 ? 0 : (this.#codes?.[row] ?? 0);
		return (this.#said[code] ??= this.#say(this.#texts[code] ?? ''));
	}

	#say(text: string): Said {
		if (this.#decode) return this.#decode(text);
		return text.trim() === '' ? NOT_ASKED : ANSWERED_NOT_ASKED;
	}

	flag(place: number, item: string): void {
		const { issue } = this.said(place);
		if (issue === null) return;
		const column = this.#long ? this.#long.valueColumn : this.#column;
		this.#mapped.issue(issue, Math.max(0, this.#rowOf(place)), column, { item });
	}
}

/** Where the answers of every response stand: its setting, and its row of the file or its sheet of a long rating. */
interface Standing {
	/** In the order they are first met. */
	settings: Setting[];
	settingAt: Uint32Array;
	placeAt: Int32Array;
}

/** Taken from the responses once, so that filling a column touches nothing but numbers. */
function standingOf({ responses, cells }: Gathered): Standing {
	const settings: Setting[] = [];
	const places = new Map<MappedSource, Map<string, number>>();
	const settingAt = new Uint32Array(responses.length);
	const placeAt = new Int32Array(responses.length);
	responses.forEach(({ mapped, wave, row, sheet }, at) => {
		let ofSource = places.get(mapped);
		if (!ofSource) places.set(mapped, (ofSource = new Map<string, number>()));
		let place = ofSource.get(wave);
		if (place === undefined) {
			ofSource.set(wave, (place = settings.length));
			settings.push({ mapped, wave, cells: cells.get(mapped) });
		}
		settingAt[at] = place;
		placeAt[at] = cells.get(mapped)?.long ? sheet : row;
	});
	return { settings, settingAt, placeAt };
}

function put(target: Target, at: number, said: Said, count: number): void {
	const { state } = said;
	if (state === 'valid') {
		target.values[at] = said.value;
		target.valid[at] = 1;
		target.met |= VALID;
		return;
	}
	target.met |= BIT.get(state) ?? 0;
	if (state === 'not_answered') return;
	target.states ??= new Array<string | null>(count).fill(null);
	target.states[at] = state;
}

function finished(target: Target): { columns: TableColumn[]; shape: ItemColumn } {
	const { item, values, valid, states, met } = target;
	const column = `item_${item.id}`;
	const mask = valid.includes(0) ? valid : null;
	const stateColumn = states ? `state_${item.id}` : null;
	const columns: TableColumn[] = [
		values instanceof Int8Array
			? { name: column, type: 'tinyint', values, valid: mask }
			: { name: column, type: 'double', values, valid: mask }
	];
	if (states && stateColumn !== null) columns.push(textColumn(stateColumn, states));
	return {
		columns,
		shape: {
			item: item.id,
			column,
			stateColumn,
			states: ANSWER_STATES.filter((state) => met & (BIT.get(state) ?? 0)),
			whole: values instanceof Int8Array
		}
	};
}

/**
 * Value and state columns of an instrument's scale items, by item id. Columns are filled one after another; each
 * distinct text of an item is decoded once per source and wave. Doubtful cells are named in the order of their rows.
 */
export function itemColumns(
	gathered: Gathered,
	project: Project
): { columns: Map<string, TableColumn[]>; shapes: ItemColumn[] } {
	const { instrument, responses } = gathered;
	const count = responses.length;
	const rating = instrument.kind === 'rating';
	const items = instrument.items.filter((item) => item.kind === 'scale');
	const { settings, settingAt, placeAt } = standingOf(gathered);
	const readers = items.map((item) =>
		settings.map(
			(setting) =>
				new ItemReader(setting, item.id, decoderOf(item, setting.wave, setting.mapped, project, rating))
		)
	);
	/** Cells with an issue, as `response * items + item`: sorted, they come back row by row. */
	const doubtful: number[] = [];
	const columns = new Map<string, TableColumn[]>();
	const shapes: ItemColumn[] = [];
	for (const [place, item] of items.entries()) {
		const values = fitsByte(item, project, rating) ? new Int8Array(count) : new Float64Array(count);
		const target: Target = { item, values, valid: new Uint8Array(count), states: null, met: 0 };
		const ofSetting = readers[place] ?? [];
		for (let at = 0; at < count; at += 1) {
			const said = ofSetting[settingAt[at] as number]?.said(placeAt[at] as number) ?? NOT_ASKED;
			put(target, at, said, count);
			if (said.issue !== null) doubtful.push(at * items.length + place);
		}
		const done = finished(target);
		columns.set(item.id, done.columns);
		shapes.push(done.shape);
	}
	for (const cell of Float64Array.from(doubtful).sort()) {
		const at = Math.floor(cell / items.length);
		const place = cell % items.length;
		readers[place]?.[settingAt[at] ?? 0]?.flag(placeAt[at] ?? 0, items[place]?.id ?? '');
	}
	return { columns, shapes };
}
