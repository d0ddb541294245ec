import { expect, test } from 'vitest';
import { quotedPlaces } from './issue-places';

const at = (text?: string) => ({ line: 3, ...(text === undefined ? {} : { text }) });

test('places of look-alike letters say which text has the Latin ones', () => {
	const places = [at('7А'), at('7A'), at('Сынып a')];
	expect(quotedPlaces({ code: 'homoglyphs', places }, 2, 'kk')).toEqual([
		{ words: '3-жол', text: '«7А»' },
		{ words: '3-жол', text: '«7A» (латын әрпімен)' }
	]);
});

test('other places quote their text, and tell a Latin letter inside a Cyrillic word', () => {
	const places = [at('#N/A'), at('жақcы'), at()];
	expect(quotedPlaces({ code: 'excel-errors', places }, 5, 'ru').map(({ text }) => text)).toEqual([
		'«#N/A»',
		'«жақcы» (латинскими буквами)',
		null
	]);
	const [long] = quotedPlaces({ code: 'huge-field', places: [at('а'.repeat(100))] }, 5, 'en');
	expect(long?.text).toBe(`“${'а'.repeat(80)}…”`);
});
