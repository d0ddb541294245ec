/** A name of a table or column as it stands in SQL text. */
export function quoteIdentifier(name: string): string {
	if (name === '' || name.includes('\0')) throw new Error('an SQL name is not empty and holds no NUL');
	return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal. */
export function quoteText(text: string): string {
	if (text.includes('\0')) throw new Error('an SQL text holds no NUL');
	return `'${text.replaceAll("'", "''")}'`;
}
