import { codePageTable, type CodePage } from '../../../src/lib/ingest/reading/code-pages';

/** Bytes of a text in an encoding a school's file may have; throws where a character has no place in it. */
export function encodeText(text: string, encoding: CodePage | 'utf-8' | 'utf-16le' | 'utf-16be'): Uint8Array {
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	if (encoding === 'utf-16le' || encoding === 'utf-16be') {
		const bytes = new Uint8Array(text.length * 2);
		const view = new DataView(bytes.buffer);
		for (let i = 0; i < text.length; i += 1)
			view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
		return bytes;
	}
	const table = codePageTable(encoding);
	return Uint8Array.from([...text], (character) => {
		const byte = table.indexOf(character);
		if (byte < 0) throw new RangeError(`${character} is not in ${encoding}`);
		return byte;
	});
}
