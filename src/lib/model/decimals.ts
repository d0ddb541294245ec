/** Values closer to a cut than this count as the cut itself. */
const AT_CUT = 1e-9;
const MOST_DECIMALS = 9;

/**
 * How many decimals keep a printed value in its own band: at least `least`, more where rounding would carry it over (or
 * onto) a cut. `closed` says which side a value at a cut belongs to: the upper band ('left'), the lower ('right'), or
 * neither, as 0 between a fall and a rise.
 */
export function decimalsBeside(
	value: number,
	cuts: readonly number[],
	least: number,
	closed: 'left' | 'right' | 'neither' = 'left'
): number {
	const side = (number: number, cut: number) => {
		if (Math.abs(number - cut) > AT_CUT) return number > cut ? 1 : -1;
		return closed === 'neither' ? 0 : closed === 'left' ? 1 : -1;
	};
	for (let decimals = least; decimals < MOST_DECIMALS; decimals++) {
		const printed = rounded(value, decimals);
		if (cuts.every((cut) => side(printed, cut) === side(value, cut))) return decimals;
	}
	return MOST_DECIMALS;
}

/** Rounded half away from zero, as numbers are printed. */
function rounded(value: number, decimals: number): number {
	const scaled = Math.abs(value) * 10 ** decimals;
	return (Math.sign(value) * Math.round(scaled + scaled * Number.EPSILON * 4)) / 10 ** decimals;
}
