import type { Project, Rater } from '$lib/model/project';
import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import type { Selection } from '$lib/model/selection';
import type { Counts } from '../counts';
import { HEADLINE_RATERS, sheetsOf, type Sheets } from '../growth/sheets';
import { narrowed } from '../result-row';
import type { ResultList } from '../result-list';
import { staffFilter } from '../staff-filter';
import type { AchievementRow } from './attendance';

/** The four lines of a module: what teachers say of themselves, what experts see, how often they practise, what they achieve. */
const LINES = ['voice', 'expert', 'practice', 'achievement'] as const;
type Line = (typeof LINES)[number];

interface Entry {
	value: Measured;
	n: number;
	dimensions?: Partial<Pick<Result, 'instrument' | 'rater' | 'unit'>>;
}

/** A record of attendance or achievement. */
type ModuleRecord = Pick<AchievementRow, 'wave' | 'module' | 'person' | 'department' | 'n'>;

/** The sheet that asks most modules in a wave. */
function moduleSheet(
	counts: Counts,
	project: Project,
	wave: string
): { sheets: Sheets; modules: number[] } | null {
	const found = sheetsOf(counts, project)
		.map((sheets) => {
			const asked = (sheets.q.asked.get(wave) ?? []).flatMap(({ module }) => module ?? []);
			return { sheets, modules: [...new Set(asked)] };
		})
		.filter(({ sheets, modules }) => modules.length > 0 && sheets.waves.includes(wave))
		.sort((a, b) => b.modules.length - a.modules.length);
	return found[0] ?? null;
}

/** Places from the highest value down, 1 first; equal values share the better place. */
export function placesOf(values: readonly (number | null)[]): (number | null)[] {
	const given = values.filter((value) => value !== null);
	return values.map((value) =>
		value === null ? null : 1 + given.filter((other) => other > value + 1e-9).length
	);
}

/**
 * Per module of a wave: mean self-rating, mean rating by an expert (mentor, else administration), attendances and
 * achievements; and by how many places the four orders of the modules differ at most. Chosen modules do not matter: the
 * places are those among all modules.
 */
export function moduleProfile(counts: Counts, wave: string, selection: Selection, results: ResultList): void {
	const found = moduleSheet(counts, results.project, wave);
	if (!found) return;
	const { sheets } = found;
	const modules = found.modules.sort((a, b) => a - b);
	const chosen = staffFilter(counts, selection, sheets);
	const expert = HEADLINE_RATERS.find((rater) => rater !== 'self' && sheets.raters(wave).includes(rater));
	const rated = (rater: Rater | undefined, module: number): Entry => {
		const instrument = sheets.q.instrument.id;
		if (!rater) return { value: undefinedBecause('no_data'), n: 0, dimensions: { instrument } };
		const items = (sheets.q.asked.get(wave) ?? []).filter((item) => item.module === module);
		const mixed = items.some(
			({ scale }) => scale.low !== items[0]?.scale.low || scale.high !== items[0]?.scale.high
		);
		const values = sheets
			.people(wave, rater)
			.filter((person) => chosen(wave, person))
			.flatMap((person) => sheets.rating(wave, rater, person, items, mixed) ?? []);
		const sum = values.reduce((total, value) => total + value, 0);
		return {
			value: values.length === 0 ? undefinedBecause('no_data') : defined(sum / values.length),
			n: values.length,
			dimensions: { instrument, rater, unit: mixed ? 'score' : 'scale' }
		};
	};
	const inModules = (rows: readonly ModuleRecord[]) =>
		rows.filter(
			(row) =>
				row.wave === wave &&
				row.module !== null &&
				(row.person === null || chosen(wave, row.person, { department: row.department }))
		);
	const [attended, achieved] = [inModules(counts.attendance), inModules(counts.achievements)];
	const recorded = (rows: readonly ModuleRecord[], module: number): Entry => {
		if (rows.length === 0) return { value: undefinedBecause('no_data'), n: 0 };
		const own = rows.filter((row) => row.module === module);
		return {
			value: defined(own.reduce((sum, { n }) => sum + n, 0)),
			n: new Set(own.flatMap(({ person }) => person ?? [])).size
		};
	};
	const entries: Record<Line, (module: number) => Entry> = {
		voice: (module) =>
			rated(
				sheets.raters(wave).find((rater) => rater === 'self'),
				module
			),
		expert: (module) => rated(expert, module),
		practice: (module) => recorded(attended, module),
		achievement: (module) => recorded(achieved, module)
	};
	const within = narrowed(selection.groups, null);
	const places = LINES.map((line) => {
		const own = modules.map(entries[line]);
		own.forEach(({ value, n, dimensions }, index) =>
			results.add({
				...{ measure: 'module_profile', ...within, wave, module: modules[index], level: line, ...dimensions },
				...{ value, n }
			})
		);
		return placesOf(own.map(({ value }) => value.value));
	});
	modules.forEach((module, index) => {
		const known = places.flatMap((of) => of[index] ?? []);
		const value =
			known.length < 2 ? undefinedBecause('no_data') : defined(Math.max(...known) - Math.min(...known));
		const { id: instrument } = sheets.q.instrument;
		results.add({
			measure: 'module_disagreement',
			...within,
			instrument,
			wave,
			module,
			value,
			n: known.length
		});
	});
}
