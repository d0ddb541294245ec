import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { openNodeEngine } from '$lib/engine/node';
import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { evaluate } from '../evaluate';
import { countSchool } from './counting';
import { schoolProject, type SchoolRows } from './school';

type Evaluated = (rows: SchoolRows, project?: Project, chosen?: object) => Promise<Evaluation>;

/** One engine for the tests of a file: `evaluated` evaluates a school's rows on it. */
export function withEngine(): { engine: () => Engine; evaluated: Evaluated } {
	let engine: Engine;
	beforeAll(async () => {
		engine = await openNodeEngine();
	});
	afterAll(() => engine.close());
	const evaluated: Evaluated = async (rows, project = schoolProject(), chosen = {}) =>
		evaluate(await countSchool(engine, rows, project), project, selection.parse(chosen));
	return { engine: () => engine, evaluated };
}

/** The one result of an id; throws where there is none or more. */
export function row({ results }: Pick<Evaluation, 'results'>, id: string): Result {
	const found = results.filter((result) => result.id === id);
	if (found.length !== 1 || !found[0]) throw new Error(`${found.length} results ${id}`);
	return found[0];
}
