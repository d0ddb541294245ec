import type { Exporter, ReadingIssue, ReadingIssueCode, ReadingStatus, RowRole } from '$lib/model/reading';
import type { Locale } from '$lib/model/text';
import { m } from './paraglide/messages';
import { insideQuotes } from './quotes';

interface IssueParams {
	[name: string]: string | number;
}

type Message<Params> = (params: Params, options: { locale: Locale }) => string;

/** Every value a message about an issue may name; a place the issue does not have reads as nothing. */
const ISSUE_WORDS = {
	'encoding-detected': m.import_encoding_detected,
	'encoding-unsure': m.import_encoding_unsure,
	'lost-letters': m.import_lost_letters,
	mojibake: m.import_mojibake,
	'mixed-encoding': m.import_mixed_encoding,
	'mixed-encoding-read': m.import_mixed_encoding_read,
	'encoding-mismatch': m.import_encoding_mismatch,
	'encoding-unknown': m.import_encoding_unknown,
	'replacement-characters': m.import_replacement_characters,
	'truncated-text': m.import_truncated_text,
	'lone-surrogates': m.import_lone_surrogates,
	'control-characters': m.import_control_characters,
	'end-mark': m.import_end_mark,
	'no-final-newline': m.import_no_final_newline,
	'dialect-unsure': m.import_dialect_unsure,
	'unclosed-quote': m.import_unclosed_quote,
	'bad-quote': m.import_bad_quote,
	'swallowed-lines': m.import_swallowed_lines,
	'row-delimiter': m.import_row_delimiter,
	'escape-style': m.import_escape_style,
	'quote-style': m.import_quote_style,
	'double-encoded': m.import_double_encoded,
	'ragged-rows': m.import_ragged_rows,
	'decimal-comma-vs-delimiter': m.import_decimal_comma_vs_delimiter,
	'empty-columns': m.import_empty_columns,
	'empty-rows': m.import_empty_rows,
	preamble: m.import_preamble,
	'merged-header': m.import_merged_header,
	'duplicate-headers': m.import_duplicate_headers,
	'empty-headers': m.import_empty_headers,
	'long-headers': m.import_long_headers,
	'no-header': m.import_no_header,
	'numbering-row': m.import_numbering_row,
	'no-data': m.import_no_data,
	'empty-file': m.import_empty_file,
	'totals-rows': m.import_totals_rows,
	'group-rows': m.import_group_rows,
	'several-tables': m.import_several_tables,
	'repeated-header': m.import_repeated_header,
	'exporter-google-forms': m.import_exporter_google_forms,
	'exporter-microsoft-forms': m.import_exporter_microsoft_forms,
	'exporter-limesurvey': m.import_exporter_limesurvey,
	'exporter-kobotoolbox': m.import_exporter_kobotoolbox,
	'exporter-qualtrics': m.import_exporter_qualtrics,
	'exporter-surveymonkey': m.import_exporter_surveymonkey,
	'exporter-kundelik': m.import_exporter_kundelik,
	'preview-rows': m.import_preview_rows,
	'unfinished-rows': m.import_unfinished_rows,
	'masked-formulas': m.import_masked_formulas,
	'excel-damage': m.import_excel_damage,
	'excel-errors': m.import_excel_errors,
	'ambiguous-dates': m.import_ambiguous_dates,
	'missing-tokens': m.import_missing_tokens,
	'out-of-range': m.import_out_of_range,
	'not-a-number': m.import_not_a_number,
	'mark-language': m.import_mark_language,
	homoglyphs: m.import_homoglyphs,
	'unicode-normalised': m.import_unicode_normalised,
	'invisible-characters': m.import_invisible_characters,
	'bidi-controls': m.import_bidi_controls,
	'not-csv-xlsx': m.import_not_csv_xlsx,
	'not-csv-xls': m.import_not_csv_xls,
	'not-csv-ods': m.import_not_csv_ods,
	'not-csv-html': m.import_not_csv_html,
	'not-csv-xml': m.import_not_csv_xml,
	'not-csv-archive': m.import_not_csv_archive,
	'not-csv-pdf': m.import_not_csv_pdf,
	'not-csv-image': m.import_not_csv_image,
	'not-csv-binary': m.import_not_csv_binary,
	'file-too-large': m.import_file_too_large,
	'several-sheets': m.import_several_sheets,
	'sheet-missing': m.import_sheet_missing,
	'other-sheets': m.import_other_sheets,
	'hidden-rows': m.import_hidden_rows,
	'hidden-columns': m.import_hidden_columns,
	'hidden-sheet': m.import_hidden_sheet,
	'merged-cells': m.import_merged_cells,
	'uncomputed-formulas': m.import_uncomputed_formulas,
	'other-format': m.import_other_format,
	'encrypted-file': m.import_encrypted_file,
	'damaged-workbook': m.import_damaged_workbook,
	'damaged-archive': m.import_damaged_archive,
	'unpacked-too-large': m.import_unpacked_too_large,
	'no-table-in-archive': m.import_no_table_in_archive,
	unpacked: m.import_unpacked,
	'huge-field': m.import_huge_field,
	'too-many-columns': m.import_too_many_columns,
	'too-many-rows': m.import_too_many_rows
} satisfies Record<ReadingIssueCode, unknown>;

