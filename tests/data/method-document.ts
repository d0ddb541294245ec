import { readFileSync } from 'node:fs';
import { calculate } from './method-calculator';
import { type Outcome, type Given } from './method-school';

/** The root of the repository. */
export const ROOT = new URL('../../', import.meta.url);
export const METHOD = readFileSync(new URL('docs/METHOD.md', ROOT), 'utf8');

/** A printed number. */
export function numberOf(text: string): number {
	const value = Number(text.replace('−', '-').replace('%', '').trim());
	if (text.trim() === '' || Number.isNaN(value)) throw new Error(`not a number: «${text}»`);
	return value;
}

/** A dash stands for what is missing. */
export function answerOf(text: string): number | null {
	return text === '–' ? null : numberOf(text);
}

function tokens(text: string): string[] {
	return text.split(/\s+/).filter((token) => token !== '%' && token !== '');
}

/** Whether a number printed with so many decimals is this value rounded. */
export function agrees(value: number | null, printed: string): boolean {
	const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
	return value !== null && Math.abs(value - numberOf(printed)) <= 0.5 * 10 ** -decimals + 1e-9;
}

function sameAs(said: Outcome[string], printed: string): boolean {
	if (typeof said === 'string') return said === printed;
	const values = Array.isArray(said) ? said : [said];
	const given = tokens(printed);
	return given.length === values.length && values.every((value, index) => agrees(value, given[index] ?? ''));
}

/** A block tagged `example <id>`: lines `name: value` or `name: arithmetic = value`. */
class Example implements Given {
	readonly id: string;
	readonly #lines = new Map<string, { value: string; arithmetic: string | null }>();
	readonly #given = new Set<string>();

	constructor(id: string, body: string) {
		this.id = id;
		for (const text of body.split('\n').filter((line) => line !== '')) {
			const [, name = '', rest = ''] = /^([^:]+):\s*(.*)$/.exec(text) ?? [];
			const equals = rest.lastIndexOf('=');
			if (name === '' || this.#lines.has(name)) throw new Error(`${id}: no name of its own: ${text}`);
			const arithmetic = equals < 0 ? null : rest.slice(0, equals).trim();
			this.#lines.set(name, { value: rest.slice(equals + 1).trim(), arithmetic });
		}
	}

	text(name: string): string {
		const line = this.#lines.get(name);
		if (!line) throw new Error(`${this.id} has no line «${name}»`);
		this.#given.add(name);
		return line.value;
	}

	number = (name: string) => numberOf(this.text(name));
	numbers = (name: string) => tokens(this.text(name)).map(numberOf);
	answers = (name: string) => tokens(this.text(name)).map(answerOf);

	rows(word: string): [string, (number | null)[]][] {
		const names = [...this.#lines.keys()].filter((name) => name.startsWith(`${word} `));
		return names.map((name) => [name.slice(word.length + 1), this.answers(name)]);
	}

	/** Where arithmetic, document and product disagree; a line that is none of the three is a fault too. */
	faults(outcome: Outcome): string[] {
		return [...this.#lines].flatMap(([name, { value, arithmetic }]) => {
			const said = outcome[name];
			const reckoned = arithmetic === null ? null : calculate(arithmetic);
			if (reckoned !== null && !agrees(reckoned, value))
				return [`${name}: reckoned ${reckoned}, not ${value}`];
			if (said !== undefined)
				return sameAs(said, value) ? [] : [`${name}: the product says ${String(said)}, not ${value}`];
			return reckoned === null && !this.#given.has(name) ? [`${name}: neither given, reckoned nor said`] : [];
		});
	}
}

/** The examples of the document in their order. */
export const examples = [...METHOD.matchAll(/^```example (\S+)\n([\s\S]*?)^```$/gm)].map(
	([, id = '', body = '']) => new Example(id, body)
);

/** The rows of the table that follows `<!-- table: name -->`, cells by their column's title. */
export function tableRows(name: string): Record<string, string>[] {
	const table = METHOD.split(`<!-- table: ${name} -->\n`)[1] ?? '';
	const lines = table.slice(0, table.search(/\n(?!\|)/)).split('\n');
	const cells = lines.map((line) =>
		line
			.slice(1, line.lastIndexOf('|'))
			.split('|')
			.map((cell) => cell.trim())
	);
	const [titles = [], , ...rows] = cells;
	if (rows.length === 0) throw new Error(`no table ${name}`);
	return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])));
}
