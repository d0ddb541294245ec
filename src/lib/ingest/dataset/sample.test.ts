import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '$lib/ingest/reading/read-file';
import { proposeProject } from '$lib/ingest/mapping/propose-project';
import { emptyProject, project as projectSchema } from '$lib/model/project';
import { buildDataset } from './build-dataset';

const folder = 'data-samples/qoldau';
const files = readdirSync(`${folder}/sources`).map((name) => {
	const bytes = new Uint8Array(readFileSync(`${folder}/sources/${name}`));
	return { sha256: createHash('sha256').update(bytes).digest('hex'), name, bytes: bytes.length, reading: readFile(name, bytes) };
});
const stated = projectSchema.parse(JSON.parse(readFileSync(`${folder}/project.json`, 'utf8')));

test('print', () => {
	for (const project of [stated, emptyProject()]) {
		const t0 = performance.now();
		const proposal = proposeProject(files, project, {});
		const t1 = performance.now();
		const dataset = buildDataset(files, proposal.project);
		const t2 = performance.now();
		console.log('propose', t1 - t0, 'build', t2 - t1);
		console.log(proposal.unmapped);
		for (const q of proposal.questions) console.log(JSON.stringify(q).slice(0, 420));
		if (project !== stated) {
			console.log(JSON.stringify(proposal.project.waves));
			console.log(proposal.project.scales.map((s) => `${s.id} ${s.levels.map((l) => l.labels.join('|')).join(' // ')} ${s.provisional}`).join('\n'));
			for (const i of proposal.project.instruments) {
				console.log(i.id, i.kind, i.audience, JSON.stringify(i.title), JSON.stringify(i.blocks));
				for (const x of i.items) console.log('  ', x.id, x.kind, x.block, x.module, JSON.stringify(x.options), JSON.stringify(x.versions).slice(0, 500));
			}
			for (const s of proposal.project.sources) console.log(s.name, s.kind, s.instrument, s.language, JSON.stringify(s.wave), s.rater, JSON.stringify(s.answers), s.columns.map((c) => `${c.index}:${c.role}${c.item ? '=' + c.item : ''}${c.group ? '=' + c.group : ''}${c.field ? '=' + c.field : ''}${c.date ?? ''}`).join(' '));
		}
		for (const c of dataset.sources) console.log(c.name, c.inFile, c.imported, c.setAside, c.duplicates, JSON.stringify(c.reasons), JSON.stringify(c.roles));
		for (const i of dataset.issues) console.log(JSON.stringify(i).slice(0, 500));
		for (const t of dataset.tables) console.log(t.name, t.rows, t.columns.map((c) => `${c.name}:${c.type}`).join(' ').slice(0, 600));
		console.log(JSON.stringify(dataset.populations), JSON.stringify(dataset.responses.map((r) => [r.instrument, r.groups, r.matched, r.items.map((i) => i.states.join('/')).join(' ')])));
	}
	expect(1).toBe(1);
});
