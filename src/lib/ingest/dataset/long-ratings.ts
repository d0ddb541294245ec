import type { Instrument, Project } from '$lib/model/project';
import { itemsByText, textKey } from '$lib/ingest/mapping/item-matching';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import type { LongRating, ResponseRow } from './response';
import { rowTimes } from './wave-rows';

/** Combinations of person, wave and rater that are looked up in a flat array; above that many, in a map. */
const FLAT_SHEETS = 1 << 24;
const FIRST_SHEETS = 1024;

/** True where a rating's mapping has a row per criterion. */
export function isLongRating(mapped: MappedSource): boolean {
	return mapped.column('criterion') >= 0 && mapped.column('value') >= 0;
}

/** Place of each item among the criteria of its long ratings. */
export function criteriaColumns(instrument: Instrument): Map<string, number> {
	return new Map(instrument.items.map((item, column) => [item.id, column] as const));
}

/** Numbers the distinct keys of a column's answers from 1, and says how many numbers there are; 0 stands for no key. */
function numbered(
	mapped: MappedSource,
	column: number,
	keyOf: (answer: string | null) => string | null
): { of: (row: number) => number; count: number } {
	const places = new Map<string, number>();
	const of = mapped.lookup(column, (answer) => {
		const key = keyOf(answer);
		if (key === null) return 0;
		const place = places.get(key) ?? places.size + 1;
		places.set(key, place);
		return place;
	});
	return { of, count: places.size + 1 };
}

/** Sheet by the number of its key, -1 where there is none yet. */
class SheetIndex {
	readonly #flat: Int32Array | null;
	readonly #sparse = new Map<number, number>();

	constructor(keys: number) {
		this.#flat = keys <= FLAT_SHEETS ? new Int32Array(keys).fill(-1) : null;
	}

	get(key: number): number {
		return (this.#flat ? this.#flat[key] : this.#sparse.get(key)) ?? -1;
	}

	set(key: number, sheet: number): void {
		if (this.#flat) this.#flat[key] = sheet;
		else this.#sparse.set(key, sheet);
	}
}

/** The file rows behind the criteria of every sheet, growing with them. */
class Sheets implements LongRating {
	origin: Int32Array;

	constructor(
		readonly width: number,
		readonly valueColumn: number
	) {
		this.origin = new Int32Array(width * FIRST_SHEETS).fill(-1);
	}

	hold(sheet: number): void {
		const needed = (sheet + 1) * this.width;
		if (needed <= this.origin.length) return;
		const wider = new Int32Array(Math.max(needed, this.origin.length * 2)).fill(-1);
		wider.set(this.origin);
		this.origin = wider;
	}
}

/** Gathers the rows of a long rating into responses; a criterion given twice keeps the later or earlier value by the source's setting. */
export function longRating(
	mapped: MappedSource,
	instrument: Instrument,
	project: Project,
	people: People
): { long: LongRating; responses: ResponseRow[] } {
	const timeOf = rowTimes(mapped, project);
	const at = {
		person: mapped.column('person', 'respondent'),
		rater: mapped.column('rater-kind'),
		raterCode: mapped.column('rater'),
		criterion: mapped.column('criterion')
	};
	const ids = itemsByText(instrument);
	for (const item of instrument.items) ids.set(item.id, item.id);
	const columns = criteriaColumns(instrument);
	const criterionOf = mapped.lookup(at.criterion, (text) => {
		const item = ids.get(textKey(text ?? ''));
		return item === undefined ? -1 : (columns.get(item) ?? -1);
	});
	const raterIn = (text: string | null) => (text === null ? mapped.source.rater : codeOf(RATER_WORDS, text));
	const raterOf = mapped.lookup(at.rater, raterIn);
	const persons = numbered(mapped, at.person, (code) => (code === null ? null : people.identity(code)));
	const raters = numbered(mapped, at.rater, raterIn);
	const raterCodes = numbered(mapped, at.raterCode, (code) => (code === null ? '' : people.identity(code)));
	const waves = new Map(project.waves.map(({ id }, place) => [id, place] as const));
	const waveCount = waves.size + 1;
	const index = new SheetIndex(persons.count * waveCount * raters.count * raterCodes.count);
	const long = new Sheets(columns.size, mapped.column('value'));
	const responses: ResponseRow[] = [];
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		if (mapped.isRagged(row)) continue;
		const personNumber = persons.of(row);
		if (personNumber === 0) {
			mapped.setAside('missing-person', row, at.person);
			continue;
		}
		const column = criterionOf(row);
		if (column < 0) {
			mapped.setAside('unknown-criterion', row, at.criterion);
			continue;
		}
		const rater = raterOf(row);
		if (rater === null) {
			mapped.setAside('unknown-rater', row, at.rater);
			continue;
		}
		const time = timeOf(row);
		if (!time) continue;
		const wave = waves.get(time.wave) ?? waves.size;
		const key =
			((personNumber * waveCount + wave) * raters.count + raters.of(row)) * raterCodes.count +
			raterCodes.of(row);
		let response = responses[index.get(key)];
		if (!response) {
			const code = mapped.cell(row, at.person) ?? '';
			const raterCode = mapped.cell(row, at.raterCode);
			const line = mapped.cells.line(row);
			const person = people.findOrAdd(code, mapped.index, line);
			if (person === null) mapped.issue('unmatched-person', row, at.person);
			response = {
				...time,
				mapped,
				row,
				sheet: responses.length,
				line,
				respondent: null,
				person,
				rater,
				raterCode: raterCode === null ? null : people.rater(raterCode),
				key: [
					people.identity(code),
					time.wave,
					rater,
					raterCode === null ? '' : people.identity(raterCode)
				].join('\u001f'),
				fileRows: 0
			};
			index.set(key, response.sheet);
			responses.push(response);
			long.hold(response.sheet);
		}
		put(mapped, long, response, column, row, time.at);
		if (time.at >= response.at) {
			response.date = time.date;
			response.at = time.at;
		}
	}
	return { long, responses };
}

function put(
	mapped: MappedSource,
	long: LongRating,
	response: ResponseRow,
	column: number,
	row: number,
	at: string
): void {
	const place = response.sheet * long.width + column;
	const occupied = (long.origin[place] ?? -1) >= 0;
	if (occupied) {
		mapped.issue('duplicate-responses', row, long.valueColumn, { kept: mapped.source.answers.duplicates });
		mapped.count.duplicates += 1;
		const keepsFirst = mapped.source.answers.duplicates === 'first' ? at >= response.at : at < response.at;
		if (keepsFirst) return;
	} else {
		response.fileRows += 1;
	}
	long.origin[place] = row;
}
