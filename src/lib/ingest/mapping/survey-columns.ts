import type { Scale } from '$lib/model/project';
import type { Exporter } from '$lib/model/reading';
import { isMissingToken } from '$lib/ingest/values/missing';
import { foldKey, foldLabel } from '$lib/ingest/values/folding';
import { parseDate } from '$lib/ingest/values/dates';
import { personalKind } from '$lib/ingest/values/personal';
import { isOtherOption } from '$lib/ingest/vocabulary/other-option';
import { serviceColumn } from '$lib/ingest/vocabulary/survey-columns';
import { statedField } from '$lib/ingest/vocabulary/fields';
import { exportersOwn, pathOf } from './exporter-columns';
import { slug } from './group-name';
import { optionsOf } from './options';
import type { ColumnProfile, FileProfile } from './profile';
import { scaleEvidence, titledRange, type ScaleEvidence } from './scale-evidence';
import { fitsOneScale } from './scales';

/** A question of a questionnaire as its header states it. */
interface QuestionText {
	/** The item's own words. */
	text: string;
	/** Words shared by a matrix of items, or null. */
	block: string | null;
}

/** What a column of a questionnaire or wide rating was taken for. */
export type ColumnGuess = { index: number } & (
	| { role: 'timestamp' | 'date' | 'respondent' | 'ignore' | 'wave' | 'personal' }
	| { role: 'group'; group: string }
	| ({ role: 'item'; evidence: ScaleEvidence } & QuestionText)
	| ({
			role: 'multi';
			options: string[];
			option: string | null;
			split: boolean;
			others: boolean;
	  } & QuestionText)
	| ({ role: 'text' } & QuestionText)
);

const MATRIX = /^(.*\S)\s*\[([^[\]]+)\]\s*$/s;
const CHOSEN = new Set(['y', 'yes', 'x', 'v', '✓', '1', 'да', 'иә', 'true', 'checked'].map(foldLabel));
const NOT_CHOSEN = new Set(['n', 'no', '0', 'нет', 'жоқ', 'false', 'unchecked'].map(foldLabel));

/** True where a cell of a one-column-per-option question says that the option was not chosen. */
export function isNotChosen(cell: string): boolean {
	return isMissingToken(cell) || NOT_CHOSEN.has(foldLabel(cell));
}

interface Split {
	prefix: string;
	row: string;
}

function splitHeader(header: string, exporter: Exporter): Split | null {
	if (exporter === 'kobotoolbox') return pathOf(header);
	const matrix = MATRIX.exec(header);
	if (matrix) return { prefix: (matrix[1] ?? '').trim(), row: (matrix[2] ?? '').trim() };
	const at = header.includes(' / ') ? header.lastIndexOf(' / ') : -1;
	if (at > 0) return { prefix: header.slice(0, at).trim(), row: header.slice(at + 3).trim() };
	const slash = header.indexOf('/');
	if (slash > 8 && slash < header.length - 1 && !header.includes(' /')) {
		return { prefix: header.slice(0, slash).trim(), row: header.slice(slash + 1).trim() };
	}
	return null;
}

/** Texts of the questions: rows of a matrix lose their shared beginning where the rows stay apart without it. */
function questionTexts(headers: readonly string[], splits: readonly (Split | null)[]): QuestionText[] {
	const prefixes = new Map<string, number>();
	const rows = new Map<string, number>();
	for (const split of splits) {
		if (!split) continue;
		prefixes.set(split.prefix, (prefixes.get(split.prefix) ?? 0) + 1);
		rows.set(foldKey(split.row), (rows.get(foldKey(split.row)) ?? 0) + 1);
	}
	return headers.map((header, at) => {
		const split = splits[at];
		if (!split || (prefixes.get(split.prefix) ?? 0) < 2) return { text: header.trim(), block: null };
		const alone = rows.get(foldKey(split.row)) === 1;
		return { text: alone ? split.row : header.trim(), block: split.prefix };
	});
}

