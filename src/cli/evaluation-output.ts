import { formatNumber, formatPercent, formatSigned, formatRange } from '$lib/i18n/formats';
import { dataIssueWords, questionWords, sourceKindWords } from '$lib/i18n/mapping-words';
import { criterionName } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { sentence } from '$lib/i18n/words';
import type { Criterion, Evaluation } from '$lib/model/evaluation';
import type { Result } from '$lib/model/result';
import { textIn, type Locale } from '$lib/model/text';
import type { Snapshot } from '$lib/pipeline/snapshot';
import { resultRow } from '$lib/pipeline/result-row';

function headlineText({ value, unit, low, high, n, count }: Result, locale: Locale): string {
	if (value === null) return '';
	const interval =
		low === undefined || high === undefined
			? ''
			: ` (${formatRange(low, high, locale, 'none', unit === 'coefficient' ? 2 : 0)})`;
	if (unit === 'points')
		return `${formatSigned(value, locale, 0)} ${m.app_points({}, { locale })}${interval}`;
	if (count !== undefined && n !== null)
		return `${formatNumber(count, locale)} / ${formatNumber(n, locale)}${interval}`;
	return (unit === 'percent' ? formatPercent(value, locale) : formatNumber(value, locale)) + interval;
}

function criterionLines(criterion: Criterion, locale: Locale): string[] {
	return [
		`${criterion.criterion}. ${criterionName(criterion.criterion, locale)}`,
		`   ${sentence(criterion.text, locale)}`,
		...(criterion.headline ? [`   ${headlineText(criterion.headline, locale)}`] : []),
		...criterion.detail.map((words) => `   ${sentence(words, locale)}`),
		...criterion.cautions.map((words) => `   ! ${sentence(words, locale)}`),
		''
	];
}

/** The evaluation as text a person reads in a terminal. */
export function evaluationText(
	evaluation: Evaluation,
	snapshot: Snapshot,
	locale: Locale,
	recognised: boolean
): string {
	const { project, cards, questions, shape, refused } = snapshot;
	const lines = [
		textIn(project.name, locale) + (project.synthetic ? ` (${m.app_synthetic({}, { locale })})` : ''),
		''
	];
	if (recognised) {
		lines.push(m.cli_recognised({}, { locale }));
		for (const card of cards) {
			const what = [
				card.kind ? sourceKindWords(card.kind, locale) : m.cli_unknown_kind({}, { locale }),
				card.instrument,
				card.wave
			];
			lines.push(
				`   ${card.name}: ${what.filter(Boolean).join(', ')} (${card.rowsImported} / ${card.rowsInFile})`
			);
		}
		lines.push('');
	}
	lines.push(sentence(evaluation.summary, locale), '');
	for (const criterion of evaluation.criteria) lines.push(...criterionLines(criterion, locale));
	const sections: [string, string[]][] = [
		[m.app_below_reached({}, { locale }), evaluation.notReached.map((words) => sentence(words, locale))],
		[m.app_below_unjudged({}, { locale }), evaluation.unjudged.map((words) => sentence(words, locale))],
		[
			m.cli_refused({}, { locale }),
			refused.map(({ name, issues }) => `${name}: ${issues.map(({ code }) => code).join(', ')}`)
		],
		[
			m.cli_warnings({}, { locale }),
			shape.issues.filter(({ severity }) => severity === 'warn').map((issue) => dataIssueWords(issue, locale))
		],
		[
			m.app_open_questions({ n: questions.length }, { locale }),
			questions.map((question) => questionWords(question, locale))
		]
	];
	for (const [title, items] of sections) {
		if (items.length > 0) lines.push(title, ...items.map((item) => `   - ${item}`), '');
	}
	return lines.join('\n').trimEnd();
}

/** The evaluation as JSON: `{olshem, project, criteria, results, questions}`; rows as model.md names them. */
export function evaluationJson(evaluation: Evaluation, snapshot: Snapshot, locale: Locale): string {
	const criteria = Object.fromEntries(
		evaluation.criteria.map((criterion) => [
			criterion.criterion,
			{
				verdict: criterion.verdict,
				text: sentence(criterion.text, locale),
				headline: criterion.headline && resultRow(criterion.headline),
				detail: criterion.detail.map((words) => sentence(words, locale)),
				cautions: criterion.cautions.map((words) => sentence(words, locale))
			}
		])
	);
	return JSON.stringify({
		olshem: snapshot.project.olshem,
		language: locale,
		project: snapshot.project,
		summary: sentence(evaluation.summary, locale),
		criteria,
		results: evaluation.results.map(resultRow),
		questions: snapshot.questions.map((question) => ({ ...question, text: questionWords(question, locale) })),
		sources: snapshot.shape.sources,
		issues: snapshot.shape.issues,
		refused: snapshot.refused
	});
}
