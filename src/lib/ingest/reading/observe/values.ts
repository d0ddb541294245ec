import type { Exporter } from '$lib/model/reading';
import { dayFirstOfColumn } from '../../values/dates';
import { isDontKnow } from '../../values/missing';
import { parseNumber } from '../../values/numbers';
import type { IssueList } from '../issues';
import { columnName } from '../column-names';
import { headerText, placeOf, Sightings, type DistinctValue, type ObservedTable } from './table';

const SCALE_IN_HEADER = /\(\D{0,12}(\d{1,3})\s?(?:-|–|—|\.\.|…|до|to)\s?(\d{1,3})\D{0,12}\)/;
const NUMERIC_COLUMN = 0.8;
const NUMERIC_WITH_SCALE = 0.3;
const ENOUGH_NUMBERS = 4;
const TYPO = /\d|^[OoОоlIІзЗ]$/;
const LETTER_FOR_DIGIT = /^\d+[OoОоlI|]$/;
const LONGEST_TYPO = 12;

/** Spellings of "no answer", with their count: treated as missing, the cells stay. */
export function observeMissing(table: ObservedTable, issues: IssueList): void {
	const seen = new Sightings();
	const tokens = new Map<string, number>();
	table.columns.forEach((values, column) => {
		for (const value of values) {
			if (value.kind !== 'missing') continue;
			seen.add(placeOf(table, column, value), value.count);
			tokens.set(value.text.trim(), (tokens.get(value.text.trim()) ?? 0) + value.count);
		}
	});
	if (seen.count === 0) return;
	const list = [...tokens].map(([token, count]) => `${token} (${count})`).join(', ');
	issues.add('missing-tokens', { count: seen.count, places: seen.places, params: { tokens: list } });
}

function scaleOf(name: string): { low: number; high: number } | null {
	const match = SCALE_IN_HEADER.exec(name.slice(0, 300));
	if (!match) return null;
	const low = Number(match[1]);
	const high = Number(match[2]);
	return low < high && high <= 100 ? { low, high } : null;
}

const isNumber = ({ kind }: DistinctValue) => kind === 'number' || kind === 'digits';
const isAnswer = ({ kind, text }: DistinctValue) =>
	kind !== 'missing' && kind !== 'error' && !isDontKnow(text);
const total = (values: readonly DistinctValue[]) => values.reduce((sum, { count }) => sum + count, 0);

/** Numbers outside the scale that the header states, and text where a column holds numbers; listed, never clipped. */
export function observeNumbers(table: ObservedTable, issues: IssueList): void {
	const outside = new Sightings();
	const textual = new Sightings();
	table.columns.forEach((values, column) => {
		const answers = values.filter(isAnswer);
		const numbers = answers.filter(isNumber);
		const share = answers.length === 0 ? 0 : total(numbers) / total(answers);
		const scale = scaleOf(headerText(table, column));
		const inScale = ({ text }: DistinctValue) => {
			const value = parseNumber(text)?.value;
			return scale === null || value === undefined || (value >= scale.low && value <= scale.high);
		};
		const scaled =
			scale !== null && share >= NUMERIC_WITH_SCALE && total(numbers.filter(inScale)) * 2 >= total(numbers);
		if (scaled)
			for (const value of numbers)
				if (!inScale(value)) outside.add(placeOf(table, column, value), value.count);
		if (!scaled && (share < NUMERIC_COLUMN || total(numbers) < ENOUGH_NUMBERS)) return;
		for (const value of answers) {
			if (isNumber(value)) continue;
			const typo =
				value.text.length <= LONGEST_TYPO &&
				(value.kind === 'text' ? TYPO : LETTER_FOR_DIGIT).test(value.text.trim());
			if (scaled || typo) textual.add(placeOf(table, column, value), value.count);
		}
	});
	if (outside.count > 0) issues.add('out-of-range', { count: outside.count, places: outside.places });
	if (textual.count > 0) issues.add('not-a-number', { count: textual.count, places: textual.places });
}

const MONTH_FIRST_EXPORTERS: ReadonlySet<Exporter> = new Set(['surveymonkey', 'qualtrics']);

/** Columns whose dates read both ways: one value that does not decides for all, and where none does the user must. */
export function observeDates(table: ObservedTable, exporter: Exporter, issues: IssueList): void {
	const seen = new Sightings();
	const conflicting: string[] = [];
	table.columns.forEach((values, column) => {
		const dates = values.filter(({ kind }) => kind === 'date');
		if (dates.length === 0 || MONTH_FIRST_EXPORTERS.has(exporter)) return;
		const texts = dates.map(({ text }) => text);
		if (dayFirstOfColumn(texts) !== 'ambiguous') return;
		conflicting.push(columnName(table.header, column));
		for (const value of dates) seen.add(placeOf(table, column, value), value.count);
	});
	if (seen.count === 0) return;
	issues.add('ambiguous-dates', {
		count: seen.count,
		places: seen.places,
		params: { columns: conflicting.join(', ') }
	});
}
