import type { Evaluation } from '$lib/model/evaluation';
import type { Project, Wave } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { formatNumber, formatPercent } from '$lib/i18n/formats';
import { reasonWords, waveNames } from '$lib/i18n/figure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure } from './compose';
import { NO_GROUP } from './counted-bars';
import type { Figure, Frame } from './figure';
import { first, matching, wavesOf } from './rows';
import { stageBars, waveLegend, type StageBar } from './stage-bars';

const LINES = ['hours', 'concentration'] as const;
type Line = (typeof LINES)[number];

function valueWords(line: Line, value: number, frame: Frame): string {
	return line === 'hours' ? formatNumber(value, frame.locale, 1) : formatPercent(value, frame.locale);
}

/** Hours per person and the share of attendances that belong to the five most active, by stage; each row on its own scale. */
export function participationIntensity(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale } = frame;
	const id = 'participation.intensity';
	const rows = LINES.flatMap((line) =>
		matching(evaluation.results, { ...NO_GROUP, measure: `participation_${line}` })
	);
	const shown = rows.filter(({ value }) => value !== null);
	const waves = wavesOf(shown, project);
	const last = waves.at(-1);
	if (!last) {
		const title = message('figures_intensity_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_events', {}, locale), project, frame);
	}
	const find = (line: Line, wave: Wave) => first(rows, { measure: `participation_${line}`, wave: wave.id });
	const name = (line: Line) => message(`figures_intensity_${line}`, {}, locale);
	const bar = (line: Line, wave: Wave, result: Result | undefined, most: number): StageBar => {
		const value = result?.value ?? null;
		const label = value === null ? reasonWords(result ?? {}, locale) : valueWords(line, value, frame);
		const words = `${name(line)}, ${waveNames(wave, project.waves, locale).long}: ${label}`;
		return { wave: wave.id, value: value === null ? null : value / most, label, words, result };
	};
	const stageRows = LINES.map((line) => {
		const results = waves.map((wave) => find(line, wave));
		const most = line === 'concentration' ? 100 : Math.max(...results.map((one) => one?.value ?? 0)) || 1;
		return { label: name(line), bars: waves.map((wave, at) => bar(line, wave, results[at], most)) };
	});
	const course = (line: Line) =>
		waves
			.map((wave) => {
				const value = find(line, wave)?.value ?? null;
				return value === null ? '–' : valueWords(line, value, frame);
			})
			.join(' → ');
	const missing = shown.some(({ tags }) => tags?.includes('hours_missing'));
	return compose(
		{
			id,
			title: message(
				'figures_intensity_title',
				{ hours: course('hours'), concentration: course('concentration') },
				locale
			),
			subtitle: message('figures_intensity_subtitle', {}, locale),
			notes: [
				message('figures_note_intensity', {}, locale),
				...(missing ? [message('measures_tag_hours_missing', {}, locale)] : [])
			],
			legend: waveLegend(waves, project, frame),
			table: {
				columns: [
					{ key: 'row', label: message('figures_column_indicator', {}, locale) },
					...waves.map((wave) => ({
						key: wave.id,
						label: waveNames(wave, project.waves, locale).long,
						decimals: 1
					}))
				],
				rows: LINES.map((line) => [name(line), ...waves.map((wave) => find(line, wave)?.value ?? null)])
			},
			...stageBars(stageRows, frame, 1),
			results: shown
		},
		project,
		frame
	);
}
