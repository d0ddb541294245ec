// Every message in every language, with the same placeholders; every message used somewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const LOCALES = ['kk', 'ru', 'en'];
const faults = [];

const texts = (message) =>
	typeof message === 'string' ? [message] : message.flatMap((variant) => Object.values(variant.match ?? {}));
const placeholders = (message) =>
	[...new Set(texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))]
		.sort()
		.join(',');

const seen = new Map();
for (const topic of readdirSync(join(root, 'messages'))) {
	const byLocale = LOCALES.map((locale) =>
		JSON.parse(readFileSync(join(root, 'messages', topic, `${locale}.json`), 'utf8'))
	);
	const keys = new Set(byLocale.flatMap(Object.keys));
	for (const key of keys) {
		if (key === '$schema') continue;
		const wanted = placeholders(byLocale[0][key] ?? '');
		LOCALES.forEach((locale, index) => {
			const message = byLocale[index][key];
			if (message === undefined) faults.push(`${topic}/${locale}: "${key}" is missing`);
			else if (texts(message).some((text) => text.trim() === ''))
				faults.push(`${topic}/${locale}: "${key}" is empty`);
			else if (placeholders(message) !== wanted)
				faults.push(`${topic}/${locale}: "${key}" has other placeholders than kk`);
		});
		if (seen.has(key)) faults.push(`"${key}" stands in ${seen.get(key)} and ${topic}`);
		seen.set(key, topic);
	}
}

if (seen.size === 0) faults.push('no messages found');
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
