import type { Audience } from '$lib/model/project';
import type { WordParam, Words } from '$lib/model/words';

/** A sentence by its message code `evaluation_<code>`. */
export function say(code: string, params: Record<string, WordParam> = {}): Words {
	return { code, params };
}

/** The name of an audience in the form a sentence needs: `audience_<audience>_<form>`. */
export function people(audience: string | undefined, form: 'name' | 'many' | 'whose'): WordParam {
	const known: readonly string[] = ['teacher', 'pupil', 'parent', 'mentee'] satisfies Audience[];
	const named = audience !== undefined && known.includes(audience) ? audience : 'respondent';
	return { words: say(`audience_${named}_${form}`) };
}

export function percent(value: number): WordParam {
	return { value, decimals: 0, unit: 'percent' };
}

export function percentNumber(value: number, signed = false): WordParam {
	return { value, decimals: 0, unit: 'none', signed };
}

export function decimal(value: number, decimals: number, signed = false): WordParam {
	return { value, decimals, unit: 'none', signed };
}
