import type { DataTable } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import { takeCounts, type Counts } from '../counts';
import { engineTables } from '../numbered-answers';
import type { Run } from '$lib/model/statement';
import { schoolDataset, type SchoolRows } from './school';

/** What the counting needs of an engine. */
interface Loadable {
	clear(): Promise<void>;
	load(table: DataTable): Promise<void>;
	query: Run;
}

/** Fills an engine with a school and takes its counts. */
export async function countSchool(engine: Loadable, rows: SchoolRows, project: Project): Promise<Counts> {
	const dataset = schoolDataset(rows, project.populations);
	await engine.clear();
	for (const table of engineTables(dataset, project)) await engine.load(table);
	return takeCounts(dataset, project, (statement) => engine.query(statement));
}
