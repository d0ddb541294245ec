import type { Audience, Instrument, Item, Source } from '$lib/model/project';
import { textIn, type Locale, type Trilingual } from '$lib/model/text';
import { AUDIENCE_WORDS, codeOf } from '$lib/ingest/vocabulary/terms';
import { foldLabel } from '$lib/ingest/values/folding';
import { ask, questionId, type Draft } from './draft';
import { pairByPlace, textOverlap, type QuestionGuess } from './item-matching';
import type { FileProfile } from './profile';

const AUDIENCE_STEMS: readonly (readonly [Audience, RegExp])[] = [
	['parent', /ата[-\s]?ана|родител|parent/i],
	['mentee', /тәлім\s?алушы|подопечн|mentee|наставляем/i],
	['pupil', /оқушы|ученик|учащ|школьник|pupil|student|бала/i],
	['teacher', /мұғалім|ұстаз|педагог|учител|преподавател|teacher/i]
];

const PLURAL: Record<Audience, string> = {
	teacher: 'teachers',
	pupil: 'pupils',
	parent: 'parents',
	mentee: 'mentees'
};

/** Audience by the words of a file's name and titles; null where none or several are named. */
function audienceNamed(titles: readonly string[]): Audience | null {
	for (const title of titles) {
		const exact = codeOf(AUDIENCE_WORDS, title);
		if (exact) return exact;
		const found = AUDIENCE_STEMS.filter(([, stem]) => stem.test(title));
		if (found.length === 1) return found[0]?.[0] ?? null;
	}
	return null;
}

/** A questionnaire or rating file on its way to an instrument. */
export interface ResponseFile {
	profile: FileProfile;
	source: Source;
	questions: QuestionGuess[];
	waves: string[];
	locale: Locale;
	/** Header of the column that says who was rated («Тәлім алушы коды»), where there is one. */
	who: string | null;
}

/** Where a file's questions belong: the instrument, and its items by column where only their place pairs them. */
export interface InstrumentChoice {
	instrument: Instrument;
	paired: Map<number, string> | null;
}

function freeId(draft: Draft, wanted: string): string {
	const taken = new Set(draft.project.instruments.map((instrument) => instrument.id));
	if (!taken.has(wanted)) return wanted;
	let number = 2;
	while (taken.has(`${wanted}_${String(number)}`)) number += 1;
	return `${wanted}_${String(number)}`;
}

const TITLES: Record<Audience, Trilingual> = {
	teacher: { kk: 'Мұғалімдер сауалнамасы', ru: 'Анкета учителей', en: 'Teacher questionnaire' },
	pupil: { kk: 'Оқушылар сауалнамасы', ru: 'Анкета учеников', en: 'Pupil questionnaire' },
	parent: { kk: 'Ата-аналар сауалнамасы', ru: 'Анкета родителей', en: 'Parent questionnaire' },
	mentee: { kk: 'Тәлім алушылар сауалнамасы', ru: 'Анкета подопечных', en: 'Mentee questionnaire' }
};
const RATING_TITLE: Trilingual = { kk: 'Бағалау', ru: 'Оценивание', en: 'Ratings' };

/** The file's own title line where it has one, else what it is by kind and audience. */
function titleOf(file: ResponseFile, kind: 'survey' | 'rating', audience: Audience): Trilingual {
	const { titles } = file.profile;
	if (titles.length > 1) return { [file.locale]: titles[0] ?? '' };
	return { ...(kind === 'rating' ? RATING_TITLE : TITLES[audience]) };
}

function createInstrument(
	draft: Draft,
	file: ResponseFile,
	kind: 'survey' | 'rating',
	audience: Audience,
	wanted: string
): Instrument {
	const created: Instrument = {
		id: freeId(draft, wanted),
		kind,
		audience,
		title: titleOf(file, kind, audience),
		anonymous: kind === 'survey',
		blocks: [],
		items: []
	};
	draft.project.instruments.push(created);
	return created;
}

const NEW = 'new:';

function fromAnswer(draft: Draft, file: ResponseFile, kind: 'survey' | 'rating', value: string): Instrument {
	const known = draft.project.instruments.find((instrument) => instrument.id === value);
	if (known) return known;
	const audience = AUDIENCE_STEMS.find(([name]) => value === `${NEW}${name}`)?.[0];
	const wanted =
		audience === undefined && /^[a-z][a-z0-9_-]{0,62}$/.test(value)
			? value
			: kind === 'rating'
				? 'ratings'
				: PLURAL[audience ?? 'teacher'];
	return createInstrument(
		draft,
		file,
		kind,
		audience ?? audienceNamed(file.profile.titles) ?? 'teacher',
		wanted
	);
}

