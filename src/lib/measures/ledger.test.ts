import { expect, test } from 'vitest';
import { item } from '$lib/model/project';
import { comparability } from './ledger';

const version = (waves: string[], over: object = {}) => ({
	waves,
	text: { en: 'Same' },
	scale: 'a',
	...over
});
const between = (...versions: object[]) => comparability(item.parse({ id: 'i', versions }), 'w3', 'w1');

test('one version for both waves is identical', () => {
	expect(between(version(['w1', 'w3']))).toBe('identical');
});

test('versions that differ in nothing are identical', () => {
	expect(between(version(['w1']), version(['w3']))).toBe('identical');
});

test('what the codebook says of a change is taken', () => {
	expect(between(version(['w1']), version(['w3'], { change: 'reworded' }))).toBe('reworded');
	expect(between(version(['w1']), version(['w3'], { scale: 'b', change: 'rescaled' }))).toBe('rescaled');
});

test('an unsaid change is found from text and scale', () => {
	expect(between(version(['w1']), version(['w3'], { text: { en: 'Other' } }))).toBe('reworded');
	expect(between(version(['w1']), version(['w3'], { scale: 'b' }))).toBe('rescaled');
});

test('a translation added later is no rewording', () => {
	expect(between(version(['w1']), version(['w3'], { text: { en: 'Same', kk: 'Сол' } }))).toBe('identical');
});

test('a rewording on the way counts even if the last step was another', () => {
	const reworded = version(['w2'], { change: 'reworded' });
	expect(between(version(['w1']), reworded, version(['w3'], { scale: 'b', change: 'rescaled' }))).toBe(
		'reworded'
	);
});

test('asked once only is new or dropped, asked never is nothing', () => {
	expect(between(version(['w3']))).toBe('new');
	expect(between(version(['w1']))).toBe('dropped');
	expect(between(version(['w2']))).toBeNull();
});
