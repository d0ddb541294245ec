import { foldLabel } from '$lib/ingest/values/folding';

const NAMES: readonly string[][] = [
	['қаңтар', 'январь', 'января', 'янв', 'january', 'jan'],
	['ақпан', 'февраль', 'февраля', 'фев', 'february', 'feb'],
	['наурыз', 'март', 'марта', 'мар', 'march', 'mar'],
	['сәуір', 'апрель', 'апреля', 'апр', 'april', 'apr'],
	['мамыр', 'май', 'мая', 'may'],
	['маусым', 'июнь', 'июня', 'июн', 'june', 'jun'],
	['шілде', 'июль', 'июля', 'июл', 'july', 'jul'],
	['тамыз', 'август', 'августа', 'авг', 'august', 'aug'],
	['қыркүйек', 'сентябрь', 'сентября', 'сен', 'сент', 'september', 'sep', 'sept'],
	['қазан', 'октябрь', 'октября', 'окт', 'october', 'oct'],
	['қараша', 'ноябрь', 'ноября', 'ноя', 'november', 'nov'],
	['желтоқсан', 'декабрь', 'декабря', 'дек', 'december', 'dec']
];

const MONTHS = new Map(NAMES.flatMap((names, at) => names.map((name) => [foldLabel(name), at + 1] as const)));

/** Number of a month (1–12) by its name in kk, ru or en, also with a Kazakh case ending (қазанда, қыркүйектің); else null. */
export function monthOf(text: string): number | null {
	const label = foldLabel(text);
	const exact = MONTHS.get(label);
	if (exact !== undefined) return exact;
	for (const [name, month] of MONTHS) {
		if (name.length >= 5 && label.startsWith(name) && label.length <= name.length + 4) return month;
	}
	return null;
}
