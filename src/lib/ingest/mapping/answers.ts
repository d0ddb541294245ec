import {
	RATERS,
	SOURCE_KINDS,
	type Instrument,
	type Item,
	type Project,
	type Source
} from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { LOCALES, type Locale } from '$lib/model/text';
import { NUMERIC_SCALES, STANDARD_SCALES } from '$lib/ingest/vocabulary/likert';
import { schoolYearIn } from '$lib/ingest/vocabulary/school-years';
import { foldKey } from '$lib/ingest/values/folding';
import { freeItemId } from './instruments';
import { addScale, derivesFrom, numericScale, scaleFromStandard } from './scales';
import { addWaves, waveNamed } from './waves';

const text = (question: Question, name: string) => String(question.params[name] ?? '');

function sourceOf(project: Project, question: Question): Source | null {
	return project.sources.find((source) => source.sha256 === question.source) ?? null;
}

/** Takes a source's mapping back to what is pinned, so that the next proposal maps it anew. */
function reset(source: Source): void {
	source.columns = [];
	source.confirmed = false;
}

function answerScale(project: Project, question: Question, value: string): void {
	const assumed = text(question, 'scale');
	const instrument = project.instruments.find(({ id }) => id === text(question, 'instrument'));
	const versions = (instrument?.items ?? [])
		.flatMap((item) => item.versions)
		.filter((version) => version.scale === assumed);
	const current = project.scales.find(({ id }) => id === assumed);
	if (value === assumed && current) {
		const shared = project.instruments.some(
			(other) =>
				other !== instrument &&
				other.items.some((item) => item.versions.some((version) => version.scale === assumed))
		);
		if (!shared || !current.provisional) {
			current.provisional = false;
			return;
		}
		let number = 2;
		while (project.scales.some(({ id }) => id === `${assumed}-${String(number)}`)) number += 1;
		const own = `${assumed}-${String(number)}`;
		project.scales.push({ ...structuredClone(current), id: own, provisional: false });
		for (const version of versions) version.scale = own;
		return;
	}
	const answered = new Set(
		(current?.levels ?? []).flatMap((level) => level.labels).map((label) => foldKey(label))
	);
	const standard = STANDARD_SCALES.find(({ id }) => id === value);
	const numeric = NUMERIC_SCALES.find(({ id }) => id === value);
	const known = project.scales.find(({ id }) => id === value);
	const id = standard
		? addScale(project, scaleFromStandard(standard, answered, false))
		: numeric
			? addScale(project, numericScale(numeric.low, numeric.high, false))
			: known?.id;
	if (id === undefined) return;
	for (const version of versions) version.scale = id;
	const used = new Set(
		project.instruments.flatMap((other) =>
			other.items.flatMap((item) => item.versions.map((version) => version.scale))
		)
	);
	if (!used.has(assumed) && current?.provisional)
		project.scales = project.scales.filter((scale) => scale !== current);
}

function answerChanged(project: Project, question: Question, value: string): void {
	const instrument = project.instruments.find(({ id }) => id === text(question, 'instrument'));
	const item = instrument?.items.find(({ id }) => id === text(question, 'item'));
	const wave = text(question, 'wave');
	const at =
		item?.versions.findIndex((version) => version.waves.includes(wave) && version.change === 'reworded') ??
		-1;
	const version = item?.versions[at];
	if (!instrument || !item || !version || value === 'reworded') return;
	if (value === 'same') {
		const before = item.versions[at - 1];
		if (before?.scale === version.scale) {
			before.waves.push(...version.waves);
			item.versions.splice(at, 1);
		} else {
			version.change = 'rescaled';
		}
		return;
	}
	splitItem(project, instrument, item, at, text(question, 'sources').split(','));
}

/** Makes a version an item of its own, and moves the columns of the files that ask it. */
function splitItem(
	project: Project,
	instrument: Instrument,
	item: Item,
	at: number,
	sources: readonly string[]
): void {
	const [version] = item.versions.splice(at, 1);
	if (!version) return;
	const created: Item = {
		...structuredClone(item),
		id: freeItemId(instrument),
		versions: [{ ...version, change: 'new' }]
	};
	instrument.items.splice(instrument.items.indexOf(item) + 1, 0, created);
	for (const source of project.sources) {
		if (source.instrument !== instrument.id || !sources.includes(source.sha256)) continue;
		for (const column of source.columns) if (column.item === item.id) column.item = created.id;
	}
}

