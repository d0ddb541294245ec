import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '../evaluate';
import { selection } from '$lib/model/selection';
import { openSample } from '../../../../tests/data/open-sample';
test('probe', async () => {
	const { session, snapshot } = await openSample(true);
	const { counts, project } = snapshot;
	const out: unknown[] = [];
	const kinds = new Map<string, Set<string>>();
	const all = evaluate(counts, project, selection.parse({}));
	for (const r of all.results) if (r.groupKind && r.group && r.instrument) (kinds.get(r.groupKind) ?? kinds.set(r.groupKind, new Set()).get(r.groupKind)!).add(r.group);
	const sels: Record<string, unknown>[] = [{}, ...project.waves.map((w) => ({ wave: w.id })), { module: 1 }, { module: 2 }];
	for (const [k, vs] of kinds) for (const v of vs) sels.push({ groups: { [k]: v } });
	const times: number[] = [];
	for (const s of sels) {
		const t = performance.now();
		const e = evaluate(counts, project, selection.parse(s));
		times.push(performance.now() - t);
		out.push({ s, results: e.results });
	}
	writeFileSync(process.env.PROBE_OUT ?? '/tmp/probe.json', JSON.stringify({ out, k: project.privacy.k, times, tables: counts.responses.map((r) => ({ i: r.instrument, g: r.groups, m: r.matched, kind: r.kind })), returned: counts.returned }));
	await session.close();
	expect(out.length).toBeGreaterThan(0);
}, 120000);
