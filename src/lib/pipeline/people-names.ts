import type { Dataset } from '$lib/model/dataset';

/** Names of the roster by person code. */
export function namesByCode({ tables }: Dataset): Record<string, string> {
	const table = tables.find(({ name }) => name === 'person');
	const text = (name: string) => {
		const column = table?.columns.find((one) => one.name === name);
		return column?.type === 'text' ? column.values : [];
	};
	const names = text('name');
	return Object.fromEntries(
		text('person').flatMap((code, index) => (code && names[index] ? [[code, names[index]]] : []))
	);
}
