import { readXls } from 'hucre';
import { Refusal } from '../refusal';
import { xlsFacts } from './biff';
import { compoundStreams } from './compound';
import { gridOf, type Grid } from './grid';

/** The sheets of an .xls. Throws where it cannot be read whole; a new workbook with a password comes in the same container. */
export async function openXls(bytes: Uint8Array): Promise<Grid[]> {
	const streams = compoundStreams(bytes);
	if (streams.has('EncryptedPackage')) throw new Refusal('encrypted-file');
	const stream = streams.get('Workbook');
	if (!stream) throw new Refusal('damaged-workbook');
	const facts = xlsFacts(stream);
	const { sheets } = await readXls(bytes);
	return sheets.flatMap((sheet, at) => {
		const known = facts[at];
		return known ? [gridOf(sheet, known)] : [];
	});
}
