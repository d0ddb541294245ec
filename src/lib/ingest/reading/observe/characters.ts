import type { ReadingIssueCode } from '$lib/model/reading';
import type { IssueList } from '../issues';
import { headerPlace, placeOf, Sightings, someHolds, type ObservedTable } from './table';

const BIDI = /[\u202a-\u202e\u2066-\u2069\u061c]/;
const INVISIBLE = /[\u00ad\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|\p{L}\u200d|\u200d\p{L}/u;
const REPLACEMENT = /\ufffd/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const COMBINING = /[\u0300-\u036f]/;

const TAB = 9;
const LF = 10;
const CR = 13;

function hasControl(text: string): boolean {
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if ((code < 0x20 && code !== TAB && code !== LF && code !== CR) || code === 0x7f) return true;
	}
	return false;
}

function hasC1Control(text: string): boolean {
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i);
		if (code >= 0x80 && code <= 0x9f) return true;
	}
	return false;
}

const isDecomposed = (text: string) => COMBINING.test(text) && text.normalize('NFC') !== text;

const WATCHED: readonly { code: ReadingIssueCode; found: (text: string) => boolean }[] = [
	{ code: 'control-characters', found: hasControl },
	{ code: 'control-characters', found: hasC1Control },
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
export function observeCharacters(table: ObservedTable, passages: Iterable<string>, issues: IssueList): void {
	for (const { code, found } of WATCHED) {
		if (issues.has(code)) continue;
		const possible = found === isDecomposed ? (text: string) => COMBINING.test(text) : found;
		if (!someHolds(passages, possible)) continue;
		if (found === hasC1Control && issues.has('mojibake')) continue;
		const seen = sightings(table, found);
		if (seen.count > 0) issues.add(code, { count: seen.count, places: seen.places });
	}
}
