import { readXlsx } from 'hucre';
import { Refusal } from '../refusal';
import { gridOf, type Grid } from './grid';
import { packed, partText, type PackageParts } from './package-parts';
import { attributesOf, xmlTags } from './xml-tags';

const STRING_CELL = /<(?:\w+:)?c\b[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d+)</g;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** A text cell names its text by number; where there is no such text the file lost it, and hucre would read an empty cell. */
function checkTexts(parts: PackageParts): void {
	const tables = [...parts.keys()].filter((path) => /sharedStrings[^/]*\.xml$/i.test(path));
	let known = 0;
	for (const path of tables)
		for (const tag of xmlTags(partText(parts, path)))
			if (localName(tag.name) === 'si' && !tag.closes) known += 1;
	for (const path of parts.keys()) {
		if (!/worksheets\/[^/]+\.xml$/i.test(path)) continue;
		for (const [, index] of partText(parts, path).matchAll(STRING_CELL))
			if (Number(index) >= known) throw new Refusal('damaged-workbook');
	}
}

/** Positions of sheets that are worksheets: charts on a sheet of their own hold no cells, and hucre stops at them. */
function worksheets(parts: PackageParts): Set<number> | null {
	const workbook = [...parts.keys()].find((path) => /(^|\/)workbook\d*\.xml$/i.test(path));
	if (workbook === undefined) return null;
	const rels = workbook.replace(/([^/]+)$/, '_rels/$1.rels');
	const types = new Map<string, string>();
	for (const { name, attributes } of xmlTags(partText(parts, rels)))
		if (localName(name) === 'Relationship') {
			const { Id = '', Type = '' } = attributesOf(attributes);
			types.set(Id, Type);
		}
	const found = new Set<number>();
	let at = 0;
	for (const { name, closes, attributes } of xmlTags(partText(parts, workbook))) {
		if (localName(name) !== 'sheet' || closes) continue;
		const id = Object.entries(attributesOf(attributes)).find(
			([key]) => localName(key) === 'id' && key !== 'sheetId'
		)?.[1];
		if (!/\/(chartsheet|dialogsheet|xlMacrosheet)$/i.test(types.get(id ?? '') ?? '')) found.add(at);
		at += 1;
	}
	return found;
}

/** The sheets of an .xlsx. Throws where it cannot be read whole. */
export async function openXlsx(parts: PackageParts): Promise<Grid[]> {
	checkTexts(parts);
	const kept = worksheets(parts);
	const workbook = await readXlsx(packed(parts), {
		readStyles: true,
		sheets: (_, index) => kept?.has(index) ?? true
	});
	const is1904 = workbook.dateSystem === '1904';
	return workbook.sheets.map((sheet) => {
		const hiddenRows = [...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([row]) => row);
		const hiddenColumns = (sheet.columns ?? []).flatMap((column, at) => (column.hidden ? [at] : []));
		return gridOf(sheet, {
			is1904,
			hidden: sheet.hidden === true || sheet.veryHidden === true,
			hiddenRows: new Set(hiddenRows),
			hiddenColumns: new Set(hiddenColumns)
		});
	});
}
