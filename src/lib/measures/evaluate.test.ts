import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import type { Project } from '$lib/model/project';
import { selection } from '$lib/model/selection';
import { takeCounts } from './counts';
import { evaluate } from './evaluate';
import { schoolDataset, schoolProject, type SchoolRows } from './testing/school';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
});
afterAll(() => engine.close());

async function countsOf(rows: SchoolRows, project: Project) {
	const dataset = schoolDataset(rows);
	await engine.clear();
	for (const table of dataset.tables) await engine.load(table);
	return takeCounts(dataset, project, (statement) => engine.query(statement));
}

const everything = selection.parse({});

function teachers(wave: string, answers: readonly (readonly number[])[], department = 'Maths') {
	return answers.map(([t1 = null, t2 = null, t3 = null], index) => ({
		wave,
		respondent: `r${index}`,
		group_department: department,
		...{ item_t1: t1, item_t2: t2, item_t3: t3 }
	}));
}

describe('a school with two waves of matched teachers', () => {
	test('runs end to end', async () => {
		const project = schoolProject();
		const rows: SchoolRows = {
			matched: true,
			teachers: [
				...teachers('w1', Array.from({ length: 20 }, (_, i) => [2 + (i % 3), 3, 4])),
				...teachers('w3', Array.from({ length: 20 }, () => [5, 4, 5]))
			]
		};
		const counts = await countsOf(rows, project);
		const found = evaluate(counts, project, everything);
		expect(found.wave).toBe('w3');
		expect(found.against).toBe('w1');
		expect(found.criteria.map(({ verdict }) => verdict)).toEqual(['rose', 'no_data', 'level_high', 'no_data']);
		console.log(JSON.stringify(found.criteria, null, 1), found.summary, found.results.length);
	});
});
