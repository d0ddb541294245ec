import { foldKey, foldSpaces } from '../../values/folding';
import type { IssueList } from '../issues';
import { headerPlace, placeOf, Sightings, someHolds, type DistinctValue, type ObservedTable } from './table';

const MIXED = /[A-Za-zəƏ][\p{M}]*[\u0400-\u052f]|[\u0400-\u052f][\p{M}]*[A-Za-zəƏ]/u;
const LATIN = /[A-Za-zəƏ]/;
const FOLDABLE = /[\u0400-\u052f]|\d[A-Z]/;
const LONGEST_NAME = 80;

/** Texts of one column that differ by nothing but look-alike letters, such as class 7A and 7А. */
function lookAlikes(values: readonly DistinctValue[]): DistinctValue[] {
	const latin = values.filter(
		({ text, kind }) =>
			text.length <= LONGEST_NAME && kind !== 'number' && LATIN.test(text) && FOLDABLE.test(text)
	);
	const suspects = latin.filter(({ text }) => foldKey(text) !== foldSpaces(text).toLowerCase());
	if (suspects.length === 0) return [];
	const keys = new Map<string, DistinctValue[]>();
	for (const suspect of suspects) keys.set(foldKey(suspect.text), []);
	for (const value of values) {
		if (value.text.length <= LONGEST_NAME) keys.get(foldKey(value.text))?.push(value);
	}
	return [...keys.values()].filter((group) => isClash(group)).flat();
}

function isClash(group: readonly DistinctValue[]): boolean {
	return new Set(group.map(({ text }) => foldSpaces(text).toLowerCase())).size > 1;
}

/**
 * Latin letters among Cyrillic ones. Where two texts of a column look the same the user is asked whether they are one;
 * elsewhere it is only noted. Names of columns already reported as duplicates are left out.
 */
export function observeHomoglyphs(table: ObservedTable, passages: Iterable<string>, issues: IssueList): void {
	if (!someHolds(passages, (text) => LATIN.test(text))) return;
	const clashes = new Sightings();
	const mixed = new Sightings();
	table.columns.forEach((values, column) => {
		for (const value of lookAlikes(values)) clashes.add(placeOf(table, column, value), value.count);
		for (const value of values) {
			if (value.text.length <= LONGEST_NAME && MIXED.test(value.text))
				mixed.add(placeOf(table, column, value), value.count);
		}
	});
	if (!issues.has('duplicate-headers')) {
		table.header?.forEach((name, column) => {
			if (MIXED.test(name)) mixed.add(headerPlace(table, column));
		});
	}
	if (clashes.count > 0) {
		issues.add('homoglyphs', { count: clashes.count, places: clashes.places, level: 'ask' });
	} else if (mixed.count > 0) {
		issues.add('homoglyphs', { count: mixed.count, places: mixed.places });
	}
}
