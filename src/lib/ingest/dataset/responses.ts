import type { AnswerState } from '$lib/model/answer';
import type { DataTable, ItemColumn, ResponseTable, TableColumn } from '$lib/model/dataset';
import type { Instrument, Item, Project } from '$lib/model/project';
import { isNumericScale } from '$lib/ingest/vocabulary/scale-labels';
import { decoder, type Decoded } from './answer-decoding';
import { numberColumn, textColumn } from './columns';
import { isLongRating, longRating } from './long-ratings';
import type { MappedSource } from './mapped-source';
import { optionColumns } from './option-answers';
import { MEMBERSHIP_KINDS, type People } from './people';
import { responseRows, withoutDuplicates, type ItemCells, type ResponseRow } from './response-rows';

/** Responses of one instrument, with the cells of each source's items. */
interface Gathered {
	instrument: Instrument;
	responses: ResponseRow[];
	cells: Map<MappedSource, ItemCells>;
}

function gather(
	instrument: Instrument,
	sources: readonly MappedSource[],
	project: Project,
	people: People
): Gathered {
	const cells = new Map<MappedSource, ItemCells>();
	const all: ResponseRow[] = [];
	for (const mapped of sources) {
		if (instrument.kind === 'rating' && isLongRating(mapped)) {
			const { long, responses } = longRating(mapped, instrument, project, people);
			cells.set(mapped, { rows: long.rows, columns: long.columns, long });
			all.push(...responses);
		} else {
			const columns = new Map<string, number>();
			for (const column of mapped.source.columns) {
				if (column.item !== undefined && column.role === 'item') columns.set(column.item, column.index);
			}
			cells.set(mapped, { rows: mapped.rows, columns, long: null });
			for (const response of responseRows(mapped, instrument, project, people)) all.push(response);
		}
	}
	const responses = withoutDuplicates(all);
	for (const response of responses) response.mapped.count.imported += response.fileRows;
	return { instrument, responses, cells };
}

/** Fills one item's values and states; each source × wave has a decoder with its own dictionary. */
function fillItem(
	gathered: Gathered,
	item: Item,
	project: Project
): { columns: TableColumn[]; shape: ItemColumn } {
	const { instrument, responses, cells } = gathered;
	const rating = instrument.kind === 'rating';
	const count = responses.length;
	const scales = new Map(project.scales.map((scale) => [scale.id, scale] as const));
	const used = item.versions.flatMap((version) => scales.get(version.scale ?? '') ?? []);
	const whole = used.every((scale) =>
		scale.levels.every(({ value }) => Number.isInteger(value) && Math.abs(value) < 128)
	);
	const fractions =
		!whole || used.some((scale) => isNumericScale(scale) && (rating || scale.levels.length === 2));
	const values = fractions ? new Float64Array(count) : new Int8Array(count);
	const valid = new Uint8Array(count);
	const states: (string | null)[] = new Array<string | null>(count).fill(null);
	const met = new Set<AnswerState>();
	const decoders = new Map<string, ((text: string) => Decoded) | null>();
	const decoderFor = (mapped: MappedSource, wave: string) => {
		const key = `${String(mapped.index)} ${wave}`;
		let found = decoders.get(key);
		if (found !== undefined) return found;
		const version = item.versions.find((known) => known.waves.includes(wave));
		const scale = scales.get(version?.scale ?? '');
		found =
			version && scale
				? decoder({
						scale,
						reversed: version.reversed,
						between: rating,
						hiddenIsNotAsked: mapped.file.reading.exporter === 'limesurvey'
					})
				: null;
		decoders.set(key, found);
		return found;
	};
	for (let at = 0; at < count; at += 1) {
		const response = responses[at];
		if (!response) continue;
		const { mapped } = response;
		const source = cells.get(mapped);
		const column = source?.columns.get(item.id);
		const text = column === undefined ? undefined : source?.rows[response.row]?.[column];
		const decode = decoderFor(mapped, response.wave);
		let state: AnswerState;
		if (column === undefined || decode === null) {
			state = 'not_asked';
			if (text !== undefined && text.trim() !== '')
				flag(mapped, source ?? null, response, column ?? 0, 'answered-not-asked', item.id);
		} else {
			const decoded = decode(text ?? '');
			state = decoded.state;
			if (state === 'valid') {
				values[at] = decoded.value;
				valid[at] = 1;
			} else if (decoded.issue !== null)
				flag(mapped, source ?? null, response, column, decoded.issue, item.id);
		}
		met.add(state);
		if (state !== 'valid' && state !== 'not_answered') states[at] = state;
	}
	const name = `item_${item.id}`;
	const mask = valid.includes(0) ? valid : null;
	const columns: TableColumn[] = [
		values instanceof Int8Array
			? { name, type: 'tinyint', values, valid: mask }
			: { name, type: 'double', values, valid: mask }
	];
	const stateColumn = states.some((state) => state !== null) ? `state_${item.id}` : null;
	if (stateColumn !== null) columns.push(textColumn(stateColumn, states));
	return { columns, shape: { item: item.id, column: name, stateColumn, states: [...met] } };
}

