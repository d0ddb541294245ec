import { namesBestFirst } from '$lib/ingest/vocabulary/best-first';
import { intensityOf } from '$lib/ingest/vocabulary/intensity';
import { labelIndex } from '$lib/ingest/vocabulary/likert';
import { numberedLabel } from '$lib/ingest/vocabulary/scale-labels';
import { foldLabel } from '$lib/ingest/values/folding';
import { askDirection, askScale, scaleOf, settled, type Context, type ScaleTask } from './scale-questions';
import { addScale, fittingScales, numericCandidates, numericScale } from './scales';

interface NumberTask {
	index: number;
	low: number;
	high: number;
}

/** A scale of its own for numbers that may rise towards the worse: places, ranks, «1 – ең жақсы»; which way is asked. */
function chooseRanks(context: Context, ranks: readonly NumberTask[], chosen: Map<number, string>): void {
	const { draft, profile, instrument } = context;
	const [first] = ranks;
	if (!first) return;
	const low = Math.min(1, ...ranks.map((task) => task.low));
	const high = Math.max(low + 1, ...ranks.map((task) => task.high));
	const id = addScale(draft.project, {
		...numericScale(low, high, true),
		id: `rank_${String(low)}_${String(high)}`
	});
	for (const { index } of ranks) chosen.set(index, id);
	askDirection(context, id, profile.columns[first.index]?.name ?? '', instrument);
}

/** Bare numbers: columns side by side share a scale where most of them ask for it. */
export function chooseNumbers(context: Context, tasks: ScaleTask[], chosen: Map<number, string>): void {
	const { draft, profile } = context;
	const runs: NumberTask[][] = [];
	const ranks: NumberTask[] = [];
	const titled = profile.titles.some(namesBestFirst);
	for (const { index, evidence } of tasks) {
		if (evidence.type !== 'numbers') continue;
		const bestFirst = titled || namesBestFirst(profile.columns[index]?.header ?? '');
		const task = {
			index,
			low: evidence.stated?.low ?? evidence.low,
			high: evidence.stated?.high ?? evidence.high
		};
		if (bestFirst && task.high <= 20) {
			ranks.push(task);
			continue;
		}
		if (evidence.stated) {
			chosen.set(
				index,
				addScale(draft.project, numericScale(evidence.stated.low, evidence.stated.high, false))
			);
			continue;
		}
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last && index - last.index <= 2) run.push(task);
		else runs.push([task]);
	}
	const pools = new Map<string, NumberTask[]>();
	for (const run of runs) {
		const wide = run.filter((task) => task.high > 5 && task.high <= 10);
		const lift = wide.length >= run.length / 2;
		for (const task of run) {
			const size = task.high > 10 ? 'hundred' : task.high > 5 || lift ? 'ten' : 'five';
			pools.set(size, [...(pools.get(size) ?? []), task]);
		}
	}
	for (const [size, pool] of pools) {
		const low = Math.min(...pool.map((task) => task.low));
		const high = Math.max(size === 'ten' ? 6 : 0, ...pool.map((task) => task.high));
		const candidates = numericCandidates(low, high);
		const best = candidates[0];
		if (!best) continue;
		const id = addScale(draft.project, numericScale(best.low, best.high, true));
		for (const task of pool) chosen.set(task.index, id);
		if (scaleOf(draft.project, id)?.provisional) {
			const options = [id, ...candidates.slice(1).map((scale) => scale.id)];
			const answered = askScale(context, id, options, pool.length, pool[0]?.index ?? 0);
			const own = settled(draft, id, answered);
			for (const task of pool) chosen.set(task.index, own);
		}
	}
	chooseRanks(context, ranks, chosen);
}

/** Labels that carry their values («5 – Толық келісемін»): columns with the same words share a scale of their own. */
export function chooseNumbered(context: Context, tasks: ScaleTask[], chosen: Map<number, string>): void {
	const pools = new Map<string, { indexes: number[]; levels: Map<number, Set<string>> }>();
	for (const { index, evidence } of tasks) {
		if (evidence.type !== 'numbered') continue;
		const words = [...evidence.levels].map(
			([value, labels]) => `${String(value)}=${foldLabel([...labels][0] ?? '')}`
		);
		const pool = [...pools.values()].find(({ levels }) =>
			words.every((word) => {
				const [value = '', label = ''] = word.split('=');
				const known = levels.get(Number(value));
				return !known || [...known].some((text) => foldLabel(text) === label);
			})
		) ?? { indexes: [], levels: new Map<number, Set<string>>() };
		pool.indexes.push(index);
		for (const [value, labels] of evidence.levels) {
			pool.levels.set(value, new Set([...(pool.levels.get(value) ?? []), ...labels]));
		}
		pools.set(String(pool.indexes[0]), pool);
	}
	for (const { indexes, levels } of pools.values()) {
		const values = [...levels.keys()].sort((a, b) => a - b);
		const low = values[0] ?? 0;
		const high = values.at(-1) ?? 0;
		const all = Array.from({ length: high - low + 1 }, (_, at) => low + at);
		const falls = wordsFall(levels);
		const id = addScale(context.draft.project, {
			id: `own_${String(low)}_${String(high)}`,
			levels: all.map((value) => ({ value, labels: [...(levels.get(value) ?? [String(value)])] })),
			dontKnow: [],
			provisional: falls
		});
		for (const index of indexes) chosen.set(index, id);
		if (falls)
			askDirection(context, id, context.profile.columns[indexes[0] ?? 0]?.name ?? '', context.instrument);
	}
}

/** True where the words of numbered labels fall as their numbers rise («1 – Толық келісемін … 5 – Мүлдем келіспеймін»). */
function wordsFall(levels: ReadonlyMap<number, ReadonlySet<string>>): boolean {
	const words = [...levels]
		.sort(([a], [b]) => a - b)
		.map(([, labels]) => numberedLabel([...labels][0] ?? '')?.words ?? '');
	const ranks = ranksOf(words);
	const last = ranks?.at(-1);
	return ranks?.[0] !== undefined && last !== undefined && ranks[0] > last;
}

/** Places of words on the standard scale that holds them all, else their intensity; null where neither is known. */
function ranksOf(words: readonly string[]): number[] | null {
	const fit = fittingScales(new Set(words.map(foldLabel)))[0];
	const known = fit ? labelIndex(fit.scale) : null;
	const ranks = words.map((word) => known?.get(foldLabel(word))?.value ?? intensityOf(word));
	return ranks.every((rank) => rank !== null) ? ranks : null;
}
