import { describe, expect, it } from 'vitest';
import { refusalWords } from '$lib/i18n/export-words';
import { parseProject, serialiseProject } from '$lib/project/format';
import type { ExportedFile, PrintedBase } from '$lib/model/printed-base';
import { project as projectSchema, type Project } from '$lib/model/project';
import { LOCALES } from '$lib/model/text';
import { refusedExport, withExport, withoutExports } from './export-record';

const school = projectSchema.parse({ olshem: 1, name: { en: 'School' } });

function base(n: number, filter: Record<string, string> = {}, more: Partial<PrintedBase> = {}): PrintedBase {
	return { instrument: 'pupils', question: 'p1', item: 'p1', wave: 'w1', filter, n, ...more };
}

function file(name: string, bases: PrintedBase[]): ExportedFile {
	return { at: '2017-05-20T20:00', file: name, title: { en: `Figure ${name}` }, groups: {}, bases };
}

const left = (project: Project, ...files: [string, PrintedBase[]][]) =>
	files.reduce((so, [name, bases]) => withExport(so, file(name, bases)), project);

/** Parts of a refusal as they are told: n, and the file or null for the one that is asked for. */
function refused(bases: PrintedBase[], project: Project, all: PrintedBase[] = []) {
	const found = refusedExport(bases, () => all, project);
	const told = ({ base: { n }, file: in_ }: { base: PrintedBase; file: ExportedFile | null }) => [
		n,
		in_?.file ?? null
	];
	return found && [told(found.whole), ...found.parts.map(told)];
}

describe('refusedExport', () => {
	it('lets figures leave that tell nothing together, and the same figure again', () => {
		const one = left(school, ['a.svg', [base(30), base(20, { class: '7A' })]]);
		expect(refused([base(30), base(20, { class: '7A' })], one)).toBeNull();
		expect(refused([base(10, { class: '7B' })], one)).toBeNull();
	});

	it('names both numbers and the file that told the earlier one', () => {
		const project = left(school, ['class.svg', [base(20, { class: '7A' })]]);
		expect(refused([base(23)], project)).toEqual([
			[23, null],
			[20, 'class.svg']
		]);
		expect(refused([base(25)], project)).toBeNull();
	});

	it('refuses a later version with a few more or a few less, and lets one with many more leave', () => {
		const project = left(school, ['first.csv', [base(21)]]);
		expect(refused([base(24)], project)).toEqual([
			[24, null],
			[21, 'first.csv']
		]);
		expect(refused([base(18)], project)).toEqual([
			[21, 'first.csv'],
			[18, null]
		]);
		expect(refused([base(26)], project)).toBeNull();
	});

	it('knows a number again after the project was saved and opened', () => {
		const project = left(school, ['first.csv', [{ ...base(21, { sex: 'f', class: '7A' }) }]]);
		const opened = parseProject(serialiseProject(project));
		if ('failure' in opened) throw new Error('not read');
		expect(opened.ignored).toEqual([]);
		expect(opened.project.exports).toEqual(project.exports);
		expect(refused([base(21, { class: '7A', sex: 'f' })], opened.project)).toBeNull();
		expect(refused([base(22, { class: '7A', sex: 'f' })], opened.project)).toEqual([
			[22, null],
			[21, 'first.csv']
		]);
	});

	it('does not refuse for what left before, though a raised k would hide it now', () => {
		const classes = [base(20, { class: '7A' }), base(12, { class: '7B' })];
		const project = left(school, ['heatmap.svg', [base(38), ...classes]]);
		const stricter = { ...project, privacy: { k: 7 } };
		expect(refused([base(40, {}, { question: 'p2', item: 'p2' })], stricter)).toBeNull();
		expect(refused([base(38)], stricter)).toBeNull();
		expect(refused([base(44)], project)).toBeNull();
		expect(refused([base(44)], stricter)).toEqual([
			[44, null],
			[38, 'heatmap.svg']
		]);
	});

	it('takes of a group the number that left last', () => {
		const project = left(
			school,
			['one.svg', [base(20, { class: '7A' }), base(14, { class: '7B' })]],
			['two.svg', [base(20, { class: '7B' })]],
			['three.svg', [base(14, { class: '7B' })]]
		);
		expect(project.exports?.map(({ bases }) => bases.map(({ n }) => n))).toEqual([[20], [20], [14]]);
		expect(refused([base(38)], project)).toEqual([
			[38, null],
			[20, 'one.svg'],
			[14, 'three.svg']
		]);
	});

	it('is of one project, and forgotten with its list', () => {
		const project = left(school, ['first.csv', [base(21)]]);
		const other = projectSchema.parse({ olshem: 1, name: { en: 'School' } });
		expect(refused([base(24)], other)).toBeNull();
		expect(refused([base(24)], withoutExports(project))).toBeNull();
		expect(refused([base(24)], project)).not.toBeNull();
	});

	it('offers everyone together only where that may leave', () => {
		const project = left(school, ['class.svg', [base(20, { class: '7A' })]]);
		const later = [base(22, { class: '7A' })];
		expect(refusedExport(later, () => [base(40), ...later], project)?.ungrouped).toBe(true);
		expect(refusedExport(later, () => [base(23), ...later], project)?.ungrouped).toBe(false);
		expect(refusedExport([base(23)], () => [base(23)], project)?.ungrouped).toBe(false);
	});

	it('counts the others, and tells of the questionnaire before its questions', () => {
		const whole = (n: number) => base(n, {}, { question: '', item: undefined });
		const project = left(school, ['first.csv', [base(21), whole(22)]]);
		const found = refusedExport([base(23), whole(24)], () => [], project);
		expect(found).toMatchObject({ whole: { base: { question: '', n: 24 } }, more: 1 });
	});
});

describe('refusalWords', () => {
	it('says which numbers tell it, where each stands and what to do, in every language', () => {
		const project = left(school, ['class-kk.svg', [base(20, { class: '7A' }), base(12, { class: '7B' })]]);
		const found = refusedExport([base(35)], () => [], project);
		expect(found).not.toBeNull();
		if (!found) return;
		const told = LOCALES.map((locale) => refusalWords(found, project, locale));
		for (const { why, numbers, waysOut } of told) {
			expect(why).toContain('5');
			expect(numbers).toHaveLength(2);
			expect(numbers[0]).toContain('35');
			for (const part of ['7A', '20', '7B', '12', '2017', '20:00', 'Figure class-kk.svg', 'class-kk.svg'])
				expect(numbers[1]).toContain(part);
			expect(waysOut.length).toBeGreaterThan(1);
		}
		expect(new Set(told.map(({ why }) => why)).size).toBe(LOCALES.length);
	});

	it('sends to the earlier file only where it is about the same group', () => {
		const project = left(school, ['a.svg', [base(20)]]);
		const ways = (bases: PrintedBase[], k: number) => {
			const found = refusedExport(bases, () => [], { ...project, privacy: { k } });
			return found && refusalWords(found, project, 'en').waysOut.join(' ');
		};
		expect(ways([base(22)], 5)).toContain('earlier: it has left already');
		expect(ways([base(17, { class: '7A' })], 5)).not.toContain('has left already');
	});
});
