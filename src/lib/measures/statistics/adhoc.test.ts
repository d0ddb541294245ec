import { it, expect } from 'vitest';
import { compareIndependent } from './independent';
import { comparePaired } from './paired';
it('x', () => {
	const a = { values: [1, 2, 3, 4, 5], counts: [1e6, 2e6, 3e6, 2.5e6, 1.5e6] };
	const b = { values: [1, 2, 3, 4, 5], counts: [0.9e6, 2e6, 3e6, 2.5e6, 1.6e6] };
	let t = performance.now();
	const r = compareIndependent(a, b, { favourable: [4, 5] });
	console.log(performance.now() - t, JSON.stringify(r));
	const tr = []; for (let i = 1; i <= 5; i++) for (let j = 1; j <= 5; j++) tr.push({ from: i, to: j, n: 400000 + 1000 * (j - i) * (i + 1) });
	t = performance.now();
	const p = comparePaired(tr, { favourable: [4, 5] });
	console.log(performance.now() - t, JSON.stringify(p));
	expect(1).toBe(1);
});
