import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '$lib/ingest/reading/cells';
import { readFile } from '$lib/ingest/reading/read-file';

interface Case {
	id: string;
	name: string;
	file: string;
	status: string;
	issues: string[];
	header: string[] | null;
	rows: string[][] | null;
}

const folder = new URL('../../reference/import/cases/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as Case[];

describe('the cases of reference/import', () => {
	test.each(cases)('$id $name', ({ file, status, issues, header, rows }) => {
		const reading = readFile(file, new Uint8Array(readFileSync(new URL(file, folder))));
		expect({ status: reading.status, issues: reading.issues.map(({ code }) => code).toSorted() }).toEqual({
			status,
			issues: issues.toSorted()
		});
		if (header !== null) expect(reading.header).toEqual(header);
		if (rows !== null) expect(rowsOf(reading.cells)).toEqual(rows);
	});
});
