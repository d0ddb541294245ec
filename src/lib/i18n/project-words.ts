import type { Locale } from '$lib/model/text';
import { formatNumber } from './formats';
import { message } from './words';

/** A named failure of a project, as far as words need it: a code and what it says about itself. */
type FailureToTell = Readonly<{ code: string; name?: string; path?: string; id?: string; message?: string }> &
	Readonly<Partial<Record<'found' | 'known' | 'limit' | 'megabytes', number>>>;

/** A failure of `project/` in words: what happened and where, then what to do. An unknown code throws. */
export function projectFailureWords(failure: FailureToTell, locale: Locale): string {
	const { code, ...params } = failure;
	const shown = Object.entries(params).map(([name, value]) => [
		name,
		typeof value === 'number' ? formatNumber(value, locale) : value
	]);
	const what = message(`project_failure_${code}`, Object.fromEntries(shown), locale);
	return `${what} ${message(`project_advice_${code}`, {}, locale)}`;
}
