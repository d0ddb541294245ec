import { expect, test } from 'vitest';
import type { PersonMatch } from '$lib/model/proposal';
import { peopleList, personWords, proposalWords, wayWords } from './people-list';

const match = (text: string, change: Partial<PersonMatch>): PersonMatch => ({
	source: 'a',
	text,
	rows: 1,
	lines: [2],
	joined: null,
	name: null,
	how: 'none',
	raterOnly: false,
	refused: false,
	proposals: [],
	...change
});
const proposal = { person: 'T1', name: 'Ахметова Айгүл', similarity: 0.8 };

test('every way of writing stands once, with all its files, where it belongs', () => {
	const list = peopleList([
		match('Ахметова А.', { proposals: [{ ...proposal, reason: 'initials' }] }),
		match('Ахметова А.', { source: 'b', proposals: [{ ...proposal, reason: 'initials' }] }),
		match('Айгүл Ахметова', { proposals: [{ ...proposal, reason: 'word_order' }] }),
		match('ахметова айгүл', { joined: 'T1', how: 'name' }),
		match('Ахметова', { joined: 'T1', how: 'accepted' }),
		match('Ким О.', { refused: true }),
		match('T99', {})
	]);
	expect(list.proposed.map(({ reason, ways }) => [reason, ways.map(({ places }) => places.length)])).toEqual([
		['word_order', [1]],
		['initials', [2]]
	]);
	const texts = (ways: { text: string }[]) => ways.map(({ text }) => text);
	expect(texts(list.joined)).toEqual(['ахметова айгүл', 'Ахметова']);
	expect(texts(list.refused)).toEqual(['Ким О.']);
	expect(texts(list.unmatched)).toEqual(['T99']);
});

test('a person is named with the code, or by what there is', () => {
	expect(personWords({ person: 'T1', name: 'Ахметова Айгүл' })).toBe('Ахметова Айгүл (T1)');
	expect(personWords({ person: 'Ахметова', name: null })).toBe('Ахметова');
});

test('Latin letters that look Cyrillic are told, in the way of writing or in the person it may be', () => {
	const way = (text: string, person: string, name: string | null) =>
		match(text, { proposals: [{ person, name, reason: 'look_alike', similarity: 0.98 }] });
	expect(wayWords(way('Acанова А.', 'T1', 'Асанова А.'), 'kk')).toBe('Acанова А. (латын әрпімен)');
	expect(wayWords(way('T012', 'Т012', 'Асанова А.'), 'kk')).toBe('T012 (латын әрпімен)');
	expect(wayWords(way('T12', 'T012', 'Асанова А.'), 'kk')).toBe('T12');
	expect(wayWords(way('Асанова А.', 'T1', 'Асанова Айгүл'), 'kk')).toBe('Асанова А.');
	expect(proposalWords({ person: 'T012', name: 'Асанова А.' }, 'Т012', 'ru')).toBe(
		'Асанова А. (T012 (латинскими буквами))'
	);
	expect(proposalWords({ person: 'T012', name: 'Асанова А.' }, 'Асанова', 'ru')).toBe('Асанова А. (T012)');
});
