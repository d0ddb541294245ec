import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, methodFault } from '$lib/measures/methods';
import { BUILT_IN_METHODS } from '$lib/model/methods';
import { emptyProject, project as projectSchema, type Project } from '$lib/model/project';
import {
	bandIds,
	draftOf,
	draftProblems,
	emptyDraft,
	methodOfDraft,
	withInstrumentMethod,
	withMethod,
	type MethodDraft
} from './method-draft';

const project = emptyProject();
const text = (en: string) => ({ kk: '', ru: '', en });

function draft(bands: [string, string][], low = '0', high = '1'): MethodDraft {
	return {
		...emptyDraft(),
		title: text('Our own'),
		low,
		high,
		bands: bands.map(([from, to], at) => ({ from, to, title: text(`level ${at}`) }))
	};
}

describe('a method typed by a school', () => {
	it('is refused with the gap named, as schools write it', () => {
		const gaps = draft([
			['0', '0,40'],
			['0,41', '0,70'],
			['0.71', '1']
		]);
		expect(draftProblems(gaps, project)).toEqual([
			{ code: 'gap', from: 0.4, to: 0.41 },
			{ code: 'gap', from: 0.7, to: 0.71 }
		]);
	});

	it('becomes cuts where its levels meet, whatever their order', () => {
		const sound = draft([
			['0,7', '1'],
			['0', '0,4'],
			['0,4', '0,7']
		]);
		expect(draftProblems(sound, project)).toEqual([]);
		const method = methodOfDraft(sound, project);
		expect(method).toMatchObject({ id: 'school-1', version: 1, cuts: [0.4, 0.7], low: 0, high: 1 });
		expect(method.bands).toEqual([
			{ id: 'low', title: { en: 'level 1' } },
			{ id: 'medium', title: { en: 'level 2' } },
			{ id: 'high', title: { en: 'level 0' } }
		]);
		expect(methodFault(method)).toBeNull();
	});

	it('says which field is missing', () => {
		const empty = { ...emptyDraft(), low: '4', high: '0' };
		expect(draftProblems(empty, project).map((problem) => problem.code)).toEqual([
			'title',
			'ends',
			...Array<string>(3).fill('number'),
			...Array<string>(3).fill('band_title')
		]);
	});

	it('is read back as it was typed, for any sound set of levels', () => {
		const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(cuts, fc.constantFrom('left' as const, 'right' as const), (unsorted, closed) => {
				const ends = [0, ...unsorted.sort((a, b) => a - b), 40].map((end) => String(end / 10));
				const bands = ends.slice(1).map((to, at): [string, string] => [ends[at] ?? '', to]);
				const typed = { ...draft(bands, '0', '4'), closed };
				const method = methodOfDraft(typed, project);
				expect(methodFault(method)).toBeNull();
				expect(draftOf(method, 'copy')).toEqual(typed);
				expect(bandOf(4, method)).toBe('high');
				expect(bandOf(0, method)).toBe('low');
			})
		);
	});
});

describe('changing a method', () => {
	const first = methodOfDraft(
		draft([
			['0', '0,5'],
			['0,5', '1']
		]),
		project
	);
	const held = withMethod(project, first);

	it('makes a new version and leaves the old one as it was', () => {
		const edited = { ...draftOf(first, 'edit'), source: 'Order 12' };
		const next = withMethod(held, methodOfDraft(edited, held));
		expect(next.methods[0]).toEqual(first);
		expect(next.methods[1]).toEqual({ ...first, version: 2, source: 'Order 12' });
	});

	it('is refused where nothing was changed', () => {
		expect(draftProblems(draftOf(first, 'edit'), held)).toEqual([{ code: 'unchanged' }]);
	});

	it('of a built-in one is a copy under a new id', () => {
		for (const method of BUILT_IN_METHODS) {
			const copy = methodOfDraft(draftOf(method, 'copy'), held);
			expect(copy).toEqual({ ...method, id: 'school-2', version: 1 });
		}
	});
});

describe('levels', () => {
	it.each([
		[1, ['low']],
		[2, ['low', 'high']],
		[3, ['low', 'medium', 'high']],
		[4, ['low', 'medium_1', 'medium_2', 'high']]
	])('%i have ids from low to high', (count, ids) => {
		expect(bandIds(count)).toEqual(ids);
	});
});

describe('the method of a questionnaire', () => {
	const held: Project = projectSchema.parse({
		...project,
		instruments: ['a', 'b'].map((id) => ({
			id,
			kind: 'survey',
			audience: 'pupil',
			title: { en: id },
			items: []
		}))
	});
	const method = methodOfDraft(
		draft([
			['0', '0,5'],
			['0,5', '1']
		]),
		held
	);

	it('is chosen for it alone, and given back', () => {
		const chosen = withInstrumentMethod(held, 'a', method);
		expect(chosen.instruments.map((one) => one.method)).toEqual(['school-1@1', undefined]);
		expect(withInstrumentMethod(chosen, 'a', null)).toEqual(held);
	});
});
