import type { Exporter, Reading, ReadingIssue, ReadingOptions, RowRole } from './reading';
import type { Project, QUESTION_CODES, Redaction, SourceKind } from './project';

/** What becomes of the personal columns of a file: emptied, replaced by salted codes, or stored as they are. */
export const PERSONAL_CHOICES = ['drop', 'code', 'keep'] as const;
export type PersonalChoice = (typeof PERSONAL_CHOICES)[number];

/** A file as it is stored, with its reading. `sha256` is lower-case hex of the stored bytes. */
export interface ReadFile {
	sha256: string;
	name: string;
	bytes: number;
	reading: Reading;
	/** Name of the archive it was taken out of. */
	archive?: string;
	/** Set where the stored bytes are a redacted copy, and so is the reading. */
	redacted?: Redaction;
	/** What the stored copy is read back under, beside its encoding. */
	options?: ReadingOptions;
	/** Set while the file as it was given is still in memory, so that the user can decide. */
	undecided?: PersonalDecision;
}

/** What the user can decide about the personal columns of a file, what is assumed, and how many cells they hold. */
export interface PersonalDecision {
	choices: readonly PersonalChoice[];
	assumed: PersonalChoice;
	cells: number;
}

/** Stands between several spellings of one group in the params of a question. */
export const SPELLINGS = ' · ';

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
	/** False while nothing of the file is stored, because a question has to be answered before. */
	kept: boolean;
	questions: string[];
}

/** The whole proposal for a set of files: the project completed with sources, instruments, scales and waves, and what is open. */
export interface Proposal {
	project: Project;
	questions: Question[];
	/** Sources whose mapping Olshem could not finish; they hold no rows until answered. */
	unmapped: string[];
	/** Every way of writing a person, file by file. */
	people: PersonMatch[];
}

/** Why two ways of writing may be one person; words are the messages `data_people_reason_<code>`. */
export const PERSON_REASONS = [
	'same_after_folding',
	'look_alike',
	'word_order',
	'spelling',
	'code_form',
	'no_patronymic',
	'initials',
	'transposition',
	'one_letter',
	'two_letters',
	'surname_only',
	'two_people_fit'
] as const;
export type PersonReason = (typeof PERSON_REASONS)[number];

/** A person whom a way of writing may mean; `name` is null where only a code is known. */
export interface PersonProposal {
	person: string;
	name: string | null;
	reason: PersonReason;
	/** 0–1; orders the proposals of one way of writing, nothing else rests on it. */
	similarity: number;
}

/** A distinct way of writing a person in one file: whom it is joined to and how, or whom it may mean. */
export interface PersonMatch {
	/** sha256 of the file. */
	source: string;
	text: string;
	rows: number;
	/** The first physical lines where it stands. */
	lines: number[];
	joined: string | null;
	/** Name of the person joined, where one is known beside the code. */
	name: string | null;
	how: 'code' | 'name' | 'accepted' | 'none';
	/** True where it stands only as a rater or mentor, who need not be on the roster. */
	raterOnly: boolean;
	/** True where the user said that it is another person. */
	refused: boolean;
	/** Best first; empty where it is joined or was decided. */
	proposals: PersonProposal[];
}

/** Answers given so far by question id; kept by the state and stored into the project as mapping, never as prose. */
export type Answers = Record<string, string>;
