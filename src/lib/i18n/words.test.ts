import { expect, it } from 'vitest';
import { sentence } from './words';

it('says a count as a part of a whole with the ending it is read with', () => {
	const words = { code: 'c4_growth_counts', params: { n: 44, growth: 18, decline: 3 } };
	expect(sentence(words, 'kk')).toBe('44 мұғалімнің 18-і сенімді өсті, 3-і сенімді төмендеді.');
	expect(sentence(words, 'ru')).toBe('Из 44 учителей надёжно выросли 18, снизились 3.');
	expect(sentence(words, 'en')).toBe('18 of 44 rated teachers grew reliably, 3 declined.');
});
