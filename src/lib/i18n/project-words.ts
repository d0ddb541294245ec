import type { Locale } from '$lib/model/text';
import { formatNumber } from './formats';
import { message } from './words';

/** A named failure of a project, as far as words need it: a code and what it says about itself. */
type FailureToTell = Readonly<{ code: string; name?: string; path?: string; id?: string; message?: string }> &
	Readonly<Partial<Record<'found' | 'known' | 'limit' | 'megabytes', number>>>;

/** A failure in words: what happened and where, what to do, and a technical detail (English) for whoever edits the file. */
interface FailureWords {
	what: string;
	advice: string;
	detail: string | null;
}

/** The words of a failure of `project/`; an unknown code throws. */
export function projectFailureWords(failure: FailureToTell, locale: Locale): FailureWords {
	const { code, message: detail = null, ...params } = failure;
	const shown = Object.fromEntries(
		Object.entries(params).map(([name, value]) => [
			name,
			typeof value === 'number' ? formatNumber(value, locale) : value
		])
	);
	return {
		what: message(`project_failure_${code}`, shown, locale),
		advice: message(`project_advice_${code}`, {}, locale),
		detail
	};
}
