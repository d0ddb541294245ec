import { formatNumber, formatPercent, formatRange, formatSchoolYear, formatSigned } from '$lib/i18n/formats';
import { groupKindName, raterWords, verdictWords } from '$lib/i18n/measure-words';
import { bandsWords } from '$lib/i18n/method-words';
import { m } from '$lib/i18n/paraglide/messages';
import { methodByKey, methodKey } from '$lib/model/methods';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';

interface Fact {
	term: string;
	value: string;
}

const DECIMALS: Record<Result['unit'], number> = {
	percent: 1,
	points: 1,
	scale: 2,
	score: 1,
	count: 0,
	ratio: 2,
	hours: 1,
	coefficient: 2
};

/** Decimals of a value; none for shares of so few answers that only counts are told. */
function decimalsOf({ unit, tags }: Result): number {
	const coarse = tags?.includes('counts_only') && (unit === 'percent' || unit === 'points');
	return coarse ? 0 : DECIMALS[unit];
}

function valueWords(result: Result, locale: Locale): string {
	const { value, unit, count, n, tags } = result;
	if (value === null) return '–';
	const decimals = decimalsOf(result);
	if (unit === 'percent') {
		return tags?.includes('counts_only') && count !== undefined && n !== null
			? m.figures_count_of({ count: formatNumber(count, locale), n: formatNumber(n, locale) }, { locale })
			: formatPercent(value, locale, decimals);
	}
	if (unit === 'points') return `${formatSigned(value, locale, decimals)} ${m.app_points({}, { locale })}`;
	return formatNumber(value, locale, decimals);
}

function waveName(project: Project, id: string | undefined, locale: Locale): string | undefined {
	const wave = project.waves.find((candidate) => candidate.id === id);
	return wave && m.app_stage_year({ stage: wave.stage, year: formatSchoolYear(wave.schoolYear) }, { locale });
}

/** What a result says about itself, line by line, for "how do we know"; what does not apply is left out. */
export function resultFacts(result: Result, project: Project, locale: Locale, asCode: boolean): Fact[] {
	const instrument = project.instruments.find(({ id }) => id === result.instrument);
	const decimals = decimalsOf(result);
	const whole = (value: number | undefined | null) =>
		value === undefined || value === null ? undefined : formatNumber(value, locale);
	const facts: [string, string | undefined][] = [
		[m.app_how_value({}, { locale }), valueWords(result, locale)],
		[
			m.app_how_interval({}, { locale }),
			result.low === undefined || result.high === undefined
				? undefined
				: formatRange(
						result.low,
						result.high,
						locale,
						result.unit === 'percent' ? 'percent' : 'none',
						decimals
					)
		],
		['n', whole(result.n)],
		[m.app_fact_count({}, { locale }), whole(result.count)],
		[m.app_fact_pairs({}, { locale }), whole(result.nPairs)],
		[
			m.app_fact_moved({}, { locale }),
			result.up === undefined
				? undefined
				: [result.up, result.down, result.same].map((n) => whole(n) ?? '–').join(' / ')
		],
		['p', result.p === undefined ? undefined : probability(result.p, locale)],
		['q', result.q === undefined ? undefined : probability(result.q, locale)],
		[m.app_fact_verdict({}, { locale }), result.verdict && verdictWords(result.verdict, locale)],
		[m.app_fact_status({}, { locale }), result.status && verdictWords(result.status, locale)],
		[m.app_fact_instrument({}, { locale }), instrument && textIn(instrument.title, locale)],
		[m.app_filter_wave({}, { locale }), waveName(project, result.wave, locale)],
		[m.app_filter_against({}, { locale }), waveName(project, result.against, locale)],
		[result.groupKind ? groupKindName(result.groupKind, locale) : '', result.groupKind && result.group],
		[m.app_fact_rater({}, { locale }), result.rater && raterWords(result.rater, locale)],
		[m.app_fact_person({}, { locale }), asCode ? undefined : result.person],
		[m.app_fact_method({}, { locale }), methodWords(result.method, project, locale)],
		[
			m.app_fact_baseline({}, { locale }),
			result.baseline === undefined ? undefined : formatNumber(result.baseline, locale, decimals)
		],
		[
			m.app_fact_target({}, { locale }),
			result.target === undefined ? undefined : formatNumber(result.target, locale, decimals)
		],
		[m.app_fact_source({}, { locale }), result.source]
	];
	return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []));
}

/** The method's name, its key with the version, and its bands. */
function methodWords(key: string | undefined, project: Project, locale: Locale): string | undefined {
	const method = methodByKey(project, key);
	return method
		? `${textIn(method.title, locale)} (${methodKey(method)}): ${bandsWords(method, locale)}`
		: key;
}

function probability(p: number, locale: Locale): string {
	return p < 0.001 ? `< ${formatNumber(0.001, locale, 3)}` : formatNumber(p, locale, 3);
}
