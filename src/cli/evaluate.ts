import { evaluate } from '$lib/measures/evaluate';
import { selection } from '$lib/model/selection';
import type { Locale } from '$lib/model/text';
import { evaluationJson, evaluationText } from './evaluation-output';
import { openFolder } from './open-folder';

const EXIT_QUESTIONS = 3;

/** `olshem evaluate`: prints the evaluation; exit code 0, or 3 where questions are open. */
export async function evaluateFolder(
	folder: string,
	lang: Locale | undefined,
	json: boolean
): Promise<number> {
	const { session, snapshot, recognised } = await openFolder(folder);
	try {
		const locale = lang ?? snapshot.project.language;
		const evaluation = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
		const output = json
			? evaluationJson(evaluation, snapshot, locale)
			: evaluationText(evaluation, snapshot, locale, recognised);
		process.stdout.write(output + '\n');
		return snapshot.questions.length > 0 ? EXIT_QUESTIONS : 0;
	} finally {
		await session.close();
	}
}