/** Rows of a "choose all" question spread over columns: each holds only marks, or its own option's words. */
function optionColumns(
	profile: FileProfile,
	texts: readonly QuestionText[],
	splits: readonly (Split | null)[]
): Map<number, { block: string; option: string }> {
	const found = new Map<number, { block: string; option: string }>();
	const byBlock = new Map<string, number[]>();
	for (const [index, { block }] of texts.entries()) {
		if (block !== null) byBlock.set(block, [...(byBlock.get(block) ?? []), index]);
	}
	for (const [block, indexes] of byBlock) {
		const options = indexes.map((index) => splits[index]?.row ?? '');
		const listed = indexes.filter((_, at) => !isOtherOption(options[at] ?? ''));
		const chosen = listed.every((index) => {
			const column = profile.columns[index];
			if (!column || column.overflow) return false;
			const values = [...column.distinct.keys()].filter((value) => !isNotChosen(value));
			const own = foldLabel(splits[index]?.row ?? '');
			return (
				values.length <= 1 &&
				values.every((value) => CHOSEN.has(foldLabel(value)) || foldLabel(value) === own)
			);
		});
		const sparse = listed.some(
			(index) =>
				(profile.columns[index]?.filled ?? 0) < profile.rows || profile.columns[index]?.distinct.has('0')
		);
		if (!chosen || !(sparse || listed.length < indexes.length) || listed.length < 2) continue;
		indexes.forEach((index, at) => found.set(index, { block, option: options[at] ?? '' }));
	}
	return found;
}

const CODE_VALUE = /^\p{L}{1,4}[-_ ]?\d{1,6}$/u;

function looksLikeCodes(column: ColumnProfile): boolean {
	const values = [...column.distinct.keys()];
	return (
		values.length >= 5 &&
		values.length >= column.filled * 0.8 &&
		values.every((value) => CODE_VALUE.test(value.trim()))
	);
}

const SAMPLE = 60;

function isDateColumn(column: ColumnProfile): boolean {
	const values = [...column.distinct.keys()].slice(0, SAMPLE);
	const dates = values.filter((value) => parseDate(value, true) ?? parseDate(value, false));
	return values.length > 0 && dates.length >= values.length * 0.8;
}

/** Columns of a questionnaire that say when: a timestamp, else a date, and a column that names the wave. */
export function timeColumns(profile: FileProfile): { date: number | null; wave: number | null } {
	const roles = profile.columns.map((column) => serviceColumn(column.header)?.role ?? null);
	const dated = (role: string | null) => {
		const found = profile.columns.find((column) => roles[column.index] === role && isDateColumn(column));
		return found?.index ?? null;
	};
	const wave = roles.indexOf('wave');
	return { date: dated('timestamp') ?? dated('date') ?? dated(null), wave: wave < 0 ? null : wave };
}

function categoryValues(column: ColumnProfile): string[] | null {
	if (column.overflow) return null;
	const values = [...column.distinct.keys()].filter((value) => !isMissingToken(value));
	const repeated = column.filled >= values.length * 3 && values.length >= 2 && values.length <= 15;
	return repeated && values.every((value) => value.trim().length <= 60) ? values : null;
}

interface Hints {
	scales: readonly Scale[];
	rating: boolean;
	titled: { low: number; high: number } | null;
}

/** A column that the exporter wrote beside the answers. */
const OWN = { role: 'ignore' } as const;

function guessColumn(
	column: ColumnProfile,
	question: QuestionText,
	service: ReturnType<typeof serviceColumn>,
	{ scales, rating, titled }: Hints
): ColumnGuess {
	const { index } = column;
	if (column.filled === 0 && column.header.trim() === '') return { index, role: 'ignore' };
	if (service?.role === 'group') return { index, role: 'group', group: service.group };
	if (service?.role === 'timestamp' || service?.role === 'date') {
		return { index, role: isDateColumn(column) ? service.role : 'ignore' };
	}
	if (service?.role === 'language') return { index, role: 'ignore' };
	if (service?.role === 'respondent') {
		const personal = personalKind(column.header, firstValues(column));
		if (personal !== null && personal !== 'name') return { index, role: 'personal' };
		return { index, role: rating ? 'ignore' : 'respondent' };
	}
	if (service === OWN && personalKind(column.header, firstValues(column)) !== null)
		return { index, role: 'personal' };
	if (service) return { index, role: service.role };
	if (isDateColumn(column)) return { index, role: 'date' };
	const evidence = scaleEvidence(column, scales, titled);
	if (evidence && (evidence.type !== 'labels' || fitsOneScale(evidence.labels, scales)))
		return { index, role: 'item', evidence, ...question };
	if (personalKind(column.header, firstValues(column)) !== null) return { index, role: 'personal' };
	if (looksLikeCodes(column)) return { index, role: 'respondent' };
	const multi = column.overflow
		? null
		: optionsOf([...column.distinct].filter(([value]) => !isMissingToken(value)));
	if (multi) return { index, role: 'multi', ...multi, option: null, split: true, ...question };
	return { index, role: 'text', ...question };
}

