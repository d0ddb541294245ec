/** A school year in the project's own form: «2016-17», «2016/2017» and «2016–2017 оқу жылы» are 2016-2017; null where the text holds none. */
export function foldYear(text: string): string | null {
	const found = /(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})/.exec(text);
	const from = found?.[1];
	const to = found?.[2];
	if (from === undefined || to === undefined) return null;
	if (to.length === 4) return `${from}-${to}`;
	const sameCentury = Number(from.slice(0, 2) + to);
	return `${from}-${sameCentury < Number(from) ? sameCentury + 100 : sameCentury}`;
}
