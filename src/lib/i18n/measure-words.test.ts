import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { catalogue } from '$lib/measures/catalogue';
import { LOCALES } from '$lib/model/text';
import {
	criterionName,
	groupKindName,
	measureDefinition,
	measureFormula,
	measureName,
	moduleName
} from './measure-words';

function texts(topic: string, locale: string): Record<string, string> {
	return JSON.parse(readFileSync(`messages/${topic}/${locale}.json`, 'utf8')) as Record<string, string>;
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(['measures', 'evaluation'])('messages of %s', (topic) => {
	test('have the same keys and placeholders in every language', () => {
		const kk = texts(topic, 'kk');
		for (const locale of LOCALES) {
			const other = texts(topic, locale);
			expect(Object.keys(other)).toEqual(Object.keys(kk));
			for (const [key, text] of Object.entries(other))
				expect([key, ...placeholders(text)]).toEqual([key, ...placeholders(kk[key] ?? '')]);
		}
	});

	test('never claim more than a measure can know', () => {
		const forbidden =
			/proved|proven|influenced|caused|significant|доказ|повлия|значим|дәлелде|әсер ет|p = 0/i;
		const all = LOCALES.flatMap((locale) => Object.values(texts(topic, locale)));
		expect(all.filter((text) => forbidden.test(text))).toEqual([]);
	});
});

test.each(LOCALES)('every measure has a name, a definition and a formula in %s', (locale) => {
	for (const { id } of catalogue) {
		const words = [measureName(id, locale), measureDefinition(id, locale), measureFormula(id, locale)];
		expect(words.every((text) => text.length > 3)).toBe(true);
		expect(new Set(words).size).toBe(3);
	}
});

test('criteria, groups and modules have names; an unknown kind stays as the data write it', () => {
	expect(criterionName(1, 'kk')).toBe('Алдыңғы көрсеткіштермен салыстыру');
	expect(groupKindName('department', 'en')).not.toBe('department');
	expect(groupKindName('кружок', 'ru')).toBe('кружок');
	expect(moduleName(3, 'en')).toMatch(/^3\. /);
});
