import { isZip } from '../file-kind';
import { Refusal } from '../refusal';
import type { Grid } from './grid';
import { openOds } from './open-ods';
import { openXls } from './open-xls';
import { openXlsx } from './open-xlsx';
import { packageParts, partText } from './package-parts';

type WorkbookFormat = 'xlsx' | 'xls' | 'ods';

/** A workbook as its sheets of text. */
export interface OpenedWorkbook {
	format: WorkbookFormat;
	sheets: Grid[];
}

async function openPackage(bytes: Uint8Array): Promise<OpenedWorkbook> {
	const parts = packageParts(bytes);
	if (parts.has('[Content_Types].xml')) return { format: 'xlsx', sheets: await openXlsx(parts) };
	if (partText(parts, 'mimetype').startsWith('application/vnd.oasis.opendocument.spreadsheet'))
		return { format: 'ods', sheets: await openOds(parts) };
	throw new Refusal('damaged-workbook');
}

/** Opens a workbook by its first bytes, whatever it is called, or says why it cannot be opened. Never throws on any bytes. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook | Refusal> {
	try {
		if (isZip(bytes)) return await openPackage(bytes);
		return { format: 'xls', sheets: await openXls(bytes) };
	} catch (cause) {
		if (cause instanceof Refusal && cause.code !== 'damaged-archive') return cause;
		return new Refusal('damaged-workbook');
	}
}
