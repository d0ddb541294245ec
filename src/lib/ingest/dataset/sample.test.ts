import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '$lib/model/dataset';
import { emptyProject, project as projectSchema } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { sourceCards } from '$lib/ingest/mapping/cards';
import { buildDataset } from './build-dataset';

const FOLDER = 'data-samples/qoldau';
const files: ReadFile[] = readdirSync(`${FOLDER}/sources`).map((name) => {
	const bytes = new Uint8Array(readFileSync(`${FOLDER}/sources/${name}`));
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return { sha256, name, bytes: bytes.length, reading: readFile(name, bytes) };
});
const stated = projectSchema.parse(JSON.parse(readFileSync(`${FOLDER}/project.json`, 'utf8')));

function table(dataset: Dataset, name: string) {
	const found = dataset.tables.find((known) => known.name === name);
	if (!found) throw new Error(`no table ${name}`);
	return found;
}

function values(dataset: Dataset, name: string, column: string): (string | number | null)[] {
	const found = table(dataset, name).columns.find((known) => known.name === column);
	if (!found) throw new Error(`no column ${column}`);
	if (found.type === 'text') return found.values;
	return [...found.values].map((value, at) => (found.valid?.[at] === 0 ? null : value));
}

function expectNothingLost(dataset: Dataset): void {
	for (const count of dataset.sources) {
		const { roles, imported, duplicates, setAside, inFile, reasons } = count;
		const byReason = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
		expect(roles.imported, count.name).toBe(imported + duplicates + byReason);
		const others =
			roles.header + roles.title + roles.blank + roles.total + roles.group + roles['repeated-header'];
		expect(inFile, count.name).toBe(others + imported + duplicates + setAside);
	}
}

describe('the sample with its project', () => {
	const proposal = proposeProject(files, stated);
	const dataset = buildDataset(files, proposal.project);

	test('needs no answer and loses no row', () => {
		expect(proposal.questions).toEqual([]);
		expect(proposal.unmapped).toEqual([]);
		expect(proposal.project.sources).toEqual(stated.sources);
		expectNothingLost(dataset);
		const cards = sourceCards(files, proposal.project, proposal, dataset);
		expect(cards.map((card) => card.status)).not.toContain('ask');
		expect(cards).toHaveLength(files.length);
	});

	test('has the tables of the engine, with the rows of the README', () => {
		const rows = Object.fromEntries(dataset.tables.map(({ name, rows: count }) => [name, count]));
		expect(rows).toMatchObject({
			survey_teachers: 133,
			survey_pupils: 757,
			survey_parents: 333,
			rating_modules: 435,
			person: 53
		});
		expect(values(dataset, 'survey_teachers', 'wave').filter((wave) => wave === 'w1')).toHaveLength(44);
	});

	test('names every planted fault with its line', () => {
		const of = (code: string) => dataset.issues.filter((issue) => issue.code === code);
		expect(of('unknown-label').map((issue) => issue.places[0]?.text)).toEqual(['Согласен(на), но не всегда']);
		expect(of('out-of-scale').map((issue) => issue.places[0])).toEqual([
			expect.objectContaining({ text: '45', column: 9 })
		]);
		expect(of('outside-waves').map((issue) => issue.places[0]?.text)).toEqual(['28.08.2014 18:46:19']);
		expect(of('unmatched-person').map((issue) => issue.places[0]?.text)).toEqual(['T99']);
		expect(of('duplicate-responses').reduce((sum, issue) => sum + issue.count, 0)).toBe(2);
	});

	test('turns the reversed item and keeps "hard to say" of the parents as a level', () => {
		const turned = values(dataset, 'survey_teachers', 'item_t8');
		const source = proposal.project.sources.findIndex(({ name }) => name === 'teachers-2015-kk.csv');
		const file = files.find(({ name }) => name === 'teachers-2015-kk.csv');
		const lines = values(dataset, 'survey_teachers', 'line');
		const at = values(dataset, 'survey_teachers', 'source').findIndex(
			(known, row) => known === source && turned[row] !== null
		);
		const cells = file?.reading.cells;
		const row = cells ? rowsOf(cells).findIndex((_, place) => cells.line(place) === Number(lines[at])) : -1;
		const scale = stated.scales.find(({ id }) => id === 'agree5');
		const level = scale?.levels.find(({ labels }) => labels.includes(cells?.text(row, 10) ?? ''));
		expect(turned[at]).toBe(6 - (level?.value ?? NaN));
		expect(values(dataset, 'survey_parents', 'item_a1')).toContain(2);
	});

	test('ties ratings and attendance to people and their groups', () => {
		expect(values(dataset, 'rating_modules', 'person')).not.toContain(null);
		expect(new Set(values(dataset, 'rating_modules', 'rater'))).toEqual(
			new Set(['self', 'mentor', 'administration'])
		);
		expect(values(dataset, 'rating_modules', 'group_department')).not.toContain(null);
		expect(values(dataset, 'attendance', 'kind')).not.toContain('other');
		expect(new Set(values(dataset, 'survey_teachers', 'group_department')).size).toBeLessThanOrEqual(8);
	});
});

