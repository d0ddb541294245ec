import type { Instrument, Item, Project, Scale } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { NUMERIC_SCALES, STANDARD_SCALES } from '$lib/ingest/vocabulary/likert';
import { decide, dropUnusedScale } from './decided';
import { addScale, numericScale, scaleFromStandard } from './scales';

const text = (question: Question, name: string) => String(question.params[name] ?? '');

const versionsOf = (instrument: Instrument | undefined) =>
	(instrument?.items ?? []).flatMap((item) => item.versions);

const instrumentOf = (project: Project, question: Question) =>
	project.instruments.find(({ id }) => id === text(question, 'instrument'));

function sharedWithOthers(project: Project, instrument: Instrument | undefined, scale: string): boolean {
	return project.instruments.some(
		(other) => other !== instrument && versionsOf(other).some((version) => version.scale === scale)
	);
}

function freeScaleId(project: Project, wanted: string): string {
	let number = 2;
	while (project.scales.some(({ id }) => id === `${wanted}-${String(number)}`)) number += 1;
	return `${wanted}-${String(number)}`;
}

/** The scale an answer names: the present one confirmed, a copy of its own where another instrument waits for its own answer, a standard one, or one of the project's. */
function chosenScale(
	project: Project,
	instrument: Instrument | undefined,
	present: Scale | undefined,
	answered: ReadonlySet<string>,
	value: string
): string | null {
	if (present?.id === value) {
		if (!present.provisional || !sharedWithOthers(project, instrument, present.id)) {
			present.provisional = false;
			delete present.proposed;
			return present.id;
		}
		const id = freeScaleId(project, present.id);
		const copy = { ...structuredClone(present), id, provisional: false };
		delete copy.proposed;
		project.scales.push(copy);
		return id;
	}
	const standard = STANDARD_SCALES.find(({ id }) => id === value);
	if (standard) return addScale(project, scaleFromStandard(standard, answered, false));
	const numeric = NUMERIC_SCALES.find(({ id }) => id === value);
	if (numeric) return addScale(project, numericScale(numeric.low, numeric.high, false));
	return project.scales.find(({ id }) => id === value)?.id ?? null;
}

/** Puts the items of a scale question on the scale answered; a later answer takes the earlier one's place. */
export function answerScale(project: Project, question: Question, value: string): void {
	const instrument = instrumentOf(project, question);
	const before = project.decided?.[question.id] ?? text(question, 'scale');
	const present = project.scales.find(({ id }) => id === before);
	const members = new Set(text(question, 'members').split(',').filter(Boolean));
	const versions = (instrument?.items ?? [])
		.filter(({ id }) => members.size === 0 || members.has(id))
		.flatMap((item) => item.versions)
		.filter((version) => version.scale === before);
	const answered = new Set(text(question, 'answered').split('\n'));
	const id = chosenScale(project, instrument, present, answered, value);
	if (id === null) return;
	for (const version of versions) version.scale = id;
	if (id !== before) dropUnusedScale(project, before);
	decide(project, question.id, id);
}

function ownScale(project: Project, question: Question, levels: readonly string[][]): string {
	const before = project.decided?.[question.id];
	const known = project.scales.find(({ id }) => id === before);
	const made = levels.map((labels, at) => ({ value: at + 1, labels: [...labels] }));
	if (known) {
		known.levels = made;
		return known.id;
	}
	let number = 1;
	while (project.scales.some(({ id }) => id === `labels_${String(number)}`)) number += 1;
	const id = `labels_${String(number)}`;
	project.scales.push({ id, levels: made, dontKnow: [], provisional: false });
	return id;
}

function turnInto(item: Item, kind: Item['kind'], scale: string | null, options: readonly string[]): void {
	item.kind = kind;
	item.required = kind === 'scale';
	if (kind === 'multi') item.options = [...options];
	else delete item.options;
	for (const version of item.versions) version.scale = scale;
}

function putRoles(
	project: Project,
	instrument: Instrument,
	items: ReadonlySet<string>,
	kind: Item['kind']
): void {
	for (const source of project.sources) {
		if (source.instrument !== instrument.id) continue;
		for (const column of source.columns) {
			if (column.item === undefined || !items.has(column.item)) continue;
			column.role = kind === 'scale' ? 'item' : kind;
		}
	}
}

/** Makes items with answers in no vocabulary a scale in the order shown or against it, a choice, or free text. */
export function answerLabels(project: Project, question: Question, value: string): void {
	const instrument = instrumentOf(project, question);
	if (!instrument) return;
	const levels = JSON.parse(text(question, 'levels')) as string[][];
	const members = new Set(text(question, 'members').split(','));
	const scaled = value === 'ascending' || value === 'descending';
	const before = project.decided?.[question.id];
	const scale = scaled
		? ownScale(project, question, value === 'ascending' ? levels : [...levels].reverse())
		: null;
	const kind = scaled ? 'scale' : value === 'text' ? 'text' : 'multi';
	for (const item of instrument.items) if (members.has(item.id)) turnInto(item, kind, scale, levels.flat());
	putRoles(project, instrument, members, kind);
	if (before !== undefined && before !== scale) dropUnusedScale(project, before);
	decide(project, question.id, scale ?? value);
}

/** Keeps a multi-select item's list of options, takes every answer for one option, or makes it free text. */
export function answerOptions(project: Project, question: Question, value: string): void {
	const instrument = instrumentOf(project, question);
	const item = instrument?.items.find(({ id }) => id === text(question, 'item'));
	if (!instrument || !item) return;
	const options = JSON.parse(text(question, value === 'whole' ? 'whole' : 'options')) as string[];
	const kind = value === 'text' ? 'text' : 'multi';
	turnInto(item, kind, null, options);
	putRoles(project, instrument, new Set([item.id]), kind);
	decide(project, question.id, value);
}

/** Turns a scale so that its lowest level is the one named when it was asked, or the highest. */
export function answerDirection(project: Project, question: Question, value: string): void {
	const scale = project.scales.find(({ id }) => id === text(question, 'scale'));
	if (!scale) return;
	scale.provisional = false;
	delete scale.proposed;
	const ascending = scale.levels[0]?.labels.includes(text(question, 'low')) ?? true;
	decide(project, question.id, value);
	if (ascending === (value === 'ascending')) return;
	const labels = scale.levels.map((level) => level.labels).reverse();
	scale.levels.forEach((level, at) => (level.labels = labels[at] ?? []));
}

/** Turns an item of all its waves, or leaves it as it is. */
export function answerReversed(project: Project, question: Question, value: string): void {
	const item = instrumentOf(project, question)?.items.find(({ id }) => id === text(question, 'item'));
	for (const version of item?.versions ?? []) version.reversed = value === 'yes';
	decide(project, question.id, value);
}
