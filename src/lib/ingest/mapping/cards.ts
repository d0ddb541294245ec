import type { Dataset } from '$lib/model/dataset';
import type { Project } from '$lib/model/project';
import type { Proposal, ReadFile, SourceCard } from '$lib/model/proposal';
import { waitsForSheet } from './personal';

/** A card per file: what it is, its rows and what became of them, and which questions wait. */
export function sourceCards(
	files: readonly ReadFile[],
	project: Project,
	proposal: Proposal,
	dataset: Dataset
): SourceCard[] {
	const counts = new Map(dataset.sources.map((count) => [count.sha256, count] as const));
	const warned = new Set(
		dataset.issues.filter((issue) => issue.severity === 'warn').map((issue) => issue.source)
	);
	const unmapped = new Set(proposal.unmapped);
	return files.map((file) => {
		const at = project.sources.findIndex((source) => source.sha256 === file.sha256);
		const source = project.sources[at];
		const questions = proposal.questions
			.filter((question) => question.source === file.sha256)
			.map((question) => question.id);
		const count = counts.get(file.sha256);
		const { reading } = file;
		const inFile = Object.values(reading.counts).reduce((sum, rows) => sum + rows, 0);
		const status = (): SourceCard['status'] => {
			if (reading.status === 'refuse') return 'refuse';
			if (questions.length > 0 || unmapped.has(file.sha256)) return 'ask';
			return reading.status === 'warn' || warned.has(at) ? 'warn' : 'ok';
		};
		return {
			sha256: file.sha256,
			name: file.name,
			bytes: file.bytes,
			kind: source?.kind ?? null,
			exporter: reading.exporter,
			instrument: source?.instrument ?? null,
			wave: typeof source?.wave === 'string' ? source.wave : null,
			language: source?.language ?? null,
			counts: reading.counts,
			issues: reading.issues,
			rowsInFile: count?.inFile ?? inFile,
			rowsImported: count?.imported ?? 0,
			rowsAside: count ? count.setAside + count.duplicates : inFile - reading.counts.header,
			status: status(),
			kept: !waitsForSheet(file),
			questions
		};
	});
}
