import { describe, expect, it } from 'vitest';
import { emptyProject, project as projectSchema } from '$lib/model/project';
import { countsOf, entriesOf, isChanged, textsOf, wavePairs } from './ledger-view';

const wave = (id: string) => ({
	...{ id, stage: id, schoolYear: '2014-2015', from: '2014-09-01', to: '2015-08-31', label: { en: id } }
});
const asked = (waves: string[], text: object) => ({ waves, text, scale: null });
const project = projectSchema.parse({
	...emptyProject(),
	waves: ['w1', 'w2', 'w3'].map(wave),
	instruments: [
		{
			...{ id: 'teachers', kind: 'survey', audience: 'teacher', title: { en: 'Teachers' } },
			items: [
				{ id: 'same', versions: [asked(['w1', 'w2', 'w3'], { en: 'Same' })] },
				{ id: 'gone', versions: [asked(['w1'], { en: 'Gone' })] },
				{
					id: 'words',
					versions: [
						asked(['w1'], { en: 'My mentor helps', ru: 'Наставник помогает' }),
						asked(['w3'], { en: 'My mentor helps', ru: 'Наставник мешает' })
					]
				}
			]
		},
		{
			...{ id: 'pupils', kind: 'survey', audience: 'pupil', title: { en: 'Pupils' } },
			items: [{ id: 'once', versions: [asked(['w3'], { en: 'Once' })] }]
		}
	]
});

it('pairs every wave with every earlier one', () => {
	expect(wavePairs(project).map(({ wave, against }) => `${against} ${wave}`)).toEqual([
		'w1 w2',
		'w1 w3',
		'w2 w3'
	]);
});

describe('the lines of two waves', () => {
	const entries = entriesOf(project, { wave: 'w3', against: 'w1' });

	it('are of questionnaires given in both, counted by kind, the changed apart', () => {
		expect(
			entries
				.filter(isChanged)
				.map(({ item }) => item)
				.sort()
		).toEqual(['gone', 'words']);
		expect(countsOf(entries)).toEqual({
			...{ identical: 1, rescaled: 0, reworded: 1, new: 0, dropped: 1, other_audience: 0 }
		});
	});

	it('show a rewording in the language it was made in', () => {
		const words = entries.find(({ item }) => item === 'words');
		if (!words) throw new Error('no entry');
		expect(textsOf(words, 'en').later).toEqual([
			{ text: 'Наставник ', changed: false },
			{ text: 'мешает', changed: true }
		]);
	});

	it('have no text where nothing was asked', () => {
		const gone = entries.find(({ item }) => item === 'gone');
		if (!gone) throw new Error('no entry');
		expect(textsOf(gone, 'en')).toEqual({ earlier: [{ text: 'Gone', changed: false }], later: null });
	});
});
