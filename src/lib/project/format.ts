import { FORMAT_VERSION, project as projectSchema, type Project } from '$lib/model/project';
import type { ProjectFailure } from './failure';
import { migrate, type RawProject } from './migrations';
import { checkReferences } from './references';

/** A project file that was understood. `ignored` are the paths of fields this version does not know and will not write back. */
interface ParsedProject {
	project: Project;
	ignored: string[];
}

/** Reads project.json of this version or an older one. */
export function parseProject(text: string): ParsedProject | { failure: ProjectFailure } {
	const raw = parseJson(text);
	if (raw === undefined) return { failure: { code: 'not_json' } };
	if (!isRecord(raw) || !isVersion(raw.olshem)) return { failure: { code: 'not_a_project' } };
	if (raw.olshem > FORMAT_VERSION) {
		return { failure: { code: 'newer_version', found: raw.olshem, known: FORMAT_VERSION } };
	}
	const current = migrate(raw, raw.olshem, FORMAT_VERSION);
	const checked = projectSchema.safeParse(current);
	if (!checked.success) {
		const issue = checked.error.issues[0];
		return { failure: { code: 'invalid', path: pathText(issue?.path ?? []), message: issue?.message ?? '' } };
	}
	const broken = checkReferences(checked.data);
	if (broken) return { failure: broken };
	return { project: checked.data, ignored: unknownFields(current, checked.data, []) };
}

/** project.json as this version writes it: keys in the order of the schema, one tab per level. */
export function serialiseProject(project: Project): string {
	return JSON.stringify(projectSchema.parse(project), sortFreeKeys, '\t') + '\n';
}

/** Fields whose keys are data, not names of the schema. */
const FREE_KEYS = new Set(['roles', 'marks']);

function sortFreeKeys(key: string, value: unknown): unknown {
	if (!FREE_KEYS.has(key) || !isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is RawProject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isVersion(value: unknown): value is number {
	return Number.isSafeInteger(value) && (value as number) >= 1;
}

/** `instruments[0].items[2].scale` */
function pathText(path: readonly PropertyKey[]): string {
	return path.reduce<string>((text, key) => {
		if (typeof key === 'number') return `${text}[${key}]`;
		return text === '' ? String(key) : `${text}.${String(key)}`;
	}, '');
}

function unknownFields(raw: unknown, known: unknown, path: PropertyKey[]): string[] {
	if (Array.isArray(raw) && Array.isArray(known)) {
		return raw.flatMap((value, index) => unknownFields(value, known[index], [...path, index]));
	}
	if (!isRecord(raw) || !isRecord(known)) return [];
	return Object.entries(raw).flatMap(([key, value]) =>
		Object.hasOwn(known, key) ? unknownFields(value, known[key], [...path, key]) : [pathText([...path, key])]
	);
}
