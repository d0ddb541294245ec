import { describe, expect, test } from 'vitest';
import { emptyProject } from '$lib/model/project';
import { LOCALES } from '$lib/model/text';
import { buildDataset } from '$lib/ingest/dataset/build-dataset';
import { STATED_KINDS } from '$lib/ingest/vocabulary/fields';
import { proposeProject } from './propose-project';
import { templates } from './templates';
import { csv, given } from './testing/given';
import { addWaves } from './waves';

describe.each(LOCALES)('templates in %s', (locale) => {
	test.each(STATED_KINDS)('%s is recognised and read without a question, in any order of columns', (kind) => {
		const { name, columns, example } = templates(kind, locale);
		const orders = [columns.map((_, at) => at), columns.map((_, at) => columns.length - 1 - at)];
		for (const order of orders) {
			const rows = [columns, ...example].map((row) => order.map((at) => row[at] ?? ''));
			const extra = rows.map((row, at) => [...row, at === 0 ? 'Ескерту' : 'x']);
			for (const table of [rows, extra]) {
				const file = given(name, csv(table));
				const project = emptyProject();
				addWaves(project, ['2014-2015', '2015-2016', '2016-2017']);
				const proposal = proposeProject([file], project);
				expect(proposal.project.sources[0]?.kind).toBe(kind === 'rating_long' ? 'rating' : kind);
				expect(proposal.questions.filter(({ code }) => code !== 'scale')).toEqual([]);
				if (kind === 'rating') expect(proposal.questions).toEqual([]);
				const dataset = buildDataset([file], proposal.project);
				expect(dataset.issues).toEqual([]);
				expect(dataset.sources[0]?.imported).toBe(example.length);
			}
		}
	});
});
