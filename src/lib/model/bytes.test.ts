import { expect, test } from 'vitest';
import { crc32, joinedBytes } from './bytes';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the check value of CRC-32', () => {
	expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
	expect(crc32(new Uint8Array())).toBe(0);
});

test('parts stand one after another', () => {
	expect(joinedBytes([bytes('аб'), new Uint8Array(), bytes('в')])).toEqual(bytes('абв'));
});
