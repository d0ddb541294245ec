import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatReference, runReference, type ReferenceFile } from './reference';

const COPIES = join(process.cwd(), 'tests/reference/stats');
const KIT = join(process.cwd(), '../shared/reference/stats');

function filesOf(directory: string): ReferenceFile[] {
	return readdirSync(directory).map((name) => ({ name, text: readFileSync(join(directory, name), 'utf8') }));
}

describe('reference', () => {
	it.runIf(existsSync(KIT))('holds on the whole kit', () => {
		const report = runReference(filesOf(KIT));
		console.log(formatReference(report));
		expect(report.misses).toEqual([]);
	});
});
