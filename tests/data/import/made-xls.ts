const SECTOR = 512;
const FREE = 0xffffffff;
const LAST = 0xfffffffe;
const FAT = 0xfffffffd;

/** A record of a BIFF8 stream: its id and its bytes. */
export type BiffRecord = readonly [id: number, data: readonly number[]];

const short = (value: number) => [value & 255, (value >> 8) & 255];
const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)];
const double = (value: number) => [...new Uint8Array(Float64Array.of(value).buffer)];
const units = (text: string) => [...text].flatMap((_, at) => short(text.charCodeAt(at)));

/** A text as BIFF8 writes it, two bytes a letter. */
export const biffText = (text: string) => [...short(text.length), 1, ...units(text)];

const begin = (kind: number): BiffRecord => [
	0x809,
	[...short(0x600), ...short(kind), ...Array<number>(12).fill(0)]
];
const END: BiffRecord = [0x0a, []];

export const number = (row: number, column: number, value: number, style = 0): BiffRecord => [
	0x203,
	[...short(row), ...short(column), ...short(style), ...double(value)]
];
export const text = (row: number, column: number, value: string): BiffRecord => [
	0x204,
	[...short(row), ...short(column), ...short(0), ...biffText(value)]
];
const shared = (row: number, column: number, index: number): BiffRecord => [
	0xfd,
	[...short(row), ...short(column), ...short(0), ...long(index)]
];
/** A formula whose cached value is a text: the text follows in a record of its own. */
export const textFormula = (row: number, column: number): BiffRecord => [
	0x06,
	[
		...short(row),
		...short(column),
		...short(0),
		0,
		0,
		0,
		0,
		0,
		0,
		0xff,
		0xff,
		...short(0),
		...long(0),
		...short(0)
	]
];

export interface MadeXls {
	sheets: readonly { name: string; records: readonly BiffRecord[]; hidden?: boolean; chart?: boolean }[];
	/** Number formats of the cell styles, from style 1 on. */
	formats?: readonly string[];
	sharedTexts?: readonly BiffRecord[];
	globals?: readonly BiffRecord[];
}

function bytesOf(records: readonly BiffRecord[]): number[] {
	return records.flatMap(([id, data]) => [...short(id), ...short(data.length), ...data]);
}

function workbookStream({ sheets, formats = [], sharedTexts = [], globals = [] }: MadeXls): number[] {
	const style = (format: number): BiffRecord => [
		0xe0,
		[...short(0), ...short(format), ...Array<number>(16).fill(0)]
	];
	const head = [
		begin(5),
		...globals,
		...formats.map((code, at): BiffRecord => [0x41e, [...short(164 + at), ...biffText(code)]]),
		style(0),
		...formats.map((_, at) => style(164 + at))
	];
	const bodies = sheets.map(({ records, chart }) => bytesOf([begin(chart ? 0x20 : 0x10), ...records, END]));
	const listed = (starts: readonly number[]) =>
		sheets.map(({ name, hidden, chart }, at): BiffRecord => [
			0x85,
			[...long(starts[at] ?? 0), hidden ? 1 : 0, chart ? 2 : 0, name.length, 1, ...units(name)]
		]);
	const globalBytes = (starts: readonly number[]) =>
		bytesOf([...head, ...listed(starts), ...sharedTexts, END]);
	let at = globalBytes([]).length;
	const starts = bodies.map((body) => {
		at += body.length;
		return at - body.length;
	});
	return [...globalBytes(starts), ...bodies.flat()];
}

function sectors(bytes: readonly number[]): number[] {
	const padded = Math.ceil(Math.max(bytes.length, 1) / SECTOR) * SECTOR;
	return [...bytes, ...Array<number>(padded - bytes.length).fill(0)];
}

function entry(name: string, type: number, start: number, size: number, child: number): number[] {
	const letters = [...units(name), ...Array<number>(64 - name.length * 2).fill(0)];
	const links = [...long(FREE), ...long(FREE), ...long(child)];
	return [
		...letters,
		...short(name.length * 2 + 2),
		type,
		1,
		...links,
		...Array<number>(36).fill(0),
		...long(start),
		...long(size),
		...long(0)
	];
}

/** A compound file with one stream, long enough to stand in sectors of its own. */
export function compoundFile(name: string, content: readonly number[]): Uint8Array {
	const stream = [...content, ...Array<number>(Math.max(0, 4096 - content.length)).fill(0)];
	const count = Math.ceil(stream.length / SECTOR);
	const fatCount = Math.ceil((count + 1) / (SECTOR / 4 - 1));
	const table = [
		...Array.from({ length: fatCount }, () => FAT),
		LAST,
		...Array.from({ length: count }, (_, at) => (at === count - 1 ? LAST : fatCount + 2 + at))
	];
	while (table.length % (SECTOR / 4) !== 0) table.push(FREE);
	const directory = sectors([
		...entry('Root Entry', 5, LAST, 0, 1),
		...entry(name, 2, fatCount + 1, stream.length, FREE)
	]);
	const header = [
		...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
		...Array<number>(16).fill(0),
		...short(0x3e),
		...short(3),
		...short(0xfffe),
		...short(9),
		...short(6),
		...Array<number>(6).fill(0),
		...long(0),
		...long(fatCount),
		...long(fatCount),
		...long(0),
		...long(4096),
		...long(LAST),
		...long(0),
		...long(LAST),
		...long(0),
		...Array.from({ length: 109 }, (_, at) => long(at < fatCount ? at : FREE)).flat()
	];
	return Uint8Array.from([...header, ...table.flatMap(long), ...directory, ...sectors(stream)]);
}

/** An .xls (BIFF8) with exactly the given records in it. */
export const madeXls = (workbook: MadeXls): Uint8Array => compoundFile('Workbook', workbookStream(workbook));

/** An .xls with one sheet of texts, shared as Excel writes them. */
export function textXls(rows: readonly (readonly string[])[]): Uint8Array {
	const texts = [...new Set(rows.flat().filter((value) => value !== ''))];
	const records = rows.flatMap((row, at) =>
		row.flatMap((value, column) => (value === '' ? [] : [shared(at, column, texts.indexOf(value))]))
	);
	const table: BiffRecord = [
		0xfc,
		[...long(texts.length), ...long(texts.length), ...texts.flatMap(biffText)]
	];
	return madeXls({ sheets: [{ name: 'Лист1', records }], sharedTexts: [table] });
}
