import { CODE_PAGES } from '$lib/ingest/reading/code-pages';
import type { ReadingIssue, ReadingIssueCode, ReadingOptions, RowRole } from '$lib/model/reading';

/** Encodings offered for a file, the likely ones first. */
export const ENCODINGS: readonly string[] = ['utf-8', ...CODE_PAGES, 'utf-16le', 'utf-16be'];

/** Delimiters offered for a file. */
export const DELIMITERS: readonly string[] = [';', ',', '\t', '|'];

/** Quotes offered for a file; '' where a quote is text like any other character. */
export const QUOTES: readonly string[] = ['"', "'", ''];

/** Something the user may choose about an issue; words are `data_treat_<code>`. */
interface Treatment {
	code:
		'as_data' | 'other_table' | 'count_rows' | 'repair' | 'plain' | 'delimiter' | 'header_yes' | 'header_no';
	params: Record<string, string>;
	/** The options under which the file is then read. */
	options: ReadingOptions;
}

/** Options under which some lines are what the user says they are; null gives them back to the judgement. */
export function withRoles(
	options: ReadingOptions,
	lines: readonly number[],
	role: RowRole | null
): ReadingOptions {
	const kept = Object.entries(options.roles ?? {}).filter(([line]) => !lines.includes(Number(line)));
	const set = role === null ? [] : lines.map((line): [string, RowRole] => [String(line), role]);
	return { ...options, roles: Object.fromEntries([...kept, ...set]) };
}

/** Issues about rows that were left out of the data, and are data on the user's word. */
const LEFT_OUT: readonly ReadingIssueCode[] = ['totals-rows', 'group-rows', 'repeated-header'];
const REPAIRED: readonly ReadingIssueCode[] = ['double-encoded', 'mojibake', 'decimal-comma-vs-delimiter'];

/** What may be chosen about an issue; `uneven` are the lines whose number of cells is not the header's and that nobody confirmed. */
export function treatmentsOf(
	issue: ReadingIssue,
	options: ReadingOptions,
	uneven: readonly number[]
): Treatment[] {
	const { code, line, params } = issue;
	const one = (
		treatment: Treatment['code'],
		change: Partial<ReadingOptions>,
		words: Treatment['params'] = {}
	): Treatment => ({ code: treatment, params: words, options: { ...options, ...change } });
	if (LEFT_OUT.includes(code))
		return [one('as_data', { undo: [...new Set([...(options.undo ?? []), code])] })];
	if (REPAIRED.includes(code)) {
		const repair = [...(options.repair ?? []), code] as NonNullable<ReadingOptions['repair']>;
		return [one('repair', { repair })];
	}
	if (code.startsWith('exporter-')) return [one('plain', { plain: true })];
	if (code === 'no-header')
		return [one('header_yes', { hasHeader: true }), one('header_no', { hasHeader: false })];
	if (code === 'numbering-row' && line) return [one('as_data', withRoles(options, [line], 'imported'))];
	if (code === 'several-tables' && line) return [one('other_table', withRoles(options, [line], 'header'))];
	if (code === 'ragged-rows' && uneven.length > 0)
		return [one('count_rows', withRoles(options, uneven, 'imported'), { n: String(uneven.length) })];
	if (code === 'dialect-unsure') {
		return [params['delimiter'], params['other']].flatMap((sign) =>
			typeof sign === 'string' ? [one('delimiter', { delimiter: sign }, { sign })] : []
		);
	}
	return [];
}

/** Something the user decided about the reading of a file; words are `data_decided_<code>`. */
export interface Decision {
	code: 'undo' | 'repair' | 'plain' | 'roles' | 'delimiter' | 'quote' | 'header';
	/** Issue it is about, where it is one. */
	issue: string | null;
	params: Record<string, string>;
	/** The options without it. */
	options: ReadingOptions;
}

/** Everything the user decided about the reading of a file, each with the options under which it is taken back. */
export function decisionsOf(options: ReadingOptions): Decision[] {
	const { undo = [], repair = [], roles = {}, plain, delimiter, quote, hasHeader } = options;
	const without = (...keys: (keyof ReadingOptions)[]): ReadingOptions =>
		Object.fromEntries(Object.entries(options).filter(([key]) => !keys.some((gone) => gone === key)));
	const decisions: Decision[] = [
		...undo.map((issue): Decision => ({
			...{ code: 'undo', issue, params: {} },
			options: { ...options, undo: undo.filter((other) => other !== issue) }
		})),
		...repair.map((issue): Decision => ({
			...{ code: 'repair', issue, params: {} },
			options: { ...options, repair: repair.filter((other) => other !== issue) }
		}))
	];
	const lines = Object.keys(roles);
	const add = (code: Decision['code'], params: Decision['params'], ...keys: (keyof ReadingOptions)[]) =>
		decisions.push({ code, issue: null, params, options: without(...keys) });
	if (lines.length > 0)
		add('roles', { n: String(lines.length), lines: lines.slice(0, 5).join(', ') }, 'roles');
	if (plain) add('plain', {}, 'plain');
	if (delimiter !== undefined) add('delimiter', { sign: delimiter }, 'delimiter');
	if (quote !== undefined) add('quote', { sign: quote === '' ? '–' : quote }, 'quote');
	if (hasHeader !== undefined) add('header', {}, 'hasHeader');
	return decisions;
}
