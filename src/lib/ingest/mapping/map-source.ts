import type { Column } from '$lib/model/project';
import { decideRater, decideWave, type Pending } from './decisions';
import { ask, questionId, type Draft } from './draft';
import { chooseInstrument, type ResponseFile } from './instruments';
import { distinctQuestions, isQuestion } from './item-matching';
import { mapItems } from './items';
import { languageOf } from './language';
import { modulesOfCriteria, pivotLong } from './long-rating';
import { withRedactedGuesses } from './personal';
import { registerMarks, registerRoles } from './register';
import { statedRoles } from './stated';
import { guessColumns, type ColumnGuess } from './survey-columns';
import { yearsNamed } from './waves';

const serviceColumns = (guesses: readonly ColumnGuess[]): Column[] =>
	guesses.flatMap((guess): Column[] => {
		if (isQuestion(guess)) return [];
		return [
			guess.role === 'group'
				? { index: guess.index, role: 'group', group: guess.group }
				: { index: guess.index, role: guess.role }
		];
	});

const byIndex = (columns: Column[]) => columns.sort((a, b) => a.index - b.index);

/** Maps a questionnaire or a wide or long rating, as far as its wave and questions are known. */
function mapResponses(draft: Draft, pending: Pending): void {
	const { profile, source, recognition } = pending;
	const rating = recognition.kind === 'rating';
	const long = recognition.stated === 'rating_long';
	const pivot = long ? pivotLong(profile) : null;
	const guessed = guessColumns(pivot ?? profile, draft.project.scales, rating);
	const guesses = rating ? guessed : withRedactedGuesses(guessed, source, profile);
	const questions = distinctQuestions(guesses).filter((question) => !rating || question.role === 'item');
	const { wave, waves } = decideWave(draft, pending);
	source.wave = wave;
	source.language =
		languageOf(questions.map((question) => question.text)) ??
		languageOf(profile.columns.map(({ header }) => header)) ??
		draft.project.language;
	if (waves.length === 0) return;
	const stated = rating
		? statedRoles(profile, long ? 'rating_long' : 'rating').filter((column) => column.role !== 'ignore')
		: [];
	if (rating) source.rater = decideRater(draft, pending, stated);
	const who = profile.columns[stated.find((column) => column.role === 'person')?.index ?? -1]?.header ?? null;
	const file: ResponseFile = {
		profile: pivot ?? profile,
		source,
		questions,
		waves,
		locale: source.language,
		who
	};
	const choice = chooseInstrument(draft, file);
	source.instrument = choice.instrument.id;
	const items = mapItems(draft, file, choice, guesses.filter(isQuestion));
	if (pivot) modulesOfCriteria(profile, choice.instrument);
	const taken = new Set([...stated, ...(long ? [] : items)].map((column) => column.index));
	const rest = long
		? profile.columns
				.filter(({ index }) => !taken.has(index))
				.map(({ index }): Column => ({ index, role: 'ignore' }))
		: serviceColumns(guesses).filter((column) => !taken.has(column.index));
	const unused = profile.columns
		.filter(({ index }) => !taken.has(index) && !rest.some((column) => column.index === index))
		.map(({ index }): Column => ({ index, role: 'ignore' }));
	source.columns = byIndex([...stated, ...(long ? [] : items), ...rest, ...unused]);
}

function mapRegister(draft: Draft, pending: Pending): void {
	const { profile, source } = pending;
	const { sha256, name } = profile.file;
	const year = yearsNamed(profile.titles).certain;
	source.columns = registerRoles(profile, year);
	const marks = registerMarks(profile);
	const language = languageOf([...profile.titles, ...profile.columns.map(({ header }) => header)]) ?? 'kk';
	source.language = language;
	const open = [...marks].filter(([, meaning]) => meaning === null).map(([mark]) => mark);
	const meanings: Record<string, string> = {};
	for (const [mark, meaning] of marks) if (meaning !== null) meanings[mark] = meaning;
	if (open.length > 0) {
		const answer = ask(draft, {
			id: questionId('mark_language', sha256),
			source: sha256,
			code: 'mark_language',
			params: { name, marks: open.join(', ') },
			options: ['kk', 'ru'].map((value) => ({ value, label: `marks_${value}` })),
			assumed: language === 'ru' ? 'ru' : 'kk'
		});
		Object.assign(meanings, answer === 'ru' ? { п: 'present' } : { к: 'late', қ: 'present', п: 'excused' });
		if (answer === 'ru') Object.assign(meanings, { к: 'absent' });
	}
	source.answers = { ...source.answers, marks: meanings };
}

function mapStated(pending: Pending): void {
	const { profile, source, recognition } = pending;
	if (recognition.stated === null) return;
	source.columns = statedRoles(profile, recognition.stated);
	source.language = languageOf(profile.columns.map(({ header }) => header));
	if (pending.dates && (recognition.kind === 'attendance' || recognition.kind === 'achievements')) {
		source.wave = { column: pending.dates.column };
	}
}

/** Maps a file of a kind that is known: its columns, language and wave, and for answers the instrument they belong to. */
export function mapSource(draft: Draft, pending: Pending): void {
	const { source, recognition } = pending;
	source.kind = recognition.kind;
	const { dates } = pending;
	if (dates && !dates.ambiguous) source.answers = { ...source.answers, dayFirst: dates.dayFirst };
	if (recognition.kind === 'survey' || recognition.kind === 'rating') mapResponses(draft, pending);
	else if (recognition.kind === 'register') mapRegister(draft, pending);
	else mapStated(pending);
}
