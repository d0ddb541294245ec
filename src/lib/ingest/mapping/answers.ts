import { RATERS, SOURCE_KINDS, type Project, type Source } from '$lib/model/project';
import { SPELLINGS, type Question } from '$lib/model/proposal';
import { schoolYearIn } from '$lib/ingest/vocabulary/school-years';
import { foldKey } from '$lib/ingest/values/folding';
import { answerPeople } from '$lib/ingest/people/question';
import { decide } from './decided';
import { answerChanged, attachLanguage, detachLanguage } from './item-answers';
import { answerDirection, answerLabels, answerOptions, answerReversed, answerScale } from './scale-answers';
import { addWaves, waveNamed } from './waves';
import { dropOrphan } from './withdrawal';
import { joinYearWaves, splitYearWave } from './year-waves';

const text = (question: Question, name: string) => String(question.params[name] ?? '');

function sourceOf(project: Project, question: Question): Source | null {
	return project.sources.find((source) => source.sha256 === question.source) ?? null;
}

/** Takes a source's mapping back to what is pinned, so that the next proposal maps it anew. */
function reset(source: Source): void {
	source.columns = [];
	source.confirmed = false;
}

/** Roles of rows and undone treatments belong to the sheet they were decided on. */
function readingOfSheet(reading: Source['reading'], sheet: string, same: boolean): Source['reading'] {
	return same ? { ...reading, sheet } : { encoding: reading.encoding, sheet };
}

/** Takes back all that was found out about a source: another sheet is another table. */
function forget(source: Source): void {
	reset(source);
	source.kind = null;
	source.instrument = null;
	source.language = null;
	source.wave = null;
	source.rater = null;
	source.answers = { duplicates: 'last', dayFirst: null };
}

function answerWave(project: Project, source: Source, value: string): void {
	const year = schoolYearIn(value);
	if (year !== null && waveNamed(project.waves, year) === null) addWaves(project, [year]);
	const wave = waveNamed(project.waves, value);
	if (wave === null) return;
	const before = source.wave;
	source.wave = wave;
	const items = new Set(source.columns.map((column) => column.item));
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	const leaves = (item: string) =>
		typeof before === 'string' &&
		before !== wave &&
		!project.sources.some(
			(other) =>
				other !== source &&
				other.instrument === source.instrument &&
				(typeof other.wave === 'object' || other.wave === before) &&
				other.columns.some((column) => column.item === item)
		);
	for (const item of instrument?.items ?? []) {
		if (!items.has(item.id)) continue;
		if (leaves(item.id))
			for (const version of item.versions) version.waves = version.waves.filter((known) => known !== before);
		if (item.versions.some((version) => version.waves.includes(wave))) continue;
		item.versions.at(-1)?.waves.push(wave);
	}
}

function answerSpelling(project: Project, question: Question, value: string): void {
	const kind = text(question, 'kind');
	const shown = text(question, 'shown');
	const key = foldKey(shown);
	project.aliases = project.aliases.filter((alias) => alias.kind !== kind || foldKey(alias.from) !== key);
	if (value === 'join') project.aliases.push({ kind, from: foldKey(shown), to: shown });
	else
		for (const from of [shown, ...text(question, 'others').split(SPELLINGS)])
			project.aliases.push({ kind, from, to: from });
}

/** The rule for repeated answers holds for all files of an instrument, for they are counted together. */
function answerDuplicates(project: Project, source: Source, question: Question, value: string): void {
	if (value !== 'last' && value !== 'first' && value !== 'both') return;
	const instrument = text(question, 'instrument');
	for (const known of project.sources) {
		if (known === source || (instrument !== '' && known.instrument === instrument))
			known.answers = { ...known.answers, duplicates: value };
	}
	decide(project, question.id, value);
}

function answerYearWaves(project: Project, question: Question, value: string): void {
	const wave = text(question, 'wave');
	const cut = text(question, 'cut');
	joinYearWaves(project, wave, cut);
	if (value === 'two') splitYearWave(project, wave, cut, text(question, 'later').split(','));
	decide(project, question.id, value);
}

function answerForSource(project: Project, source: Source, question: Question, value: string): void {
	const before = source.instrument;
	switch (question.code) {
		case 'sheet':
			if (value !== question.assumed) forget(source);
			source.reading = readingOfSheet(source.reading, value, value === question.assumed);
			break;
		case 'kind':
			if (source.kind !== value) source.instrument = null;
			source.kind = SOURCE_KINDS.find((kind) => kind === value) ?? source.kind;
			reset(source);
			dropOrphan(project, before);
			break;
		case 'instrument':
			source.instrument = value;
			reset(source);
			dropOrphan(project, before);
			break;
		case 'same_instrument':
			if (value === 'no')
				detachLanguage(project, source, text(question, 'instrument'), source.language ?? 'ru');
			else attachLanguage(project, source, text(question, 'instrument'));
			break;
		case 'wave':
			answerWave(project, source, value);
			break;
		case 'day_first':
			source.answers = { ...source.answers, dayFirst: value === 'day_first' };
			reset(source);
			break;
		case 'rater':
			source.rater = RATERS.find((rater) => rater === value) ?? null;
			break;
		case 'duplicates':
			answerDuplicates(project, source, question, value);
			break;
		case 'mark_language':
			source.answers = {
				...source.answers,
				marks: {
					...source.answers.marks,
					к: value === 'ru' ? 'absent' : 'late',
					п: value === 'ru' ? 'present' : 'excused'
				}
			};
			break;
		default:
			break;
	}
}

/** Stores an answer into the project as mapping (wave, scale, versions, columns …); the project given is not changed. */
export function applyAnswer(project: Project, question: Question, value: string): Project {
	const next = question.code === 'people' ? answerPeople(project, question, value) : structuredClone(project);
	const source = sourceOf(next, question);
	if (question.code === 'scale' && question.params.levels !== undefined) answerLabels(next, question, value);
	else if (question.code === 'scale') answerScale(next, question, value);
	else if (question.code === 'options') answerOptions(next, question, value);
	else if (question.code === 'reversed') answerReversed(next, question, value);
	else if (question.code === 'year_waves') answerYearWaves(next, question, value);
	else if (question.code === 'scale_direction') answerDirection(next, question, value);
	else if (question.code === 'item_changed') answerChanged(next, question, value);
	else if (question.code === 'group_spelling') answerSpelling(next, question, value);
	else if (source) answerForSource(next, source, question, value);
	if (next.open) next.open = next.open.filter(({ id }) => id !== question.id);
	return next;
}
