import { readOds } from 'hucre';
import { Refusal } from '../refusal';
import { gridOf, type Grid } from './grid';
import { packed, partText, type PackageParts } from './package-parts';
import { ATTRIBUTES, attributesOf, xmlTags } from './xml-tags';

const CONTENT = 'content.xml';
/** Rows printed on every page, and outlines: hucre reads only the rows that stand in none of these. */
const WRAPPER = new RegExp(
	`</?table:table-(?:header-rows|rows|row-group|header-columns|columns|column-group)\\b${ATTRIBUTES}/?>`,
	'g'
);
const EMPTY_CELL = new RegExp(`<table:(covered-)?table-cell\\b(${ATTRIBUTES})/>`, 'g');
const FILLED_CELL = new RegExp(
	`<table:table-cell\\b(${ATTRIBUTES})>\\s*<text:p\\b${ATTRIBUTES}>([^<]*)<`,
	'g'
);

/** An empty cell keeps its place and its merge; its look would keep a million formatted rows alive. */
function emptyCell(whole: string, covered: string | undefined, attributes: string): string {
	if (/\boffice:|\btable:formula=/.test(attributes)) return whole;
	const plain = attributes.replace(
		/\s+table:(?:style-name|content-validation-name)\s*=\s*("[^"]*"|'[^']*')/g,
		''
	);
	return `<table:${covered ?? ''}table-cell${plain}/>`;
}

/** Errors, times of day and codes with leading zeros stand in the file as they are shown; their value says less. */
function shownCell(whole: string, attributes: string, text: string): string {
	const { ['office:value-type']: type, ['calcext:value-type']: kind } = attributesOf(attributes);
	const code = type === 'float' && /^0\d+$/.test(text);
	if (kind !== 'error' && type !== 'time' && !code) return whole;
	return whole.replace(/\boffice:value-type\s*=\s*("[^"]*"|'[^']*')/, 'office:value-type="string"');
}

interface HiddenParts {
	sheet: boolean;
	rows: Set<number>;
	columns: Set<number>;
}

const MOST_ROWS = 1_048_576;
const TELLS_OF_HIDDEN: ReadonlySet<string> = new Set([
	'style:style',
	'style:table-properties',
	'table:table',
	'table:table-row',
	'table:table-column'
]);

/** What each table of the document hides. */
function hiddenParts(xml: string): HiddenParts[] {
	const hiddenStyles = new Set<string>();
	const tables: HiddenParts[] = [];
	let style = '';
	let row = 0;
	let column = 0;
	for (const tag of xmlTags(xml)) {
		if (tag.closes || !TELLS_OF_HIDDEN.has(tag.name)) continue;
		const { name } = tag;
		const attributes = attributesOf(tag.attributes);
		const repeated = (of: string) =>
			Math.min(Number(attributes[`table:number-${of}-repeated`] ?? 1), MOST_ROWS);
		const hidden = /^(collapse|filter)$/.test(attributes['table:visibility'] ?? '');
		const table = tables.at(-1);
		if (name === 'style:style') style = attributes['style:name'] ?? '';
		else if (name === 'style:table-properties') {
			if (attributes['table:display'] === 'false') hiddenStyles.add(style);
		} else if (name === 'table:table') {
			const sheet = hiddenStyles.has(attributes['table:style-name'] ?? '');
			tables.push({ sheet, rows: new Set(), columns: new Set() });
			row = 0;
			column = 0;
		} else if (name === 'table:table-row') {
			const count = repeated('rows');
			for (let at = row; hidden && at < row + count; at += 1) table?.rows.add(at);
			row += count;
		} else {
			const count = repeated('columns');
			for (let at = column; hidden && at < column + count; at += 1) table?.columns.add(at);
			column += count;
		}
	}
	return tables;
}

/** The sheets of an .ods. Throws where it cannot be read whole. */
export async function openOds(parts: PackageParts): Promise<Grid[]> {
	if (partText(parts, 'META-INF/manifest.xml').includes('encryption-data'))
		throw new Refusal('encrypted-file');
	const content = partText(parts, CONTENT);
	const plain = content.replace(WRAPPER, '').replace(EMPTY_CELL, emptyCell).replace(FILLED_CELL, shownCell);
	const hidden = hiddenParts(plain);
	const workbook = await readOds(packed(new Map([...parts, [CONTENT, new TextEncoder().encode(plain)]])), {
		readStyles: true
	});
	return workbook.sheets.map((sheet, at) =>
		gridOf(sheet, {
			is1904: false,
			hidden: hidden[at]?.sheet ?? false,
			hiddenRows: hidden[at]?.rows ?? new Set(),
			hiddenColumns: hidden[at]?.columns ?? new Set()
		})
	);
}
