/** A school year in the project's own form: «2016-17», «2016/2017» and «2016–2017 оқу жылы» are 2016-2017. */
export function foldYear(text: string): string | null {
	const found = /(\d{4})\s*[-–—/]\s*(\d{2,4})/.exec(text);
	const from = found?.[1];
	const to = found?.[2];
	if (from === undefined || to === undefined) return null;
	return `${from}-${to.length === 4 ? to : from.slice(0, 4 - to.length) + to}`;
}
