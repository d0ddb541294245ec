import { afterEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';
import { emptyProject } from '$lib/model/project';
import type { Question } from '$lib/model/proposal';
import { Session } from '$lib/pipeline/session';
import type { Snapshot } from '$lib/pipeline/snapshot';
import { folderFiles } from '$lib/project/folder';
import { sha256Hex } from '$lib/project/hash';

const LEVELS = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const ITEMS = ['Сабақ қызықты өтеді', 'Маған көмек беріледі', 'Мектеп ұнайды', 'Пікірім ескеріледі'];
const SURNAMES = [
	'Ахметова',
	'Сейтқали',
	'Ким',
	'Иванова',
	'Оразбай',
	'Жүнісова',
	'Ли',
	'Пак',
	'Тулеген',
	'Нұрлан'
];
const NAMES = ['Айгерім', 'Дәурен', 'Вера', 'Анна', 'Бота', 'Гүлнар', 'Юна', 'Нина', 'Ерлан', 'Асель'];
const COUNT = 20;
const nothing = () => undefined;
const random = (bytes: number) => Uint8Array.from({ length: bytes }, (_, at) => at * 7 + 1);

const person = (at: number) => ({
	email: `${'abcdefghijklmnopqrstuvwxyz'.charAt(at)}.user${at}@mektep.kz`,
	name: `${SURNAMES[at % 10] ?? ''} ${NAMES[(at + Math.floor(at / 10)) % 10] ?? ''}`
});
const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly (readonly string[])[], delimiter = ',') =>
	rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n') + '\r\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A Microsoft Forms export saved as CSV; `upper` writes e-mails as some people type them. */
function forms(year: number, upper = false): string {
	const head = ['ID', 'Start time', 'Completion time', 'Email', 'Name', ...ITEMS];
	const rows = Array.from({ length: COUNT }, (_, at) => {
		const { email, name } = person(at);
		const answers = ITEMS.map((_item, item) => LEVELS[(at + item * 2 + year) % 5] ?? '');
		const day = `4/${String(13 + (at % 15))}/${year}`;
		return [
			String(at + 1),
			`${day} 9:00`,
			`${day} 9:10`,
			upper ? ` ${email.toUpperCase()}` : email,
			name,
			...answers
		];
	});
	return csv([head, ...rows]);
}

const SECRETS = [...Array(COUNT).keys()].flatMap((at) => {
	const { email, name } = person(at);
	return [email, email.toUpperCase(), name, email.split('@')[0] ?? ''];
});

let session: Session;
afterEach(() => session.close());

const given = (name: string, text: string) => ({ name, bytes: bytesOf(text) });
async function open(...files: { name: string; bytes: Uint8Array }[]): Promise<Snapshot> {
	session = new Session(emptyProject(), openNodeEngine, random);
	return session.take({ project: null, files, unused: [] }, nothing);
}

function personal({ questions }: Snapshot, at = 0): Question {
	const question = questions.filter(({ code }) => code === 'personal')[at];
	if (!question) throw new Error('not asked');
	return question;
}

