import { sourceCards } from '$lib/ingest/mapping/cards';
import { tells } from '$lib/ingest/people/match-people';
import type { Counts } from '$lib/measures/counts';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import type { Proposal } from '$lib/model/proposal';
import type { Opened } from './opened';
import { namesByCode } from './people-names';
import type { Snapshot } from './snapshot';

/** What is told of one change only: files it left out or took out, and a file it stored in another form. */
export type OfChange = Partial<Pick<Snapshot, 'repeated' | 'orphaned' | 'moved'>>;

const NOTHING = { repeated: [], orphaned: [], moved: null, unused: [] };

/** Files that wait for a word, or could not be read, as they are told. */
function heldFiles({ held }: Opened): Pick<Snapshot, 'refused' | 'versions' | 'lost'> {
	return {
		refused: held.refused.map(({ sha256, name, issues, repairs }) => ({ sha256, name, issues, repairs })),
		versions: held.versions.map(({ offer }) => offer),
		lost: held.lost
	};
}

/** What is told of an opened project after a change that was counted. */
export function snapshotOf(
	opened: Opened,
	proposal: Proposal,
	dataset: Dataset,
	counts: Counts,
	change: OfChange
): Snapshot {
	const { files, project } = opened;
	const { responses, sources, issues, present } = dataset;
	return {
		...NOTHING,
		...change,
		...heldFiles(opened),
		project,
		cards: sourceCards(files, project, proposal, dataset),
		questions: proposal.questions,
		shape: { responses, sources, issues, present },
		counts,
		people: namesByCode(dataset),
		matches: proposal.people.filter(tells)
	};
}

/** True where two states of a project differ at most in the record of what left the program. */
export function countsAlike(one: Project, other: Project): boolean {
	const counted = (project: Project) => JSON.stringify({ ...project, exports: undefined });
	return counted(one) === counted(other);
}

/** What is told after a change that counts nowhere, where `last` was told before. */
export const retold = (last: Snapshot, opened: Opened): Snapshot => ({
	...last,
	...NOTHING,
	...heldFiles(opened),
	project: opened.project
});
