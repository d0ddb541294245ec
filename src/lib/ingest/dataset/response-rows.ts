import type { Instrument, Project } from '$lib/model/project';
import { rowsOf } from '$lib/ingest/reading/cells';
import { foldKey } from '$lib/ingest/values/folding';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import { KeyNumbers } from './key-numbers';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import type { ResponseRow } from './response';
import type { ResponseNumbers } from './response-numbers';
import { rowTimes } from './wave-rows';

const STAFF: ReadonlySet<string> = new Set(['teacher', 'mentee']);

/** Columns that say who rated whom. A column of rater words is the rater's kind, whatever role it was given. */
export function raterColumns(mapped: MappedSource): { kind: number; code: number } {
	const kind = mapped.column('rater-kind');
	const rater = mapped.column('rater', 'rater_code');
	if (kind >= 0 || rater < 0) return { kind, code: rater };
	const words = rowsOf(mapped.cells, 0, 50)
		.map((row) => row[rater] ?? '')
		.filter((text) => text.trim() !== '');
	const kinds = words.length > 0 && words.every((text) => codeOf(RATER_WORDS, text) !== null);
	return kinds ? { kind: rater, code: -1 } : { kind: -1, code: rater };
}

/** What a distinct text says of who answered; the person is looked up with the first row that is taken. */
interface Named {
	text: string;
	key: string;
	number: number;
	person: string | null | undefined;
}

/** The column that says who answered, or in a rating who is rated. */
export function whoColumn(mapped: MappedSource, rating: boolean): number {
	return rating ? mapped.column('person', 'respondent') : mapped.column('respondent', 'person');
}

/** True where those who answer, or are rated, are staff: they are known as people, all others by their code alone. */
export function asksStaff(instrument: Instrument): boolean {
	return instrument.kind === 'rating' || STAFF.has(instrument.audience);
}

/** Reads who answered and when, row by row, of one questionnaire or wide rating; rows without wave or answers are set aside. */
export function responseRows(
	mapped: MappedSource,
	instrument: Instrument,
	project: Project,
	people: People,
	numbers: ResponseNumbers
): ResponseRow[] {
	const rating = instrument.kind === 'rating';
	const timeOf = rowTimes(mapped, project);
	const whoAt = whoColumn(mapped, rating);
	const raters = raterColumns(mapped);
	const answers = mapped.source.columns
		.filter((column) => column.role === 'item' || column.role === 'multi' || column.role === 'text')
		.map(({ index }) => {
			const { texts, codes } = mapped.cells.column(index);
			return { codes, filled: texts.map((text) => text.trim() !== '') };
		});
	const raterOf = mapped.lookup(raters.kind, (text) =>
		text === null ? mapped.source.rater : codeOf(RATER_WORDS, text)
	);
	const identity = (text: string) => people.identity(text);
	const staff = asksStaff(instrument);
	const keyOf = staff ? identity : foldKey;
	const whoOf = mapped.lookup(whoAt, (text): Named | null => {
		if (text === null) return null;
		const key = keyOf(text);
		return { text, key, number: numbers.who.of(key), person: undefined };
	});
	const raterCodeOf = mapped.lookup(rating ? raters.code : -1, (text) => ({
		code: text === null ? null : people.rater(text),
		number: numbers.code.of(text === null ? '' : identity(text))
	}));
	const found: ResponseRow[] = [];
	for (let row = 0; row < mapped.cells.rows; row += 1) {
		if (mapped.isRagged(row)) continue;
		if (!answers.some(({ codes, filled }) => filled[codes[row] as number])) {
			mapped.setAside('empty-response', row);
			continue;
		}
		const time = timeOf(row);
		if (!time) continue;
		const line = mapped.cells.line(row);
		const who = whoOf(row);
		if (who && who.person === undefined)
			who.person = rating ? people.findOrAdd(who.text, mapped.index, line) : people.find(who.text);
		const person = who?.person ?? null;
		if (rating && !who) {
			mapped.setAside('missing-person', row, whoAt);
			continue;
		}
		if (who && person === null && people.hasRoster && staff) mapped.issue('unmatched-person', row, whoAt);
		const rater = rating ? raterOf(row) : null;
		if (rating && rater === null) {
			mapped.setAside('unknown-rater', row, raters.kind);
			continue;
		}
		const raterCode = raterCodeOf(row);
		found.push({
			wave: time.wave,
			date: time.date,
			at: time.at,
			mapped,
			row,
			sheet: -1,
			line,
			respondent: rating ? null : (who?.key ?? null),
			person,
			rater,
			raterCode: raterCode.code,
			key: who && [who.number, numbers.wave.of(time.wave), numbers.rater.of(rater ?? ''), raterCode.number],
			fileRows: 1
		});
	}
	return found;
}

/**
 * Keeps one response per person, wave and rater by the setting of its source (last, first, both); the dropped ones are
 * counted and named. `sizes` are those of the numbers that the keys are made of.
 */
export function withoutDuplicates(
	rows: readonly ResponseRow[],
	sizes: readonly number[]
): readonly ResponseRow[] {
	const keys = new KeyNumbers(sizes);
	const kept: ResponseRow[] = [];
	const dropped = new Set<ResponseRow>();
	for (const row of rows) {
		if (row.key === null) continue;
		const number = keys.of(row.key);
		const known = kept[number];
		if (!known) {
			kept.push(row);
			continue;
		}
		const later = row.at >= known.at ? row : known;
		const earlier = later === row ? known : row;
		const setting = later.mapped.source.answers.duplicates;
		if (setting === 'both') {
			later.mapped.issue('duplicate-responses', later.row, -1, { kept: 'both' });
			continue;
		}
		const keep = setting === 'last' ? later : earlier;
		const drop = keep === later ? earlier : later;
		kept[number] = keep;
		dropped.add(drop);
		drop.mapped.issues.add(drop.mapped.index, 'duplicate-responses', { line: drop.line }, { kept: setting });
		drop.mapped.count.duplicates += drop.fileRows;
	}
	return dropped.size === 0 ? rows : rows.filter((row) => !dropped.has(row));
}
