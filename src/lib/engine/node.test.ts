import { expect, test } from 'vitest';
import * as z from 'zod';
import { engineContract } from './contract';
import { openNodeEngine } from './node';

engineContract(openNodeEngine);

test('closing ends a running statement', async () => {
	const engine = await openNodeEngine();
	const running = engine.query({
		name: 'endless',
		sql: 'SELECT count(*)::DOUBLE AS n FROM range(100000000) a, range(100000) b WHERE (a.range + b.range) % 7 = 3',
		row: z.object({ n: z.number() })
	});
	setTimeout(() => void engine.close(), 100);
	await expect(running).rejects.toThrow(/endless.*[Ii]nterrupt/);
	await expect(engine.query({ name: 'late', sql: 'SELECT 1', row: z.unknown() })).rejects.toThrow(/^late: /);
});

test('installs no extension', async () => {
	const engine = await openNodeEngine();
	await expect(engine.query({ name: 'install', sql: 'INSTALL spatial', row: z.unknown() })).rejects.toThrow(
		/^install: /
	);
	await engine.close();
});
