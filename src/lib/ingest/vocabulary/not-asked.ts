import { foldLabel } from '$lib/ingest/values/folding';

const WORDS = new Set(
	['сұралмады', 'сұралған жоқ', 'сұрақ қойылмады', 'не спрашивали', 'не задавали', 'вопрос не задавался']
		.concat(['не задавался', 'not asked', 'question not asked', 'not shown'])
		.map(foldLabel)
);

/** True where a cell says that the question was not put to this respondent, which is neither "no answer" nor "not applicable". */
export function isNotAsked(text: string): boolean {
	return WORDS.has(foldLabel(text));
}
