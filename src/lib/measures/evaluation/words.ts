import type { Audience } from '$lib/model/project';
import { decimalsBeside } from '$lib/model/decimals';
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

/** A percentage without decimals, unless one is needed to keep it on its side of `cut`. */
export function percent(value: number, cut?: number): WordParam {
	const decimals = cut === undefined ? 0 : decimalsBeside(value, [cut], 0);
	return { value, decimals, unit: 'percent' };
}

/** A number of percent without its sign. */
export function percentNumber(value: number): WordParam {
	return { value, decimals: 0, unit: 'none' };
}

/** One end of a change's interval, with as many decimals as tell it from no change. */
export function changeEnd(value: number, decimals: number): WordParam {
	return { value, decimals: decimalsBeside(value, [0], decimals, 'neither'), unit: 'none', signed: true };
}

export function decimal(value: number, decimals: number, signed = false): WordParam {
	return { value, decimals, unit: 'none', signed };
}
