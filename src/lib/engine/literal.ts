import { quoteText } from '$lib/model/sql';
import type { Binding } from '$lib/model/statement';

/** `EXECUTE` of a prepared statement with its bindings as typed literals: DOUBLE, VARCHAR or NULL. */
export function executeSql(prepared: string, bindings: Binding[]): string {
	return bindings.length === 0
		? `EXECUTE ${prepared}`
		: `EXECUTE ${prepared}(${bindings.map(literal).join(', ')})`;
}

function literal(value: Binding): string {
	if (value === null) return 'NULL';
	if (typeof value === 'number') return `'${value}'::DOUBLE`;
	const parts = value.split('\0').map(quoteText);
	return parts.length === 1 ? `${parts[0]}::VARCHAR` : `(${parts.join(' || chr(0) || ')})::VARCHAR`;
}
