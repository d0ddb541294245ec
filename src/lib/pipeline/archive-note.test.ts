import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { emptyProject } from '$lib/model/project';
import { sortGiven } from './opening';
import { Session } from './session';

const quiet = () => undefined;
const random = (bytes: number) => new Uint8Array(bytes);

test('that a file came out of an archive is known when it is read again and when the project is reopened', async () => {
	const rows = Array.from({ length: 12 }, (_, at) => `R${String(at)};${String((at % 4) + 2)}`);
	const table = strToU8(['Код;Сабақ жоспары пайдалы ма?', ...rows].join('\r\n') + '\r\n');
	const session = new Session(emptyProject(), openNodeEngine, random);
	const archive = { name: 'жауаптар.zip', bytes: zipSync({ 'a.csv': table }) };
	const first = await session.take(await sortGiven([archive]), quiet);
	const [source] = first.project.sources;
	expect(source?.archive).toBe('жауаптар.zip');

	const again = await session.reread(source?.sha256 ?? '', { encoding: 'utf-8', hasHeader: true }, quiet);
	const reopened = new Session(emptyProject(), openNodeEngine, random);
	const last = await reopened.open(session.folder(), quiet);
	for (const { cards } of [first, again, last]) {
		expect(cards[0]?.issues.filter(({ code }) => code === 'unpacked')).toMatchObject([
			{ params: { archive: 'жауаптар.zip' } }
		]);
	}
	await session.close();
	await reopened.close();
});
