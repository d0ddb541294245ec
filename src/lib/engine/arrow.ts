import {
	DataType,
	Dictionary,
	Field,
	Float64,
	Int32,
	Int8,
	makeData,
	RecordBatch,
	RecordBatchReader,
	RecordBatchStreamWriter,
	Schema,
	Struct,
	Utf8,
	Vector,
	type Data
} from 'apache-arrow';
import type { DataTable, TableColumn } from '$lib/model/dataset';
import { checkColumnNames, plainCell, unsupportedType, type RawCell } from './rows';

/** Rows per stream: bounds the copy that a stream makes of the columns. */
const STREAM_ROWS = 1_000_000;

/** The rows of a table as complete Arrow IPC streams, each of at most a million rows. */
export function* arrowStreams(table: DataTable): Generator<Uint8Array> {
	for (let from = 0; from < table.rows; from += STREAM_ROWS) {
		const to = Math.min(from + STREAM_ROWS, table.rows);
		const children = table.columns.map((column) => columnData(column, from, to));
		const fields = table.columns.map(
			(column, index) => new Field(column.name, (children[index] as Data).type, true)
		);
		const struct = makeData({ type: new Struct(fields), length: to - from, nullCount: 0, children });
		yield RecordBatchStreamWriter.writeAll([new RecordBatch(new Schema(fields), struct)]).toUint8Array(true);
	}
}

/** Row objects of an Arrow IPC stream that arrives in pieces. Throws for a column that is no number, text, boolean or null. */
export function decodeRows(pieces: Uint8Array[]): unknown[] {
	const reader = RecordBatchReader.from(pieces).open();
	const names = plainNames(reader.schema.fields);
	const words = new Words();
	const rows: Record<string, unknown>[] = [];
	for (const batch of reader) {
		const first = rows.length;
		for (let row = 0; row < batch.numRows; row++) rows.push({});
		names.forEach((name, index) => {
			const cells = cellsOf(batch.getChildAt(index), name, words);
			for (let row = 0; row < batch.numRows; row++) {
				const into = rows[first + row];
				if (into) into[name] = cells(row);
			}
		});
	}
	return rows;
}

/** Reads a column by row. Texts are taken from their bytes, for Arrow decodes the same word in every row anew. */
function cellsOf(vector: Vector | null, name: string, words: Words): (row: number) => unknown {
	const [data] = vector?.data ?? [];
	if (data && DataType.isUtf8(data.type)) {
		const { values, valueOffsets } = data as Data<Utf8>;
		const isThere = data.nullCount === 0 ? () => true : (row: number) => data.getValid(row);
		return (row) =>
			isThere(row) ? words.at(values, valueOffsets[row] ?? 0, valueOffsets[row + 1] ?? 0) : null;
	}
	return (row) => plainCell(vector?.get(row) as RawCell, name);
}

/** Texts by their bytes: of results, most are the same few words a thousand times. */
class Words {
	readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	readonly #known = new Map<number, { bytes: Uint8Array; text: string }>();

	at(values: Uint8Array, from: number, to: number): string {
		let hash = to - from;
		for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (values[at] ?? 0)) | 0;
		const known = this.#known.get(hash);
		if (known && isSame(known.bytes, values, from, to)) return known.text;
		const bytes = values.subarray(from, to);
		const text = this.#decoder.decode(bytes);
		this.#known.set(hash, { bytes, text });
		return text;
	}
}

function isSame(bytes: Uint8Array, values: Uint8Array, from: number, to: number): boolean {
	if (bytes.length !== to - from) return false;
	for (let at = 0; at < bytes.length; at++) if (bytes[at] !== values[from + at]) return false;
	return true;
}

function plainNames(fields: Field[]): string[] {
	const names = fields.map((field) => field.name);
	checkColumnNames(names);
	const plain = [DataType.isInt, DataType.isFloat, DataType.isUtf8, DataType.isBool, DataType.isNull];
	const other = fields.find((field) => !plain.some((is) => is(field.type)));
	if (other) throw unsupportedType(other.name, String(other.type));
	return names;
}

function columnData(column: TableColumn, from: number, to: number): Data {
	if (column.type === 'text') return textData(column.values, from, to);
	const nulls = nullBitmap(column.valid, from, to);
	const length = to - from;
	switch (column.type) {
		case 'tinyint':
			return makeData({ type: new Int8(), length, data: column.values.subarray(from, to), ...nulls });
		case 'integer':
			return makeData({ type: new Int32(), length, data: column.values.subarray(from, to), ...nulls });
		case 'double':
			return makeData({ type: new Float64(), length, data: column.values.subarray(from, to), ...nulls });
	}
}

/** Text goes over as a dictionary: waves, groups and languages repeat by the thousand. */
function textData(values: (string | null)[], from: number, to: number): Data {
	const length = to - from;
	const indices = new Int32Array(length);
	const valid = new Uint8Array(length);
	const places = new Map<string, number>();
	for (let row = 0; row < length; row++) {
		const value = values[from + row] ?? null;
		if (value === null) continue;
		let place = places.get(value);
		if (place === undefined) {
			place = places.size;
			places.set(value, place);
		}
		indices[row] = place;
		valid[row] = 1;
	}
	return makeData({
		type: new Dictionary(new Utf8(), new Int32()),
		length,
		data: indices,
		dictionary: new Vector([wordData(places.size === 0 ? [''] : [...places.keys()])]),
		...nullBitmap(valid, 0, length)
	});
}

/** Bytes of a text in UTF-8; a lone surrogate takes as many as the U+FFFD that is written for it. */
function utf8Length(text: string): number {
	let length = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x80) length += 1;
		else if (code < 0x800) length += 2;
		else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
			length += 4;
			i++;
		} else length += 3;
	}
	return length;
}

/** By hand, because Arrow's builders compile code from text, which the page's content security policy forbids. */
function wordData(words: string[]): Data<Utf8> {
	const encoder = new TextEncoder();
	const valueOffsets = new Int32Array(words.length + 1);
	let end = 0;
	words.forEach((word, index) => {
		end += utf8Length(word);
		valueOffsets[index + 1] = end;
	});
	const data = new Uint8Array(end);
	words.forEach((word, index) => {
		const from = valueOffsets[index] ?? 0;
		const to = valueOffsets[index + 1] ?? 0;
		if (to - from > word.length) encoder.encodeInto(word, data.subarray(from, to));
		else for (let i = 0; i < word.length; i++) data[from + i] = word.charCodeAt(i);
	});
	return makeData({ type: new Utf8(), length: words.length, nullCount: 0, valueOffsets, data });
}

function nullBitmap(valid: Uint8Array | null, from: number, to: number) {
	if (valid === null) return { nullCount: 0, nullBitmap: null };
	const bits = new Uint8Array(Math.ceil((to - from) / 8));
	let present = 0;
	for (let row = from; row < to; row++) {
		if (valid[row] === 0) continue;
		present++;
		const bit = row - from;
		bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
	}
	const nullCount = to - from - present;
	return nullCount === 0 ? { nullCount: 0, nullBitmap: null } : { nullCount, nullBitmap: bits };
}
