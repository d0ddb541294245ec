import { formatNumber, formatPercent, formatSigned, formatRange } from '$lib/i18n/formats';
import { readingIssueWords } from '$lib/i18n/import-words';
import { dataIssueWords, questionOptionWords, questionWords, sourceKindWords } from '$lib/i18n/mapping-words';
import { criterionName } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { sentence } from '$lib/i18n/words';
import type { Criterion, Evaluation } from '$lib/model/evaluation';
import type { Project } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
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

/** Words of the answers to choose from, and of what is assumed meanwhile; null where nothing is. */
function answerWords(
	question: Question,
	project: Project,
	locale: Locale
): { answers: string[]; assumed: string | null } {
	const answers = question.options.map((option) => questionOptionWords(question, option, locale, project));
	const at = question.options.findIndex(({ value }) => value === question.assumed);
	return { answers, assumed: at < 0 ? question.assumed : (answers[at] ?? null) };
}

function questionLines(question: Question, project: Project, locale: Locale): string {
	const { answers, assumed } = answerWords(question, project, locale);
	return [
		questionWords(question, locale),
		...(answers.length > 0 ? [m.cli_answers({ answers: answers.join(' | ') }, { locale })] : []),
		assumed === null ? m.data_left_out({}, { locale }) : m.data_assumed({ what: assumed }, { locale })
	].join('\n     ');
}

/** The evaluation as text a person reads in a terminal. */
export function evaluationText(
	evaluation: Evaluation,
	snapshot: Snapshot,
	locale: Locale,
	recognised: boolean
): string {
	const { project, cards, questions, shape, refused, versions } = snapshot;
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
			refused.map(({ name, issues }) => {
				const causes = issues.filter(({ severity }) => severity === 'warn');
				return `${name}: ${causes.map((issue) => readingIssueWords(issue, locale)).join(' ')}`;
			})
		],
		[
			m.cli_versions({}, { locale }),
			versions.map(({ name, before }) => m.cli_version_of({ name, before: before.name }, { locale }))
		],
		[
			m.cli_warnings({}, { locale }),
			shape.issues.filter(({ severity }) => severity === 'warn').map((issue) => dataIssueWords(issue, locale))
		],
		[
			m.app_open_questions({ n: questions.length }, { locale }),
			questions.map((question) => questionLines(question, project, locale))
		]
	];
	for (const [title, items] of sections) {
		if (items.length > 0) lines.push(title, ...items.map((item) => `   - ${item}`), '');
	}
	return lines.join('\n').trimEnd();
}

/** The project without the key of its codes, by which whoever holds it could test whose code it is. */
function withoutSalt(project: Project): Project {
	const privacy = { ...project.privacy };
	delete privacy.salt;
	return { ...project, privacy };
}

/**
 * The evaluation as JSON: `{olshem, project, criteria, results, questions}`; rows as model.md names them, the project
 * without its salt, questions with the words of their answers.
 */
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
		project: withoutSalt(snapshot.project),
		summary: sentence(evaluation.summary, locale),
		criteria,
		results: evaluation.results.map(resultRow),
		questions: snapshot.questions.map((question) => ({
			...question,
			text: questionWords(question, locale),
			words: answerWords(question, snapshot.project, locale)
		})),
		sources: snapshot.shape.sources,
		issues: snapshot.shape.issues,
		refused: snapshot.refused
	});
}
