import type { LedgerEntry } from '$lib/model/evaluation';
import type { Item, Project } from '$lib/model/project';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber } from '$lib/i18n/formats';
import { message } from '$lib/i18n/words';
import { compose } from './compose';
import type { Figure, Frame } from './figure';
import { instrumentTitle, waveWords } from './names';

type ItemVersion = Item['versions'][number];

/** The scale of an item as it was asked: its ends and how the ends are called, "1–5: мүлде жоқ … толық". */
export function scaleWords(version: ItemVersion | null, { scales }: Project, locale: Locale): string {
	const levels = [...(scales.find(({ id }) => id === version?.scale)?.levels ?? [])];
	levels.sort((a, b) => a.value - b.value);
	const [lowest, highest] = [levels[0], levels.at(-1)];
	if (!lowest || !highest) return '–';
	const ends = `${formatNumber(lowest.value, locale)}–${formatNumber(highest.value, locale)}`;
	const named = [lowest.labels[0], highest.labels[0]];
	const numeric = named.every((label) => label === undefined || Number.isFinite(Number(label)));
	const words = numeric ? ends : `${ends}: ${named[0] ?? ''} … ${named[1] ?? ''}`;
	return version?.reversed ? message('figures_ledger_reversed', { scale: words }, locale) : words;
}

/** What the change of an item means for its comparison, as a sentence. */
export function effectWords({ effect, askedOf }: LedgerEntry, locale: Locale): string {
	const audience = askedOf === null ? '' : message(`figures_audience_${askedOf}`, {}, locale);
	return message(`figures_ledger_effect_${effect}`, { audience }, locale);
}

/** The comparability ledger as a table without a drawing: one row per item and pair of waves. */
export function ledgerFigure(entries: readonly LedgerEntry[], project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const word = (key: string) => message(`figures_ledger_${key}`, {}, locale);
	const textOf = (version: ItemVersion | null) => (version ? textIn(version.text, locale) : null);
	return compose(
		{
			id: 'comparison.ledger',
			title: word('title'),
			subtitle: word('text'),
			table: {
				columns: [
					{ key: 'instrument', label: word('instrument') },
					{ key: 'item', label: message('figures_column_item', {}, locale) },
					{ key: 'against', label: word('against') },
					{ key: 'wave', label: word('wave') },
					{ key: 'comparability', label: word('comparability') },
					{ key: 'earlier', label: word('earlier') },
					{ key: 'later', label: word('later') },
					{ key: 'earlier_scale', label: word('earlier_scale') },
					{ key: 'later_scale', label: word('later_scale') },
					{ key: 'effect', label: word('effect') }
				],
				rows: entries.map((entry) => [
					instrumentTitle(entry.instrument, project, locale),
					entry.item,
					waveWords(entry.against, project, locale),
					waveWords(entry.wave, project, locale),
					message(`figures_comparability_${entry.comparability}`, {}, locale),
					textOf(entry.earlier),
					textOf(entry.later),
					scaleWords(entry.earlier, project, locale),
					scaleWords(entry.later, project, locale),
					effectWords(entry, locale)
				])
			},
			shapes: [],
			height: 0,
			results: []
		},
		project,
		frame
	);
}
