import { describe, expect, it } from 'vitest';
import { refusedExportWords } from '$lib/i18n/export-words';
import { project as projectSchema } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { LOCALES } from '$lib/model/text';
import { ExportRecord, type Shelf } from './export-record';

const project = projectSchema.parse({ olshem: 1, name: { en: 'School' } });

function share(n: number, group?: string): Result {
	return {
		id: `favourable|pupils|p1|w1|${group ?? ''}`,
		...{ measure: 'favourable', version: 1, criterion: 3, unit: 'percent', stage: 'I' },
		...{ instrument: 'pupils', item: 'p1', wave: 'w1', value: 50, n },
		...(group === undefined ? {} : { groupKind: 'class', group })
	};
}

function shelf(): Shelf & { texts: Map<string, string> } {
	const texts = new Map<string, string>();
	return {
		texts,
		getItem: (key) => texts.get(key) ?? null,
		setItem: (key, text) => void texts.set(key, text)
	};
}

describe('ExportRecord', () => {
	it('lets figures leave that tell nothing together, and the same figure again', () => {
		const record = new ExportRecord(shelf());
		expect(record.release([share(30), share(20, '7A')], project)).toBeNull();
		expect(record.release([share(30), share(20, '7A')], project)).toBeNull();
		expect(record.release([share(10, '7B')], project)).toBeNull();
	});

	it('refuses a figure that leaves a small group over, and does not count it as saved', () => {
		const record = new ExportRecord(shelf());
		expect(record.release([share(20, '7A')], project)).toBeNull();
		expect(record.release([share(23)], project)).toMatchObject({ n: 3 });
		expect(record.release([share(40)], project)).toBeNull();
	});

	it('remembers what left on another day, and of which school', () => {
		const kept = shelf();
		expect(new ExportRecord(kept).release([share(21)], project)).toBeNull();
		const found = new ExportRecord(kept).release([share(24)], project);
		expect(found).toMatchObject({ whole: { n: 24 }, parts: [{ n: 21 }], n: 3 });
		const other = projectSchema.parse({ olshem: 1, name: { en: 'Other' } });
		expect(new ExportRecord(kept).release([share(24)], other)).toBeNull();
	});

	it('keeps how many answered, and nothing of what', () => {
		const kept = shelf();
		new ExportRecord(kept).release([share(21)], project);
		expect([...kept.texts.values()].join()).not.toContain('50');
	});

	it('goes on with an unreadable or forbidden storage', () => {
		const broken: Shelf = {
			getItem: () => '{"x": 1',
			setItem: () => {
				throw new Error('full');
			}
		};
		const record = new ExportRecord(broken);
		expect(record.release([share(21)], project)).toBeNull();
		expect(record.release([share(24)], project)).toMatchObject({ n: 3 });
	});

	it('says which numbers tell it, in every language', () => {
		const record = new ExportRecord(null);
		record.release([share(20, '7A')], project);
		const found = record.release([share(23)], project);
		expect(found).not.toBeNull();
		for (const locale of LOCALES) {
			const words = found ? refusedExportWords(found, project, locale) : '';
			for (const part of ['23', '20', '7A', '5']) expect(words).toContain(part);
		}
	});
});