function flag(
	mapped: MappedSource,
	cells: ItemCells | null,
	response: ResponseRow,
	column: number,
	code: 'unknown-label' | 'out-of-scale' | 'answered-not-asked',
	item: string
): void {
	const long = cells?.long;
	if (long) mapped.issue(code, long.origin[response.row]?.[column] ?? 0, long.valueColumn, { item });
	else mapped.issue(code, response.row, column, { item });
}

/** Group columns: what the questionnaire itself says, else the respondent's membership on the response's day, else at the wave's end. */
function groupColumns(
	gathered: Gathered,
	project: Project,
	people: People,
	alias: (kind: string, text: string) => string
): TableColumn[] {
	const { responses } = gathered;
	const own = new Map<string, Map<MappedSource, number>>();
	for (const mapped of gathered.cells.keys()) {
		for (const column of mapped.columnsOf('group')) {
			if (column.group === undefined) continue;
			own.set(
				column.group,
				(own.get(column.group) ?? new Map<MappedSource, number>()).set(mapped, column.index)
			);
		}
	}
	const kinds = new Set<string>([...own.keys(), ...MEMBERSHIP_KINDS]);
	const ends = new Map(project.waves.map((wave) => [wave.id, wave.to] as const));
	const shown = new Map<string, string>();
	const columns: TableColumn[] = [];
	for (const kind of kinds) {
		const membership = MEMBERSHIP_KINDS.find((known) => known === kind);
		const values = responses.map((response) => {
			const text =
				response.mapped.file.reading && own.get(kind)?.has(response.mapped)
					? ownGroup(response, own.get(kind)?.get(response.mapped))
					: null;
			if (text !== null) {
				const key = `${kind} ${text}`;
				let value = shown.get(key);
				if (value === undefined) {
					value = kind === 'mentor' ? (people.find(text) ?? alias(kind, text)) : alias(kind, text);
					shown.set(key, value);
				}
				return value;
			}
			if (membership === undefined || response.person === null) return null;
			return people.valueAt(response.person, membership, response.date ?? ends.get(response.wave) ?? '');
		});
		if (values.some((value) => value !== null)) columns.push(textColumn(`group_${kind}`, values));
	}
	return columns;
}

const ownGroup = (response: ResponseRow, column: number | undefined) =>
	column === undefined ? null : response.mapped.cell(response.row, column);

/** Builds `survey_<instrument>` or `rating_<instrument>` from all its sources; null where there is no response. */
export function responseTable(
	instrument: Instrument,
	sources: readonly MappedSource[],
	project: Project,
	people: People,
	alias: (kind: string, text: string) => string
): { table: DataTable; shape: ResponseTable } | null {
	const gathered = gather(instrument, sources, project, people);
	const { responses } = gathered;
	if (responses.length === 0) return null;
	const name = `${instrument.kind}_${instrument.id}`;
	const groups = groupColumns(gathered, project, people, alias);
	const columns: TableColumn[] = [
		numberColumn(
			'response',
			'integer',
			responses.map((_, at) => at + 1)
		),
		textColumn(
			'wave',
			responses.map(({ wave }) => wave)
		),
		textColumn(
			'date',
			responses.map(({ date }) => date)
		),
		textColumn(
			'respondent',
			responses.map(({ respondent }) => respondent)
		),
		textColumn(
			'person',
			responses.map(({ person }) => person)
		)
	];
	if (instrument.kind === 'rating') {
		columns.push(
			textColumn(
				'rater',
				responses.map(({ rater }) => rater)
			)
		);
		columns.push(
			textColumn(
				'rater_code',
				responses.map(({ raterCode }) => raterCode)
			)
		);
	}
	columns.push(
		...groups,
		textColumn(
			'language',
			responses.map(({ mapped }) => mapped.source.language)
		),
		numberColumn(
			'source',
			'integer',
			responses.map(({ mapped }) => mapped.index)
		),
		numberColumn(
			'line',
			'integer',
			responses.map(({ line }) => line)
		)
	);
	const items: ItemColumn[] = [];
	for (const item of instrument.items) {
		if (item.kind === 'multi') columns.push(...optionColumns(item, responses));
		if (item.kind !== 'scale') continue;
		const filled = fillItem(gathered, item, project);
		columns.push(...filled.columns);
		items.push(filled.shape);
	}
	const matched = instrument.kind === 'rating' || responses.some(({ respondent }) => respondent !== null);
	return {
		table: { name, rows: responses.length, columns },
		shape: {
			instrument: instrument.id,
			kind: instrument.kind,
			table: name,
			items,
			groups: groups.map((column) => column.name.replace(/^group_/, '')),
			matched
		}
	};
}
