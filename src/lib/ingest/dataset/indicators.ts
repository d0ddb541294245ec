import type { DataTable } from '$lib/model/dataset';
import { AUDIENCES, type Indicator, type Project } from '$lib/model/project';
import { eventKind } from '$lib/ingest/vocabulary/events';
import { schoolYearIn } from '$lib/ingest/vocabulary/school-years';
import {
	AUDIENCE_WORDS,
	codeOf,
	DIRECTIONS,
	INDICATOR_KINDS,
	LEVEL_WORDS,
	MEASURE_WORDS
} from '$lib/ingest/vocabulary/terms';
import { foldKey, foldLabel } from '$lib/ingest/values/folding';
import { parseNumber } from '$lib/ingest/values/numbers';
import { tableOf } from './columns';
import type { MappedSource } from './mapped-source';

const OF_EVENTS: ReadonlySet<string> = new Set([
	'achievements_count',
	'participation_people',
	'participation_attendances',
	'participation_share'
]);
const LEVEL_NAMES: ReadonlySet<string> = new Set(['level', 'деңгей', 'деңгейі', 'уровень'].map(foldLabel));
const CONDITION = /^([^<>=]+?)\s*(>=|=)\s*(.+)$/;

/** A group of the grammar: `level>=region`, `department=…`, with levels by their words in any language. */
function groupKey(text: string | null, alias: (kind: string, text: string) => string): string | null {
	if (text === null) return null;
	const match = CONDITION.exec(text);
	if (!match) return text;
	const [, left = '', sign = '=', right = ''] = match;
	if (LEVEL_NAMES.has(foldLabel(left))) return `level${sign}${codeOf(LEVEL_WORDS, right) ?? foldKey(right)}`;
	const kind = foldKey(left);
	return `${kind}${sign}${alias(kind, right)}`;
}

/** FNV-1a (32 bit) of a text's UTF-16 code units, as eight hex digits: the seal of a target. */
export function fnv1a(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash ^= text.charCodeAt(at);
		hash = Math.imul(hash, 0x01000193);
	}
	return (hash >>> 0).toString(16).padStart(8, '0');
}

const keyOf = (row: Indicator) =>
	[row.indicator, row.measure, row.audience, row.instrument, row.itemOrBlock, row.group, row.period, row.kind]
		.map((part) => part ?? '')
		.join('\u001f');

const sealOf = (row: Indicator) =>
	fnv1a(
		[
			keyOf(row),
			row.value,
			...(row.valueTo === undefined ? [] : [row.valueTo]),
			row.unit,
			row.direction,
			row.setOn ?? ''
		].join('\u001f')
	);

/** Reads one row by the indicator grammar; null, with the row set aside, where value or kind is missing. */
function readRow(
	mapped: MappedSource,
	row: number,
	alias: (kind: string, text: string) => string
): Indicator | null {
	const at = (field: string) => mapped.column(field);
	const text = (field: string) => mapped.cell(row, at(field));
	const number = parseNumber(text('value') ?? '');
	if (!number) {
		mapped.setAside('not-a-number', row, at('value'));
		return null;
	}
	const kindText = text('kind');
	const kind = kindText === null ? 'published' : codeOf(INDICATOR_KINDS, kindText);
	if (kind === null) {
		mapped.setAside('unknown-kind', row, at('kind'));
		return null;
	}
	const measureText = text('measure') ?? '';
	const measure = codeOf(MEASURE_WORDS, measureText);
	if (measure === null && !/^[a-z][a-z_]*$/.test(measureText))
		mapped.issue('unknown-measure', row, at('measure'));
	const audienceText = text('audience');
	const audience = audienceText === null ? null : codeOf(AUDIENCE_WORDS, audienceText);
	if (audienceText !== null && audience === null) mapped.issue('unknown-audience', row, at('audience'));
	const item = text('item_or_block');
	const ofEvents = measure !== null && OF_EVENTS.has(measure);
	const period = text('period') ?? '';
	const setOn = text('set_on');
	const day = setOn === null ? null : (mapped.date(row, at('set_on'))?.date ?? null);
	if (setOn !== null && day === null) mapped.issue('unreadable-date', row, at('set_on'));
	const people = parseNumber(text('n') ?? '')?.value;
	const upper = parseNumber(text('value_to') ?? '')?.value;
	return {
		indicator: text('indicator') ?? measure ?? measureText,
		measure: measure ?? measureText,
		audience: AUDIENCES.find((known) => known === audience) ?? null,
		instrument: text('instrument'),
		itemOrBlock: item === null ? null : ofEvents ? (eventKind(item) ?? item) : item,
		group: groupKey(text('group'), alias),
		period: schoolYearIn(period) ?? period,
		kind,
		value: number.value,
		...(upper === undefined ? {} : { valueTo: upper }),
		unit: text('unit') ?? (number.percent ? '%' : ''),
		n: people !== undefined && Number.isInteger(people) && people >= 0 ? people : null,
		direction: codeOf(DIRECTIONS, text('direction') ?? '') ?? 'up',
		source: text('source') ?? '',
		setOn: day
	};
}

type Row = (string | number | null)[];

const cells = (row: Indicator, source: number, line: number | null): Row => [
	row.indicator,
	row.measure,
	row.audience,
	row.instrument,
	row.itemOrBlock,
	row.group,
	row.period,
	row.kind,
	row.value,
	row.valueTo ?? null,
	row.unit,
	row.n,
	row.direction,
	row.source,
	row.setOn,
	sealOf(row),
	source,
	line
];

/** `indicator`: stated values typed in the page (source −1) and from files; a typed one wins over a file's, and that is noted. */
export function indicatorTable(
	sources: readonly MappedSource[],
	project: Project,
	alias: (kind: string, text: string) => string
): DataTable {
	const typed = new Set(project.indicators.map(keyOf));
	const rows: Row[] = project.indicators.map((row) => cells(row, -1, null));
	for (const mapped of sources) {
		for (let row = 0; row < mapped.cells.rows; row += 1) {
			if (mapped.isRagged(row)) continue;
			const found = readRow(mapped, row, alias);
			if (!found) continue;
			if (typed.has(keyOf(found))) {
				mapped.setAside('typed-wins', row);
				continue;
			}
			mapped.count.imported += 1;
			rows.push(cells(found, mapped.index, mapped.cells.line(row)));
		}
	}
	return tableOf(
		'indicator',
		[
			['indicator', 'text'],
			['measure', 'text'],
			['audience', 'text'],
			['instrument', 'text'],
			['item_or_block', 'text'],
			['group_key', 'text'],
			['period', 'text'],
			['kind', 'text'],
			['value', 'double'],
			['value_to', 'double'],
			['unit', 'text'],
			['n', 'integer'],
			['direction', 'text'],
			['source_text', 'text'],
			['set_on', 'text'],
			['hash', 'text'],
			['source', 'integer'],
			['line', 'integer']
		],
		rows
	);
}
