import type { Project, Source } from '$lib/model/project';
import type { Answers, Question } from '$lib/model/proposal';
import type { FileProfile } from './profile';

/** A proposal in the making: the project being completed, what is open, and the answers given so far. */
export interface Draft {
	project: Project;
	questions: Question[];
	answers: Answers;
	/** Questions that came up and are answered already. */
	answered: Question[];
	/** The project as it was given: what it holds was settled before. */
	given: Project;
	/** Items made of columns whose answers are words in no vocabulary, or several options in one cell. */
	choices: { instrument: string; item: string; split: boolean }[];
}

/** Id of a question about one file: its code and enough of the hash to be stable and readable. */
export function questionId(code: Question['code'], sha256: string, rest = ''): string {
	return `${code}:${sha256.slice(0, 12)}${rest === '' ? '' : `:${rest}`}`;
}

/** Puts a question unless it was answered, now or for an earlier file; returns the answer, or what is assumed meanwhile. */
export function ask(draft: Draft, question: Question): string | null {
	const decided = draft.project.decided?.[question.id];
	if (decided !== undefined) return decided;
	const answer = draft.answers[question.id];
	if (answer !== undefined) {
		draft.answered.push(question);
		return answer;
	}
	if (!draft.questions.some((known) => known.id === question.id)) draft.questions.push(question);
	return question.assumed;
}

/** A source that holds nothing but the file it stands for. */
export function newSource(profile: FileProfile): Source {
	const { sha256, name, bytes, reading, redacted, archive, options } = profile.file;
	return {
		sha256,
		name,
		bytes,
		kind: null,
		instrument: null,
		language: null,
		wave: null,
		rater: null,
		reading: { encoding: reading.encoding, ...options },
		...(redacted ? { redacted } : {}),
		...(archive === undefined ? {} : { archive }),
		columns: [],
		answers: { duplicates: 'last', dayFirst: null },
		confirmed: false
	};
}
