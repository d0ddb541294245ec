import * as z from 'zod';
import { openBrowserEngine } from '$lib/engine/browser';
import { quoteIdentifier } from '$lib/model/sql';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { engineTables } from '$lib/measures/numbered-answers';
import type { ResponseTable } from '$lib/model/dataset';
import { emptyProject } from '$lib/model/project';
import { readGiven } from '$lib/pipeline/read-given';
import { serve } from './calls';

const answersIn = ({ table, items }: ResponseTable) => ({
	name: 'answers',
	sql: `SELECT (${items.map(({ column }) => `count(${quoteIdentifier(column)})`).join(' + ')})::DOUBLE AS answers FROM ${quoteIdentifier(table)}`,
	row: z.object({ answers: z.number() })
});

/** What the session does with one dropped file, up to the tables of the engine. */
void serve(async () => {
	const engine = await openBrowserEngine();
	return async (file) => {
		const stages: Record<string, number> = {};
		const started = performance.now();
		let last = started;
		const stage = (name: string) => {
			const now = performance.now();
			stages[name] = now - last;
			last = now;
		};
		const bytes = new Uint8Array(await file.arrayBuffer());
		stage('bytes');
		const given = [{ name: file.name, bytes }];
		const { files, refused } = await readGiven(given, emptyProject(), () => undefined);
		if (refused[0]) throw new Error(refused[0].issues.map(({ code }) => code).join(', '));
		stage('hash and reading');
		const { project } = proposeProject(files, emptyProject());
		stage('mapping');
		const dataset = buildDataset(files, project);
		stage('dataset');
		for (const table of engineTables(dataset, project)) await engine.load(table);
		stage('engine');
		const ms = performance.now() - started;
		let answers = 0;
		for (const shape of dataset.responses) {
			for (const row of await engine.query(answersIn(shape))) answers += row.answers;
		}
		return { ms, stages, answers };
	};
});
