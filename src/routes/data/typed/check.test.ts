import { describe, expect, it } from 'vitest';
import { emptyProject, indicator, type Project } from '$lib/model/project';
import { checkActivity, checkExpected, checkIndicator, checkPopulation, checkWave } from './check';
import {
	activityDraft,
	expectedDraft,
	finishedWave,
	indicatorDraft,
	populationDraft,
	waveDraft,
	type IndicatorDraft
} from './drafts';

const project: Project = {
	...emptyProject(),
	waves: [
		{
			id: 'w1',
			stage: 'I',
			schoolYear: '2014-2015',
			from: '2014-09-01',
			to: '2015-08-31',
			label: { kk: 'I кезең' },
			baseline: true
		}
	],
	populations: [{ audience: 'parent', wave: 'w1', group: null, n: 210 }]
};

describe('a wave', () => {
	const draft = {
		...waveDraft(project, null),
		stage: 'II',
		schoolYear: '2015–16',
		from: '2015-09-01',
		to: '2016-08-31'
	};
	const check = (change: Partial<typeof draft>) =>
		checkWave(finishedWave({ ...draft, ...change }, null), project, null);

	it('is taken with its school year in one spelling and a label in three languages', () => {
		const { row } = check({});
		expect(row).toMatchObject({
			id: 'w2',
			schoolYear: '2015-2016',
			label: { kk: 'II кезең', ru: 'II этап', en: 'Stage II' }
		});
	});
	it.each([
		[{ stage: ' ' }, 'stage', 'required'],
		[{ schoolYear: '2015' }, 'schoolYear', 'school_year'],
		[{ from: '' }, 'from', 'required'],
		[{ to: '2015-02-30' }, 'to', 'date'],
		[{ to: '2015-09-01', from: '2016-01-01' }, 'to', 'order'],
		[{ from: '2015-08-31' }, 'from', 'overlap']
	] as const)('is refused with %j', (change, field, code) => {
		expect(check(change).problems?.[field]?.code).toBe(code);
	});
	it('does not overlap itself when it is edited', () => {
		const before = project.waves[0] ?? null;
		expect(checkWave(finishedWave(waveDraft(project, before), before), project, 0).problems).toBeNull();
	});
});

describe('a population', () => {
	const draft = { ...populationDraft(project, null), audience: 'pupil' as const };
	it('takes a whole number', () => {
		expect(checkPopulation({ ...draft, n: '1 200' }, project, null).row?.n).toBe(1200);
	});
	it.each([
		['', 'required'],
		['12,5', 'count'],
		['-3', 'count'],
		['көп', 'count']
	])('refuses %j', (n, code) => {
		expect(checkPopulation({ ...draft, n }, project, null).problems?.['n']?.code).toBe(code);
	});
	it('stands once per audience, wave and group', () => {
		const again = { ...draft, audience: 'parent' as const, n: '5' };
		expect(checkPopulation(again, project, null).problems?.['wave']?.code).toBe('twice');
		expect(checkPopulation(again, project, 0).problems).toBeNull();
		expect(checkPopulation({ ...again, group: 'class=7А' }, project, null).problems).toBeNull();
	});
});

describe('an activity', () => {
	const draft = { ...activityDraft(project, null), activity: 'Коучинг', month: '2015-02' };
	it('needs the day once it was held', () => {
		expect(checkActivity(draft).row?.heldOn).toBeNull();
		expect(checkActivity({ ...draft, status: 'done' }).problems?.['heldOn']?.code).toBe('required');
		expect(checkActivity({ ...draft, month: 'ақпан' }).problems?.['month']?.code).toBe('month');
	});
});

