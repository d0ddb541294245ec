import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const ARCHIVE = new URL('../../reference/import/pollock.tar.br', import.meta.url);
const BLOCK = 512;

function field(block: Uint8Array, from: number, length: number): string {
	const text = new TextDecoder('latin1').decode(block.subarray(from, from + length));
	const end = text.indexOf('\u0000');
	return end < 0 ? text : text.slice(0, end);
}

/** Plain files of the benchmark by path, from its brotli tar (ustar headers, regular files only). */
export function pollockFiles(): Map<string, Uint8Array> {
	const tar = new Uint8Array(brotliDecompressSync(readFileSync(ARCHIVE)));
	const files = new Map<string, Uint8Array>();
	let at = 0;
	while (at + BLOCK <= tar.length && tar[at] !== 0) {
		const header = tar.subarray(at, at + BLOCK);
		const prefix = field(header, 345, 155);
		const path = (prefix === '' ? '' : `${prefix}/`) + field(header, 0, 100);
		const size = parseInt(field(header, 124, 12), 8);
		const kind = field(header, 156, 1);
		if (kind === '0' || kind === '') files.set(path, tar.slice(at + BLOCK, at + BLOCK + size));
		at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
	}
	return files;
}
