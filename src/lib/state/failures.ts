import { readingIssueWords } from '$lib/i18n/import-words';
import { m } from '$lib/i18n/paraglide/messages';
import { projectFailureWords } from '$lib/i18n/project-words';
import type { Locale } from '$lib/model/text';
import type { Refused } from '$lib/pipeline/snapshot';
import type { ProjectFailure } from '$lib/project/failure';
import type { CallFailure } from './session-client';

/** True where a verb ended because the user stopped it: nothing went wrong. */
export const wasStopped = ({ kind }: CallFailure): boolean => kind === 'AbortError';

/** A failed verb in words: what happened, and that the project is as it was. */
export function failureWords(failure: CallFailure, locale: Locale): string {
	if (wasStopped(failure)) return m.app_cancelled({}, { locale });
	if (failure.kind === 'ProjectError') return projectFailureWords(failure.detail as ProjectFailure, locale);
	return m.app_failure_unknown({ message: failure.message }, { locale });
}

/** Why a file was refused, in words. */
export function refusalWords({ issues }: Refused, locale: Locale): string {
	return issues
		.filter(({ severity }) => severity === 'warn')
		.map((issue) => readingIssueWords(issue, locale))
		.join(' ');
}
