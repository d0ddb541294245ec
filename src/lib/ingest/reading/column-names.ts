import { foldKey } from '../values/folding';

const known = new WeakMap<readonly string[], readonly string[]>();

function numbered(header: readonly string[]): string[] {
	const keys = header.map(foldKey);
	const own = new Set(keys);
	const times = new Map<string, number>();
	return header.map((text, index) => {
		const name = text.trim();
		const key = keys[index] ?? '';
		let number = (times.get(key) ?? 0) + 1;
		if (number > 1) while (own.has(foldKey(`${name} (${String(number)})`))) number += 1;
		times.set(key, number);
		return name === '' || number === 1 ? name : `${name} (${String(number)})`;
	});
}

/**
 * What the columns of a table are called wherever they are named: the names of its header; of those that read alike
 * (exactly, or but for case, spaces and look-alike letters) the second and later ones with a number. '' where a column has none.
 */
export function columnNames(header: readonly string[]): readonly string[] {
	const found = known.get(header) ?? numbered(header);
	known.set(header, found);
	return found;
}

/** {@link columnNames} of one column, `index` from 0; '' where it has no name. */
export const columnName = (header: readonly string[] | null, index: number): string =>
	header === null ? '' : (columnNames(header)[index] ?? '');
