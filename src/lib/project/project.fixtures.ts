import { emptyProject, project as projectSchema, type Project } from '$lib/model/project';
import type { ProjectFolder } from './folder';
import { sha256Hex } from './hash';

/** A small project: one wave, scale and instrument. */
export function smallProject(): Project {
	return projectSchema.parse({
		...emptyProject(),
		name: { kk: 'Қолдау орталығы', en: 'Support centre' },
		waves: [
			{
				id: 'w1',
				stage: 'I',
				schoolYear: '2014-2015',
				from: '2014-09-01',
				to: '2015-08-31',
				label: { kk: 'I кезең' }
			}
		],
		scales: [{ id: 'agree2', levels: [1, 2].map((value) => ({ value, labels: [`${value}`] })) }],
		instruments: [
			{
				id: 'teachers',
				kind: 'survey',
				audience: 'teacher',
				title: { kk: 'Мұғалімдер' },
				items: [{ id: 't1', versions: [{ waves: ['w1'], text: { kk: 'Сұрақ' }, scale: 'agree2' }] }]
			}
		]
	});
}

/** The small project with sources of the given names and texts. */
export async function folderWith(texts: [name: string, text: string][]): Promise<ProjectFolder> {
	const files = new Map<string, Uint8Array>();
	const sources: Project['sources'] = [];
	for (const [name, text] of texts) {
		const bytes = new TextEncoder().encode(text);
		const sha256 = await sha256Hex(bytes);
		files.set(sha256, bytes);
		sources.push({ ...sourceOf(name, bytes.length, sha256), instrument: 'teachers', wave: 'w1' });
	}
	return { project: { ...smallProject(), sources }, files };
}

function sourceOf(name: string, bytes: number, sha256: string): Project['sources'][number] {
	const parsed = projectSchema.parse({
		...emptyProject(),
		sources: [{ sha256, name, bytes, kind: 'survey' }]
	});
	return parsed.sources[0] as Project['sources'][number];
}
