import type { Figure } from '$lib/figures/figure';
import type { Locale } from '$lib/model/text';

const BOM = '\ufeff';
/** A spreadsheet may take a text that begins so for a formula (OWASP CSV injection; import.md, Security). */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const PLAIN_NUMBER = /^[-+−]?\d+(?:[.,]\d+)?%?$/u;

function textCell(text: string): string {
	const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}

/** Digits as a spreadsheet of that language reads a number: no grouping, a plain minus, at most six decimals. */
function numberCell(value: number, locale: Locale): string {
	const digits = String(Math.round(value * 1e6) / 1e6);
	return locale === 'en' ? digits : digits.replace('.', ',');
}

/** The figure's table as CSV for a spreadsheet: BOM, semicolons, CRLF, every text quoted and disarmed, numbers with the locale's comma. */
export function figureTableCsv(figure: Figure, locale: Locale): string {
	const { columns, rows } = figure.table;
	const lines = [
		columns.map(({ label }) => textCell(label)),
		...rows.map((row) =>
			row.map((cell) =>
				cell === null ? '' : typeof cell === 'number' ? numberCell(cell, locale) : textCell(cell)
			)
		)
	];
	return BOM + lines.map((line) => line.join(';')).join('\r\n') + '\r\n';
}

/** A file name that any system takes: "olshem-evaluation-trend-kk.svg". */
export function figureFileName(figure: Pick<Figure, 'id'>, locale: Locale, extension: string): string {
	const name = figure.id
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return `olshem-${name}-${locale}.${extension}`;
}
