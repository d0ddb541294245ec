import { decimalsBeside } from '$lib/model/decimals';
import type { Evaluation } from '$lib/model/evaluation';
import { methodByKey } from '$lib/model/methods';
import type { Method, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { nWords, reasonWords } from '$lib/i18n/figure-words';
import { measureDefinition } from '$lib/i18n/measure-words';
import { bandsWords } from '$lib/i18n/method-words';
import { message } from '$lib/i18n/words';
import { bandTitle } from './bands';
import { first, isLowCoverage, matching, scaleOf, WHOLE } from './rows';

/** Measures of the whole questionnaire that have no bands, in the order they are shown. */
const WITHOUT_BANDS = ['favourable', 'mean', 'block_score'] as const;

/** Values on longer scales, as 0–100, say as much with one decimal as others with two. */
const LONG_SCALE = 10;

/** The same answers as one method reports them. */
export interface MethodRow {
	label: string;
	definition: string;
	result: Result;
	/** People per band, from the lowest; empty where the method has none. */
	bands: Result[];
	/** Ends of the method's own scale. */
	ends: { low: number; high: number };
	value: string;
	level: string;
	instead: string | null;
}

/** Methods under which the whole of an instrument's answers is reported in a wave. */
function methodsReported(instrument: string, wave: string, evaluation: Evaluation): Result[] {
	return matching(evaluation.results, { ...WHOLE, measure: 'coefficient_u', instrument, wave });
}

/** True where the answers of an instrument are reported under more than one method. */
export function hasMethodsToCompare(instrument: string, wave: string, evaluation: Evaluation): boolean {
	return methodsReported(instrument, wave, evaluation).length > 1;
}

function bandedRow(result: Result, evaluation: Evaluation, project: Project, locale: Locale): MethodRow[] {
	const method = methodByKey(project, result.method);
	if (!method) return [];
	const { instrument, wave } = result;
	const shares = matching(evaluation.results, { ...WHOLE, measure: 'level_share', instrument, wave });
	const bands = method.bands.flatMap(({ id }) =>
		shares.filter((share) => share.method === result.method && share.level === id)
	);
	const least = method.high - method.low > LONG_SCALE ? 1 : 2;
	const decimals =
		result.value === null ? 0 : decimalsBeside(result.value, method.cuts, least, method.closed);
	return [
		{
			label: versioned(method, project, locale),
			definition: bandsWords(method, locale),
			result,
			bands,
			ends: { low: method.low, high: method.high },
			value: result.value === null ? '–' : formatNumber(result.value, locale, decimals),
			level: result.level === undefined ? '' : bandTitle(project, result.method, result.level, locale),
			instead: insteadOf([result, ...bands], evaluation, project, locale)
		}
	];
}

/** The title of a method, with its version where the school has several. */
function versioned({ id, version, title }: Method, { methods }: Project, locale: Locale): string {
	const text = textIn(title, locale);
	return methods.some((other) => other.id === id && other.version !== version)
		? message('figures_method_version', { title: text, version: String(version) }, locale)
		: text;
}

function insteadOf(
	results: readonly Result[],
	evaluation: Evaluation,
	project: Project,
	locale: Locale
): string | null {
	const silent = results.find(({ value }) => value === null);
	if (silent) return reasonWords(silent, locale, project.privacy.k);
	const [{ instrument = '', wave } = { wave: '' }] = results;
	return isLowCoverage(evaluation, instrument, wave) ? message('figures_low_coverage', {}, locale) : null;
}

function plainRow(result: Result, evaluation: Evaluation, project: Project, locale: Locale): MethodRow {
	const { measure, value } = result;
	const ends = measure === 'mean' ? itemEnds(result, project) : { low: 0, high: 100 };
	const shown = value === null ? '–' : formatNumber(value, locale, measure === 'mean' ? 2 : 1);
	return {
		label: message(`figures_method_${measure}`, {}, locale),
		definition: measureDefinition(measure, locale),
		result,
		bands: [],
		ends,
		value: measure === 'favourable' && value !== null ? formatPercent(value, locale) : shown,
		level: '',
		instead: insteadOf([result], evaluation, project, locale)
	};
}

/** The ends of the scale of the items; a mean over items exists only where they share them. */
function itemEnds({ instrument = '', wave }: Result, project: Project): MethodRow['ends'] {
	const items = project.instruments.find(({ id }) => id === instrument)?.items ?? [];
	const asked = items.find(({ kind, versions }) =>
		versions.some(({ waves, scale }) => kind === 'scale' && scale !== null && waves.includes(wave))
	);
	const levels = asked && scaleOf(project, instrument, asked.id, wave)?.levels.map((level) => level.value);
	return levels ? { low: Math.min(...levels), high: Math.max(...levels) } : { low: 0, high: 0 };
}

/** Every method under which the answers to an instrument are reported in a wave: those with bands, then those without. */
export function methodRows(
	instrument: string,
	wave: string,
	evaluation: Evaluation,
	project: Project,
	locale: Locale
): MethodRow[] {
	const where = { ...WHOLE, instrument, wave };
	return [
		...methodsReported(instrument, wave, evaluation).flatMap((result) =>
			bandedRow(result, evaluation, project, locale)
		),
		...WITHOUT_BANDS.flatMap((measure) => {
			const result = first(evaluation.results, { ...where, measure });
			return result ? [plainRow(result, evaluation, project, locale)] : [];
		})
	];
}

/** The ends of a method's scale: "0–4". */
export const scaleWords = ({ low, high }: MethodRow['ends'], locale: Locale) =>
	low === high ? '–' : `${formatNumber(low, locale)}–${formatNumber(high, locale)}`;

/** Value, scale with level, and n of a row, each on its own line. */
export function endLines({ result, value, level, ends, instead }: MethodRow, locale: Locale): string[] {
	if (instead !== null) return result.n === null ? [] : [nWords(result.n, locale)];
	const scale = [scaleWords(ends, locale), level].filter(Boolean).join(', ');
	return [value, scale, nWords(result.n, locale)];
}
