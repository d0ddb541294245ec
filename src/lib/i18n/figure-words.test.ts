import { describe, expect, it } from 'vitest';
import type { Result } from '$lib/model/result';
import { codeWord, reasonWords, shareLabel, shareSentence } from './figure-words';
import { kazakhPartEnding } from './number-endings';

const share: Result = {
	id: 'favourable|t|q1|w3',
	measure: 'favourable',
	version: 1,
	criterion: 3,
	stage: 'III',
	wave: 'w3',
	value: 82.35,
	count: 28,
	n: 34,
	low: 66.5,
	high: 91.7,
	unit: 'percent'
};

describe('shareSentence', () => {
	it('says a share as look.md asks', () => {
		expect(shareSentence('favourable', share, 'kk')).toBe('34 жауаптың 28-і оң (82%; 67–92% аралығында)');
		expect(shareSentence('favourable', share, 'en')).toBe('28 of 34 answers favourable (82%; likely 67–92%)');
		expect(shareSentence('favourable', share, 'ru')).toBe(
			'28 из 34 ответов положительные (82\u00a0%; вероятно 67–92\u00a0%)'
		);
	});

	it('says why where there is none', () => {
		const hidden: Result = { ...share, value: null, reason: 'suppressed' };
		expect(shareSentence('favourable', hidden, 'kk')).toBe('жасырылған: жауап 5-тен аз');
		expect(reasonWords({ reason: 'zero_variance' }, 'en')).toBe('not computed: too little data');
	});
});

it('says of every number what is less than it as it is read', () => {
	const spoken =
		'3-тен 4-тен 5-тен 6-дан 7-ден 8-ден 9-дан 10-нан 11-ден 12-ден 13-тен 16-дан 19-дан 20-дан 30-дан 40-тан 50-ден 60-тан 70-тен 80-нен 90-нан 100-ден 1000-нан';
	for (const word of spoken.split(' '))
		expect(reasonWords({ reason: 'suppressed' }, 'kk', Number.parseInt(word))).toBe(
			`жасырылған: жауап ${word.replace('1000', '1\u00a0000')} аз`
		);
	expect(reasonWords({ reason: 'suppressed' }, 'ru', 6)).toContain(' 6');
});

describe('kazakhPartEnding', () => {
	it('follows the last spoken word of the number', () => {
		const spoken = {
			1: 'і',
			2: 'сі',
			6: 'сы',
			7: 'сі',
			9: 'ы',
			10: 'ы',
			20: 'сы',
			50: 'і',
			60: 'ы',
			90: 'ы',
			100: 'і',
			1000: 'ы',
			19: 'ы'
		};
		for (const [value, ending] of Object.entries(spoken))
			expect(kazakhPartEnding(Number(value)), value).toBe(ending);
	});
});

describe('shareLabel', () => {
	it('shows counts under ten and percent from ten up', () => {
		expect(shareLabel({ value: 66.7, count: 4, n: 6 }, 'kk')).toBe('4/6');
		expect(shareLabel({ value: 82.35, count: 28, n: 34 }, 'kk')).toBe('82%');
		expect(shareLabel({ value: 56, n: null }, 'en', false)).toBe('56');
	});
});

describe('codeWord', () => {
	it('leaves a word of another school as it is', () => {
		expect(codeWord('kind', 'coaching', 'ru')).toBe('Коучинг');
		expect(codeWord('kind', 'hackathon', 'ru')).toBe('hackathon');
	});
});
