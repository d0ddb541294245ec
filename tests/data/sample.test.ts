import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { project as projectSchema } from '$lib/model/project';
import { makeSample } from '../../scripts/sample/generate.mjs';

const FOLDER = join(import.meta.dirname, '../../data-samples/qoldau');
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(FOLDER, path)));
const textOf = (path: string) => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path));
const readingOf = (name: string) => readFile(name, bytesOf(`sources/${name}`));

interface Truth {
	id: string;
	statement: string;
	measure: string;
	dims: Record<string, string | number>;
	expect: Record<string, string | number | null>;
	tolerance: number;
	files: string[];
}

const project = projectSchema.parse(JSON.parse(textOf('project.json')));
const truths = JSON.parse(textOf('truths.json')) as Truth[];
const expected = (id: string) => truths.find((truth) => truth.id === id)?.expect ?? {};

describe('the committed sample', () => {
	it('is what the generator writes, byte for byte', () => {
		const made = makeSample();
		const committed = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length + 1));
		expect(committed.sort()).toEqual([...made.keys()].sort());
		for (const [path, bytes] of made) expect(Buffer.compare(bytes, bytesOf(path)), path).toBe(0);
	});

	it('says that it is synthetic', () => {
		expect(project.synthetic).toBe(true);
		expect(textOf('README.md').split('\n').slice(0, 4).join(' ')).toContain('SYNTHETIC');
	});
});

describe('project.json', () => {
	it('names every source by its bytes', () => {
		for (const source of project.sources) {
			const bytes = bytesOf(`sources/${source.name}`);
			expect(source.bytes, source.name).toBe(bytes.length);
			expect(source.sha256, source.name).toBe(createHash('sha256').update(bytes).digest('hex'));
		}
		expect(project.sources.map((source) => source.name).sort()).toEqual(
			readdirSync(join(FOLDER, 'sources')).sort()
		);
	});

	it('gives every column of every file exactly one role', () => {
		for (const source of project.sources) {
			const width = readingOf(source.name).header?.length;
			expect(
				source.columns.map((column) => column.index),
				source.name
			).toEqual(Array.from({ length: width ?? -1 }, (_, i) => i));
		}
	});

	it('knows every item its columns speak of, in the words of the header', () => {
		for (const source of project.sources.filter((s) => s.kind === 'survey')) {
			const items =
				project.instruments.find((instrument) => instrument.id === source.instrument)?.items ?? [];
			const header = readingOf(source.name).header ?? [];
			for (const column of source.columns.filter((c) => c.item !== undefined)) {
				const versions = items.find((item) => item.id === column.item)?.versions ?? [];
				const texts = versions.map((version) => version.text[source.language ?? 'kk'] ?? '');
				expect(
					texts.some((text) => header[column.index]?.includes(text)),
					`${source.name} ${column.item}`
				).toBe(true);
			}
		}
	});
});

describe('the source files', () => {
	it('are read with nothing lost, and ask nothing that project.json does not answer', () => {
		for (const source of project.sources) {
			const reading = readingOf(source.name);
			const answered = source.answers.marks !== undefined;
			expect(answered ? ['ok', 'warn', 'ask'] : ['ok', 'warn'], source.name).toContain(reading.status);
			if (reading.status === 'ask')
				expect(reading.issues.map((issue) => issue.code)).toContain('mark-language');
			const total = Object.values(reading.counts).reduce((sum, count) => sum + count, 0);
			expect(total, source.name).toBe(reading.cells.rows + reading.aside.length);
		}
	});

	it('have one file in KZ-1048, with its Kazakh letters', () => {
		expect(readingOf('roster.csv').encoding).toBe('KZ-1048');
		expect(rowsOf(readingOf('roster.csv').cells).flat()).toContain('Көркем еңбек және өнер');
		expect(() => textOf('sources/roster.csv')).toThrow();
	});

	it('have the faults that real files have', () => {
		const ratings = readingOf('ratings-modules.csv');
		expect(ratings.counts).toMatchObject({ title: 2, total: 1 });
		expect(
			rowsOf(ratings.cells)
				.flat()
				.filter((cell) => cell === '45')
		).toHaveLength(1);
		expect(rowsOf(ratings.cells).flat()).toContain('3,5');
		expect(readingOf('teachers-2016-ru.csv').counts.blank).toBe(3);
		expect(readingOf('register-2016-2017.csv').counts.title).toBe(3);
		const codes = rowsOf(readingOf('teachers-2015-kk.csv').cells)
			.map((row) => row[1]?.trim().toUpperCase())
			.filter((code) => code !== '');
		expect(codes.length - new Set(codes).size).toBe(1);
		expect(readingOf('teachers-2017-kk.csv').exporter).toBe('google-forms');
		expect(readingOf('parents-2017-ru.csv').exporter).toBe('google-forms');
	});
});

