import { foldLabel } from '$lib/ingest/values/folding';
import { distinctLabels } from './label-order';

/** Separators of multi-select answers: `;` (forms' own CSV, Microsoft), then `, ` (Google Sheets). */
type OptionSeparator = ';' | ', ';

/** Splits a multi-select answer at `separator` outside brackets; blank parts are dropped. */
function splitAnswer(text: string, separator: OptionSeparator): string[] {
	const mark = separator === ';' ? ';' : ',';
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at];
		if (letter === '(') depth += 1;
		else if (letter === ')') depth = Math.max(0, depth - 1);
		else if (letter === mark && depth === 0 && (mark === ';' || text[at + 1] === ' ')) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	parts.push(text.slice(from));
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const startsLower = (text: string) => /^\p{Ll}/u.test(text);

/** Joins parts that only ever occur side by side: a comma inside an option, whose second half starts in lower case. */
function joinHalves(answers: string[][], separator: OptionSeparator): string[][] {
	const total = new Map<string, number>();
	const beside = new Map<string, number>();
	for (const parts of answers) {
		parts.forEach((part, at) => {
			total.set(part, (total.get(part) ?? 0) + 1);
			const next = parts[at + 1];
			if (next !== undefined && startsLower(next)) {
				const pair = `${part}\u0000${next}`;
				beside.set(pair, (beside.get(pair) ?? 0) + 1);
			}
		});
	}
	const halves = new Set(
		[...beside]
			.filter(([pair, times]) => {
				const [first = '', second = ''] = pair.split('\u0000');
				return times >= 2 && times === total.get(first) && times === total.get(second);
			})
			.map(([pair]) => pair)
	);
	if (halves.size === 0) return answers;
	const joined = answers.map((parts) => {
		const out: string[] = [];
		let previous: string | null = null;
		for (const part of parts) {
			if (previous !== null && halves.has(`${previous}\u0000${part}`)) {
				out[out.length - 1] = `${out[out.length - 1] ?? ''}${separator}${part}`;
			} else {
				out.push(part);
			}
			previous = part;
		}
		return out;
	});
	return joined;
}

/** The option list of a multi-select column, most frequent first; `others` where some answers are on no list. */
export interface OptionList {
	options: string[];
	others: boolean;
}

/** Reads a column's option list from its answers, or null where its cells do not read like one. */
export function optionsOf(values: readonly [string, number][]): OptionList | null {
	for (const separator of [';', ', '] as const) {
		const answers = values.map(([value]) => splitAnswer(value, separator));
		const several = answers.filter((parts) => parts.length > 1).length;
		if (several < 2 || several < answers.length * 0.15) continue;
		const counts = new Map<string, { shown: string; times: number }>();
		joinHalves(answers, separator).forEach((parts, at) => {
			for (const part of parts) {
				const key = foldLabel(part);
				const known = counts.get(key);
				const times = values[at]?.[1] ?? 1;
				if (known) known.times += times;
				else counts.set(key, { shown: part, times });
			}
		});
		const all = [...counts.values()];
		const tokens = all.reduce((sum, { times }) => sum + times, 0);
		const options = all.filter(({ times }) => times >= 2);
		const covered = options.reduce((sum, { times }) => sum + times, 0);
		if (options.length < 2 || options.length > 40 || covered < tokens * 0.8 || tokens < options.length * 2.5)
			continue;
		options.sort((a, b) => b.times - a.times);
		return { options: options.map(({ shown }) => shown), others: covered < tokens };
	}
	return null;
}

/** The options of a column that the user says holds several in a cell: its list where it reads like one, else every part of its answers. */
export function statedOptions(values: readonly [string, number][]): string[] {
	const list = optionsOf(values);
	if (list) return list.options;
	const separator = values.some(([text]) => splitAnswer(text, ';').length > 1) ? ';' : ', ';
	return distinctLabels(values.flatMap(([text]) => splitAnswer(text, separator)));
}

/**
 * Positions in `options` that an answer chooses, and the parts no option holds. An option may itself hold the
 * separator, so the longest known option at each place wins.
 */
export function matchOptions(
	text: string,
	options: ReadonlyMap<string, number>
): { chosen: number[]; unknown: string[] } {
	const whole = options.get(foldLabel(text));
	if (whole !== undefined) return { chosen: [whole], unknown: [] };
	const separator: OptionSeparator =
		splitAnswer(text, ';').length > 1 || text.trim().endsWith(';') ? ';' : ', ';
	const parts = splitAnswer(text, separator);
	const chosen: number[] = [];
	const unknown: string[] = [];
	for (let at = 0; at < parts.length;) {
		let taken = 0;
		for (let length = parts.length - at; length >= 1 && taken === 0; length -= 1) {
			const option = options.get(
				foldLabel(parts.slice(at, at + length).join(separator === ';' ? ';' : ', '))
			);
			if (option === undefined) continue;
			chosen.push(option);
			taken = length;
		}
		if (taken === 0) unknown.push(parts[at] ?? '');
		at += Math.max(taken, 1);
	}
	return { chosen, unknown };
}
