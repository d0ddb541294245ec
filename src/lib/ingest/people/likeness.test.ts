import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { likeness } from './likeness';
import { nameForm, personKey } from './name-form';

const like = (a: string, b: string) => likeness(nameForm(a), nameForm(b));

describe('two ways of writing one person', () => {
	test.each([
		['АХМЕТОВА  айгүл', 'Ахметова Айгүл', 'same_after_folding'],
		['Королёв Пётр', 'Королев Петр', 'same_after_folding'],
		['Ахметова, Айгүл', 'Ахметова Айгүл', 'same_after_folding'],
		['Aхметова Айгүл', 'Ахметова Айгүл', 'look_alike'],
		['Сериков Әлi', 'Сериков Әлі', 'look_alike'],
		['Сериков Əлі', 'Сериков Әлі', 'look_alike'],
		['Жаhан Омар', 'Жаһан Омар', 'look_alike'],
		['Айгүл Ахметова', 'Ахметова Айгүл', 'word_order'],
		['Ахметова Айгуль', 'Ахметова Айгүл', 'spelling'],
		['Нурлан Сериков', 'Нұрлан Серіков', 'spelling'],
		['Ахметова Айгуль Сериккызы', 'Ахметова Айгүл Серікқызы', 'spelling'],
		['Ахметова Айгүл Серік қызы', 'Ахметова Айгүл Серікқызы', 'same_after_folding'],
		['Оспанов Нурлан Ержанулы', 'Оспанов Нұрлан Ержанұлы', 'spelling'],
		['Ахметова Айгүл Сериковна', 'Ахметова Айгүл Серікқызы', 'spelling'],
		['Ахметова А. С.', 'Ахметова Айгүл Серікқызы', 'initials'],
		['Ахметова А.С.', 'Ахметова Айгүл Серікқызы', 'initials'],
		['А. Ахметова', 'Ахметова Айгүл', 'initials'],
		['Ахметова A.', 'Ахметова Айгүл', 'initials'],
		['Ахметова Айгүл', 'Ахметова Айгүл Серікқызы', 'no_patronymic'],
		['Ахмтеова Айгүл', 'Ахметова Айгүл', 'transposition'],
		['Ахмедова Айгүл', 'Ахметова Айгүл', 'one_letter'],
		['Ахметва Айгүл', 'Ахметова Айгүл', 'one_letter'],
		['Ахмидова Айгүл', 'Ахметова Айгүл', 'two_letters'],
		['Ахметова', 'Ахметова Айгүл', 'surname_only'],
		['Т07', 'T07', 'code_form'],
		['t7', 'T07', 'code_form'],
		['T-07', 'T07', 'code_form'],
		['007', '7', 'code_form']
	])('«%s» and «%s»: %s', (a, b, reason) => {
		expect(like(a, b)?.reason).toBe(reason);
		expect(like(b, a)).toEqual(like(a, b));
	});

	test.each([
		['Ахметова Айгүл', 'Ахметова Асель'],
		['Ахметова А.', 'Ахметова Динара'],
		['Ахметова Айгүл Серікқызы', 'Ахметова Айгүл Ерланқызы'],
		['Ли Мин', 'Ле Мин'],
		['Айгүл', 'Асель'],
		['T99', 'T09'],
		['T70', 'T07'],
		['aigul1@mail.kz', 'aigul2@mail.kz'],
		['А. С.', 'Ахметова Сәуле']
	])('«%s» and «%s» are two people', (a, b) => {
		expect(like(a, b)).toBeNull();
	});

	test('ұ and ү, й and и are never one by themselves: they only propose', () => {
		expect(personKey('Тұрсын')).not.toBe(personKey('Түрсын'));
		expect(personKey('Андрей')).not.toBe(personKey('Андреи'));
		expect(like('Тұрсын Омар', 'Түрсын Омар')?.reason).toBe('spelling');
		expect(like('Андрей Ким', 'Андреи Ким')?.reason).toBe('spelling');
	});
});

const NAME = fc
	.array(fc.stringMatching(/^[А-ЯӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһіaeoci]{0,9}\.?$/u), { minLength: 1, maxLength: 3 })
	.map((words) => words.join(' '));

property.prop([NAME, NAME])('likeness is symmetric and of a known size', (a, b) => {
	const found = like(a, b);
	expect(like(b, a)).toEqual(found);
	if (found) expect(found.similarity > 0 && found.similarity <= 1).toBe(true);
});

property.prop([fc.string({ unit: 'grapheme' })])('the key of a person ignores its own folding', (text) => {
	expect(personKey(personKey(text))).toBe(personKey(text));
	expect(personKey(` ${text}\u00a0`)).toBe(personKey(text));
});
