import { afterAll, describe, expect, it, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { countSchool } from '../testing/counting';
import { schoolProject } from '../testing/school';
import { byStep, wayOf } from './attribute-order';

const engine = await openNodeEngine();
afterAll(() => engine.close());

test.each([
	['category', 'екінші', 'бірінші', 'up'],
	['category', 'санаты жоқ', 'екінші', 'up'],
	['category', 'высшая', 'первая', 'down'],
	['category', 'Бірінші санат', 'первая', 'same'],
	['category', 'педагог-модератор', 'педагог-эксперт', 'up'],
	['category', 'зерттеуші', 'шебер', 'up'],
	['category', 'бірінші', 'педагог-эксперт', null],
	['category', 'бірінші', 'стажёр', null],
	['category', 'без категории', 'нет', 'same'],
	['course_level', '3', '2', 'up'],
	['course_level', '1', '3', 'down'],
	['course_level', 'базовый', 'advanced', 'up'],
	['course_level', 'II', 'екінші деңгей', 'same']
] as const)('%s: %s to %s is %s', (attribute, from, to, way) => {
	expect(wayOf(attribute, from, to)).toBe(way);
});

test('labels stand from the lowest up, unknown ones last', () => {
	expect(byStep('category', ['жоғары', 'басқа', 'екінші', 'санаты жоқ', 'бірінші'])).toEqual([
		...['санаты жоқ', 'екінші', 'бірінші', 'жоғары', 'басқа']
	]);
	expect(byStep('course_level', ['1', '3', '2'])).toEqual(['3', '2', '1']);
});

const entry = (person: string, value: string, from: string, to: string | null = null) => ({
	...{ person, kind: 'category', value, from_date: from, to_date: to }
});

describe('category_transitions', () => {
	const membership = [
		entry('T1', 'екінші', '2010-09-01', '2016-05-31'),
		entry('T1', 'бірінші', '2016-06-01'),
		entry('T2', 'екінші', '2010-09-01'),
		entry('T3', 'жоғары', '2010-09-01', '2015-10-01'),
		entry('T3', 'бірінші', '2015-10-02'),
		entry('T4', 'екінші', '2010-09-01', '2015-05-31'),
		entry('T5', 'бірінші', '2016-09-01')
	];

	async function moves(groups: Record<string, string> = {}): Promise<Result[]> {
		const project = schoolProject();
		const counts = await countSchool(engine, { membership }, project);
		const { results } = evaluate(counts, project, selection.parse({ wave: 'w3', against: 'w1', groups }));
		return results.filter(({ measure }) => measure === 'category_transitions');
	}

	it('counts people, by way and from label to label', async () => {
		const found = await moves();
		expect(new Set(found.map(({ n }) => n))).toEqual(new Set([5]));
		const ways = found.filter(({ kind }) => kind === 'category').map(({ level, value }) => [level, value]);
		expect(ways).toEqual([
			['up', 1],
			['same', 1],
			['down', 1],
			['no_record', 2]
		]);
		const cells = found.filter(({ groupKind, value }) => groupKind === 'category' && value !== 0);
		expect(cells.map(({ group, level, value, up, down }) => [group, level, value, up, down])).toEqual([
			['екінші', 'екінші', 1, 0, 0],
			['екінші', 'бірінші', 1, 1, 0],
			['екінші', 'no_record', 1, undefined, undefined],
			['жоғары', 'бірінші', 1, 0, 1],
			['no_record', 'бірінші', 1, undefined, undefined]
		]);
	});

	it('is of the chosen people only', async () => {
		expect((await moves({ category: 'бірінші' })).find(({ level }) => level === 'up')?.n).toBe(3);
	});
});
