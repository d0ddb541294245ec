const YEAR_SPAN = /(?<!\d)((?:19|20)\d{2})\s*[-\u2010-\u2015\u2212/_]\s*((?:19|20)?\d{2})(?!\d)/;
const SINGLE_YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/;

/** A school year `YYYY-YYYY` written in a text as 2013-14, 2013/2014 or 2013–2014; null where none is. */
export function schoolYearIn(text: string): string | null {
	const match = YEAR_SPAN.exec(text);
	if (!match) return null;
	const first = Number(match[1]);
	const tail = match[2] ?? '';
	const second = tail.length === 2 ? Math.floor(first / 100) * 100 + Number(tail) : Number(tail);
	return second === first + 1 ? `${String(first)}-${String(second)}` : null;
}

/** A calendar year standing alone in a text («teachers-2015-kk.csv»), or null. */
export function calendarYearIn(text: string): number | null {
	const match = SINGLE_YEAR.exec(text);
	return match ? Number(match[1]) : null;
}

/** School year of an ISO date: September to August. */
export function schoolYearOf(date: string): string {
	const year = Number(date.slice(0, 4));
	const first = Number(date.slice(5, 7)) >= 9 ? year : year - 1;
	return `${String(first)}-${String(first + 1)}`;
}

/** First and last day of a school year. */
export function schoolYearRange(schoolYear: string): { from: string; to: string } {
	return { from: `${schoolYear.slice(0, 4)}-09-01`, to: `${schoolYear.slice(5)}-08-31` };
}
