import { expect, test } from 'vitest';
import { Session } from 'node:inspector/promises';
import { openFolder } from '../../cli/open-folder';
import { selection } from '$lib/model/selection';
import { evaluate } from './evaluate';

test('profile', async () => {
	const { session, snapshot } = await openFolder('data-samples/qoldau');
	const s = new Session();
	s.connect();
	await s.post('Profiler.enable');
	await s.post('Profiler.setSamplingInterval', { interval: 200 });
	await s.post('Profiler.start');
	for (let i = 0; i < 1; i++) evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	const { profile } = await s.post('Profiler.stop');
	const self = new Map<string, number>();
	const byId = new Map(profile.nodes.map((n) => [n.id, n]));
	const parent = new Map<number, number>();
	for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
	const total = new Map<string, number>();
	profile.samples!.forEach((id, i) => {
		const dt = profile.timeDeltas![i]! / 1000;
		const name = (n: number) => {
			const f = byId.get(n)!.callFrame;
			return f.functionName + ' ' + f.url.split('/').slice(-2).join('/');
		};
		self.set(name(id), (self.get(name(id)) ?? 0) + dt);
		const seen = new Set<string>();
		for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
			const k = name(at);
			if (!seen.has(k)) {
				seen.add(k);
				total.set(k, (total.get(k) ?? 0) + dt);
			}
		}
	});
	const top = (m: Map<string, number>) =>
		[...m]
			.sort((a, b) => b[1] - a[1])
			.slice(0, 28)
			.map(([k, v]) => v.toFixed(2) + ' ' + k)
			.join('\n');
	console.log('SELF\n' + top(self) + '\nTOTAL\n' + top(total));
	await session.close();
	expect(1).toBe(1);
});
