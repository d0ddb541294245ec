import { recoverableFrom } from '$lib/measures/suppression/recoverable';
import type { ExportedFile, PrintedBase, Recovered, RefusedExport, ToldBase } from '$lib/model/printed-base';
import type { Project } from '$lib/model/project';

/** What makes two bases the same one; a base that came back from a file has its fields in another order. */
function keyOf({ instrument, question, wave, filter, bothWith, n }: PrintedBase): string {
	const attributes = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([instrument, question, wave, attributes, bothWith ?? null, n]);
}

/** The bases on the project's record, each with the file that told it. */
function toldBefore({ exports = [] }: Project): Map<string, { base: PrintedBase; file: ExportedFile }> {
	return new Map(exports.flatMap((file) => file.bases.map((base) => [keyOf(base), { base, file }])));
}

/**
 * Groups of 1…k−1 that `bases` give away together with those on record. What left before it can no longer give away, so
 * only groups that need a new number count.
 */
function givenAway(bases: readonly PrintedBase[], project: Project): Recovered[] {
	const own = new Set(bases.map(keyOf));
	const before = toldBefore(project);
	const isNew = (base: PrintedBase) => own.has(keyOf(base)) && !before.has(keyOf(base));
	const earlier = [...before].flatMap(([key, { base }]) => (own.has(key) ? [] : [base]));
	// Of a group that was told more than once, the last number counts.
	return recoverableFrom([...earlier, ...bases], project.privacy.k).filter(({ whole, parts }) =>
		[whole, ...parts].some(isNew)
	);
}

/** True where `bases` are told by group and those of everyone in the same questionnaires, among `all`, may leave instead. */
function mayLeaveUngrouped(
	bases: readonly PrintedBase[],
	all: readonly PrintedBase[],
	project: Project
): boolean {
	const ofEveryone = ({ filter }: PrintedBase) => Object.keys(filter).length === 0;
	const instruments = new Set(bases.map(({ instrument }) => instrument));
	const instead = all.filter((base) => ofEveryone(base) && instruments.has(base.instrument));
	return instead.length > 0 && !bases.every(ofEveryone) && givenAway(instead, project).length === 0;
}

/**
 * Why a file that tells `bases` may not leave after the files on the project's record; null where it may, and always
 * where it tells nothing new. `all` gives the bases of everything that could be told without a filter.
 */
export function refusedExport(
	bases: readonly PrintedBase[],
	all: () => readonly PrintedBase[],
	project: Project
): RefusedExport | null {
	const found = givenAway(bases, project);
	// A questionnaire as a whole is easier to understand than one of its questions.
	const first = found.find(({ whole }) => whole.question === '') ?? found[0];
	if (!first) return null;
	const own = new Set(bases.map(keyOf));
	const before = toldBefore(project);
	const told = (base: PrintedBase): ToldBase => ({
		base,
		file: own.has(keyOf(base)) ? null : (before.get(keyOf(base))?.file ?? null)
	});
	return {
		...{ whole: told(first.whole), parts: first.parts.map(told), more: found.length - 1 },
		ungrouped: mayLeaveUngrouped(bases, all(), project)
	};
}

/** The project with a file on its record. A base that was told before moves to the file that told it last. */
export function withExport(project: Project, file: ExportedFile): Project {
	const own = new Set(file.bases.map(keyOf));
	const before = (project.exports ?? []).map((one) => ({
		...one,
		bases: one.bases.filter((base) => !own.has(keyOf(base)))
	}));
	return { ...project, exports: [...before, file] };
}

/** The project without its record of what left. */
export function withoutExports(project: Project): Project {
	return { ...project, exports: undefined };
}
