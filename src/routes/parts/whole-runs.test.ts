import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholeRuns } from './whole-runs';

const whole = (text: string) => wholeRuns(text).flatMap((part) => (part.whole ? [part.text] : []));

it('keeps together what a line may not part', () => {
	expect(whole('44 мұғалімнің 18-і оң, n = 44')).toEqual(['18-і', 'n = 44']);
	expect(whole('аралығы: +2…+33 тармақ (ықтимал 65–89%)')).toEqual(['+2…+33', '65–89%)']);
	expect(whole('үлесі – 75% [3; 4]')).toEqual(['үлесі –', '[3; 4]']);
});

it('lets a long name break', () => {
	expect(whole('сауалнама-2017-kk-мұғалімдердің-қанағаттануы-барлық-мектеп.csv')).toEqual([]);
});

it('gives back every character of the text', () => {
	const text = fc.stringMatching(/^[a-zа-я0-9 \u00a0;()[\]=–·→…%-]{0,80}$/u);
	fc.assert(
		fc.property(text, (words) => {
			expect(
				wholeRuns(words)
					.map((part) => part.text)
					.join('')
			).toBe(words);
		})
	);
});
