import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Wave } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { nWords, reasonWords, shareLabel, shareSentence, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { emptyFigure } from './compose';
import { drawn, type Counted } from './counted-bars';
import type { Figure, Frame } from './figure';
import { first, isHidden, matching, wavesOf } from './rows';
import { itemText } from './satisfaction-items';
import { shareInWords } from './share-cells';
import type { StageBar } from './stage-bars';

function optionBar(
	result: Result | undefined,
	wave: Wave,
	option: string,
	project: Project,
	frame: Frame
): StageBar {
	const { locale } = frame;
	const value = result?.value ?? null;
	const silent = result
		? reasonWords(result, locale, project.privacy.k)
		: message('figures_reason_not_asked', {}, locale);
	const label =
		result && value !== null ? shareLabel({ value, count: result.count, n: result.n }, locale) : silent;
	const said = result && value !== null ? shareSentence('chosen', result, locale) : silent;
	return {
		wave: wave.id,
		value,
		label,
		words: `${option}, ${waveNames(wave, project.waves, locale).long}: ${said}`,
		result
	};
}

/** Which share of those who answered a question with several answers chose each option, by wave; the most chosen first. */
export function satisfactionOptions(
	instrumentId: string,
	itemId: string,
	evaluation: Evaluation,
	project: Project,
	frame: Frame
): Figure {
	const { locale } = frame;
	const id = `satisfaction.options.${instrumentId}.${itemId}`;
	const item = project.instruments
		.find((one) => one.id === instrumentId)
		?.items.find((one) => one.id === itemId);
	const rows = matching(evaluation.results, {
		...{ measure: 'option_share', instrument: instrumentId, item: itemId },
		group: undefined
	});
	const waves = wavesOf(rows, project);
	const now = waves.find((wave) => wave.id === evaluation.wave) ?? waves.at(-1);
	const options = item?.options ?? [];
	if (!item || !now || !rows.some(({ value }) => value !== null)) {
		const title = message('figures_options_title_none', {}, locale);
		const words = rows.some(isHidden) ? 'figures_empty_options_hidden' : 'figures_empty_items';
		return emptyFigure(id, title, message(words, { k: String(project.privacy.k) }, locale), project, frame);
	}
	const find = (index: number, wave: string) => first(rows, { level: String(index + 1), wave });
	const lines = options
		.map((option, index) => {
			const results = waves.map((wave) => find(index, wave.id));
			const row: Counted = {
				row: {
					label: option,
					bars: waves.map((wave, at) => optionBar(results[at], wave, option, project, frame))
				},
				results
			};
			const found = find(index, now.id);
			const value = found?.value ?? null;
			return { option, row, share: found && value !== null ? { ...found, value } : null };
		})
		.sort((a, b) => (b.share?.value ?? -1) - (a.share?.value ?? -1));
	const [top] = lines;
	const title =
		top && top.share !== null
			? message(
					'figures_options_title',
					{ option: top.option, share: shareInWords(top.share, locale) },
					locale
				)
			: message('figures_options_title_none', {}, locale);
	const answered = waves.map((wave) => {
		const n = matching(rows, { wave: wave.id })[0]?.n ?? null;
		return `${waveNames(wave, project.waves, locale).short}: ${nWords(n, locale)}`;
	});
	const text = itemText(item, now.id, locale);
	return drawn(
		id,
		title,
		message('figures_options_subtitle', { item: text }, locale),
		[message('figures_note_options', { answered: answered.join('; ') }, locale)],
		lines.map(({ row }) => row),
		waves,
		message('figures_column_option', {}, locale),
		project,
		frame,
		100
	);
}
