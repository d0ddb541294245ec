/** The five answer states of measures.md, with "don't know" and "not applicable" told apart. */
export const ANSWER_STATES = [
	'valid',
	'dont_know',
	'not_applicable',
	'not_answered',
	'not_asked',
	'invalid'
] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];
