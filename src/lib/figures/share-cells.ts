import type { Result } from '$lib/model/result';
import type { Locale } from '$lib/model/text';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { nWords } from '$lib/i18n/figure-words';
import { tagWords } from '$lib/i18n/measure-words';
import { message } from '$lib/i18n/words';

/** Tags that say how much a number is worth, in the order they are told. */
const RESERVES = ['counts_only', 'small_group', 'grey', 'few_answers', 'provisional'] as const;

type Share = Pick<Result, 'value' | 'count' | 'n' | 'tags'>;

/** A share as a cell of a table: percent, or "6 of 8" where there are too few answers for a percentage. */
export function shareCell(share: Share | undefined, locale: Locale): number | string | null {
	if (!share || share.value === null) return null;
	if (!share.tags?.includes('counts_only')) return share.value;
	return share.count === undefined || share.n === null
		? formatNumber(Math.round(share.value), locale)
		: message(
				'figures_count_of',
				{ count: formatNumber(share.count, locale), n: formatNumber(share.n, locale) },
				locale
			);
}

/** A share inside a sentence: percent, or "6 of 8" where there are too few answers for a percentage. */
export function shareInWords(share: Share & { value: number }, locale: Locale): string {
	const cell = shareCell(share, locale);
	return typeof cell === 'string' ? cell : formatPercent(share.value, locale);
}

/** One end of a share's interval as a cell: without decimals where there are too few answers for them. */
export function endCell(
	share: Pick<Result, 'low' | 'high' | 'tags'> | undefined,
	end: 'low' | 'high',
	locale: Locale
): number | string | null {
	const value = share?.[end];
	if (value === undefined) return null;
	return share?.tags?.includes('counts_only') ? formatNumber(Math.round(value), locale) : value;
}

/** What is to be kept in mind about the rows of a figure: every reserve once, with the numbers of answers it is about. */
export function reserveNotes(results: readonly Result[], locale: Locale): string[] {
	return RESERVES.flatMap((tag) => {
		const sizes = results.flatMap(({ tags, n, nPairs }) =>
			tags?.includes(tag) ? [nPairs ?? n ?? Number.NaN] : []
		);
		if (sizes.length === 0) return [];
		const known = sizes.filter((size) => !Number.isNaN(size));
		if (known.length === 0 || tag === 'provisional') return [tagWords(tag, locale)];
		const [least, most] = [Math.min(...known), Math.max(...known)];
		const n =
			least === most ? nWords(least, locale) : `${nWords(least, locale)}–${formatNumber(most, locale)}`;
		return [message('figures_note_reserve', { n, words: tagWords(tag, locale) }, locale)];
	});
}
