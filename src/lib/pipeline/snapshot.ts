import type { Counts } from '$lib/measures/counts';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import type { Question, SourceCard } from '$lib/model/proposal';
import type { ReadingIssue } from '$lib/model/reading';

/** What long work reports: a phase, and how far it is. */
export interface Progress {
	phase: 'reading' | 'mapping' | 'tables' | 'counting';
	done: number;
	total: number;
	name?: string;
}

/** A file that was given but could not be read, with why. */
export interface Refused {
	name: string;
	issues: ReadingIssue[];
}

/** Everything a page or the terminal needs of an opened project; plain data, so that it crosses to another thread. */
export interface Snapshot {
	project: Project;
	cards: SourceCard[];
	questions: Question[];
	shape: Pick<Dataset, 'responses' | 'sources' | 'issues' | 'present'>;
	counts: Counts;
	/** Files given but not taken: refused ones and files already there. */
	refused: Refused[];
	repeated: string[];
	/** Names of the roster by person code. */
	people: Record<string, string>;
	/** Files of a folder that are no tables and were left alone. */
	unused: string[];
}

/** A row behind a number: the file, its physical line, and the answer as it stands in the file. */
export interface EvidenceRow {
	source: string;
	line: number | null;
	answer: string | number | null;
}

export type Report = (progress: Progress) => void;
