import { message } from '$lib/i18n/words';
import type { Locale } from '$lib/model/text';
import { formatNumber } from '$lib/i18n/formats';
import type { Problems } from './check';

/** What to say beside a field; '' where nothing is wrong with it. */
export function problemWords(problems: Problems, field: string, locale: Locale): string {
	const problem = problems[field];
	if (!problem) return '';
	const params = Object.fromEntries(
		Object.entries(problem.params).map(([name, value]) => [
			name,
			typeof value === 'number' ? formatNumber(value, locale) : value
		])
	);
	return message(`data_problem_${problem.code}`, params, locale);
}
