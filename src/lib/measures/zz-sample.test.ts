import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openFolder } from '../../cli/open-folder';
import { selection } from '$lib/model/selection';
import { evaluate } from './evaluate';
import { evidence } from './evidence';
import { openNodeEngine } from '$lib/engine/node';

test('sample', async () => {
	const { session, snapshot } = await openFolder('data-samples/qoldau');
	const truths = JSON.parse(readFileSync('data-samples/qoldau/truths.json', 'utf8'));
	const t0 = performance.now();
	let ev = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	const t1 = performance.now();
	for (let i = 0; i < 20; i++) ev = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	const t2 = performance.now();
	const f = selection.parse({ groups: { department: 'Математика және информатика' } });
	for (let i = 0; i < 20; i++) evaluate(snapshot.counts, snapshot.project, f);
	const t3 = performance.now();
	console.log(
		'first',
		t1 - t0,
		'then',
		(t2 - t1) / 20,
		'filtered',
		(t3 - t2) / 20,
		ev.results.length,
		'counts',
		Object.entries(snapshot.counts)
			.map(([k, v]) => k + ':' + (Array.isArray(v) ? v.length : ''))
			.join(' ')
	);
	let bad = 0;
	for (const truth of truths) {
		const rows = ev.results.filter(
			(r) => r.measure === truth.measure && Object.entries(truth.dims).every(([k, v]) => (r as any)[k] === v)
		);
		const r =
			rows.find(
				(row) =>
					row.item === truth.dims.item &&
					row.block === truth.dims.block &&
					row.group === truth.dims.group &&
					row.module === truth.dims.module &&
					row.kind === truth.dims.kind &&
					row.level === (truth.dims.level ?? row.level)
			) ?? rows[0];
		const wrong = Object.entries(truth.expect).filter(([k, v]) => {
			const got = r && (r as any)[k];
			return typeof v === 'number'
				? !(Math.abs((got ?? NaN) - v) <= Math.max(truth.tolerance, 1e-9))
				: got !== v && !(v === null && got == null);
		});
		if (wrong.length) {
			bad++;
			console.log('WRONG', truth.id, JSON.stringify(truth.expect), JSON.stringify(r));
		}
	}
	console.log('bad', bad, 'of', truths.length);
	console.log(
		JSON.stringify(
			ev.criteria.map((c) => [
				c.verdict,
				c.text.code,
				c.detail.map((d) => d.code),
				c.cautions.map((d) => d.code)
			])
		),
		ev.summary,
		ev.unjudged.map((w) => w.code),
		ev.notReached.map((w) => w.code),
		ev.changed
	);
	const ids = new Map<string, number>();
	for (const r of ev.results) ids.set(r.id, (ids.get(r.id) ?? 0) + 1);
	console.log('dup ids', [...ids].filter(([, n]) => n > 1).slice(0, 10));
	await session.close();
	expect(1).toBe(1);
});
import { sentence } from '$lib/i18n/words';
test('print', async () => {
	const { session, snapshot } = await openFolder('data-samples/qoldau');
	const ev = evaluate(snapshot.counts, snapshot.project, selection.parse({}));
	for (const l of ['kk', 'ru', 'en'] as const)
		console.log(
			[
				ev.summary,
				...ev.criteria.flatMap((c) => [c.text, ...c.detail, ...c.cautions]),
				...ev.notReached,
				...ev.unjudged
			]
				.map((w) => sentence(w, l))
				.join('\n')
		);
	await session.close();
	expect(1).toBe(1);
});
