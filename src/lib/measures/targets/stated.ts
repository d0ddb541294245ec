import type { Project, Wave } from '$lib/model/project';
import { foldYear } from './school-year';
import type { IndicatorRow } from './indicators';

/** A stated value as it is used: of a file's row and a typed one of the same number, the typed one. */
export interface Stated extends IndicatorRow {
	/** A typed value took the place of a different one from a file. */
	replaced: boolean;
}

function keyOf(row: IndicatorRow): string {
	return [
		row.kind,
		row.indicator,
		row.measure,
		row.audience,
		row.instrument,
		row.item_or_block,
		row.group_key,
		row.period
	].join('\u001f');
}

/** Stated values without duplicates: what was typed in the page (source −1) wins, and says so where it differs. */
export function statedValues(rows: readonly IndicatorRow[]): Stated[] {
	const kept = new Map<string, Stated>();
	for (const row of rows) {
		const before = kept.get(keyOf(row));
		if (!before) kept.set(keyOf(row), { ...row, replaced: false });
		else if (before.source === -1 || row.source === -1) {
			const typed = before.source === -1 ? before : row;
			kept.set(keyOf(row), { ...typed, replaced: before.replaced || before.value !== row.value });
		}
	}
	return [...kept.values()];
}

/** Whether two stated values speak of the same number: by the indicator's name, else by all that says what is counted. */
export function sameNumber(a: IndicatorRow, b: IndicatorRow): boolean {
	return (
		a.indicator === b.indicator ||
		(a.measure === b.measure &&
			a.audience === b.audience &&
			a.instrument === b.instrument &&
			a.item_or_block === b.item_or_block &&
			a.group_key === b.group_key)
	);
}

/** The waves a period names: a wave's id, its stage or its school year. */
export function wavesOf(period: string, project: Project): Wave[] {
	const asked = period.trim();
	return project.waves.filter(
		({ id, stage, schoolYear }) => id === asked || stage === asked || schoolYear === foldYear(asked)
	);
}

/** Whether a target was set, or changed, after its stage had begun: it could follow what was already known. */
export function isSealedLate(target: Stated, wave: Wave): boolean {
	if (target.set_on === null) return target.replaced;
	return target.set_on > wave.from;
}
