import type { Evaluation } from '$lib/model/evaluation';
import type { Instrument, Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber, formatRange } from '$lib/i18n/formats';
import { nWords, reasonWords as shortReason, waveNames } from '$lib/i18n/figure-words';
import { reasonWords } from '$lib/i18n/measure-words';
import { message } from '$lib/i18n/words';
import { first, matching, wavesOf } from './rows';
import { itemText } from './satisfaction-items';

/** α and ω of one block at one wave. */
export interface ReliabilityRow {
	block: string;
	blockTitle: string;
	/** The wave's name. */
	label: string;
	alpha: Result;
	omega: Result | undefined;
	/** Words in place of the interval: hidden, too few, nothing to tell apart. */
	instead: string | null;
	grey: boolean;
	/** What is to be checked, where answers go against the rest of the block. */
	caution: string | null;
	words: string;
}

/** A coefficient as it is printed: two decimals always. */
export function coefficient(value: number, locale: Locale): string {
	return formatNumber(value, locale, 2);
}

function blockTitle(instrument: Instrument, block: string, locale: Locale): string {
	if (block === '') return message('figures_reliability_whole', {}, locale);
	const title = instrument.blocks.find(({ id }) => id === block)?.title;
	return title ? textIn(title, locale) : block;
}

/** Why there is no α; from how many complete rows it is shown where there are too few. */
function silent(alpha: Result, locale: Locale, k: number): string {
	if (alpha.reason === 'suppressed') return shortReason(alpha, locale, k);
	if (alpha.reason === 'too_few') return message('figures_reliability_too_few', {}, locale);
	return reasonWords(alpha.reason ?? 'no_data', locale);
}

/** Which block and wave are to be checked, and which items go against the rest. */
function cautionOf(
	title: string,
	wave: string,
	alpha: Result,
	instrument: Instrument,
	evaluation: Evaluation,
	locale: Locale
): string | null {
	if (!alpha.tags?.includes('check_reversed')) return null;
	const items = instrument.items.flatMap((item) => {
		const about = { instrument: instrument.id, block: alpha.block, wave: alpha.wave, item: item.id };
		const value = first(evaluation.results, { measure: 'item_rest', ...about })?.value ?? 0;
		return value < 0
			? [
					message(
						'figures_reliability_item',
						{ item: itemText(item, alpha.wave, locale), value: coefficient(value, locale) },
						locale
					)
				]
			: [];
	});
	const about = { block: title, wave };
	return items.length === 0
		? message('figures_reliability_check', about, locale)
		: message('figures_reliability_check_items', { ...about, items: items.join('; ') }, locale);
}

/** α and ω of every block of an instrument, wave by wave. */
export function reliabilityRows(
	instrument: Instrument,
	evaluation: Evaluation,
	project: Project,
	locale: Locale
): ReliabilityRow[] {
	const about = { instrument: instrument.id, group: undefined, module: undefined };
	const all = matching(evaluation.results, { ...about, measure: 'alpha' });
	const present = new Set(all.map(({ block }) => block ?? ''));
	const known = instrument.blocks.map(({ id }) => id).filter((id) => present.has(id));
	const blocks = [...known, ...[...present].filter((id) => !known.includes(id))];
	return blocks.flatMap((block) => {
		const here = all.filter((row) => (row.block ?? '') === block);
		const title = blockTitle(instrument, block, locale);
		return wavesOf(here, project).flatMap((wave): ReliabilityRow[] => {
			const alpha = first(here, { wave: wave.id });
			if (!alpha) return [];
			const label = waveNames(wave, project.waves, locale).long;
			const omega = first(evaluation.results, {
				...about,
				measure: 'omega',
				block: alpha.block,
				wave: wave.id
			});
			const row = {
				...{ block, blockTitle: title, label, alpha, omega },
				instead: alpha.value === null ? silent(alpha, locale, project.privacy.k) : null,
				grey: alpha.tags?.includes('grey') ?? false,
				caution: cautionOf(title, label, alpha, instrument, evaluation, locale)
			};
			return [{ ...row, words: spoken(row, locale) }];
		});
	});
}

function spoken(row: Omit<ReliabilityRow, 'words'>, locale: Locale): string {
	const { value, low, high, n } = row.alpha;
	const name = `${row.blockTitle}, ${row.label}`;
	if (value === null) return `${name}: ${row.instead ?? ''}`;
	const between =
		low === undefined || high === undefined ? '' : ` (${formatRange(low, high, locale, 'none', 2)})`;
	const omega = row.omega?.value ?? null;
	const told = [
		`α ${coefficient(value, locale)}${between}`,
		...(omega === null ? [] : [`ω ${coefficient(omega, locale)}`])
	];
	return `${name}: ${[...told, nWords(n, locale)].join(', ')}`;
}