const stored = () =>
	[...folderFiles(session.folder())]
		.map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`)
		.join('\n');

function expectNobody(text: string): void {
	for (const secret of SECRETS) expect(text.includes(secret), secret).toBe(false);
	expect(text).not.toContain('@');
}

describe('a questionnaire with personal columns', () => {
	test('is asked about once, and nothing of a person is stored or shown before the answer', async () => {
		const snapshot = await open(given('сауалнама.csv', forms(2016)));
		const { options, assumed, params } = personal(snapshot);
		expect(snapshot.questions.filter(({ code }) => code === 'personal')).toHaveLength(1);
		expect(options.map(({ value }) => value)).toEqual(['drop', 'code', 'keep']);
		expect([assumed, params.columns, params.cells]).toEqual(['drop', 'Email, Name', 2 * COUNT]);
		expectNobody(stored());
		expectNobody(JSON.stringify(snapshot));
		expectNobody(JSON.stringify(session.reading(snapshot.cards[0]?.sha256 ?? '')));
		expect(snapshot.shape.responses[0]?.instrument).toBeDefined();
		expect(snapshot.cards[0]?.rowsImported).toBe(COUNT);
	});

	test('names the hash of both, and reads back as the same answers', async () => {
		const text = forms(2016);
		const snapshot = await open(given('сауалнама.csv', text));
		const [source] = snapshot.project.sources;
		const { files } = session.folder();
		const bytes = files.get(source?.sha256 ?? '') ?? new Uint8Array();
		expect(source?.redacted?.original).toBe(await sha256Hex(bytesOf(text)));
		expect(await sha256Hex(bytes)).toBe(source?.sha256);
		expect(source?.redacted?.columns).toEqual([
			{ index: 3, name: 'Email', kind: 'email', how: 'dropped' },
			{ index: 4, name: 'Name', kind: 'name', how: 'dropped' }
		]);
		const before = rowsOf(readFile('', bytesOf(text)).cells);
		expect(rowsOf(readFile('', bytes).cells)).toEqual(
			before.map((row) => row.map((cell, index) => (index === 3 || index === 4 ? '' : cell)))
		);
	});

	test('after the answer "drop" the question is gone, and the same file is noticed as there', async () => {
		const first = await open(given('сауалнама.csv', forms(2016)));
		const after = await session.answer(personal(first), 'drop', nothing);
		expect(after.questions.map(({ code }) => code)).not.toContain('personal');
		expect(after.cards[0]?.sha256).toBe(first.cards[0]?.sha256);
		expectNobody(stored());
		const again = await session.take(
			{ project: null, files: [given('тағы.csv', forms(2016))], unused: [] },
			nothing
		);
		expect(again.repeated).toEqual(['тағы.csv']);
		expect(again.cards).toHaveLength(1);
	});

	test('after the answer "keep" the file is stored byte for byte', async () => {
		const first = await open(given('сауалнама.csv', forms(2016)));
		const after = await session.answer(personal(first), 'keep', nothing);
		const [source] = after.project.sources;
		expect(source?.redacted).toBeUndefined();
		expect(source?.sha256).toBe(await sha256Hex(bytesOf(forms(2016))));
		expect(session.folder().files.get(source?.sha256 ?? '')).toEqual(bytesOf(forms(2016)));
		expect(source?.columns.filter(({ role }) => role === 'personal').map(({ index }) => index)).toEqual([
			3, 4
		]);
		expect(after.cards[0]?.rowsImported).toBe(COUNT);
		expect(after.questions.map(({ code }) => code)).not.toContain('personal');
	});

	test('opened again without an answer it is what was stored, marked and without a question', async () => {
		await open(given('сауалнама.csv', forms(2016)));
		const folder = session.folder();
		await session.close();
		session = new Session(emptyProject(), openNodeEngine, random);
		const snapshot = await session.open(folder, nothing);
		expect(snapshot.questions.map(({ code }) => code)).not.toContain('personal');
		expect(snapshot.project.sources[0]?.redacted?.columns).toHaveLength(2);
		expect(snapshot.cards[0]?.rowsImported).toBe(COUNT);
		expect(snapshot.repeated).toEqual([]);
		expectNobody(JSON.stringify(snapshot));
	});

	test('a file of another encoding is decided about as it was given', async () => {
		const utf16 = Uint8Array.from([
			0xff,
			0xfe,
			...[...forms(2016)].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])
		]);
		const first = await open({ name: 'сауалнама.txt', bytes: utf16 });
		expectNobody(stored());
		const after = await session.answer(personal(first), 'keep', nothing);
		expect(after.project.sources[0]?.reading.encoding?.toLowerCase()).toContain('utf-16');
		expect(session.folder().files.get(after.cards[0]?.sha256 ?? '')).toEqual(utf16);
	});

	test('that was saved twice as CSV hides people inside its one column as well', async () => {
		const wrapped = forms(2016)
			.trimEnd()
			.split('\r\n')
			.map((line) => `"${line.replaceAll('"', '""')}"`)
			.join('\r\n');
		const snapshot = await open(given('сауалнама.csv', wrapped));
		expect(personal(snapshot).params.columns).toBe('Email, Name');
		expectNobody(stored());
		expectNobody(JSON.stringify(snapshot));
		const sha256 = snapshot.cards[0]?.sha256 ?? '';
		const unwrapped = await session.reread(sha256, { repair: ['double-encoded'] }, nothing);
		expect(unwrapped.cards[0]?.rowsInFile).toBe(COUNT + 1);
		expectNobody(stored());
		const source = unwrapped.project.sources[0];
		const bytes = session.folder().files.get(source?.sha256 ?? '') ?? new Uint8Array();
		expect(readFile('', bytes).header).toEqual([
			'ID',
			'Start time',
			'Completion time',
			'Email',
			'Name',
			...ITEMS
		]);
	});

	test('changes its rows under its options and keeps them through the answer', async () => {
		const first = await open(given('сауалнама.csv', forms(2016)));
		const sha256 = first.cards[0]?.sha256 ?? '';
		const options = { ...first.project.sources[0]?.reading, roles: { 3: 'set-aside' as const }, repair: [] };
		const less = await session.reread(sha256, options, nothing);
		expect(less.cards[0]?.rowsImported).toBe(COUNT - 1);
		const kept = await session.answer(personal(less), 'keep', nothing);
		expect(kept.cards[0]?.rowsImported).toBe(COUNT - 1);
	});
});

