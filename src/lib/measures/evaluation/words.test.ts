import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import { sentence } from '$lib/i18n/words';
import { EVENT_KINDS } from '$lib/ingest/vocabulary/events';
import type { Evaluation } from '$lib/model/evaluation';
import { selection } from '$lib/model/selection';
import { LOCALES } from '$lib/model/text';
import type { Words } from '$lib/model/words';
import { evaluate } from '../evaluate';
import { countSchool } from '../testing/counting';
import { FULL_SCHOOL } from '../testing/full-school';
import { schoolProject } from '../testing/school';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

const folder = new URL('.', import.meta.url);
const messages = JSON.parse(readFileSync('messages/evaluation/kk.json', 'utf8')) as Record<string, string>;

test('every code written in the evaluation has a message', () => {
	const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
	const text = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
	const codes = [
		...text.matchAll(/'((?:c[1-4]?|caution|summary|unjudged|coverage|not_reached)_[a-z0-9_]+|not_reached)'/g)
	].map(([, code]) => code);
	expect(codes.length).toBeGreaterThan(60);
	expect(codes.filter((code) => !(`evaluation_${code}` in messages))).toEqual([]);
});

test('every code made from a word has a message', () => {
	const made = [
		...['rose', 'fell', 'no_clear_change', 'practically_unchanged', 'hidden'].map(
			(verdict) => `c1_${verdict}`
		),
		...['low', 'medium', 'high'].map((level) => `c3_${level}`),
		...['reworded', 'rescaled', 'new', 'dropped'].flatMap((kind) => [
			`caution_${kind}_one`,
			`caution_${kind}_many`
		]),
		...[1, 2, 3, 4].flatMap((count) => [`summary_forward_${count}`, `summary_back_${count}`]),
		...[1, 2, 3].flatMap((count) => [`summary_but_back_${count}`, `summary_unknown_${count}`]),
		...['self', 'mentor', 'administration'].map((rater) => `rater_${rater}`),
		...EVENT_KINDS.map((kind) => `kind_${kind}`)
	];
	expect(made.filter((code) => !(`evaluation_${code}` in messages))).toEqual([]);
});

function allWords({ summary, criteria, notReached, unjudged }: Evaluation): Words[] {
	return [
		summary,
		...criteria.flatMap(({ text, detail, cautions }) => [text, ...detail, ...cautions]),
		...notReached,
		...unjudged
	];
}

test.each(LOCALES)('the sentences of a whole school are complete in %s', async (locale) => {
	const project = schoolProject((draft) =>
		Object.assign(draft, { reliability: { value: 0.8, source: 'manual' } })
	);
	const counts = await countSchool(engine, FULL_SCHOOL, project);
	for (const chosen of [{}, { groups: { department: 'Maths' } }, { module: 1 }]) {
		for (const words of allWords(evaluate(counts, project, selection.parse(chosen)))) {
			expect(sentence(words, locale)).toMatch(/^[^{}]{8,}[.]$/u);
		}
	}
});

test('the headline reads as a school would say it', async () => {
	const counts = await countSchool(engine, FULL_SCHOOL, schoolProject());
	const [first, second, third] = evaluate(counts, schoolProject(), selection.parse({})).criteria;
	expect(sentence(first.text, 'kk')).toBe('Қанағаттану деңгейі жоғары мұғалімдер үлесі өсті.');
	expect(sentence(first.text, 'ru')).toBe('Доля учителей с высоким уровнем удовлетворённости выросла.');
	expect(sentence(second.text, 'kk')).toBe('2 нысананың ішінен 1 нысанаға жеттік.');
	expect(sentence(third.text, 'en')).toBe('The satisfaction of teachers is high.');
});
