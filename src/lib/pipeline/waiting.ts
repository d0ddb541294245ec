import { readFrom, type Step } from '$lib/ingest/reading/read-any';
import { waitsForSheet } from '$lib/ingest/mapping/personal';
import { repairing, type VersionChoice } from './held';
import { keptPart, replaceFile, withFile, type Changed, type Opened } from './opened';
import type { ProjectFolder } from '$lib/project/folder';
import type { Storing } from './storing';

/** What is open once the user has said what becomes of a file that looks like another version of one that is there. */
export function versionDecided(opened: Opened, sha256: string, choice: VersionChoice): Changed {
	const { held } = opened;
	const waiting = held.versions.find(({ file }) => file.sha256 === sha256);
	const versions = held.versions.filter(({ file }) => file.sha256 !== sha256);
	const next: Opened = { ...opened, held: { ...held, versions } };
	if (!waiting || choice === 'forget') return { opened: next, orphaned: [] };
	const { file, bytes, offer } = waiting;
	return choice === 'replace'
		? replaceFile(next, offer.before.sha256, file, bytes)
		: { opened: withFile(next, file, bytes), orphaned: [] };
}

/** What is open once a refused file is read again with the repairs it offers: it is taken where they help. */
export async function refusedRepaired(
	opened: Opened,
	sha256: string,
	storing: Storing,
	step: Step
): Promise<Opened> {
	const { held, project } = opened;
	const refused = held.refused.find((one) => one.sha256 === sha256);
	if (!refused?.file) throw new Error(`no refused file ${sha256}`);
	const { bytes, ...origin } = refused.file;
	const options = repairing(refused.repairs);
	const reading = await readFrom(origin, bytes, options, step);
	const left = held.refused.filter((one) => one.sha256 !== sha256);
	if (reading.status === 'refuse') {
		const still = { sha256, name: origin.name, issues: reading.issues, repairs: [], file: null };
		return { ...opened, held: { ...held, refused: [...left, still] } };
	}
	const file = { ...origin, sha256, bytes: bytes.length, reading };
	const stored = await storing.take({ file, bytes }, project, options);
	const own = stored.file.redacted ? stored.file.options : options;
	return withFile({ ...opened, held: { ...held, refused: left } }, stored.file, stored.bytes, own);
}

/** What of an opened project is kept, with the names of files that are not, because they wait for a word. */
export function keptFolder(opened: Opened, storing: Storing): ProjectFolder {
	const { project, bytes } = keptPart(opened);
	const versions = opened.held.versions.map(({ file }) => file);
	const waiting = [...versions, ...opened.files.filter(waitsForSheet)];
	const given = waiting.map(({ sha256, name }) => storing.given(sha256)?.file.name ?? name);
	const names = [...opened.held.lost, ...given];
	return { project: names.length > 0 ? { ...project, waiting: names } : project, files: bytes };
}
