import { ANSWER_STATES } from '$lib/model/answer';
import type { ItemColumn, TableColumn } from '$lib/model/dataset';
import type { Instrument, Item, Project } from '$lib/model/project';
import { isNumericScale } from '$lib/ingest/vocabulary/scale-labels';
import { decoder, type Decoded } from './answer-decoding';
import { textColumn } from './columns';
import type { MappedSource } from './mapped-source';
import type { ItemCells, ResponseRow } from './response';

/** Responses of one instrument, with the cells of each source's items. */
export interface Gathered {
	instrument: Instrument;
	responses: ResponseRow[];
	cells: Map<MappedSource, ItemCells>;
}

type Decode = (text: string) => Decoded;

/** An item's column being filled. */
interface Target {
	item: Item;
	values: Int8Array | Float64Array;
	valid: Uint8Array;
	states: (string | null)[] | null;
	/** Bit per answer state that occurred, in the order of ANSWER_STATES. */
	met: number;
	/** Where and how this item is read in the present run of rows: column, or -1; null decoder where it was not asked. */
	column: number;
	decode: Decode | null;
}

const BIT = new Map(ANSWER_STATES.map((state, at) => [state, 1 << at] as const));

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

/** Points every item at its column and decoder for the rows of one source and wave. */
function aim(
	gathered: Gathered,
	project: Project,
	targets: readonly Target[]
): (mapped: MappedSource, wave: string) => ItemCells | undefined {
	const between = gathered.instrument.kind === 'rating';
	const made = new Map<MappedSource, Map<string, (Decode | null)[]>>();
	return (mapped, wave) => {
		const waves = made.get(mapped) ?? new Map<string, (Decode | null)[]>();
		made.set(mapped, waves);
		const decoders =
			waves.get(wave) ?? targets.map(({ item }) => decoderOf(item, wave, mapped, project, between));
		waves.set(wave, decoders);
		const source = gathered.cells.get(mapped);
		for (const [at, target] of targets.entries()) {
			target.column = source?.columns.get(target.item.id) ?? -1;
			target.decode = decoders[at] ?? null;
		}
		return source;
	};
}

function put(
	target: Target,
	at: number,
	text: string,
	count: number
): Decoded['issue'] | 'answered-not-asked' {
	let state: Decoded['state'] = 'not_asked';
	let issue: Decoded['issue'] | 'answered-not-asked' = null;
	if (target.column >= 0 && target.decode !== null) {
		const decoded = target.decode(text);
		state = decoded.state;
		issue = decoded.issue;
		if (state === 'valid') {
			target.values[at] = decoded.value;
			target.valid[at] = 1;
		}
	} else if (text !== '' && text.trim() !== '') {
		issue = 'answered-not-asked';
	}
	target.met |= BIT.get(state) ?? 0;
	if (state !== 'valid' && state !== 'not_answered') {
		target.states ??= new Array<string | null>(count).fill(null);
		target.states[at] = state;
	}
	return issue;
}

function flag(
	cells: ItemCells,
	response: ResponseRow,
	target: Target,
	code: NonNullable<ReturnType<typeof put>>
): void {
	const { mapped, row } = response;
	const { long } = cells;
	const params = { item: target.item.id };
	if (long) mapped.issue(code, long.origin[row]?.[target.column] ?? 0, long.valueColumn, params);
	else mapped.issue(code, row, target.column, params);
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
			states: ANSWER_STATES.filter((state) => met & (BIT.get(state) ?? 0))
		}
	};
}

/**
 * Value and state columns of an instrument's scale items, by item id. Rows are walked once (their cells lie together
 * in memory); each distinct text of an item is folded once per source and wave.
 */
export function itemColumns(
	gathered: Gathered,
	project: Project
): { columns: Map<string, TableColumn[]>; shapes: ItemColumn[] } {
	const { instrument, responses } = gathered;
	const count = responses.length;
	const rating = instrument.kind === 'rating';
	const targets = instrument.items
		.filter((item) => item.kind === 'scale')
		.map((item): Target => {
			const values = fitsByte(item, project, rating) ? new Int8Array(count) : new Float64Array(count);
			return { item, values, valid: new Uint8Array(count), states: null, met: 0, column: -1, decode: null };
		});
	const aimAt = aim(gathered, project, targets);
	let mapped: MappedSource | null = null;
	let wave = '';
	let cells: ItemCells | undefined;
	for (let at = 0; at < count; at += 1) {
		const response = responses[at];
		if (!response) continue;
		if (response.mapped !== mapped || response.wave !== wave) {
			({ mapped, wave } = response);
			cells = aimAt(mapped, wave);
		}
		const row = cells?.rows[response.row];
		for (const target of targets) {
			const text = target.column < 0 ? '' : (row?.[target.column] ?? '');
			const issue = put(target, at, text, count);
			if (issue !== null && cells) flag(cells, response, target, issue);
		}
	}
	const columns = new Map<string, TableColumn[]>();
	const shapes: ItemColumn[] = [];
	for (const target of targets) {
		const done = finished(target);
		columns.set(target.item.id, done.columns);
		shapes.push(done.shape);
	}
	return { columns, shapes };
}
