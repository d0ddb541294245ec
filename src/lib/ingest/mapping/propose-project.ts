import { emptyProject, type Column, type Project, type Source } from '$lib/model/project';
import type { Answers, PersonMatch, Proposal, Question, ReadFile } from '$lib/model/proposal';
import { matchPeople } from '$lib/ingest/people/match-people';
import { askPeople } from '$lib/ingest/people/question';
import { applyAnswer } from './answers';
import { askChoices } from './choice-questions';
import { askedOnce, followingCorrected } from './corrected';
import { markProposed } from './decided';
import {
	askReading,
	decideWave,
	proposeWaves,
	readDates,
	recognised,
	timesOf,
	type Pending
} from './decisions';
import { newSource, questionId, type Draft } from './draft';
import { groupSpellings } from './group-spellings';
import { mapSource } from './map-source';
import { askPersonal, withRedactedRoles } from './personal';
import { profileFile } from './profile';
import { rememberedMapping } from './remembered';
import { askRepeats } from './repeated-responses';
import { askReversed } from './reversed-items';
import { askYearWaves } from './year-waves';

/** True where the user said of a file what an earlier one with the same columns is not. */
function isOtherwise(draft: Draft, { source }: Pending, known: Source): boolean {
	const { kind, instrument, sha256 } = source;
	const stated = (code: Question['code']) => draft.answers[questionId(code, sha256)];
	const saidKind = kind ?? stated('kind') ?? known.kind;
	const saidInstrument = instrument ?? stated('instrument') ?? known.instrument;
	return saidKind !== known.kind || saidInstrument !== known.instrument;
}

function carryOver(files: readonly ReadFile[], draft: Draft, pending: Pending): boolean {
	const remembered = rememberedMapping(files, draft.project, pending.profile.file);
	if (!remembered || isOtherwise(draft, pending, remembered.source)) return false;
	const { source } = pending;
	const { source: known, columns } = remembered;
	Object.assign(source, {
		kind: known.kind,
		instrument: known.instrument,
		language: known.language,
		rater: source.rater ?? known.rater,
		columns,
		answers: {
			...known.answers,
			dayFirst: source.answers.dayFirst ?? pending.dates?.dayFirst ?? known.answers.dayFirst
		}
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
	'reading',
	'sheet'
]);

/**
 * Completes a project for the files at hand: recognises each file without a mapping, proposes its columns, its wave,
 * scales and instrument, and lists what only the user can decide. Confirmed sources and finished mappings stay as they
 * are; a table of corrected rows follows the file it corrects. `answers` (by question id) replace what would be assumed.
 * Pure: the project given is not changed.
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
		answered: [],
		given: project ?? emptyProject(),
		choices: []
	};
	const pending: Pending[] = [];
	for (const file of files) {
		askPersonal(draft, file);
		const known = draft.project.sources.find((source) => source.sha256 === file.sha256);
		if (known && (known.confirmed || known.columns.length > 0 || known.corrects !== undefined)) continue;
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
	const mapped = new Set<string>();
	for (const { entry } of order) {
		const { source, profile } = entry;
		const carried = carryOver(files, draft, entry);
		if (!carried) {
			mapSource(draft, entry);
			mapped.add(source.sha256);
		}
		const { header } = profile.file.reading;
		source.columns = withRedactedRoles(source.columns, source.redacted, source.kind, header);
	}
	draft.project = followingCorrected(draft.project);
	askChoices(draft, files);
	askReversed(draft, files);
	askRepeats(draft, files, mapped);
	askYearWaves(draft, files, new Set(pending.map(({ source }) => source.sha256)));
	groupSpellings(draft, files);
	const people = askPeople(draft, files);
	return settle(draft, files, people);
}

/** Roles of columns that hold answers: without one, a questionnaire says nothing. */
const ANSWERED: ReadonlySet<Column['role']> = new Set(['item', 'multi', 'text', 'value']);

/** True where a source says enough for its rows to be taken. */
function isMapped(source: Source): boolean {
	if (source.kind === null || source.columns.length === 0) return false;
	if (source.kind !== 'survey' && source.kind !== 'rating') return true;
	if (source.wave === null || source.instrument === null) return false;
	if (!source.columns.some(({ role }) => ANSWERED.has(role))) return false;
	return (
		source.kind === 'survey' ||
		source.rater !== null ||
		source.columns.some((column) => column.role === 'rater-kind' || column.role === 'rater')
	);
}

/** Questions that were open when the project was saved come again; answers that do not shape the proposal change the finished mapping. */
function settle(draft: Draft, files: readonly ReadFile[], matches: PersonMatch[]): Proposal {
	const { answers, questions } = draft;
	markProposed(draft.project, draft.given);
	const asked = new Set([...questions, ...draft.answered].map((question) => question.id));
	const saved = (draft.project.open ?? []).filter(
		({ code, id }) => code !== 'people' && code !== 'personal' && !asked.has(id)
	);
	let project = draft.project;
	for (const question of saved) {
		const answer = answers[question.id];
		if (answer === undefined) questions.push(question);
		else project = applyAnswer(project, question, answer);
	}
	for (const question of draft.answered) {
		if (!SHAPING.has(question.code)) project = applyAnswer(project, question, answers[question.id] ?? '');
	}
	project = followingCorrected(project);
	const given = new Set(files.map((file) => file.sha256));
	const unmapped = project.sources
		.filter((source) => given.has(source.sha256) && !isMapped(source))
		.map((source) => source.sha256);
	const decided = draft.answered.some(({ code }) => code === 'people');
	const people = decided ? matchPeople(files, project) : matches;
	return askedOnce({ project, questions, unmapped, people });
}
