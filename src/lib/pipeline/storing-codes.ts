import { namesNobody, personalText, personKey } from '$lib/ingest/values/personal';
import type { PersonalKind } from '$lib/model/project';

/** Characters of a code: 60 bits, so that two people of a school do not get the same one. */
const CODE_LENGTH = 15;

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes of a salt: 128 bits. */
export const SALT_BYTES = 16;

/** A salt from random bytes, as the project keeps it. */
export const saltOf = (random: Uint8Array): string => hexOf(random.subarray(0, SALT_BYTES));

/**
 * Codes for the texts of a column that names people: HMAC-SHA-256 of the folded text under the project's salt, cut to
 * 60 bits. Spellings of one person that differ in case, spaces, look-alike letters, or the punctuation of a phone number
 * get one code, in every file of the project. Where nobody is named there is none.
 *
 * What a code protects: who sees a copy of the table alone cannot tell the person, nor compare people with those of
 * another project. What it does not: the salt is kept in the project, so whoever holds the project can test a guess
 * (take an e-mail or a name and see whether its code occurs). It is a pseudonym, not anonymity.
 */
export async function codesFor(
	texts: readonly string[],
	kind: PersonalKind,
	salt: string
): Promise<Map<string, string>> {
	const { subtle } = crypto;
	const encoder = new TextEncoder();
	const key = await subtle.importKey('raw', encoder.encode(salt), { name: 'HMAC', hash: 'SHA-256' }, false, [
		'sign'
	]);
	const codes = new Map<string, string>();
	for (const text of texts) {
		if (namesNobody(text)) continue;
		const own = personalText(text) ?? kind;
		const message = encoder.encode(`${own}:${personKey(own, text)}`);
		const signature = new Uint8Array(await subtle.sign('HMAC', key, message));
		codes.set(text, `p${hexOf(signature).slice(0, CODE_LENGTH)}`);
	}
	return codes;
}
