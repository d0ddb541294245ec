import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { type Locale } from '$lib/model/text';
import { formatPercent, formatSchoolYear } from '$lib/i18n/formats';
import { nWords, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import type { Frame } from './figure';
import { first, matching, wavesOf, WHOLE } from './rows';

/** A point of a line over waves: measured, published without rows, or a wave without a value. */
export interface TrendPoint {
	key: string;
	value: number | null;
	low?: number;
	high?: number;
	n: number | null;
	published: boolean;
	/** Lines under the axis. */
	axis: string[];
	words: string;
	result?: Result;
	role: 'baseline' | 'previous' | 'current';
}

/** Figures published before, of which no rows survive. */
function publishedRows(evaluation: Evaluation, instrument: string): Result[] {
	const about = { measure: 'level_share', instrument, level: 'high', item: undefined, group: undefined };
	return matching(evaluation.results, about).filter(
		({ tags, value }) => tags?.includes('published') && value !== null
	);
}

/** Under a wave without a point: why it has none, in a word. */
function silentWord(result: Result, locale: Locale): string {
	return message(
		result.reason === 'suppressed' ? 'figures_status_hidden' : 'figures_status_no_data',
		{},
		locale
	);
}

/** Points of an instrument's headline share: published figures first, then every wave. */
export function headlinePoints(
	evaluation: Evaluation,
	project: Project,
	instrument: string,
	frame: Frame
): TrendPoint[] {
	const { locale } = frame;
	const rows = matching(evaluation.results, { ...WHOLE, measure: 'level_share', instrument, level: 'high' });
	const waves = wavesOf(rows, project);
	const measured = waves.map((wave): TrendPoint => {
		const result = first(rows, { wave: wave.id })!;
		const names = waveNames(wave, project.waves, locale);
		const hidden = result.value === null;
		return {
			key: wave.id,
			value: result.value,
			low: result.low,
			high: result.high,
			n: result.n,
			published: false,
			axis: [
				...(frame.width < 560 ? [names.short] : [names.long, names.year]),
				hidden ? silentWord(result, locale) : nWords(result.n, locale)
			],
			words: `${names.long}: ${shareSentence('high', result, locale)}`,
			result,
			role:
				wave.id === evaluation.wave
					? 'current'
					: wave.baseline || wave.id === evaluation.against
						? 'baseline'
						: 'previous',
			...(hidden ? { low: undefined, high: undefined } : {})
		};
	});
	const years = new Map(project.waves.map((wave) => [wave.id, wave.schoolYear]));
	const published = publishedRows(evaluation, instrument)
		.map((result): TrendPoint & { year: string } => {
			const year = years.get(result.wave) ?? result.wave;
			const word = message('figures_published', {}, locale);
			const axis = [formatSchoolYear(year), word];
			if (result.n !== null) axis.push(nWords(result.n, locale));
			return {
				key: result.id,
				value: result.value,
				low: result.low,
				high: result.high,
				n: result.n,
				published: true,
				axis,
				words: `${formatSchoolYear(year)}, ${word}: ${formatPercent(result.value ?? 0, locale)}`,
				result,
				role: 'previous',
				year
			};
		})
		.sort((a, b) => a.year.localeCompare(b.year, 'en'));
	return [...published, ...measured];
}
