import { emptyProject, type Project } from '$lib/model/project';
import type { Question, ReadFile } from '$lib/model/proposal';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { proposeProject } from '../propose-project';
import { csv, given } from './given';

/** Five levels of agreement, from the lowest. */
export const AGREE = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
/** Three questions answered by them. */
export const ITEMS = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды'];

type Cell = (row: number) => string;
/** A read CSV of so many rows; a column’s cells come from the number of the row. */
export function file(name: string, columns: Record<string, Cell>, rows = 30): ReadFile {
	const body = Array.from({ length: rows }, (_, row) => Object.values(columns).map((cell) => cell(row)));
	return given(name, csv([Object.keys(columns), ...body]));
}
/** Cells that go round a list of labels. */
export const pick =
	(labels: readonly string[], shift = 0): Cell =>
	(row) =>
		labels[(row + shift) % labels.length] ?? '';
/** A column of dates in one month. */
export const dated = (year = 2016, month = '04'): Record<string, Cell> => ({
	Күні: (row) => `${String((row % 27) + 1).padStart(2, '0')}.${month}.${String(year)}`
});
/** The three questions with their answers. */
export const agreeing: Record<string, Cell> = Object.fromEntries(ITEMS.map((item) => [item, pick(AGREE)]));

/** The proposal for files in a project, by default an empty one. */
export const propose = (files: ReadFile[], project: Project = emptyProject()) =>
	proposeProject(files, project);
/** The question of a code; throws where it was not asked. */
export function asked(questions: readonly Question[], code: Question['code']): Question {
	const found = questions.find((question) => question.code === code);
	if (!found) throw new Error(`${code} was not asked`);
	return found;
}
/** Values of an engine column; null where there is none or it is text. */
export function column(files: ReadFile[], project: Project, name: string) {
	const found = buildDataset(files, project).tables[0]?.columns.find((known) => known.name === name);
	return found && found.type !== 'text' ? [...found.values] : null;
}