const firstValues = (column: ColumnProfile) => [...column.distinct.keys()].slice(0, SAMPLE);

/** Words of a header from which it reads like a question rather than the name of a group. */
const SENTENCE = 5;

const readsLikeQuestion = (header: string) =>
	header.trim().endsWith('?') || header.trim().split(/\s+/).length >= SENTENCE;

/** True where another column is answered with mostly the same words: a block of questions, never groups. */
function sharesLabels(labels: readonly string[], others: readonly (readonly string[])[]): boolean {
	const own = new Set(labels.map(foldLabel));
	return others.some((other) => {
		const shared = other.filter((label) => own.has(foldLabel(label))).length;
		return other !== labels && shared >= 2 && shared * 2 >= Math.max(own.size, other.length);
	});
}

/** Repeated words before the first question are a group; among the questions, a choice of one. */
function settleCategories(guesses: ColumnGuess[], profile: FileProfile): ColumnGuess[] {
	const first = guesses.findIndex((guess) => guess.role === 'item' || guess.role === 'multi');
	const categories = guesses.map((guess) => {
		const column = profile.columns[guess.index];
		return guess.role === 'text' && column ? categoryValues(column) : null;
	});
	const all = categories.filter((values) => values !== null);
	return guesses.map((guess, at) => {
		const values = categories[at];
		const header = profile.columns[guess.index]?.header ?? '';
		if (guess.role !== 'text' || !values) return guess;
		const asked =
			first < 0
				? readsLikeQuestion(header) || sharesLabels(values, all)
				: at > first || sharesLabels(values, all);
		if (!asked) return { index: guess.index, role: 'group', group: slug(header) };
		return { ...guess, role: 'multi', options: values, option: null, split: false, others: false };
	});
}

function singleOf(guesses: ColumnGuess[], role: 'respondent' | 'timestamp' | 'date'): ColumnGuess[] {
	let seen = false;
	return guesses.map((guess) => {
		if (guess.role !== role) return guess;
		if (seen) return { index: guess.index, role: 'ignore' };
		seen = true;
		return guess;
	});
}

/** Takes every column of a questionnaire, or the criteria of a wide rating, for what its header and answers say it is. */
export function guessColumns(profile: FileProfile, scales: readonly Scale[], rating = false): ColumnGuess[] {
	const headers = profile.columns.map(({ header }) => header);
	const splits = headers.map((header) => splitHeader(header, profile.file.reading.exporter));
	const texts = questionTexts(headers, splits);
	const options = optionColumns(profile, texts, splits);
	const own = exportersOwn(profile);
	const hints = { scales, rating, titled: titledRange(profile.titles) };
	const blockOptions = new Map<string, string[]>();
	for (const { block, option } of options.values())
		blockOptions.set(block, [...(blockOptions.get(block) ?? []), option]);
	const guesses = profile.columns.map((column): ColumnGuess => {
		const question = texts[column.index] ?? { text: column.header, block: null };
		const option = options.get(column.index);
		if (option) {
			const all = blockOptions.get(option.block) ?? [];
			return {
				index: column.index,
				role: 'multi',
				options: all,
				option: option.option,
				split: false,
				others: false,
				text: option.block,
				block: null
			};
		}
		const known = rating ? statedField('rating', column.header) : null;
		if (known !== null) return { index: column.index, role: 'ignore' };
		const inGroup = profile.file.reading.exporter === 'kobotoolbox' ? splits[column.index]?.row : undefined;
		const named = serviceColumn(inGroup ?? column.header);
		const service = own.has(column.index) && (!named || named.role === 'group') ? OWN : named;
		return guessColumn(column, question, service, hints);
	});
	const settled = settleCategories(guesses, profile);
	return singleOf(singleOf(singleOf(settled, 'respondent'), 'timestamp'), 'date');
}
