import type { ReadingIssueCode } from '$lib/model/reading';
import type { IssueList } from '../issues';
import { headerPlace, placeOf, Sightings, type ObservedTable } from './table';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const C1_CONTROL = /[\u0080-\u009f]/;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u061c]/;
const INVISIBLE = /[\u00ad\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|\p{L}\u200d|\u200d\p{L}/u;
const REPLACEMENT = /\ufffd/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const COMBINING = /[\u0300-\u036f]/;

const isDecomposed = (text: string) => COMBINING.test(text) && text.normalize('NFC') !== text;

const WATCHED: readonly { code: ReadingIssueCode; found: (text: string) => boolean }[] = [
	{ code: 'control-characters', found: (text) => CONTROL.test(text) },
	{ code: 'control-characters', found: (text) => C1_CONTROL.test(text) },
	{ code: 'bidi-controls', found: (text) => BIDI.test(text) },
	{ code: 'invisible-characters', found: (text) => INVISIBLE.test(text) },
	{ code: 'replacement-characters', found: (text) => REPLACEMENT.test(text) },
	{ code: 'lone-surrogates', found: (text) => LONE_SURROGATE.test(text) },
	{ code: 'unicode-normalised', found: isDecomposed }
];

function sightings(table: ObservedTable, found: (text: string) => boolean): Sightings {
	const seen = new Sightings();
	table.header?.forEach((name, column) => {
		if (found(name)) seen.add(headerPlace(table, column));
	});
	table.columns.forEach((values, column) => {
		for (const value of values) if (found(value.text)) seen.add(placeOf(table, column, value), value.count);
	});
	return seen;
}

/** Characters that do not show or that cannot be meant: controls, bidi overrides, zero-width, U+FFFD, decomposed letters. */
export function observeCharacters(table: ObservedTable, text: string, issues: IssueList): void {
	for (const { code, found } of WATCHED) {
		if (issues.has(code) && code !== 'lone-surrogates') continue;
		if (found === isDecomposed ? !COMBINING.test(text) : !found(text)) continue;
		if (issues.has('mojibake') && found('\u0080')) continue;
		const seen = sightings(table, found);
		if (seen.count > 0 && !issues.has(code)) issues.add(code, { count: seen.count, places: seen.places });
	}
}
