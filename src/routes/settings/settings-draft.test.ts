import { describe, expect, it } from 'vitest';
import { emptyProject } from '$lib/model/project';
import { settingsDraft, withSettings } from './settings-draft';

const project = emptyProject();
const draft = settingsDraft(project);

describe('settings', () => {
	it('come back as they were where nothing was changed', () => {
		expect(withSettings(project, draft)).toEqual(project);
	});
	it('take a name, k and a typed reliability with its source', () => {
		const next = withSettings(project, {
			name: { kk: 'Қолдау ', ru: '', en: '' },
			k: '7',
			reliability: '0,85',
			reliabilitySource: 'Андреев, 1999'
		});
		expect(next).toMatchObject({
			name: { kk: 'Қолдау' },
			privacy: { k: 7 },
			reliability: { value: 0.85, source: 'Андреев, 1999' }
		});
		expect(next).not.toHaveProperty('name.ru');
	});
	it.each([
		[{ name: { kk: ' ', ru: '', en: '' } }, ['name']],
		[{ k: '2' }, ['k']],
		[{ k: '21' }, ['k']],
		[{ k: '' }, ['k']],
		[{ k: '5,5' }, ['k']],
		[{ reliability: '1', reliabilitySource: 'x' }, ['reliability']],
		[{ reliability: 'жоғары', reliabilitySource: 'x' }, ['reliability']],
		[{ reliability: '0,9' }, ['reliability_source']]
	])('refuse %j', (change, problems) => {
		expect(withSettings(project, { ...draft, ...change })).toEqual(problems);
	});
});
