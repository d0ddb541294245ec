import type { Project } from '$lib/model/project';
import type { ReadFile } from '$lib/model/proposal';
import { newSource } from './draft';
import { withRedactedRoles } from './personal';
import { profileFile } from './profile';
import { carriedColumns } from './remembered';
import { takeBack } from './withdrawal';

/**
 * Takes a file out of the project, with its mapping and the questions about it. Given the files at hand, what was only
 * proposed for a file never confirmed goes with it.
 */
export function removeSource(
	project: Project,
	sha256: string,
	files: readonly ReadFile[] | null = null
): Project {
	const without = {
		...project,
		sources: project.sources.filter((source) => source.sha256 !== sha256),
		...(project.open ? { open: project.open.filter((question) => question.source !== sha256) } : {})
	};
	const removed = project.sources.find((source) => source.sha256 === sha256);
	if (!removed || !files) return without;
	const next = structuredClone(without);
	takeBack(next, removed, files);
	return next;
}

/**
 * Puts a file in another's place. It takes over the mapping where its columns are the same ones, in any order;
 * else it keeps what was decided about kind and instrument, and its columns are proposed anew.
 */
export function replaceSource(project: Project, previous: ReadFile, next: ReadFile): Project {
	const without = removeSource(project, next.sha256);
	const at = without.sources.findIndex((source) => source.sha256 === previous.sha256);
	const old = without.sources[at];
	if (!old) return project;
	const columns = carriedColumns(old, previous, next);
	const fresh = newSource(profileFile(next));
	const source = columns
		? {
				...old,
				sha256: next.sha256,
				name: next.name,
				bytes: next.bytes,
				reading: fresh.reading,
				redacted: fresh.redacted,
				archive: fresh.archive,
				columns: withRedactedRoles(columns, fresh.redacted, old.kind, next.reading.header),
				confirmed: false
			}
		: { ...fresh, kind: old.kind, instrument: old.instrument };
	return {
		...without,
		sources: without.sources.map((known, index) => (index === at ? source : known)),
		...(without.open ? { open: without.open.filter((question) => question.source !== previous.sha256) } : {})
	};
}
