const LETTERS: Record<string, string> = {
	а: 'a',
	ә: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	ғ: 'g',
	д: 'd',
	е: 'e',
	ё: 'e',
	ж: 'zh',
	з: 'z',
	и: 'i',
	й: 'i',
	к: 'k',
	қ: 'q',
	л: 'l',
	м: 'm',
	н: 'n',
	ң: 'ng',
	о: 'o',
	ө: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ұ: 'u',
	ү: 'u',
	ф: 'f',
	х: 'h',
	һ: 'h',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'sh',
	ы: 'y',
	і: 'i',
	э: 'e',
	ю: 'yu',
	я: 'ya'
};

/** An identifier from words in any of the three languages: Latin letters, digits and `_`, at most 24, never empty. */
export function slug(text: string): string {
	let out = '';
	for (const letter of text.toLowerCase().normalize('NFC')) {
		out += LETTERS[letter] ?? (/[a-z0-9]/.test(letter) ? letter : /[ъь]/.test(letter) ? '' : '_');
	}
	const trimmed = out
		.replace(/_+/g, '_')
		.replace(/^[_\d]+/, '')
		.slice(0, 24)
		.replace(/_+$/, '');
	return trimmed === '' ? 'group' : trimmed;
}
