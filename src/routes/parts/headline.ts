import { formatNumber, formatPercent, formatSigned } from '$lib/i18n/formats';
import { m } from '$lib/i18n/paraglide/messages';
import { methodByKey } from '$lib/model/methods';
import { decimalsBeside } from '$lib/model/decimals';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import type { Locale } from '$lib/model/text';

/** The large number of a criterion and the small words after it. */
export function headlineWords(
	result: Result,
	project: Project,
	locale: Locale
): { large: string; small: string } {
	const value = result.value ?? 0;
	if (result.unit === 'points')
		return { large: formatSigned(value, locale, Math.abs(value) < 10 ? 1 : 0), small: m.app_points() };
	if (result.unit === 'coefficient') {
		const method = methodByKey(project, result.method);
		const decimals = decimalsBeside(value, method?.cuts ?? [], 2, method?.closed);
		return { large: formatNumber(value, locale, decimals), small: m.app_coefficient() };
	}
	if (result.criterion === 2) {
		return {
			large: formatNumber(result.count ?? value, locale),
			small: m.app_of_targets({ m: result.n ?? 0 })
		};
	}
	if (result.criterion === 4) {
		return {
			large: formatNumber(result.count ?? value, locale),
			small: m.app_of_teachers({ n: result.n ?? 0 })
		};
	}
	return { large: formatPercent(value, locale), small: '' };
}
