/** Reckons what a pocket calculator can: + − × / √ ² and brackets. */
export function calculate(text: string): number {
	const parts = text.match(/\d+(?:\.\d+)?|[+−×/√²()]/g) ?? [];
	if (parts.join('') !== text.replace(/\s+/g, '')) throw new Error(`cannot reckon: ${text}`);
	let next = 0;
	const take = (...wanted: string[]) => (wanted.includes(parts[next] ?? '') ? parts[next++] : undefined);
	const sum = (): number => {
		let value = product();
		for (let sign = take('+', '−'); sign; sign = take('+', '−')) value += (sign === '+' ? 1 : -1) * product();
		return value;
	};
	const product = (): number => {
		let value = factor();
		for (let sign = take('×', '/'); sign; sign = take('×', '/'))
			value *= sign === '×' ? factor() : 1 / factor();
		return value;
	};
	const factor = (): number => {
		if (take('−')) return -factor();
		if (take('√')) return Math.sqrt(factor());
		const value = take('(') ? inBrackets() : Number(parts[next++]);
		return take('²') ? value * value : value;
	};
	const inBrackets = (): number => {
		const value = sum();
		if (!take(')')) throw new Error(`a bracket is open: ${text}`);
		return value;
	};
	const value = sum();
	if (next < parts.length) throw new Error(`cannot reckon: ${text}`);
	return value;
}
