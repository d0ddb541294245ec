import { expect, test } from 'vitest';
import { codesFor, saltOf } from './storing-codes';

const SALT = saltOf(new Uint8Array(16).fill(5));

test('spellings of one person have one code, people have different ones', async () => {
	const emails = await codesFor(['a@b.kz', ' A@B.KZ', 'c@d.kz'], 'email', SALT);
	expect(emails.get('a@b.kz')).toBe(emails.get(' A@B.KZ'));
	expect(emails.get('a@b.kz')).not.toBe(emails.get('c@d.kz'));
	const phones = await codesFor(['+7 (701) 000-00-00', '87010000000'], 'phone', SALT);
	expect(new Set(phones.values()).size).toBe(1);
	const names = await codesFor(['Ким  Вера', 'КИМ ВЕРА', 'Kим Вера'], 'name', SALT);
	expect(new Set(names.values()).size).toBe(1);
	expect([...names.values()][0]).toMatch(/^p[0-9a-f]{15}$/);
});

test('nobody has no code, and another salt gives another one', async () => {
	const codes = await codesFor(['anonymous', '-', 'нет данных', 'a@b.kz'], 'email', SALT);
	expect([...codes.keys()]).toEqual(['a@b.kz']);
	const other = await codesFor(['a@b.kz'], 'email', saltOf(new Uint8Array(16).fill(6)));
	expect(other.get('a@b.kz')).not.toBe(codes.get('a@b.kz'));
});
