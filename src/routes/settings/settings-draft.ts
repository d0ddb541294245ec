import * as z from 'zod';
import { parseNumber } from '$lib/ingest/values/numbers';
import { project as projectSchema, type Project } from '$lib/model/project';
import { LOCALES, type Locale } from '$lib/model/text';

/** What stands in the fields of the settings. */
export interface SettingsDraft {
	name: Record<Locale, string>;
	k: string;
	reliability: string;
	reliabilitySource: string;
}

export type SettingsProblem = 'name' | 'k' | 'reliability' | 'reliability_source';

export function settingsDraft({ name, privacy, reliability }: Project): SettingsDraft {
	return {
		name: { kk: name.kk ?? '', ru: name.ru ?? '', en: name.en ?? '' },
		k: String(privacy.k),
		reliability: reliability ? String(reliability.value) : '',
		reliabilitySource: reliability?.source ?? ''
	};
}

const settings = z.object({
	name: projectSchema.shape.name,
	privacy: projectSchema.shape.privacy,
	reliability: projectSchema.shape.reliability
});

const FIELDS: Record<string, SettingsProblem> = { name: 'name', privacy: 'k', reliability: 'reliability' };

/** The project under the settings of the form, or which fields keep it from being saved. */
export function withSettings(project: Project, draft: SettingsDraft): Project | SettingsProblem[] {
	const names = LOCALES.map((locale) => [locale, draft.name[locale].trim()] as const).filter(
		([, text]) => text !== ''
	);
	const typed = draft.reliability.trim();
	const source = draft.reliabilitySource.trim();
	const parsed = settings.safeParse({
		name: Object.fromEntries(names),
		privacy: { ...project.privacy, k: parseNumber(draft.k)?.value },
		reliability: typed === '' ? null : { value: parseNumber(typed)?.value, source }
	});
	const problems = parsed.success
		? []
		: parsed.error.issues.map((issue) => FIELDS[String(issue.path[0])] ?? 'name');
	if (draft.k.trim() === '' && !problems.includes('k')) problems.push('k');
	if (typed !== '' && source === '') problems.push('reliability_source');
	return parsed.success && problems.length === 0 ? { ...project, ...parsed.data } : [...new Set(problems)];
}
