import { display, type DisplayQuestion } from '$lib/measures/policy';
import type { Check, Expected } from './tolerance';

type Case = Readonly<Record<string, unknown>>;

const INPUTS = new Set(['what', 'k', 'n', 'n_pairs', 'n_1', 'n_2', 'n_complete', 'n_subjects']);

function questionOf(item: Case): DisplayQuestion | null {
	const size = (key: string) => Number(item[key]);
	switch (item.what) {
		case 'item':
		case 'corr':
			return { what: item.what, n: size('n') };
		case 'paired':
			return { what: 'paired', pairs: size('n_pairs') };
		case 'indep':
			return { what: 'indep', n1: size('n_1'), n2: size('n_2') };
		case 'alpha':
		case 'omega':
			return { what: item.what, complete: size('n_complete') };
		case 'icc':
			return { what: 'icc', subjects: size('n_subjects') };
		case 'xmr':
			return { what: 'xmr', points: size('n') };
		default:
			return null;
	}
}

/** The decisions a policy case expects, with those of the software; a tag the case does not name must not be there. */
export function policyChecks(item: Case): Check[] {
	const question = questionOf(item);
	if (!question) throw new TypeError(`unknown kind of statistic ${String(item.what)}`);
	const decided: Case = { ...display(question, typeof item.k === 'number' ? item.k : undefined) };
	const named = Object.keys(item).filter((key) => !INPUTS.has(key));
	return [...new Set([...named, 'tag'])].map((field) => ({
		field,
		expected: (item[field] ?? null) as Expected,
		actual: (decided[field] ?? null) as Expected,
		tolerance: { relative: 0, absolute: 0 }
	}));
}
