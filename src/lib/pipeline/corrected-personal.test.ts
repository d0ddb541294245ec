import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { markedLineName } from './corrected-rows';
import { Session } from './session';
import type { Snapshot } from './snapshot';

const quiet = () => undefined;
const HEAD = ['Email', 'Бірлестік', 'Тәлімгер қолдауына қанағаттанасыз ба?', 'Сабақ жоспары пайдалы ма?'];
const rows = Array.from({ length: 12 }, (_, at) => [
	`user${String(at)}@mektep.kz`,
	'Тілдер',
	String((at % 4) + 2),
	String((at % 3) + 3)
]);
const csv = (some: readonly (readonly string[])[]) => some.map((row) => row.join(';')).join('\r\n') + '\r\n';
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const original = file('сауалнама 2016-2017.csv', csv([HEAD, ...rows.with(5, rows[5]?.slice(0, 3) ?? [])]));

let session: Session;
beforeEach(() => {
	session = new Session(emptyProject(), openNodeEngine, (count) => new Uint8Array(count));
});
afterEach(() => session.close());

const take = (given: { name: string; bytes: Uint8Array }) =>
	session.take({ project: null, files: [given], unused: [] }, quiet);
const personal = ({ questions }: Snapshot) => questions.filter(({ code }) => code === 'personal');
async function decided(value: string): Promise<string> {
	const first = await take(original);
	const [question] = personal(first);
	if (!question) throw new Error('not asked');
	const next = await session.answer(question, value, quiet);
	return next.project.sources[0]?.sha256 ?? '';
}
/** The table of rows to fix with its one row made whole. */
function fixed(sha256: string, email?: string): { name: string; bytes: Uint8Array } {
	const lines = session
		.rowsToFix(sha256)
		.map(({ line, role, cells }) => [String(line), role, email ?? cells[0] ?? '', ...cells.slice(1, 3), '5']);
	return file('түзетілген.csv', csv([[markedLineName('Жол', sha256), 'Түрі', ...HEAD], ...lines]));
}
/** What stands in the column of e-mails of the row that was corrected. */
const correctedCell = ({ project }: Snapshot) =>
	session.readingRows(project.sources.at(-1)?.sha256 ?? '', 0, 1)[0]?.cells[2];

test('personal cells of corrected rows stay where the user keeps those of their file', async () => {
	const next = await take(fixed(await decided('keep')));
	expect(correctedCell(next)).toBe('user5@mektep.kz');
	expect(personal(next)).toEqual([]);
	expect(next.cards.map(({ rowsImported }) => rowsImported)).toEqual([11, 1]);
});
test('codes in corrected rows stay the codes of their file', async () => {
	const next = await take(fixed(await decided('code')));
	expect(correctedCell(next)).toMatch(/^p[0-9a-f]{15}$/);
	expect(personal(next)).toEqual([]);
});
test('what is typed into corrected rows is asked about where their file holds none of it', async () => {
	const next = await take(fixed(await decided('drop'), 'user5@mektep.kz'));
	expect(correctedCell(next)).toBe('');
	expect(personal(next)).toMatchObject([{ params: { name: 'түзетілген.csv', columns: 'Email', cells: 1 } }]);
});
test('names in corrected rows of a file about staff are its subject as there', async () => {
	const events = [
		'person;date;event;kind',
		'Ахметова Айгүл;2016-09-01;Семинар;seminar',
		'Сериков Дәурен;2016-09-01;Семинар'
	];
	const first = await take(file('attendance.csv', events.join('\n')));
	const sha256 = first.project.sources[0]?.sha256 ?? '';
	const next = await take(
		file(
			'түзетілген.csv',
			csv([
				[markedLineName('Жол', sha256), 'Түрі', 'person', 'date', 'event', 'kind'],
				['3', '', 'Сериков Дәурен', '2016-09-01', 'Семинар', 'seminar']
			])
		)
	);
	expect(correctedCell(next)).toBe('Сериков Дәурен');
});
