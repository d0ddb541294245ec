import { formatNumber } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import type { PolicyRow } from '$lib/measures/policy';
import type { Locale } from '$lib/model/text';

/** At how many a row of the policy holds: "5–9", "< 10", "30 and more". */
export function sizeWords({ from, to }: Pick<PolicyRow, 'from' | 'to'>, locale: Locale): string {
	const n = (value: number) => formatNumber(value, locale);
	if (to === null) return message('measures_policy_from', { n: n(from) }, locale);
	if (from === to) return n(from);
	return from === 0 ? `<\u00a0${n(to + 1)}` : `${n(from)}–${n(to)}`;
}

/** What is shown at such a size, and with which reserve, as sentences. */
export function shownWords({ display }: Pick<PolicyRow, 'display'>, locale: Locale): string {
	const { show, tag, test, verdict, hide = [] } = display;
	const parts = [
		`show_${show}`,
		...(hide.length > 0 ? ['hide'] : []),
		...(tag ? [`tag_${tag}`] : []),
		...(test === 'details_only' ? ['test_details'] : []),
		...(verdict === undefined || show === 'no_data' ? [] : [verdict ? 'verdict' : 'no_verdict'])
	];
	return parts.map((part) => message(`measures_policy_${part}`, {}, locale)).join(' ');
}