describe('truths.json', () => {
	it('lists truths that rest on files and items of the sample', () => {
		expect(new Set(truths.map((truth) => truth.id)).size).toBe(truths.length);
		const names = new Set(project.sources.map((source) => source.name));
		const instruments = new Map(
			project.instruments.map((i) => [
				i.id as string | number,
				i.items.map((item) => item.id as string | number)
			])
		);
		const indicators = new Set<string | number | undefined>(
			rowsOf(readingOf('indicators.csv').cells).map((row) => row[0])
		);
		for (const { id, dims, files } of truths) {
			expect(files.length, id).toBeGreaterThan(0);
			for (const file of files) expect(names.has(file), `${id}: ${file}`).toBe(true);
			if (dims.instrument !== undefined) expect(instruments.has(dims.instrument), id).toBe(true);
			if (dims.item !== undefined) expect(instruments.get(dims.instrument ?? ''), id).toContain(dims.item);
			if (dims.indicator !== undefined) expect(indicators.has(dims.indicator), id).toBe(true);
		}
	});

	it('agrees with a count of the pupils’ files as text', () => {
		const rows = ['kk', 'ru'].flatMap((language) => rowsOf(readingOf(`pupils-2017-${language}.csv`).cells));
		const answers = rows
			.flatMap((row) => row.slice(2))
			.filter((cell) => cell !== '')
			.map(Number);
		const sum = answers.reduce((total, answer) => total + answer - 1, 0);
		expect(sum / answers.length).toBeCloseTo(Number(expected('u-pupils-w3').value), 6);
		const homework = rows.map((row) => row[8]).filter((cell) => cell !== '');
		const before = ['kk', 'ru']
			.flatMap((language) => rowsOf(readingOf(`pupils-2015-2016-${language}.csv`).cells))
			.filter((row) => row[0]?.slice(6, 10) === '2015')
			.map((row) => row[8])
			.filter((cell) => cell !== '');
		const share = (cells: (string | undefined)[]) =>
			(100 * cells.filter((cell) => Number(cell) >= 4).length) / cells.length;
		expect(share(homework) - share(before)).toBeCloseTo(Number(expected('homework-fell').value), 6);
	});

	it('agrees with a count of the parents’ and the achievements’ files as text', () => {
		const parents = ['kk', 'ru'].map((language) => readingOf(`parents-2017-${language}.csv`).cells.rows);
		expect((parents[0] ?? 0) + (parents[1] ?? 0)).toBe(expected('coverage-parents-w3').count);
		const open = rowsOf(readingOf('achievements.csv').cells).filter(
			(row) => row[2] === 'ашық сабақ' && (row[1] ?? '').slice(6) + (row[1] ?? '').slice(3, 5) >= '201609'
		);
		expect(open).toHaveLength(Number(expected('open-lessons-w3').value));
	});

	it('agrees with the teachers’ answers to the item that fell, as text', () => {
		const count = (year: number) => {
			const rows = ['kk', 'ru'].flatMap((language) =>
				rowsOf(readingOf(`teachers-${year}-${language}.csv`).cells)
			);
			const last = new Map(rows.map((row, i) => [row[1]?.trim().toUpperCase() || `row ${i}`, row[6] ?? '']));
			const asked = [...last.values()].filter(
				(cell) => !['', 'Білмеймін', 'Затрудняюсь ответить'].includes(cell)
			);
			return {
				n: asked.length,
				count: asked.filter((cell) => /^(Толық к|К)елісемін$|^(Полностью с|С)огласен\(на\)$/.test(cell))
					.length
			};
		};
		expect(count(2015)).toMatchObject({
			n: expected('favourable-t4-w1').n,
			count: expected('favourable-t4-w1').count
		});
		expect(count(2017)).toMatchObject({
			n: expected('favourable-t4-w3').n,
			count: expected('favourable-t4-w3').count
		});
	});
});
