import { describe, expect, test } from 'vitest';
import { emptyProject, item, project as projectSchema } from '$lib/model/project';
import { comparability, ledgerEntries } from './ledger';

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

describe('what follows for the comparison', () => {
	const levels = [1, 2, 3].map((value) => ({ value, labels: [`${value}`] }));
	const scales = [
		{ id: 'a', levels, favourable: [3] },
		{ id: 'b', levels, favourable: [2, 3] },
		{ id: 'plain', levels }
	];
	const instrument = (id: string, audience: string, items: object[]) => ({
		...{ id, kind: 'survey', audience, title: { en: id }, items }
	});
	const wave = (id: string) => ({
		...{ id, stage: id, schoolYear: '2014-2015', from: '2014-09-01', to: '2015-08-31', label: { en: id } }
	});
	const project = projectSchema.parse({
		...emptyProject(),
		waves: ['w1', 'w3'].map(wave),
		scales,
		instruments: [
			instrument('teachers', 'teacher', [
				{ id: 'same', versions: [version(['w1', 'w3'])] },
				{ id: 'declared', versions: [version(['w1']), version(['w3'], { scale: 'b' })] },
				{ id: 'undeclared', versions: [version(['w1']), version(['w3'], { scale: 'plain' })] },
				{ id: 'other_words', versions: [version(['w1']), version(['w3'], { text: { en: 'Other' } })] },
				{ id: 'added', versions: [version(['w3'])] },
				{ id: 'gone', versions: [version(['w1'])] },
				{ id: 'moved', versions: [version(['w1'])] },
				{ id: 'never', versions: [version([])] },
				{ id: 'words', kind: 'text', versions: [version(['w1'])] }
			]),
			instrument('parents', 'parent', [{ id: 'moved', versions: [version(['w3'])] }])
		]
	});
	const [teachers, parents] = project.instruments;
	if (!teachers || !parents) throw new Error('no instruments');

	test('is said of every item asked in either wave, in the order of the questionnaire', () => {
		const entries = ledgerEntries(teachers, project, 'w3', 'w1');
		expect(entries.map((line) => [line.item, line.comparability, line.effect, line.askedOf])).toEqual([
			['same', 'identical', 'compared', null],
			['declared', 'rescaled', 'pomp_and_favourable', null],
			['undeclared', 'rescaled', 'pomp', null],
			['other_words', 'reworded', 'no_difference_reworded', null],
			['added', 'new', 'no_earlier', null],
			['gone', 'dropped', 'no_later', null],
			['moved', 'other_audience', 'other_audience', 'parent']
		]);
		expect(ledgerEntries(parents, project, 'w3', 'w1')[0]).toMatchObject({
			askedOf: 'teacher',
			earlier: null
		});
	});

	test('goes with what was asked then and now', () => {
		const line = ledgerEntries(teachers, project, 'w3', 'w1').find((one) => one.item === 'other_words');
		expect([line?.earlier?.text, line?.later?.text]).toEqual([{ en: 'Same' }, { en: 'Other' }]);
	});
});
