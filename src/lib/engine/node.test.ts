import { expect, test } from 'vitest';
import * as z from 'zod';
import { engineContract } from './contract';
import { ENDLESS } from './contract.fixtures';
import { openNodeEngine } from './node';

engineContract(openNodeEngine);

test('closing ends a running statement', async () => {
	const engine = await openNodeEngine();
	const running = engine.query({ ...ENDLESS, name: 'endless' });
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
