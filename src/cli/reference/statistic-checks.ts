import type { CaseInput, Computed } from './case-input';
import { STATISTIC_TYPES } from './statistic-cases';
import { toleranceOf, type Check, type Expected } from './tolerance';

type Case = Readonly<Record<string, unknown>>;

/** Fields the kit gives for comparison only, and statistics no measure reports. */
const NOT_COMPARED = new Set([
	'p_wilcox_r_default',
	'p_mw_cc',
	'p_drop_exact',
	'V_drop',
	'rrb_drop',
	'mean_of_ratios',
	'bonferroni'
]);

function record(value: unknown): Case {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Case) : {};
}

/** The value to compare: a plain one, or the reason (as `reason:code`) where it is undefined. */
function valueOf(computed: Computed): Expected {
	if (computed === undefined) return 'not computed';
	if (typeof computed !== 'object' || computed === null || !('reason' in computed)) return computed;
	return computed.reason === null ? computed.value : `undefined: ${computed.reason}`;
}

/** The computed fields, or why the case cannot be read. */
function computeFields(type: string, input: CaseInput): Record<string, Computed> | string {
	try {
		return STATISTIC_TYPES[type]?.(input) ?? `unknown type ${type}`;
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) return `cannot be read: ${error.message}`;
		throw error;
	}
}

/** The expected fields of a statistics case, with what the software says. */
export function statisticChecks(type: string, item: Case): Check[] {
	const expected = record(item.expected);
	const reasons = record(item.undefined);
	const fields = computeFields(type, { params: record(item.params), data: record(item.data) });
	return Object.entries(expected).map(([field, value]) => ({
		field,
		expected: value === null ? `undefined: ${String(reasons[field])}` : (value as Expected),
		actual: typeof fields === 'string' ? fields : valueOf(fields[field]),
		tolerance: NOT_COMPARED.has(field) ? null : toleranceOf(field)
	}));
}
