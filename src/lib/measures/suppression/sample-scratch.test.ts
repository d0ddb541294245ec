import { test } from 'vitest';
import { evaluate } from '../evaluate';
import { selection } from '$lib/model/selection';
import { openSample } from '../../../../tests/data/open-sample';
test('sample', async () => {
	const { session, snapshot } = await openSample(true);
	const hid = (s: object) => {
		const rows = evaluate(snapshot.counts, snapshot.project, selection.parse(s)).results;
		const h = rows.filter((r) => r.reason === 'suppressed');
		return [rows.length, h.length, h.filter((r) => r.measure === 'change_matched').length, rows.filter((r) => r.measure === 'change_matched').length];
	};
	const rows = evaluate(snapshot.counts, snapshot.project, selection.parse({})).results;
	const kinds = new Map<string, Set<string>>();
	for (const r of rows) if (r.groupKind && r.group) kinds.set(r.groupKind, (kinds.get(r.groupKind) ?? new Set()).add(r.group));
	console.log('kinds', [...kinds].map(([k, v]) => `${k}:${v.size}`).join(' '));
	console.log('default', hid({}), 'w3/w2', hid({ wave: 'w3', against: 'w2' }), 'w2/w1', hid({ wave: 'w2', against: 'w1' }));
	for (const against of ['w1', 'w2']) for (const [k, v] of kinds) {
		const sum = [0, 0, 0, 0];
		for (const g of v) hid({ wave: 'w3', against, groups: { [k]: g } }).forEach((n, i) => (sum[i] = (sum[i] ?? 0) + n));
		console.log(against, k, 'rows, hidden, matched hidden, matched', sum.join(' '));
	}
	const times: number[] = [];
	for (let i = 0; i < 12; i++) {
		const fresh = structuredClone(snapshot.counts);
		const t = performance.now();
		evaluate(fresh, snapshot.project, selection.parse({}));
		times.push(Math.round(performance.now() - t));
	}
	console.log('ms', times.join(' '));
	await session.close();
}, 120000);
