import type { Column, Project, Source } from '$lib/model/project';
import type { Proposal } from '$lib/model/proposal';

/** Columns a table of corrected rows has before those of the file it corrects: physical line, and what the row is. */
export const LEADING_COLUMNS = 2;

const shifted = (column: Column): Column => ({ ...column, index: column.index + LEADING_COLUMNS });

function following(source: Source, first: Source): Source {
	const { kind, instrument, language, rater, answers, confirmed, wave, columns } = first;
	return {
		...source,
		...{ kind, instrument, language, rater, answers, confirmed },
		wave: typeof wave === 'object' && wave ? { column: wave.column + LEADING_COLUMNS } : wave,
		columns: columns.map(shifted)
	};
}

/** The project with every table of corrected rows mapped as the file it corrects is. */
export function followingCorrected(project: Project): Project {
	if (project.sources.every(({ corrects }) => corrects === undefined)) return project;
	const sources = project.sources.map((source) => {
		const first = project.sources.find(({ sha256 }) => sha256 === source.corrects);
		return first ? following(source, first) : source;
	});
	return { ...project, sources };
}

/** The proposal without questions about tables of corrected rows that are open about their files. */
export function askedOnce(proposal: Proposal): Proposal {
	const { project } = proposal;
	const tables = new Set(
		project.sources.flatMap(({ sha256, corrects }) => (corrects === undefined ? [] : [sha256]))
	);
	const questions = proposal.questions.filter(
		({ source, code }) => source === null || code === 'personal' || !tables.has(source)
	);
	return {
		...proposal,
		project: { ...project, open: questions },
		questions,
		unmapped: proposal.unmapped.filter((sha256) => !tables.has(sha256))
	};
}
