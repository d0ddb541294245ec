import type { Result, Unit } from '../../src/lib/model/result';

const Z = 1.959963984540054;

export function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1664525 + 1013904223) % 4294967296;
		return state / 4294967296;
	};
}

function wilson(count: number, n: number): { low: number; high: number } {
	const p = count / n;
	const centre = p + (Z * Z) / (2 * n);
	const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
	const scale = 1 + (Z * Z) / n;
	return { low: (100 * (centre - spread)) / scale, high: (100 * (centre + spread)) / scale };
}

const ID_ORDER = ['measure', 'instrument', 'item', 'block', 'module', 'wave', 'against'] as const;

const ID_TAIL = ['person', 'rater', 'level', 'kind', 'indicator'] as const;

/** A result row with its id from its dimensions, as the measures make it. */
export function row(partial: Partial<Result> & Pick<Result, 'measure' | 'value'>): Result {
	const full = {
		version: 1,
		criterion: 3 as const,
		stage: 'III',
		wave: 'w3',
		n: null,
		unit: 'percent' as Unit,
		...partial
	};
	const group = full.group === undefined ? undefined : `${full.groupKind}=${full.group}`;
	const parts = [...ID_ORDER.map((key) => full[key]), group, ...ID_TAIL.map((key) => full[key])];
	return { ...full, id: parts.filter((part) => part !== undefined).join('|') };
}

export function share(partial: Partial<Result> & Pick<Result, 'measure'>, count: number, n: number): Result {
	return row({ ...partial, value: (100 * count) / n, count, n, ...wilson(count, n) });
}
