import type { Instrument, Project } from '$lib/model/project';
import { rowsOf } from '$lib/ingest/reading/cells';
import { foldKey } from '$lib/ingest/values/folding';
import { memoised } from '$lib/ingest/values/memo';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import type { ResponseRow } from './response';
import { rowTimes } from './wave-rows';

/** Columns that say who rated whom. A column of rater words is the rater's kind, whatever role it was given. */
function raterColumns(mapped: MappedSource): { kind: number; code: number } {
	const kind = mapped.column('rater-kind');
	const rater = mapped.column('rater', 'rater_code');
	if (kind >= 0 || rater < 0) return { kind, code: rater };
	const words = rowsOf(mapped.cells, 0, 50)
		.map((row) => row[rater] ?? '')
		.filter((text) => text.trim() !== '');
	const kinds = words.length > 0 && words.every((text) => codeOf(RATER_WORDS, text) !== null);
	return kinds ? { kind: rater, code: -1 } : { kind: -1, code: rater };
}

/** A memo of how a column's distinct texts name people. */
function personFinder(
	mapped: MappedSource,
	people: People,
	add: boolean
): (text: string, line: number) => string | null {
	const seen = new Map<string, string | null>();
	return (text, line) => {
		let person = seen.get(text);
		if (person === undefined)
			seen.set(text, (person = add ? people.findOrAdd(text, mapped.index, line) : people.find(text)));
		return person;
	};
}

/** Reads who answered and when, row by row, of one questionnaire or wide rating; rows without wave or answers are set aside. */
export function responseRows(
	mapped: MappedSource,
	instrument: Instrument,
	project: Project,
	people: People
): ResponseRow[] {
	const rating = instrument.kind === 'rating';
	const timeOf = rowTimes(mapped, project);
	const respondentAt = mapped.column('respondent');
	const personAt = mapped.column('person');
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
	const findPerson = personFinder(mapped, people, rating);
	const findRater = memoised((text) => people.rater(text));
	const staff = rating || instrument.audience === 'teacher' || instrument.audience === 'mentee';
	const fold = memoised((text) => (staff ? people.identity(text) : foldKey(text)));
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
		const code = mapped.cell(
			row,
			rating && personAt >= 0 ? personAt : respondentAt >= 0 ? respondentAt : personAt
		);
		const person = code === null ? null : findPerson(code, line);
		if (rating && code === null) {
			mapped.setAside('missing-person', row, personAt);
			continue;
		}
		if (code !== null && person === null && people.hasRoster && staff) {
			mapped.issue('unmatched-person', row, rating ? personAt : respondentAt);
		}
		const rater = rating ? raterOf(row) : null;
		if (rating && rater === null) {
			mapped.setAside('unknown-rater', row, raters.kind);
			continue;
		}
		const raterCode = rating ? mapped.cell(row, raters.code) : null;
		const respondent = code === null ? null : fold(code);
		found.push({
			...time,
			mapped,
			row,
			sheet: -1,
			line,
			respondent: rating ? null : respondent,
			person,
			rater,
			raterCode: raterCode === null ? null : findRater(raterCode),
			key:
				respondent === null
					? null
					: [respondent, time.wave, rater ?? '', raterCode === null ? '' : fold(raterCode)].join('\u001f'),
			fileRows: 1
		});
	}
	return found;
}

/** Keeps one response per person, wave and rater by the setting of its source (last, first, both); the dropped ones are counted and named. */
export function withoutDuplicates(rows: readonly ResponseRow[]): ResponseRow[] {
	const kept = new Map<string, ResponseRow>();
	const dropped = new Set<ResponseRow>();
	for (const row of rows) {
		if (row.key === null) continue;
		const known = kept.get(row.key);
		if (!known) {
			kept.set(row.key, row);
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
		kept.set(row.key, keep);
		dropped.add(drop);
		drop.mapped.issues.add(drop.mapped.index, 'duplicate-responses', { line: drop.line }, { kept: setting });
		drop.mapped.count.duplicates += drop.fileRows;
	}
	return rows.filter((row) => !dropped.has(row));
}