describe('codes in place of e-mails', () => {
	const files = () => [given('бірінші.csv', forms(2016)), given('екінші.csv', forms(2017, true))];

	async function coded(): Promise<Snapshot> {
		const first = await open(...files());
		const second = await session.answer(personal(first), 'code', nothing);
		return session.answer(personal(second), 'code', nothing);
	}

	test('join the answers of one person in all waves', async () => {
		const snapshot = await coded();
		expect(snapshot.project.privacy.salt).toMatch(/^[0-9a-f]{32}$/);
		expect(snapshot.project.sources.map(({ columns }) => columns[3]?.role)).toEqual([
			'respondent',
			'respondent'
		]);
		expectNobody(stored());
		expectNobody(JSON.stringify(snapshot));
		const codes = snapshot.project.sources.map(({ sha256 }) =>
			session.readingRows(sha256, 0, COUNT).map(({ cells }) => cells[3])
		);
		expect(codes[0]).toEqual(codes[1]);
		expect(new Set(codes[0]).size).toBe(COUNT);
		expect(
			snapshot.counts.transitions.filter(({ against, wave }) => against === 'w1' && wave === 'w2')
		).not.toEqual([]);
	});

	test('are others in another project', async () => {
		const [first] = (await coded()).project.sources;
		const one = session.readingRows(first?.sha256 ?? '', 0, 1)[0]?.cells[3];
		await session.close();
		session = new Session(emptyProject(), openNodeEngine, (bytes) => new Uint8Array(bytes).fill(9));
		const snapshot = await session.take({ project: null, files: files().slice(0, 1), unused: [] }, nothing);
		const after = await session.answer(personal(snapshot), 'code', nothing);
		expect(session.readingRows(after.cards[0]?.sha256 ?? '', 0, 1)[0]?.cells[3]).not.toBe(one);
	});

	test('are assumed for the next file once people are compared by them', async () => {
		const [one, two] = files();
		if (!one || !two) throw new Error('two files');
		const first = await open(one);
		await session.answer(personal(first), 'code', nothing);
		const next = await session.take({ project: null, files: [two], unused: [] }, nothing);
		expect(personal(next).assumed).toBe('code');
		expectNobody(stored());
	});
});

describe('files about staff', () => {
	const roster = (rows: string[][]) =>
		csv([['code', 'name', 'department', 'from', 'to', 'phone'], ...rows], ';');

	test('keep their names; a phone is pointed out', async () => {
		const rows = Array.from({ length: 6 }, (_, at) => [
			`T0${at}`,
			person(at).name,
			'А',
			'2014-09-01',
			'',
			`+7 701 000 00 0${at}`
		]);
		const snapshot = await open(given('roster.csv', roster(rows)));
		expect(personal(snapshot).params.columns).toBe('phone');
		expect(stored()).toContain(person(0).name);
		expect(stored()).not.toContain('701');
		expect(Object.values(snapshot.people)).toContain(person(0).name);
	});

	test('where the e-mail is the code of the person, codes are assumed, so that people stay apart', async () => {
		const rows = Array.from({ length: 6 }, (_, at) => [
			person(at).email,
			person(at).name,
			'А',
			'2014-09-01',
			'',
			''
		]);
		const snapshot = await open(given('roster.csv', roster(rows)));
		expect(personal(snapshot).assumed).toBe('code');
		expect(stored()).not.toContain('@');
		expect(Object.keys(snapshot.people)).toHaveLength(6);
	});
});

describe('nothing is asked', () => {
	test('where forms write "anonymous"', async () => {
		const anonymous = forms(2016)
			.split('\r\n')
			.map((line, at) => (at === 0 || line === '' ? line : line.replace(/[^,]+@[^,]+,[^,]+/, 'anonymous,')))
			.join('\r\n');
		const text = bytesOf(anonymous);
		const snapshot = await open({ name: 'сауалнама.csv', bytes: text });
		expect(snapshot.questions.map(({ code }) => code)).not.toContain('personal');
		expect(session.folder().files.get(await sha256Hex(text))).toEqual(text);
	});
});
