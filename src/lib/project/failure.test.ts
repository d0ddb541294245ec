import { describe, expect, test } from 'vitest';
import { projectFailureWords } from '$lib/i18n/project-words';
import { LOCALES } from '$lib/model/text';
import type { ProjectFailure } from './failure';

/** One of each: a code that is missing here does not compile. */
const FAILURES: { [Code in ProjectFailure['code']]: Extract<ProjectFailure, { code: Code }> } = {
	not_json: { code: 'not_json' },
	not_a_project: { code: 'not_a_project' },
	newer_version: { code: 'newer_version', found: 7, known: 1 },
	invalid: { code: 'invalid', path: 'waves[0].from', message: 'Invalid ISO date' },
	duplicate_id: { code: 'duplicate_id', path: 'waves[1]', id: 'w1' },
	unknown_id: { code: 'unknown_id', path: 'sources[0].wave', id: 'w9' },
	no_project: { code: 'no_project' },
	not_a_zip: { code: 'not_a_zip' },
	damaged_zip: { code: 'damaged_zip' },
	too_large: { code: 'too_large', megabytes: 500 },
	too_many_files: { code: 'too_many_files', limit: 900 },
	inflated: { code: 'inflated', name: 'bomb.csv' },
	unsafe_path: { code: 'unsafe_path', name: '../evil.csv' },
	source_missing: { code: 'source_missing', name: 'a.csv' },
	source_changed: { code: 'source_changed', name: 'a.csv' },
	not_found: { code: 'not_found' },
	storage_unavailable: { code: 'storage_unavailable' },
	storage_full: { code: 'storage_full' },
	open_elsewhere: { code: 'open_elsewhere' }
};

describe.each(LOCALES)('in %s', (locale) => {
	test.each(Object.values(FAILURES))('$code says what happened, where, and what to do', (failure) => {
		const words = projectFailureWords(failure, locale);
		const { code, ...params } = failure;
		for (const value of Object.values(params)) expect(words, code).toContain(String(value));
		expect(words).toMatch(/^[^{}]{20,}[.)] [^{}]{15,}\.$/);
	});
});

test('no two failures are told alike', () => {
	const told = LOCALES.flatMap((locale) =>
		Object.values(FAILURES).map((failure) => projectFailureWords(failure, locale))
	);
	expect(new Set(told).size).toBe(told.length);
});
