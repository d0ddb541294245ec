import type { SourceKind } from '$lib/model/project';
import { parseNumber } from '$lib/ingest/values/numbers';
import type { StatedKind } from '$lib/ingest/vocabulary/fields';
import type { FileProfile } from './profile';
import { registerColumns } from './register';
import { namesRaters, statedColumns, type FieldColumns } from './stated';

/** What a file was recognised as; `stated` is the layout whose columns it carries, null for questionnaires and registers. */
export interface Recognition {
	kind: SourceKind;
	stated: StatedKind | null;
	/** False where another kind fits as well: then the user is asked. */
	certain: boolean;
}

const RATING_TITLE = /бағалау|баға|рейтинг|оценк|оценива|критери|rating|rubric|assessment/i;

const hasAll = (fields: FieldColumns, ...names: string[]) => names.every((name) => fields.has(name));
const hasAny = (fields: FieldColumns, ...names: string[]) => names.some((name) => fields.has(name));

/** What each layout cannot do without; checked in this order, the more particular first. */
const REQUIRED: readonly (readonly [StatedKind, (fields: FieldColumns) => boolean])[] = [
	['indicators', (has) => hasAll(has, 'indicator', 'value') && hasAny(has, 'period', 'kind')],
	['rating_long', (has) => hasAll(has, 'person', 'criterion', 'value')],
	['populations', (has) => hasAll(has, 'audience', 'n') && hasAny(has, 'wave', 'group')],
	['plan', (has) => hasAll(has, 'activity', 'month')],
	['attendance', (has) => hasAll(has, 'person', 'event') && hasAny(has, 'date', 'hours', 'kind')],
	['achievements', (has) => hasAll(has, 'person', 'kind') && hasAny(has, 'level', 'result')],
	['roster', (has) => has.has('code') && hasAny(has, 'name') && has.size >= 3]
];

const SOURCE_KIND: Record<StatedKind, SourceKind> = {
	roster: 'roster',
	attendance: 'attendance',
	rating: 'rating',
	rating_long: 'rating',
	indicators: 'indicators',
	achievements: 'achievements',
	populations: 'populations',
	plan: 'plan'
};

function numericShare(profile: FileProfile, index: number): number {
	const column = profile.columns[index];
	if (!column || column.filled === 0) return 0;
	let numeric = 0;
	let all = 0;
	for (const [value, times] of column.distinct) {
		all += times;
		if (parseNumber(value) !== null) numeric += times;
	}
	return numeric / all;
}

/** Recognises what a file is by its columns and answers, never by its exporter alone. */
export function recogniseKind(profile: FileProfile): Recognition {
	if (registerColumns(profile)) return { kind: 'register', stated: null, certain: true };
	for (const [stated, fits] of REQUIRED) {
		const fields = statedColumns(profile, stated);
		if (!fits(fields)) continue;
		const named = profile.columns.filter((column) => column.filled > 0 || fields.size > 0).length;
		if (fields.size >= Math.min(3, named) || fields.size >= named * 0.5) {
			return { kind: SOURCE_KIND[stated], stated, certain: true };
		}
	}
	const rating = statedColumns(profile, 'rating');
	const person = rating.get('person');
	if (person !== undefined) {
		const rater = rating.get('rater');
		if (rater !== undefined && namesRaters(profile.columns[rater])) {
			return { kind: 'rating', stated: 'rating', certain: true };
		}
		const others = profile.columns.filter(({ index }) => ![...rating.values()].includes(index));
		const numeric = others.filter(({ index }) => numericShare(profile, index) >= 0.9).length;
		if (numeric >= 2 && numeric >= others.length * 0.5) {
			const titled = profile.titles.some((title) => RATING_TITLE.test(title));
			return titled || rating.has('rater_code')
				? { kind: 'rating', stated: 'rating', certain: false }
				: { kind: 'survey', stated: null, certain: false };
		}
	}
	return { kind: 'survey', stated: null, certain: true };
}

/** The layout a source of a given kind has, where the kind was chosen by the user. */
export function layoutOf(profile: FileProfile, kind: SourceKind): StatedKind | null {
	if (kind === 'survey' || kind === 'register') return null;
	if (kind !== 'rating') return kind;
	const long = statedColumns(profile, 'rating_long');
	return hasAll(long, 'criterion', 'value') ? 'rating_long' : 'rating';
}
