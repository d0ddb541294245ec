import type { Instrument, Project } from '$lib/model/project';
import { itemsByText, textKey } from '$lib/ingest/mapping/item-matching';
import { foldKey } from '$lib/ingest/values/folding';
import { memoised } from '$lib/ingest/values/memo';
import { codeOf, RATER_WORDS } from '$lib/ingest/vocabulary/terms';
import type { MappedSource } from './mapped-source';
import type { People } from './people';
import type { LongRating, ResponseRow } from './response';
import { rowTimes } from './wave-rows';

/** True where a rating's mapping has a row per criterion. */
export function isLongRating(mapped: MappedSource): boolean {
	return mapped.column('criterion') >= 0 && mapped.column('value') >= 0;
}

/** Gathers the rows of a long rating into responses; a criterion given twice keeps the later or earlier value by the source's setting. */
export function longRating(
	mapped: MappedSource,
	instrument: Instrument,
	project: Project,
	people: People
): { long: LongRating; responses: ResponseRow[] } {
	const timeOf = rowTimes(mapped, project);
	const fold = memoised(foldKey);
	const raterOf = memoised((text) => codeOf(RATER_WORDS, text));
	const at = {
		person: mapped.column('person', 'respondent'),
		rater: mapped.column('rater-kind'),
		raterCode: mapped.column('rater'),
		criterion: mapped.column('criterion'),
		value: mapped.column('value')
	};
	const ids = itemsByText(instrument);
	for (const item of instrument.items) ids.set(item.id, item.id);
	const columns = new Map(instrument.items.map((item, column) => [item.id, column] as const));
	const long: LongRating = { rows: [], columns, origin: [], valueColumn: at.value };
	const groups = new Map<string, ResponseRow>();
	const itemOf = new Map<string, string | null>();
	for (const row of mapped.rows.keys()) {
		if (mapped.isRagged(row)) continue;
		const code = mapped.cell(row, at.person);
		if (code === null) {
			mapped.setAside('missing-person', row, at.person);
			continue;
		}
		const criterion = mapped.cell(row, at.criterion) ?? '';
		let item = itemOf.get(criterion);
		if (item === undefined) itemOf.set(criterion, (item = ids.get(textKey(criterion)) ?? null));
		const column = item === null ? undefined : columns.get(item);
		if (column === undefined) {
			mapped.setAside('unknown-criterion', row, at.criterion);
			continue;
		}
		const raterText = mapped.cell(row, at.rater);
		const rater = raterText === null ? mapped.source.rater : raterOf(raterText);
		if (rater === null) {
			mapped.setAside('unknown-rater', row, at.rater);
			continue;
		}
		const time = timeOf(row);
		if (!time) continue;
		const raterCode = mapped.cell(row, at.raterCode);
		const line = mapped.lines[row] ?? 0;
		const key = [fold(code), time.wave, rater, fold(raterCode ?? '')].join('\u001f');
		let response = groups.get(key);
		if (!response) {
			const person = people.findOrAdd(code, mapped.index, line);
			if (person === null) mapped.issue('unmatched-person', row, at.person);
			const code2 = raterCode === null ? null : (people.find(raterCode) ?? raterCode);
			response = {
				...time,
				mapped,
				row: long.rows.length,
				line,
				respondent: null,
				person,
				rater,
				raterCode: code2,
				key,
				fileRows: 0
			};
			groups.set(key, response);
			long.rows.push(new Array<string>(columns.size).fill(''));
			long.origin.push(new Array<number>(columns.size).fill(-1));
		}
		put(mapped, long, response, column, row, time.at);
		if (time.at >= response.at) Object.assign(response, time);
	}
	return { long, responses: [...groups.values()] };
}

function put(
	mapped: MappedSource,
	long: LongRating,
	response: ResponseRow,
	column: number,
	row: number,
	at: string
): void {
	const cells = long.rows[response.row];
	const origin = long.origin[response.row];
	if (!cells || !origin) return;
	const occupied = (origin[column] ?? -1) >= 0;
	if (occupied) {
		mapped.issue('duplicate-responses', row, long.valueColumn, { kept: mapped.source.answers.duplicates });
		mapped.count.duplicates += 1;
		const keepsFirst = mapped.source.answers.duplicates === 'first' ? at >= response.at : at < response.at;
		if (keepsFirst) return;
	} else {
		response.fileRows += 1;
	}
	cells[column] = mapped.rows[row]?.[long.valueColumn] ?? '';
	origin[column] = row;
}
