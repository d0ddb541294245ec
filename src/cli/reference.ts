import { computeGridPoint, gridTolerance, parseGrid } from './reference/distribution-grid';
import { policyChecks } from './reference/policy-cases';
import { statisticChecks } from './reference/statistic-checks';
import { suppressionChecks } from './reference/suppression-cases';
import { compare, type Check, type Expected } from './reference/tolerance';

/** A file of the reference kit, read by the caller. */
export interface ReferenceFile {
	name: string;
	text: string;
}

/** An expected field that does not hold. */
interface Miss {
	file: string;
	name: string;
	field: string;
	expected: Expected;
	actual: Expected;
}

/** How the expected fields of one type of case came out. */
interface TypeReport {
	cases: number;
	expected: number;
	held: number;
	skipped: number;
	/** Worst relative error among the compared numbers. */
	worstError: number;
}

/** How a kit came out: per type, the fields that do not hold, and the fields skipped with their number. */
export interface ReferenceReport {
	types: ReadonlyMap<string, TypeReport>;
	misses: readonly Miss[];
	skipped: ReadonlyMap<string, number>;
	/** Every expected field that is not skipped holds, and there was at least one. */
	holds: boolean;
}

type Case = Readonly<Record<string, unknown>>;

/** Case of one type with its checks. */
interface CheckedCase {
	type: string;
	name: string;
	checks: Check[];
}

function isCase(value: unknown): value is Case {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function casesOf(text: string): Case[] {
	const content: unknown = JSON.parse(text);
	if (!isCase(content) || !Array.isArray(content.cases)) return [];
	return content.cases.filter(isCase);
}

function checkCase(item: Case): CheckedCase | null {
	const name = String(item.case ?? item.what ?? '');
	if (typeof item.type === 'string')
		return { type: item.type, name, checks: statisticChecks(item.type, item) };
	if (typeof item.what === 'string') return { type: 'policy', name, checks: policyChecks(item) };
	if (typeof item.threshold === 'number')
		return { type: 'suppression', name, checks: suppressionChecks(item) };
	return null;
}

function checkGrid(text: string): CheckedCase[] {
	return parseGrid(text).map((point) => ({
		type: 'dist_grid',
		name: `${point.fn}(${point.x}; ${point.a}, ${point.b})`,
		checks: [
			{
				field: 'value',
				expected: point.value,
				actual: computeGridPoint(point),
				tolerance: gridTolerance(point)
			}
		]
	}));
}

function checkFile({ name, text }: ReferenceFile): CheckedCase[] {
	if (/(^|\/)dist_grid[^/]*\.csv$/.test(name)) return checkGrid(text);
	if (!name.endsWith('.json')) return [];
	return casesOf(text).flatMap((item) => checkCase(item) ?? []);
}

/** Checks every case of the kit's form in the files' contents against this software. */
export function runReference(files: readonly ReferenceFile[]): ReferenceReport {
	const types = new Map<string, TypeReport>();
	const misses: Miss[] = [];
	const skipped = new Map<string, number>();
	for (const file of files) {
		for (const { type, name, checks } of checkFile(file)) {
			const report = types.get(type) ?? { cases: 0, expected: 0, held: 0, skipped: 0, worstError: 0 };
			types.set(type, report);
			report.cases += 1;
			for (const { field, expected, actual, tolerance } of checks) {
				if (tolerance === null) {
					report.skipped += 1;
					skipped.set(`${type}.${field}`, (skipped.get(`${type}.${field}`) ?? 0) + 1);
					continue;
				}
				report.expected += 1;
				const { holds, error } = compare(expected, actual, tolerance);
				if (holds) {
					report.held += 1;
					report.worstError = Math.max(report.worstError, error);
				} else misses.push({ file: file.name, name, field, expected, actual });
			}
		}
	}
	const expected = [...types.values()].reduce((sum, report) => sum + report.expected, 0);
	return { types, misses, skipped, holds: expected > 0 && misses.length === 0 };
}

function total(report: ReferenceReport, key: 'expected' | 'held' | 'skipped'): number {
	return [...report.types.values()].reduce((sum, type) => sum + type[key], 0);
}

/** The report as lines of text, ending with `N of M expected fields hold, S skipped`. */
export function formatReference(report: ReferenceReport): string {
	const types = [...report.types].map(
		([type, { cases, held, expected, skipped, worstError }]) =>
			`${type.padEnd(12)} ${String(cases).padStart(5)} cases  ${held} of ${expected} hold, ${skipped} skipped, ` +
			`worst relative error ${worstError.toExponential(1)}`
	);
	const misses = report.misses.map(
		({ file, name, field, expected, actual }) =>
			`  ${file} ${name} ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`
	);
	const skipped = [...report.skipped].map(([field, count]) => `${field} (${count})`);
	return [
		...types,
		...(misses.length > 0 ? ['does not hold:', ...misses] : []),
		...(skipped.length > 0
			? [`skipped, comparison only or reported by no measure: ${skipped.join(', ')}`]
			: []),
		`${total(report, 'held')} of ${total(report, 'expected')} expected fields hold, ${total(report, 'skipped')} skipped`
	].join('\n');
}
