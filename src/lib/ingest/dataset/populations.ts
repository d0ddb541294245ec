import type { Population, Project } from '$lib/model/project';
import { waveNamed } from '$lib/ingest/mapping/waves';
import { AUDIENCE_WORDS, codeOf } from '$lib/ingest/vocabulary/terms';
import { parseNumber } from '$lib/ingest/values/numbers';
import type { MappedSource } from './mapped-source';

const keyOf = (row: Population) => `${row.audience} ${row.wave} ${row.group ?? ''}`;

/** Eligible people by audience, wave and group: those typed in the page, then a file's rows that no typed one replaces. */
export function populationsOf(sources: readonly MappedSource[], project: Project): Population[] {
	const found = project.populations.map((row) => ({ ...row }));
	const typed = new Set(found.map(keyOf));
	for (const mapped of sources) {
		const at = (field: string) => mapped.column(field);
		for (let row = 0; row < mapped.cells.rows; row += 1) {
			if (mapped.isRagged(row)) continue;
			const audience = codeOf(AUDIENCE_WORDS, mapped.cell(row, at('audience')) ?? '');
			const wave = waveNamed(project.waves, mapped.cell(row, at('wave')) ?? '');
			const n = parseNumber(mapped.cell(row, at('n')) ?? '')?.value;
			if (audience === null) mapped.setAside('unknown-audience', row, at('audience'));
			else if (wave === null) mapped.setAside('missing-wave', row, at('wave'));
			else if (n === undefined || !Number.isInteger(n) || n < 0)
				mapped.setAside('not-a-number', row, at('n'));
			else {
				const population = { audience, wave, group: mapped.cell(row, at('group')), n };
				if (typed.has(keyOf(population))) {
					mapped.setAside('typed-wins', row);
					continue;
				}
				mapped.count.imported += 1;
				found.push(population);
			}
		}
	}
	return found;
}