describe('a target', () => {
	const known = indicator.parse({
		indicator: 'open_lessons',
		title: { kk: 'Ашық сабақтар', ru: 'Открытые уроки' },
		measure: 'achievements_count',
		period: 'w1',
		kind: 'baseline',
		value: 12
	});
	const typed: Project = { ...project, indicators: [known] };
	const draft: IndicatorDraft = {
		...indicatorDraft(typed, null, 'kk'),
		name: 'Ашық сабақтар',
		measure: 'achievements_count',
		audience: '',
		value: '30',
		setOn: '2014-09-01'
	};
	const check = (change: Partial<IndicatorDraft>, index: number | null = null) =>
		checkIndicator({ ...draft, ...change }, typed, index);

	it('joins the indicator of the same name in any language', () => {
		expect(check({}).row).toMatchObject({
			indicator: 'open_lessons',
			kind: 'target',
			value: 30,
			audience: null
		});
		expect(check({ name: 'Открытые уроки' }).row?.indicator).toBe('open_lessons');
		expect(check({ name: 'Мақалалар' }).row).toMatchObject({
			indicator: 'Мақалалар',
			title: { kk: 'Мақалалар' }
		});
	});
	it.each([
		[{ name: '' }, 'name', 'required'],
		[{ value: '' }, 'value', 'required'],
		[{ value: 'көп' }, 'value', 'number'],
		[{ value: '12,5' }, 'value', 'count'],
		[{ setOn: '' }, 'setOn', 'required'],
		[{ measure: 'favourable' }, 'audience', 'required'],
		[{ measure: 'favourable', audience: 'teacher', value: '101' }, 'value', 'percent'],
		[{ measure: 'coefficient_u', audience: 'teacher', value: '4,2' }, 'value', 'coefficient'],
		[{ kind: 'published', source: '' }, 'source', 'required']
	] as const)('is refused with %j', (change, field, code) => {
		expect(check(change).problems?.[field]?.code).toBe(code);
	});
	it('that is a range has two ends in order', () => {
		const range = { direction: 'range' as const, value: '5' };
		expect(check({ ...range, valueTo: '8' }).row).toMatchObject({ value: 5, valueTo: 8 });
		expect(check({ ...range, valueTo: '' }).problems?.['valueTo']?.code).toBe('required');
		expect(check({ ...range, valueTo: '5' }).problems?.['valueTo']?.code).toBe('range');
		expect(check({ valueTo: '8' }).row).not.toHaveProperty('valueTo');
	});
	it('is refused where its direction contradicts the sign of target − baseline', () => {
		expect(check({ value: '10' }).problems?.['direction']).toEqual({
			code: 'direction_up',
			params: { target: 10, baseline: 12 }
		});
		expect(check({ direction: 'down' }).problems?.['direction']?.code).toBe('direction_down');
		expect(check({ direction: 'down', value: '10' }).problems).toBeNull();
		expect(check({ direction: 'hold', value: '10' }).problems).toBeNull();
		expect(check({ value: '12' }).problems).toBeNull();
	});
	it('is also refused when the baseline is typed after the target', () => {
		const target = { ...known, kind: 'target' as const, value: 30 };
		const after = { ...draft, kind: 'baseline' as const, value: '31', source: 'есеп' };
		expect(
			checkIndicator(after, { ...project, indicators: [target] }, null).problems?.['direction']?.code
		).toBe('direction_up');
	});
});

describe('an expected result', () => {
	const known = { id: 'confidence', indicators: [] };

	it('keeps the name of the programme unless another is written', () => {
		const draft = expectedDraft([known], known, 'ru');
		expect(checkExpected({ ...draft, indicators: ['open_lessons'] }).row).toEqual({
			id: 'confidence',
			indicators: ['open_lessons']
		});
		expect(checkExpected({ ...draft, name: 'Своя' }).row).toMatchObject({ title: { ru: 'Своя' } });
	});
	it('gets a free id, and needs a name', () => {
		const draft = expectedDraft([known, { id: 'e1', indicators: [] }], null, 'kk');
		expect(draft.id).toBe('e2');
		expect(checkExpected(draft).problems?.['name']?.code).toBe('required');
		expect(checkExpected({ ...draft, name: 'Жаңа' }).row).toMatchObject({ id: 'e2', title: { kk: 'Жаңа' } });
	});
});
