import type { Instrument, Project } from '$lib/model/project';
import { textIn } from '$lib/model/text';
import { dropUnusedScale } from './decided';
import { ask, type Draft } from './draft';
import type { FileProfile } from './profile';
import type { ScaleEvidence } from './scale-evidence';

/** An item column whose scale is to be found; `hint` is the scale its item had before. */
export interface ScaleTask {
	index: number;
	evidence: ScaleEvidence;
	hint: string | null;
}

/** The project's scale of that id. */
export const scaleOf = (project: Project, id: string | null) =>
	project.scales.find((scale) => scale.id === id) ?? null;

/** What is asked about, and where. */
export interface Context {
	draft: Draft;
	profile: FileProfile;
	instrument: Instrument;
}

/** Asks on which scale questions like one are answered; returns the answer, or what is assumed. */
export function askScale(
	{ draft, profile, instrument }: Context,
	assumed: string,
	options: string[],
	count: number,
	first: number,
	answered: ReadonlySet<string> = new Set()
): string {
	const chosen = ask(draft, {
		id: `scale:${instrument.id}:${assumed}`,
		source: profile.file.sha256,
		code: 'scale',
		params: {
			instrument: instrument.id,
			title: textIn(instrument.title, draft.project.language),
			scale: assumed,
			items: count,
			answered: [...answered].join('\n'),
			example: profile.columns[first]?.name ?? ''
		},
		options: options.map((value) => ({ value, label: `scale_${value}` })),
		assumed
	});
	return chosen ?? assumed;
}

/** The scale an earlier answer put questions like these on, where the project has it; else the one proposed. */
export function settled(draft: Draft, proposed: string, answered: string): string {
	const known = draft.project.decided !== undefined && scaleOf(draft.project, answered) !== null;
	if (!known || answered === proposed) return proposed;
	if (!draft.given.scales.some(({ id }) => id === proposed)) dropUnusedScale(draft.project, proposed);
	return answered;
}

/** Asks which end of a scale is the better one; the larger number is meanwhile, and no verdict rests on it. */
export function askDirection(
	{ draft, profile }: Context,
	scale: string,
	example: string,
	instrument: Instrument
): void {
	const levels = scaleOf(draft.project, scale)?.levels ?? [];
	ask(draft, {
		id: `scale_direction:${instrument.id}:${scale}`,
		source: profile.file.sha256,
		code: 'scale_direction',
		params: {
			instrument: instrument.id,
			title: textIn(instrument.title, draft.project.language),
			scale,
			example,
			low: levels[0]?.labels[0] ?? '',
			high: levels.at(-1)?.labels[0] ?? ''
		},
		options: ['ascending', 'descending'].map((value) => ({ value, label: `direction_${value}` })),
		assumed: 'ascending'
	});
}