function askInstrument(draft: Draft, file: ResponseFile, likely: Instrument[], assumed: string): string {
	const options = [
		...likely.map(({ id, title }) => ({ value: id, label: textIn(title, draft.project.language) })),
		...AUDIENCE_STEMS.map(([audience]) => ({
			value: `${NEW}${audience}`,
			label: `instrument_new_${audience}`
		}))
	];
	const { sha256, name } = file.profile.file;
	return (
		ask(draft, {
			id: questionId('instrument', sha256),
			source: sha256,
			code: 'instrument',
			params: { name },
			options,
			assumed
		}) ?? assumed
	);
}

function otherLanguage(draft: Draft, file: ResponseFile, candidates: Instrument[]): InstrumentChoice | null {
	const audience = audienceNamed(file.profile.titles);
	for (const instrument of candidates) {
		if (audience !== null && audience !== instrument.audience) continue;
		const spoken = instrument.items.some((item) =>
			item.versions.some((version) => version.text[file.locale] !== undefined)
		);
		if (spoken) continue;
		const paired = pairByPlace(draft.project, file.profile, instrument, file.questions, file.waves);
		if (!paired) continue;
		const { sha256, name } = file.profile.file;
		const answer = ask(draft, {
			id: questionId('same_instrument', sha256),
			source: sha256,
			code: 'same_instrument',
			params: {
				name,
				instrument: instrument.id,
				title: textIn(instrument.title, draft.project.language),
				language: file.locale
			},
			options: [
				{ value: 'yes', label: 'yes' },
				{ value: 'no', label: 'no' }
			],
			assumed: 'yes'
		});
		if (answer === 'yes') return { instrument, paired };
	}
	return null;
}

/** Finds the instrument of a questionnaire or rating by its items' texts, then as another language version, else makes a new one. */
export function chooseInstrument(draft: Draft, file: ResponseFile): InstrumentChoice {
	const kind = file.source.kind === 'rating' ? 'rating' : 'survey';
	const { sha256, titles } = { sha256: file.profile.file.sha256, titles: file.profile.titles };
	const stated = file.source.instrument ?? draft.answers[questionId('instrument', sha256)];
	const candidates = draft.project.instruments.filter((instrument) => instrument.kind === kind);
	if (stated !== null && stated !== undefined) {
		const instrument = fromAnswer(draft, file, kind, stated);
		const paired =
			textOverlap(instrument, file.questions).matched > 0
				? null
				: pairByPlace(draft.project, file.profile, instrument, file.questions, file.waves);
		return { instrument, paired };
	}
	const ranked = candidates
		.map((instrument) => ({ instrument, ...textOverlap(instrument, file.questions) }))
		.sort((a, b) => b.share - a.share || b.matched - a.matched);
	const best = ranked[0];
	if (best && best.share >= 0.5 && best.matched >= Math.min(2, file.questions.length)) {
		return { instrument: best.instrument, paired: null };
	}
	if (best && best.share >= 0.25 && best.matched >= 2) {
		const chosen = askInstrument(draft, file, [best.instrument], best.instrument.id);
		return { instrument: fromAnswer(draft, file, kind, chosen), paired: null };
	}
	const other = otherLanguage(draft, file, candidates);
	if (other) return other;
	if (kind === 'rating') {
		const rated = file.who === null ? null : audienceNamed([file.who]);
		return { instrument: createInstrument(draft, file, kind, rated ?? 'teacher', 'ratings'), paired: null };
	}
	const audience = audienceNamed([...titles, file.questions.map((question) => question.text).join(' ')]);
	if (audience)
		return { instrument: createInstrument(draft, file, kind, audience, PLURAL[audience]), paired: null };
	const chosen = askInstrument(draft, file, candidates, `${NEW}teacher`);
	return { instrument: fromAnswer(draft, file, kind, chosen), paired: null };
}

/** A block of an instrument by its title in any language, made where it is new. */
export function blockId(instrument: Instrument, title: string | null, locale: Locale): string | null {
	if (title === null) return null;
	const key = foldLabel(title);
	const known = instrument.blocks.find((block) =>
		Object.values(block.title).some((text) => text !== undefined && foldLabel(text) === key)
	);
	if (known) return known.id;
	const id = `b${String(instrument.blocks.length + 1)}`;
	instrument.blocks.push({ id, title: { [locale]: title } });
	return id;
}

/** A free item id of an instrument: q1, q2 … for questionnaires, c1 … for criteria. */
export function freeItemId(instrument: Instrument): string {
	const letter = instrument.kind === 'rating' ? 'c' : 'q';
	const taken = new Set(instrument.items.map((item: Item) => item.id));
	let number = instrument.items.length + 1;
	while (taken.has(`${letter}${String(number)}`)) number += 1;
	return `${letter}${String(number)}`;
}
