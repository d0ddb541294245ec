import type { Exporter, Reading, ReadingIssue, RowRole } from './reading';
import type { Project, QUESTION_CODES, SourceKind } from './project';

/** A file as it came in, with its reading. `sha256` is lower-case hex of the original bytes. */
export interface ReadFile {
	sha256: string;
	name: string;
	bytes: number;
	reading: Reading;
}

/** Something only the user can decide. The evaluation goes on with what is sure; `olshem evaluate` lists these and exits 3. */
export interface Question {
	/** Stable id: answering it again replaces the answer. */
	id: string;
	/** sha256 of the file it is about, or null for the project. */
	source: string | null;
	code: (typeof QUESTION_CODES)[number];
	params: Record<string, string | number>;
	/** Answers to choose from: `value` is stored, `label` is a message code or a text of the file. */
	options: { value: string; label: string }[];
	/** What Olshem assumed meanwhile; null where it leaves the matter out until answered. */
	assumed: string | null;
}

/** A file's card: what it is, rows in, rows set aside and why, what needs an answer. */
export interface SourceCard {
	sha256: string;
	name: string;
	bytes: number;
	kind: SourceKind | null;
	exporter: Exporter;
	instrument: string | null;
	wave: string | null;
	language: string | null;
	/** Records of the file by role, and what its reading found. */
	counts: Record<RowRole, number>;
	issues: ReadingIssue[];
	rowsInFile: number;
	rowsImported: number;
	rowsAside: number;
	status: 'ok' | 'warn' | 'ask' | 'refuse';
	questions: string[];
}

/** The whole proposal for a set of files: the project completed with sources, instruments, scales and waves, and what is open. */
export interface Proposal {
	project: Project;
	questions: Question[];
	/** Sources whose mapping Olshem could not finish; they hold no rows until answered. */
	unmapped: string[];
}

/** Answers given so far by question id; kept by the state and stored into the project as mapping, never as prose. */
export type Answers = Record<string, string>;
