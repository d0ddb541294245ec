import type { VersionDifference } from '$lib/ingest/reading/versions';
import type { Counts } from '$lib/measures/counts';
import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import type { PersonMatch, Question, SourceCard } from '$lib/model/proposal';
import type { ReadingIssue } from '$lib/model/reading';

/** What long work reports: a phase, and how far it is. */
export interface Progress {
	phase: 'reading' | 'mapping' | 'tables' | 'counting';
	done: number;
	total: number;
	name?: string;
}

/** A file that was given but could not be read, with why, and the repairs under which it may be read after all. */
export interface Refused {
	sha256: string;
	name: string;
	issues: ReadingIssue[];
	repairs: string[];
}

/** A file that waits for a word: it looks like another version of one that is there, and together they would count twice. */
export interface VersionOffer {
	sha256: string;
	name: string;
	rows: number;
	/** The file it may replace. */
	before: { sha256: string; name: string; rows: number };
	difference: VersionDifference;
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
	/** Files that wait for a word: each looks like another version of one that is there. */
	versions: VersionOffer[];
	/** Names of files that waited for a word when the project was saved and are not in it: they have to be given again. */
	lost: string[];
	/** Files of corrected rows that were not taken or went, because the file they correct is not there. */
	orphaned: string[];
	/** Ways of writing people that were joined by name or by the user, wait for a word, or fit nobody. */
	matches: PersonMatch[];
	/** Hashes of a file before and after, where this change stored it in another form. */
	moved: { from: string; to: string } | null;
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
