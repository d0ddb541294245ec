import { expect, test } from 'vitest';
import { Turns } from './turns';

function gate(): { passed: Promise<void>; open: () => void } {
	let open: () => void = () => undefined;
	const passed = new Promise<void>((resolve) => (open = resolve));
	return { passed, open };
}

test('work runs in the order asked, one at a time, whatever became of the work before', async () => {
	const turns = new Turns();
	const log: string[] = [];
	const work = (name: string, fails = false) =>
		turns.take(async () => {
			log.push(`${name} starts`);
			await Promise.resolve();
			log.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		});
	const results = await Promise.allSettled([work('a'), work('b', true), work('c')]);
	expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
});

test('work aborted while it waits is told at once and never started', async () => {
	const turns = new Turns();
	const control = new AbortController();
	const held = gate();
	const first = turns.take(() => held.passed);
	let started = false;
	const second = turns.take(async () => (started = true), control.signal);
	control.abort('changed');
	await expect(second).rejects.toBe('changed');
	held.open();
	await first;
	expect(await turns.take(async () => started)).toBe(false);
});

test('the next turn waits until aborted work has cleaned up', async () => {
	const turns = new Turns();
	const control = new AbortController();
	const cleaned = gate();
	let clear = false;
	const running = turns.take(() => cleaned.passed.then(() => (clear = true)), control.signal);
	await Promise.resolve();
	control.abort('changed');
	await expect(running).rejects.toBe('changed');
	const next = turns.take(async () => clear);
	cleaned.open();
	expect(await next).toBe(true);
});
