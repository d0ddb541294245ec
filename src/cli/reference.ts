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
	/** JSON files without a list of cases. */
	without: readonly string[];
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

/** A case that cannot be compared, as a check that never holds. */
function failed(field: string, expected: Expected, actual: string): Check {
	return { field, expected, actual, tolerance: { relative: 0, absolute: 0 } };
}

function formOf(item: Case): { type: string; checks: () => Check[] } {
	const { type, what, threshold } = item;
	if (typeof type === 'string') return { type, checks: () => statisticChecks(type, item) };
	if (typeof what === 'string') return { type: 'policy', checks: () => policyChecks(item) };
	if (typeof threshold === 'number') return { type: 'suppression', checks: () => suppressionChecks(item) };
	return { type: 'unknown', checks: () => [failed('type', 'a type of the kit', 'none is named')] };
}

function checkCase(item: Case): CheckedCase {
	const name = String(item.case ?? item.what ?? '');
	const { type, checks } = formOf(item);
	try {
		const found = checks();
		return {
			type,
			name,
			checks: found.length > 0 ? found : [failed('expected', 'a field', 'none is named')]
		};
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { type, name, checks: [failed('case', 'a case that can be read', why)] };
	}
}

function checkGrid(text: string): CheckedCase[] {
	return parseGrid(text).map((point) => ({
		type: 'dist_grid',
		name: `${point.fn}(${point.x}; ${point.a}, ${point.b})`,
		checks: [
			{
				field: 'value',
				expected: point.value,
				actual: computeGridPoint(point) ?? 'not computed',
				tolerance: gridTolerance(point)
			}
		]
	}));
}

/** The cases of a file; null where it is no file of cases. */
function checkFile({ name, text }: ReferenceFile): CheckedCase[] | null {
	if (/(^|\/)dist_grid[^/]*\.csv$/.test(name)) return checkGrid(text);
	if (!name.endsWith('.json')) return null;
	const content = parsed(text);
	if (content instanceof SyntaxError) {
		return [{ type: 'unknown', name: '', checks: [failed('file', 'JSON', content.message)] }];
	}
	if (!isCase(content) || !Array.isArray(content.cases)) return null;
	return content.cases.map((item: unknown) => checkCase(isCase(item) ? item : {}));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return error;
		throw error;
	}
}

/** Checks every case of the kit's form in the files' contents against this software. */
export function runReference(files: readonly ReferenceFile[]): ReferenceReport {
	const types = new Map<string, TypeReport>();
	const misses: Miss[] = [];
	const skipped = new Map<string, number>();
	const without: string[] = [];
	for (const file of files) {
		const cases = checkFile(file);
		if (!cases && file.name.endsWith('.json')) without.push(file.name);
		for (const { type, name, checks } of cases ?? []) {
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
	return { types, misses, skipped, without, holds: expected > 0 && misses.length === 0 };
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
		...(report.without.length > 0 ? [`no cases in: ${report.without.join(', ')}`] : []),
		...(total(report, 'expected') === 0 ? ['nothing to compare'] : []),
		`${total(report, 'held')} of ${total(report, 'expected')} expected fields hold, ${total(report, 'skipped')} skipped`
	].join('\n');
}
