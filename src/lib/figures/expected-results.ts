import type { Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import { formatNumber } from '$lib/i18n/formats';
import { codeWord, indicatorName, reasonWords } from '$lib/i18n/figure-words';
import { partOf } from '$lib/i18n/number-endings';
import { measureName } from '$lib/i18n/measure-words';
import { message } from '$lib/i18n/words';
import { compose, emptyFigure, meaningOf } from './compose';
import type { Figure, Frame } from './figure';
import { distinct, first, matching } from './rows';
import type { Shape } from './scene';
import { formatUnit, isReached, statusSymbol, statusWords, targetRows, type TargetRow } from './target-rows';
import { sizesOf, themeOf } from './theme';
import { wrap } from './text';

/** One line of the list: an expected result, what shows it, where it stood and stands, and its target's status. */
interface ExpectedRow {
	/** Empty where the line before is about the same expected result. */
	name: string;
	shownBy: string;
	before: Result | undefined;
	now: Result;
	target: TargetRow | undefined;
}

function nameOf(id: string, project: Project, locale: Locale): string {
	const title = project.expected?.find((one) => one.id === id)?.title;
	return title ? textIn(title, locale) : codeWord('expected', id, locale);
}

function shownBy(
	{ indicator, level, kind, groupKind, group }: Result,
	project: Project,
	locale: Locale
): string {
	if (indicator !== undefined) return indicatorName(indicator, project, locale);
	if (level === undefined) return '';
	const name =
		groupKind === 'rater' ? message('figures_mean_rating', {}, locale) : measureName(level, locale);
	const of: string[] = [];
	if (kind !== undefined) of.push(codeWord('kind', kind, locale));
	if (group !== undefined) {
		const part = codeWord(groupKind === 'rater' ? 'rater' : 'level', group, locale);
		of.push(groupKind === 'level_from' ? message('figures_level_from', { level: part }, locale) : part);
	}
	return of.length === 0 ? name : `${name}: ${of.map(inside).join(', ')}`;
}

/** A name inside a sentence; names in Latin letters keep their capitals. */
function inside(name: string): string {
	return /^\p{Script=Cyrillic}/u.test(name) ? name.slice(0, 1).toLocaleLowerCase('ru') + name.slice(1) : name;
}

function expectedRows(evaluation: Evaluation, project: Project, locale: Locale): ExpectedRow[] {
	const rows = matching(evaluation.results, { measure: 'expected_result' });
	const targets = targetRows(evaluation, project, locale);
	return distinct(rows, 'block').flatMap((block) => {
		const own = rows.filter((row) => row.block === block && row.wave === (evaluation.wave ?? ''));
		return own.map((now, at): ExpectedRow => {
			const { level, kind, groupKind, group, indicator } = now;
			const same = { block, level, kind, groupKind, group, indicator };
			const before =
				evaluation.against === null ? undefined : first(rows, { ...same, wave: evaluation.against });
			return {
				name: at === 0 ? nameOf(block, project, locale) : '',
				shownBy: shownBy(now, project, locale),
				before,
				now,
				target: targets.find(({ status }) => indicator !== undefined && status.indicator === indicator)
			};
		});
	});
}

function stepsOf({ before, now }: ExpectedRow, locale: Locale): string {
	const words = (row: Result | undefined) =>
		!row || row.value === null ? '–' : formatUnit(row.value, row.unit, locale);
	return `${words(before)} → ${words(now)}`;
}

function statusOf({ target, now }: ExpectedRow, locale: Locale): string {
	if (target) return statusWords(target, locale);
	return now.value === null ? reasonWords(now, locale) : message('figures_status_no_target', {}, locale);
}

/** The expected results of the programme: what shows each of them, before and now, and the status of its target. */
export function expectedResults(evaluation: Evaluation, project: Project, frame: Frame): Figure {
	const { locale, width } = frame;
	const id = 'achievements.expected';
	const rows = expectedRows(evaluation, project, locale);
	if (rows.length === 0) {
		const title = message('figures_expected_title_none', {}, locale);
		return emptyFigure(id, title, message('figures_empty_expected', {}, locale), project, frame);
	}
	const theme = themeOf(frame);
	const sizes = sizesOf(frame);
	const steps = rows.map((row) => stepsOf(row, locale));
	const statuses = rows.map((row) => statusOf(row, locale));
	const side = Math.min(
		width * 0.42,
		Math.max(
			...steps.map((text) => frame.measure(text, sizes.label, 600)),
			...statuses.map((text) => frame.measure(text, sizes.small) + 16)
		)
	);
	const shapes: Shape[] = [];
	let top = 2;
	rows.forEach((row, at) => {
		const room = width - side - 20;
		const name = row.name === '' ? [] : wrap(row.name, room, { size: sizes.label, weight: 600 });
		const by = wrap(row.shownBy, room, { size: sizes.small });
		const status = wrap(statuses[at]!, side - 16, { size: sizes.small });
		const nameHeight = name.length * sizes.label * 1.25;
		const byHeight = by.length * sizes.small * 1.25;
		const stepHeight = sizes.label * 1.25;
		const statusHeight = status.length * sizes.small * 1.25;
		const height = Math.max(nameHeight + byHeight, stepHeight + statusHeight) + 4;
		const words = `${row.name || row.shownBy}: ${row.shownBy}, ${steps[at]}, ${statuses[at]}`;
		if (at > 0 && row.name !== '') {
			shapes.push({ kind: 'line', x1: 0, x2: width, y1: top - 7, y2: top - 7, stroke: theme.line });
		}
		if (name.length > 0) {
			shapes.push({
				...{ kind: 'text', x: 0, y: top + nameHeight / 2, lines: name, size: sizes.label, weight: 600 },
				fill: theme.ink
			});
		}
		shapes.push(
			{
				kind: 'text',
				x: 0,
				y: top + nameHeight + byHeight / 2,
				lines: by,
				size: sizes.small,
				fill: theme.muted
			},
			{
				kind: 'text',
				x: width,
				y: top + stepHeight / 2,
				lines: [steps[at]!],
				size: sizes.label,
				weight: 600,
				anchor: 'end',
				fill: row.now.value === null ? theme.muted : theme.ink,
				...meaningOf(row.now, words, frame)
			},
			{
				kind: 'text',
				x: width,
				y: top + stepHeight + statusHeight / 2,
				lines: status,
				size: sizes.small,
				anchor: 'end',
				fill: theme.muted
			}
		);
		if (row.target) {
			const widthOf = Math.max(...status.map((line) => frame.measure(line, sizes.small)));
			const reached = isReached(row.target.verdict);
			shapes.push({
				kind: 'dot',
				x: width - widthOf - 10,
				y: top + stepHeight + sizes.small * 0.62,
				r: 4,
				symbol: statusSymbol(row.target),
				fill: reached ? theme.up : theme.paper,
				stroke: reached ? theme.up : theme.muted
			});
		}
		top += height + 12;
	});
	const aimed = rows.filter(({ target }) => target !== undefined);
	const reached = aimed.filter(({ target }) => target && isReached(target.verdict)).length;
	const results = distinct(matching(evaluation.results, { measure: 'expected_result' }), 'block').length;
	return compose(
		{
			id,
			title: message(
				aimed.length === 0 ? 'figures_expected_title_plain' : 'figures_expected_title',
				{
					n: formatNumber(results, locale),
					aimed: formatNumber(aimed.length, locale),
					part: partOf(reached, locale)
				},
				locale
			),
			subtitle: message('figures_expected_subtitle', {}, locale),
			notes: [
				message('figures_note_expected', {}, locale),
				...(aimed.some(({ target }) => target?.sealedLate)
					? [message('figures_note_sealed_late', {}, locale)]
					: [])
			],
			table: {
				columns: [
					{ key: 'name', label: message('figures_column_expected', {}, locale) },
					{ key: 'measure', label: message('figures_column_indicator', {}, locale) },
					{ key: 'before', label: message('figures_legend_before', {}, locale), decimals: 2 },
					{ key: 'now', label: message('figures_legend_now', {}, locale), decimals: 2 },
					{ key: 'target', label: message('figures_legend_target', {}, locale), decimals: 2 },
					{ key: 'status', label: message('figures_column_status', {}, locale) }
				],
				rows: rows.map((row, at) => [
					row.name,
					row.shownBy,
					row.before?.value ?? null,
					row.now.value,
					row.target?.status.target ?? null,
					statuses[at]!
				])
			},
			shapes,
			height: Math.ceil(top - 8),
			results: rows.map(({ now }) => now)
		},
		project,
		frame
	);
}
