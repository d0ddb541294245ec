import { emptyProject, type Column, type Project, type Source } from '$lib/model/project';
import type { Answers, Proposal, Question, ReadFile } from '$lib/model/proposal';
import { applyAnswer } from './answers';
import {
	askReading,
	decideRater,
	decideWave,
	proposeWaves,
	readDates,
	recognised,
	timesOf,
	type Pending
} from './decisions';
import { ask, newSource, questionId, type Draft } from './draft';
import { groupSpellings } from './group-spellings';
import { chooseInstrument, type ResponseFile } from './instruments';
import { distinctQuestions, isQuestion } from './item-matching';
import { mapItems } from './items';
import { languageOf } from './language';
import { modulesOfCriteria, pivotLong } from './long-rating';
import { profileFile, type FileProfile } from './profile';
import { registerMarks, registerRoles } from './register';
import { rememberedMapping } from './remembered';
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

function askPersonal(draft: Draft, profile: FileProfile, columns: readonly Column[]): void {
	for (const column of columns) {
		if (column.role !== 'personal') continue;
		const { sha256, name } = profile.file;
		const header = profile.columns[column.index]?.header ?? '';
		ask(draft, {
			id: questionId('personal', sha256, String(column.index)),
			source: sha256,
			code: 'personal',
			params: { name, column: column.index, header },
			options: ['exclude', 'respondent'].map((value) => ({ value, label: value })),
			assumed: 'exclude'
		});
	}
}

/** Maps a questionnaire or a wide or long rating, as far as its wave and questions are known. */
function mapResponses(draft: Draft, pending: Pending): void {
	const { profile, source, recognition } = pending;
	const rating = recognition.kind === 'rating';
	const long = recognition.stated === 'rating_long';
	const pivot = long ? pivotLong(profile) : null;
	const guesses = guessColumns(pivot ?? profile, draft.project.scales, rating);
	const questions = distinctQuestions(guesses).filter((question) => !rating || question.role === 'item');
	const { wave, waves } = decideWave(draft, pending);
	source.wave = wave;
	source.language =
		languageOf(questions.map((question) => question.text)) ??
		languageOf(profile.columns.map(({ header }) => header)) ??
		draft.project.language;
	if (waves.length === 0 || questions.length === 0) return;
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
	if (recognition.kind === 'survey') askPersonal(draft, profile, source.columns);
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

function mapSource(draft: Draft, pending: Pending): void {
	const { source, recognition } = pending;
	source.kind = recognition.kind;
	if (pending.dates) source.answers = { ...source.answers, dayFirst: pending.dates.dayFirst };
	if (recognition.kind === 'survey' || recognition.kind === 'rating') mapResponses(draft, pending);
	else if (recognition.kind === 'register') mapRegister(draft, pending);
	else mapStated(pending);
}

function carryOver(files: readonly ReadFile[], draft: Draft, pending: Pending): boolean {
	const remembered = rememberedMapping(files, draft.project, pending.profile.file);
	if (!remembered) return false;
	const { source } = pending;
	const { source: known, columns } = remembered;
	Object.assign(source, {
		kind: known.kind,
		instrument: known.instrument,
		language: known.language,
		rater: known.rater,
		columns,
		answers: { ...known.answers, dayFirst: pending.dates?.dayFirst ?? known.answers.dayFirst }
	});
	if (known.kind !== 'survey' && known.kind !== 'rating') {
		source.wave =
			pending.dates && typeof known.wave === 'object' && known.wave
				? { column: pending.dates.column }
				: known.wave;
		return true;
	}
	const { wave, waves } = decideWave(draft, pending);
	source.wave = wave;
	const items = new Set(columns.map((column) => column.item));
	const instrument = draft.project.instruments.find(({ id }) => id === known.instrument);
	for (const item of instrument?.items ?? []) {
		if (!items.has(item.id)) continue;
		for (const at of waves) {
			if (!item.versions.some((version) => version.waves.includes(at))) item.versions.at(-1)?.waves.push(at);
		}
	}
	return true;
}

const firstDay = ({ dates }: Pending) => (dates ? [...dates.days.keys()].sort()[0] : undefined) ?? '9999';

/** Answers that shape the proposal itself are read while it is made; the others change the finished mapping. */
const SHAPING: ReadonlySet<Question['code']> = new Set([
	'kind',
	'instrument',
	'same_instrument',
	'wave',
	'day_first',
	'rater',
	'mark_language',
	'reading'
]);

/**
 * Completes a project for the files at hand: recognises each file without a mapping, proposes its columns, its wave,
 * scales and instrument, and lists what only the user can decide. Confirmed sources and finished mappings stay as they
 * are. `answers` (by question id) replace what would be assumed. Pure: the project given is not changed.
 */
export function proposeProject(
	files: readonly ReadFile[],
	project: Project | null,
	answers: Answers = {}
): Proposal {
	const draft: Draft = {
		project: structuredClone(project ?? emptyProject()),
		questions: [],
		answers,
		answered: []
	};
	const pending: Pending[] = [];
	for (const file of files) {
		const known = draft.project.sources.find((source) => source.sha256 === file.sha256);
		if (known && (known.confirmed || known.columns.length > 0)) continue;
		if (file.reading.status === 'refuse') continue;
		if (file.reading.status === 'ask') askReading(draft, file);
		const profile = profileFile(file);
		const source = known ?? newSource(profile);
		const recognition = recognised(draft, profile, source);
		const times = timesOf(profile, recognition);
		pending.push({
			profile,
			source,
			recognition,
			dates: times.date === null ? null : readDates(draft, profile, source, times.date),
			waveColumn: times.wave
		});
		if (!known) draft.project.sources.push(source);
	}
	proposeWaves(draft, pending);
	const order = pending
		.map((entry, at) => ({ entry, at }))
		.sort((a, b) => firstDay(a.entry).localeCompare(firstDay(b.entry)) || a.at - b.at);
	for (const { entry } of order) {
		if (!carryOver(files, draft, entry)) mapSource(draft, entry);
	}
	groupSpellings(draft, files);
	return settle(draft, files);
}

/** True where a source says enough for its rows to be taken. */
function isMapped(source: Source): boolean {
	if (source.kind === null || source.columns.length === 0) return false;
	if (source.kind !== 'survey' && source.kind !== 'rating') return true;
	if (source.wave === null || source.instrument === null) return false;
	return (
		source.kind === 'survey' ||
		source.rater !== null ||
		source.columns.some((column) => column.role === 'rater-kind' || column.role === 'rater')
	);
}

/** Questions that were open when the project was saved come again; answers that do not shape the proposal change the finished mapping. */
function settle(draft: Draft, files: readonly ReadFile[]): Proposal {
	const { answers, questions } = draft;
	const asked = new Set([...questions, ...draft.answered].map((question) => question.id));
	const saved = (draft.project.open ?? []).filter((question) => !asked.has(question.id));
	let project = draft.project;
	for (const question of saved) {
		const answer = answers[question.id];
		if (answer === undefined) questions.push(question);
		else project = applyAnswer(project, question, answer);
	}
	for (const question of draft.answered) {
		if (!SHAPING.has(question.code)) project = applyAnswer(project, question, answers[question.id] ?? '');
	}
	const given = new Set(files.map((file) => file.sha256));
	const unmapped = project.sources
		.filter((source) => given.has(source.sha256) && !isMapped(source))
		.map((source) => source.sha256);
	return { project: { ...project, open: questions }, questions, unmapped };
}