const STATUS_WORDS: Record<ReadingStatus, Message<Record<string, never>>> = {
	ok: m.reading_status_ok,
	warn: m.reading_status_warn,
	ask: m.reading_status_ask,
	refuse: m.reading_status_refuse
};

const ROLE_WORDS: Record<RowRole, Message<Record<string, never>>> = {
	header: m.reading_role_header,
	title: m.reading_role_title,
	blank: m.reading_role_blank,
	total: m.reading_role_total,
	group: m.reading_role_group,
	'repeated-header': m.reading_role_repeated_header,
	imported: m.reading_role_imported,
	'set-aside': m.reading_role_set_aside,
	'other-table': m.reading_role_other_table
};

const EXPORTER_WORDS: Record<Exporter, Message<Record<string, never>>> = {
	'google-forms': m.reading_exporter_google_forms,
	'microsoft-forms': m.reading_exporter_microsoft_forms,
	limesurvey: m.reading_exporter_limesurvey,
	kobotoolbox: m.reading_exporter_kobotoolbox,
	qualtrics: m.reading_exporter_qualtrics,
	surveymonkey: m.reading_exporter_surveymonkey,
	kundelik: m.reading_exporter_kundelik,
	plain: m.reading_exporter_plain
};

const ENCODING_WORDS: Record<string, Message<Record<string, never>>> = {
	'utf-8': m.reading_encoding_utf_8,
	'utf-16le': m.reading_encoding_utf_16le,
	'utf-16be': m.reading_encoding_utf_16be,
	'windows-1251': m.reading_encoding_windows_1251,
	'KZ-1048': m.reading_encoding_kz_1048,
	'x-mac-cyrillic': m.reading_encoding_x_mac_cyrillic,
	IBM866: m.reading_encoding_ibm866,
	'KOI8-R': m.reading_encoding_koi8_r,
	'windows-1252': m.reading_encoding_windows_1252,
	'windows-1254': m.reading_encoding_windows_1254
};

/** Texts of the file that the messages put in quotation marks. */
const QUOTED: ReadonlySet<string> = new Set(['text', 'name', 'sheet', 'wanted', 'archive', 'columns']);

const DELIMITER_SIGNS: Record<string, string> = { '\t': 'TAB', ' ': '␠', ', ': ', ␠' };

/** Controls are drawn, so that no text of a file can reorder or break the sentence that quotes it. */
function visible(text: string): string {
	let out = '';
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code === 127) out += '␡';
		else if (code < 32) out += String.fromCodePoint(0x2400 + code);
		else if (BIDI.test(character)) out += '▯';
		else out += character;
	}
	return out;
}

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function shown(name: string, value: string | number, locale: Locale): string | number {
	if (typeof value === 'number') return value;
	if (name === 'encoding') return encodingWords(value, locale);
	if (name === 'delimiter') return DELIMITER_SIGNS[value] ?? value;
	if (name === 'other') return DELIMITER_SIGNS[value] ?? encodingWords(value, locale);
	return visible(QUOTED.has(name) ? insideQuotes(value, locale) : value);
}

/** What is said of an issue: one sentence on the cause, one on the remedy. */
export function readingIssueWords(issue: ReadingIssue, locale: Locale): string {
	const place = issue.places[0];
	const known: IssueParams = {
		count: issue.count,
		line: issue.line ?? '',
		column: issue.column ?? '',
		name: place?.name ?? '',
		text: place?.text ?? '',
		...issue.params
	};
	const params = Object.fromEntries(
		Object.entries(known).map(([name, value]) => [name, shown(name, value, locale)])
	);
	return (ISSUE_WORDS[issue.code] as Message<IssueParams>)(params, { locale });
}

/** Name of a status: loaded, loaded with notes, an answer is needed, refused. */
export function readingStatusWords(status: ReadingStatus, locale: Locale): string {
	return STATUS_WORDS[status]({}, { locale });
}

/** Name of what a row of the file is. */
export function rowRoleWords(role: RowRole, locale: Locale): string {
	return ROLE_WORDS[role]({}, { locale });
}

/** Name of the exporter a file was recognised as. */
export function exporterWords(exporter: Exporter, locale: Locale): string {
	return EXPORTER_WORDS[exporter]({}, { locale });
}

/** Name of an encoding; one that has no name here is shown by its label. */
export function encodingWords(encoding: string, locale: Locale): string {
	return ENCODING_WORDS[encoding]?.({}, { locale }) ?? encoding;
}
