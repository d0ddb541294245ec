import type { Instrument, Project } from '$lib/model/project';
import { itemsByText, textKey } from '$lib/ingest/mapping/item-matching';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { KeyNumbers, type TextNumbers } from './key-numbers';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import type { LongRating, ResponseRow } from './response';
import type { ResponseNumbers } from './response-numbers';
import { rowTimes } from './wave-rows';

const FIRST_SHEETS = 1024;

/** True where a rating's mapping has a row per criterion. */
export function isLongRating(mapped: MappedSource): boolean {
	return mapped.column('criterion') >= 0 && mapped.column('value') >= 0;
}

/** Place of each item among the criteria of its long ratings. */
export function criteriaColumns(instrument: Instrument): Map<string, number> {
	return new Map(instrument.items.map((item, column) => [item.id, column] as const));
}

/** Numbers the distinct keys of a column's answers by `numbers`; -1 stands for no key. */
function numbered(
	mapped: MappedSource,
	column: number,
	numbers: TextNumbers,
	keyOf: (answer: string | null) => string | null
): (row: number) => number {
	return mapped.lookup(column, (answer) => {
		const key = keyOf(answer);
		return key === null ? -1 : numbers.of(key);
	});
}

/** Place of a row's criterion among the items of a rating ({@link criteriaColumns}); -1 where it is none of them. */
export function criterionReader(mapped: MappedSource, instrument: Instrument): (row: number) => number {
	const ids = itemsByText(instrument);
	for (const item of instrument.items) ids.set(item.id, item.id);
	const columns = criteriaColumns(instrument);
	return mapped.lookup(mapped.column('criterion'), (text) => {
		const item = ids.get(textKey(text ?? ''));
		return item === undefined ? -1 : (columns.get(item) ?? -1);
	});
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
	people: People,
	numbers: ResponseNumbers
): { long: LongRating; responses: ResponseRow[] } {
	const timeOf = rowTimes(mapped, project);
	const at = {
		person: mapped.column('person', 'respondent'),
		rater: mapped.column('rater-kind'),
		raterCode: mapped.column('rater'),
		criterion: mapped.column('criterion')
	};
	const columns = criteriaColumns(instrument);
	const criterionOf = criterionReader(mapped, instrument);
	const raterIn = (text: string | null) => (text === null ? mapped.source.rater : codeOf(RATER_WORDS, text));
	const raterOf = mapped.lookup(at.rater, raterIn);
	const identity = (code: string) => people.identity(code);
	const whoOf = numbered(mapped, at.person, numbers.who, (code) => (code === null ? null : identity(code)));
	const raterNumber = numbered(mapped, at.rater, numbers.rater, raterIn);
	const codeNumber = numbered(mapped, at.raterCode, numbers.code, (code) =>
		code === null ? '' : identity(code)
	);
	for (const { id } of project.waves) numbers.wave.of(id);
	if (typeof mapped.source.wave === 'string') numbers.wave.of(mapped.source.wave);
	const sheets = new KeyNumbers(numbers.sizes());
	const long = new Sheets(columns.size, mapped.column('value'));
	const responses: ResponseRow[] = [];
	const key: [number, number, number, number] = [0, 0, 0, 0];
	let wave = '';
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		if (mapped.isRagged(row)) continue;
		const who = whoOf(row);
		if (who < 0) {
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
		// Neighbouring rows are mostly of one wave.
		if (time.wave !== wave) key[1] = numbers.wave.of((wave = time.wave));
		key[0] = who;
		key[2] = raterNumber(row);
		key[3] = codeNumber(row);
		const sheet = sheets.of(key);
		let response = responses[sheet];
		if (!response) {
			const code = mapped.cell(row, at.person) ?? '';
			const raterCode = mapped.cell(row, at.raterCode);
			const line = mapped.cells.line(row);
			const person = people.findOrAdd(code, mapped.index, line);
			if (person === null) mapped.issue('unmatched-person', row, at.person);
			response = {
				wave: time.wave,
				date: time.date,
				at: time.at,
				mapped,
				row,
				sheet,
				line,
				respondent: null,
				person,
				rater,
				raterCode: raterCode === null ? null : people.rater(raterCode),
				key: [key[0], key[1], key[2], key[3]],
				fileRows: 0
			};
			responses.push(response);
			long.hold(sheet);
		}
		put(mapped, long, response, column, row, time.at);
		// Equal times are of one day, and most are equal.
		if (time.at !== response.at && time.at > response.at) {
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
