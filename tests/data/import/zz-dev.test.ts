import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '$lib/ingest/reading/read-file';
test('real', () => {
	const dir = new URL('../../reference/import/real/', import.meta.url);
	for (const f of readdirSync(dir)) {
		if (!f.endsWith('.csv')) continue;
		const t0 = performance.now();
		const r = readFile(f, new Uint8Array(readFileSync(new URL(f, dir))));
		console.log(f, r.status, r.encoding, JSON.stringify(r.dialect), r.exporter, 'rows', r.rows.length, 'cols', r.header?.length, Math.round(performance.now() - t0) + 'ms', JSON.stringify(r.counts));
		for (const i of r.issues) console.log('   ', i.code, i.severity, i.count, JSON.stringify(i.params).slice(0,200), JSON.stringify(i.places).slice(0, 300));
		console.log('   H', JSON.stringify(r.header).slice(0, 1200));
		console.log('   0', JSON.stringify(r.rows[0]).slice(0, 200));
	}
	expect(1).toBe(1);
});
