import { expect, test } from 'vitest';
import { readFile } from '$lib/ingest/reading/read-file';
test('perf', () => {
	const header = ['Отметка времени', 'Сынып', ...Array.from({ length: 20 }, (_, i) => `Сұрақ ${i + 1}`), 'Пікір'].join(',');
	const lines = [header];
	for (let r = 0; lines.length < 140000; r++) {
		lines.push(`${String(1 + (r % 28)).padStart(2, '0')}.09.2023 18:07:33,${7 + (r % 5)}А,` + Array.from({ length: 20 }, (_, i) => ['Келісемін', 'Келіспеймін', 'Толық келісемін'][(r * 7 + i * 3) % 3]).join(',').replace(/Толық келісемін/g, '4') + `,"жауап ${r}, ұзақ ""пікір"""`);
	}
	const bytes = new TextEncoder().encode(lines.join('\n') + '\n');
	for (const damaged of [false, true]) {
		const b = bytes.slice();
		const t0 = performance.now();
		const r = readFile('p.csv', b);
		console.log((b.length / 1e6).toFixed(1), 'MB', Math.round(performance.now() - t0), 'ms', r.status, r.rows.length, r.issues.map((i) => i.code + i.count).join(' '), Math.round(process.memoryUsage().heapUsed / 1e6), damaged);
	}
	for (const [name, text] of [['commas', ','.repeat(1_000_000)], ['quotes', '"'.repeat(1_000_000)], ['quotes odd', '"'.repeat(1_000_001)], ['spaces', ' '.repeat(1_000_000) + 'x'], ['q,', '",'.repeat(500_000)], ['"a\\n', '"a\n'.repeat(300_000)], ['x"y,', 'x"y,"\n'.repeat(200_000)], ['blank rows', 'a;b\n' + '\n\na;b c\n'.repeat(100000)], ['semis', (';'.repeat(10) + '\n').repeat(100_000)], ['questions', '?'.repeat(1_000_000)], ['mojibake', 'Рљ'.repeat(500_000)], ['hashes', '#'.repeat(1e6)], ['dash', '-'.repeat(1e6)], ['dup header', ('Класс;Балл\n7А;4\n').repeat(100000)]] as const) {
		const t0 = performance.now();
		const r = readFile(name, new TextEncoder().encode(text));
		console.log(name, Math.round(performance.now() - t0), 'ms', r.status, r.rows.length, r.issues.map((i) => i.code + ':' + i.count).join(' '));
	}
	expect(1).toBe(1);
});
