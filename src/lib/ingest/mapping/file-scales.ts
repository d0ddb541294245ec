import type { Instrument, Project, Scale } from '$lib/model/project';
import { HARD_AS_MIDDLE } from '$lib/ingest/vocabulary/likert';
import { isNumericScale, scaleLabels, scaleRange } from '$lib/ingest/vocabulary/scale-labels';
import type { Draft } from './draft';
import { chooseNumbered, chooseNumbers } from './number-scales';
import type { FileProfile } from './profile';
import { askScale, scaleOf, settled, type Context, type ScaleTask } from './scale-questions';
import type { ScaleEvidence } from './scale-evidence';
import { addScale, derivesFrom, fittingScales, scaleFromStandard, scaleHolds } from './scales';

/** Scales of the project whose labels hold an answered set without two wordings falling together on one level. */
function ownScale(project: Project, labels: ReadonlySet<string>): Scale | null {
	const holding = project.scales.filter((scale) => {
		if (isNumericScale(scale)) return false;
		const known = scaleLabels(scale);
		const values = [...labels].map((label) => known.get(label));
		if (values.some((value) => value === undefined)) return false;
		return (
			new Set(values).size === labels.size ||
			fittingScales(labels).some(({ scale: fit }) => derivesFrom(scale.id, fit.id))
		);
	});
	return holding.sort((a, b) => a.levels.length - b.levels.length)[0] ?? null;
}

function chooseLabelled(context: Context, tasks: ScaleTask[], chosen: Map<number, string>): void {
	const { draft } = context;
	const open = tasks.flatMap(({ index, evidence }) =>
		evidence.type === 'labels' ? [{ index, ...evidence }] : []
	);
	const pools = new Map<string, typeof open>();
	for (const task of open) {
		const family =
			[...task.families].sort((a, b) => Number(b.startsWith('own:')) - Number(a.startsWith('own:')))[0] ?? '';
		const shared = [...task.families].find((name) => !name.startsWith('own:')) ?? family;
		pools.set(shared, [...(pools.get(shared) ?? []), task]);
	}
	for (const pool of pools.values()) {
		const union = new Set(pool.flatMap((task) => [...task.labels]));
		const together = fittingScales(union).length > 0 || ownScale(draft.project, union) !== null;
		const groups: LabelTask[][] = together ? [pool] : pool.map((task) => [task]);
		for (const group of groups) chooseForGroup(context, group, chosen);
	}
}

type LabelTask = { index: number } & Pick<
	Extract<ScaleEvidence, { type: 'labels' }>,
	'labels' | 'hard' | 'answers'
>;

/** Answers from which a scale whose every level was used is taken without asking, though a longer one would hold them too. */
const enoughAnswers = (levels: number) => (levels >= 5 ? 20 : 100);

function chooseForGroup(context: Context, group: LabelTask[], chosen: Map<number, string>): void {
	const { draft } = context;
	const labels = new Set(group.flatMap((task) => [...task.labels]));
	const hard = new Set(group.flatMap((task) => [...task.hard]));
	const withHard = new Set([...labels, ...hard]);
	const put = (id: string) => {
		for (const task of group) chosen.set(task.index, id);
	};
	const middle = [...hard].some((label) => HARD_AS_MIDDLE.has(label));
	const own =
		(hard.size > 0 ? ownScale(draft.project, withHard) : null) ??
		(middle ? null : ownScale(draft.project, labels));
	if (own) {
		put(own.id);
		return;
	}
	const beside = fittingScales(labels).map((fit) => ({ ...fit, answered: labels }));
	const inside =
		hard.size === 0 ? [] : fittingScales(withHard).map((fit) => ({ ...fit, answered: withHard }));
	const fitting = middle ? [...inside, ...beside] : [...beside, ...inside];
	const best = fitting[0];
	if (!best) return;
	const others = fitting.filter(({ scale }) => scale.id !== best.scale.id);
	const answers = group.reduce((sum, task) => sum + task.answers, 0);
	const longest = others.every(({ scale }) => scale.levels.length < best.scale.levels.length);
	const certain =
		others.length === 0 ||
		(inside.length === 0 && best.full && (longest || answers >= enoughAnswers(best.scale.levels.length)));
	const id = addScale(draft.project, scaleFromStandard(best.scale, best.answered, !certain));
	put(id);
	if (certain) return;
	const options = [id, ...new Set(others.map(({ scale }) => scale.id))];
	put(settled(draft, id, askScale(context, id, options, group.length, group[0]?.index ?? 0, withHard)));
}

/** True where answers that the hinted scale of bare numbers could hold still point to another one. */
function contradicts(
	hint: Scale,
	evidence: Extract<ScaleEvidence, { type: 'numbers' }>,
	pooledHigh: number
): boolean {
	const { low, high } = scaleRange(hint);
	if (evidence.stated) return low !== evidence.stated.low || high !== evidence.stated.high;
	return high >= 10 && pooledHigh <= high / 2;
}

/** True where a column's words, read on the hinted scale, would fall together although a standard scale keeps them apart. */
function collapses(hint: Scale, labels: ReadonlySet<string>): boolean {
	const known = scaleLabels(hint);
	const values = [...labels].map((label) => known.get(label)).filter((value) => value !== undefined);
	if (new Set(values).size === values.length) return false;
	const fitting = fittingScales(labels);
	return fitting.length > 0 && !fitting.some(({ scale }) => derivesFrom(hint.id, scale.id));
}

/** Finds the scale of every item column of a file: the item's earlier scale where it still holds the answers, else by family, in pools of columns. */
export function chooseScales(
	draft: Draft,
	profile: FileProfile,
	instrument: Instrument,
	tasks: ScaleTask[]
): Map<number, string> {
	const chosen = new Map<number, string>();
	const pooledHigh = new Map<string, number>();
	for (const { hint, evidence } of tasks) {
		if (hint === null || evidence.type !== 'numbers') continue;
		pooledHigh.set(hint, Math.max(evidence.high, pooledHigh.get(hint) ?? -Infinity));
	}
	const open = tasks.filter((task) => {
		const hint = scaleOf(draft.project, task.hint);
		const column = profile.columns[task.index];
		const { evidence } = task;
		if (!hint || !column || !scaleHolds(hint, column)) return true;
		if (evidence.type === 'labels' && collapses(hint, evidence.labels)) return true;
		if (
			evidence.type === 'numbers' &&
			isNumericScale(hint) &&
			contradicts(hint, evidence, pooledHigh.get(hint.id) ?? 0)
		)
			return true;
		chosen.set(task.index, hint.id);
		return false;
	});
	const context = { draft, profile, instrument };
	chooseLabelled(context, open, chosen);
	chooseNumbers(context, open, chosen);
	chooseNumbered(context, open, chosen);
	return chosen;
}