describe('the sample without a project', () => {
	const proposal = proposeProject(files, emptyProject());
	const { project, questions } = proposal;
	const dataset = buildDataset(files, project);

	test('recognises every file as what it is', () => {
		const kinds = Object.fromEntries(project.sources.map(({ name, kind }) => [name, kind]));
		expect(kinds).toEqual(Object.fromEntries(stated.sources.map(({ name, kind }) => [name, kind])));
		expect(proposal.unmapped).toEqual([]);
	});

	test('finds the waves, the instruments and the items', () => {
		expect(project.waves.map(({ schoolYear, baseline }) => [schoolYear, baseline])).toEqual([
			['2014-2015', true],
			['2015-2016', false],
			['2016-2017', false]
		]);
		const shape = project.instruments.map(({ kind, audience, items }) => [kind, audience, items.length]);
		const expected = stated.instruments.map(({ kind, audience, items }) => [kind, audience, items.length]);
		expect(shape.sort()).toEqual(expected.sort());
		for (const { name, instrument } of project.sources.filter(({ kind }) => kind === 'survey')) {
			expect(instrument, name).toBe(name.split('-')[0]);
		}
	});

	test('puts the same columns on the same items as the stated mapping does', () => {
		for (const source of stated.sources.filter(({ kind }) => kind === 'survey')) {
			const found = project.sources.find(({ sha256 }) => sha256 === source.sha256);
			expect(
				found?.columns.map(({ role }) => role),
				source.name
			).toEqual(source.columns.map(({ role }) => role));
			const text = (own: typeof stated, id: string | undefined, instrument: string | null) =>
				own.instruments.find((known) => known.id === instrument)?.items.find((item) => item.id === id)
					?.versions[0]?.text.kk;
			for (const [at, column] of source.columns.entries()) {
				if (column.item === undefined) continue;
				expect(text(project, found?.columns[at]?.item, found?.instrument ?? null)).toBe(
					text(stated, column.item, source.instrument)
				);
			}
		}
	});

	test('sees the new, the reworded and the rescaled item', () => {
		const teachers = project.instruments.find(({ id }) => id === 'teachers');
		const changes = teachers?.items.flatMap(({ versions }) =>
			versions.map(({ change, waves }) => (change ? `${change} ${waves.join()}` : ''))
		);
		expect(changes?.filter(Boolean).sort()).toEqual(['new w2,w3', 'rescaled w3', 'reworded w3']);
	});

	test('asks what it may not decide', () => {
		const asked = questions.map(({ code, params }) => `${code} ${String(params.name ?? params.instrument)}`);
		// Two teachers answered twice, one item is answered against the others, and one list has commas inside its options.
		expect(asked.sort()).toEqual([
			'duplicates teachers',
			'item_changed teachers',
			'options teachers',
			'reversed teachers',
			'same_instrument parents-2015-ru.csv',
			'same_instrument pupils-2015-2016-ru.csv',
			'same_instrument teachers-2015-ru.csv',
			'scale parents',
			'scale pupils',
			'scale ratings',
			'scale teachers'
		]);
	});

	test('builds the same responses, and loses no row', () => {
		expectNothingLost(dataset);
		const rows = Object.fromEntries(dataset.tables.map(({ name, rows: count }) => [name, count]));
		expect(rows).toMatchObject({
			survey_teachers: 133,
			survey_pupils: 757,
			survey_parents: 333,
			person: 53,
			attendance: 1023
		});
		expect(dataset.responses.find(({ instrument }) => instrument === 'teachers')?.matched).toBe(true);
	});

	test('proposes nothing anew once the proposal is taken over', () => {
		const again = proposeProject(files, project);
		expect(again.project).toEqual(project);
		expect(again.questions).toEqual(questions);
	});
});
