import { strToU8, zipSync, type Zippable } from 'fflate';

/** A sheet of a workbook written by hand: the XML inside <worksheet>, and how it is listed. */
export interface MadeSheet {
	name: string;
	xml: string;
	state?: 'hidden' | 'veryHidden';
	/** Kind of the sheet by its relationship. */
	kind?: 'worksheet' | 'chartsheet';
}

export interface MadeWorkbook {
	sheets: readonly MadeSheet[];
	/** Number formats of the cell styles, from style 1 on. */
	formats?: readonly string[];
	/** Shared texts: the XML inside each <si>. */
	texts?: readonly string[];
	date1904?: boolean;
	/** Parts beside the usual ones, or in their place. */
	parts?: Record<string, Uint8Array>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

function parts({ sheets, formats = [], texts = [], date1904 = false }: MadeWorkbook): Record<string, string> {
	const listed = sheets.map(
		({ name, state }, at) =>
			`<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`
	);
	const links = sheets.map(
		({ kind = 'worksheet' }, at) =>
			`<Relationship Id="rId${at + 1}" Type="${LINKS}/${kind}" Target="${kind}s/sheet${at + 1}.xml"/>`
	);
	const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`);
	const own = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
	return {
		'[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}<Relationship Id="rIdS" Type="${LINKS}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
		...Object.fromEntries(
			sheets.map(({ xml, kind = 'worksheet' }, at) => [
				`xl/${kind}s/sheet${at + 1}.xml`,
				`${HEAD}<${kind} xmlns="${MAIN}">${xml}</${kind}>`
			])
		)
	};
}

/** An .xlsx with exactly the given XML in it. */
export function madeXlsx(workbook: MadeWorkbook): Uint8Array {
	const files: Zippable = {};
	for (const [path, text] of Object.entries(parts(workbook))) files[path] = strToU8(text);
	return zipSync({ ...files, ...workbook.parts });
}

/** A cell of a sheet by its place: text inline, numbers as values; `style` counts from 1. */
export function cell(place: string, value: string | number, style = 0): string {
	return typeof value === 'number'
		? `<c r="${place}" s="${style}"><v>${value}</v></c>`
		: `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** The rows of a sheet from row 1 and column A on; empty texts are no cells. */
export function sheetData(rows: readonly (readonly (string | number)[])[]): string {
	const lines = rows.map((row, at) => {
		const cells = row.map((value, column) =>
			value === '' ? '' : cell(`${String.fromCharCode(65 + column)}${at + 1}`, value)
		);
		return `<row r="${at + 1}">${cells.join('')}</row>`;
	});
	return `<sheetData>${lines.join('')}</sheetData>`;
}
