/** A project file as parsed JSON, of whatever version. */
export type RawProject = Record<string, unknown>;

/** Takes a project file from version `from` to the next. It must not change what it is given. */
export interface Migration {
	from: number;
	up: (raw: RawProject) => RawProject;
}

/**
 * In ascending order, one for every version before the present one. A released migration is never edited;
 * a fixture of its version stays in the tests.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** The project file in version `to`. Throws where the table of migrations has a gap. */
export function migrate(raw: RawProject, from: number, to: number, migrations = MIGRATIONS): RawProject {
	let current = raw;
	for (let version = from; version < to; version++) {
		const step = migrations.find((migration) => migration.from === version);
		if (!step) throw new Error(`no migration from version ${version}`);
		current = { ...step.up(current), olshem: version + 1 };
	}
	return current;
}