/** Parts a language version from its instrument: items keep their order and scales, with that language's texts alone. */
function detachLanguage(project: Project, source: Source, locale: Locale): void {
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	if (!instrument) return;
	let number = 2;
	while (project.instruments.some(({ id }) => id === `${instrument.id}_${String(number)}`)) number += 1;
	const created = structuredClone(instrument);
	created.id = `${instrument.id}_${String(number)}`;
	created.items = created.items.filter((item) =>
		item.versions.some((version) => version.text[locale] !== undefined)
	);
	for (const version of created.items.flatMap((item) => item.versions)) {
		version.text = { [locale]: version.text[locale] ?? Object.values(version.text)[0] ?? '' };
	}
	for (const version of instrument.items.flatMap((item) => item.versions)) {
		const others = LOCALES.filter((known) => known !== locale && version.text[known] !== undefined);
		if (others.length > 0)
			version.text = Object.fromEntries(others.map((known) => [known, version.text[known]]));
	}
	project.instruments.push(created);
	for (const known of project.sources) {
		if (known.instrument === instrument.id && known.language === locale) known.instrument = created.id;
	}
}

function answerWave(project: Project, source: Source, value: string): void {
	const year = schoolYearIn(value);
	if (year !== null && waveNamed(project.waves, year) === null) addWaves(project, [year]);
	const wave = waveNamed(project.waves, value);
	if (wave === null) return;
	source.wave = wave;
	const items = new Set(source.columns.map((column) => column.item));
	const instrument = project.instruments.find(({ id }) => id === source.instrument);
	for (const item of instrument?.items ?? []) {
		if (!items.has(item.id) || item.versions.some((version) => version.waves.includes(wave))) continue;
		item.versions.at(-1)?.waves.push(wave);
	}
}

function answerSpelling(project: Project, question: Question, value: string): void {
	const kind = text(question, 'kind');
	const shown = text(question, 'shown');
	if (value === 'join') project.aliases.push({ kind, from: foldKey(shown), to: shown });
	else
		for (const from of [shown, ...text(question, 'others').split(', ')])
			project.aliases.push({ kind, from, to: from });
}

function answerForSource(project: Project, source: Source, question: Question, value: string): void {
	switch (question.code) {
		case 'kind':
			source.kind = SOURCE_KINDS.find((kind) => kind === value) ?? source.kind;
			reset(source);
			break;
		case 'instrument':
			source.instrument = value;
			reset(source);
			break;
		case 'same_instrument':
			if (value === 'no') detachLanguage(project, source, source.language ?? 'ru');
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
			if (value === 'last' || value === 'first' || value === 'both')
				source.answers = { ...source.answers, duplicates: value };
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
		case 'personal': {
			const column = source.columns.find(({ index }) => index === question.params.column);
			if (column) column.role = value === 'respondent' ? 'respondent' : 'personal';
			break;
		}
		default:
			break;
	}
}

function answerDirection(project: Project, question: Question, value: string): void {
	const scale = project.scales.find(({ id }) => derivesFrom(id, text(question, 'scale')));
	if (!scale) return;
	scale.provisional = false;
	if (value !== 'descending') return;
	const labels = scale.levels.map((level) => level.labels).reverse();
	scale.levels.forEach((level, at) => (level.labels = labels[at] ?? []));
}

/** Stores an answer into the project as mapping (wave, scale, versions, columns …); the project given is not changed. */
export function applyAnswer(project: Project, question: Question, value: string): Project {
	const next = structuredClone(project);
	const source = sourceOf(next, question);
	if (question.code === 'scale') answerScale(next, question, value);
	else if (question.code === 'scale_direction') answerDirection(next, question, value);
	else if (question.code === 'item_changed') answerChanged(next, question, value);
	else if (question.code === 'group_spelling') answerSpelling(next, question, value);
	else if (source) answerForSource(next, source, question, value);
	if (next.open) next.open = next.open.filter(({ id }) => id !== question.id);
	return next;
}
