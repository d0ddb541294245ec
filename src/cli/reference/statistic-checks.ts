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

/** The value to compare: a plain one, or the reason where it is undefined; null where the case asks for no reason. */
function valueOf(computed: Computed, anyReason: boolean): Expected {
	if (computed === undefined) return 'not computed';
	if (typeof computed !== 'object' || computed === null || !('reason' in computed)) return computed;
	if (computed.reason === null) return computed.value;
	return anyReason ? null : `undefined: ${computed.reason}`;
}

/** The computed fields, or why the case cannot be read. */
function computeFields(type: string, input: CaseInput): Record<string, Computed> | string {
	const compute = STATISTIC_TYPES.get(type);
	if (!compute) return `unknown type ${type}`;
	try {
		return compute(input);
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) return `cannot be read: ${error.message}`;
		throw error;
	}
}

/** The expected fields of a statistics case, with what the software says. */
export function statisticChecks(type: string, item: Case): Check[] {
	const expected = record(item.expected);
	const reasons = record(item.undefined);
	const asked = new Set(Object.keys(expected));
	const fields = computeFields(type, { params: record(item.params), data: record(item.data), asked });
	return Object.entries(expected).map(([field, value]) => {
		const reason = reasons[field];
		const anyReason = value === null && typeof reason !== 'string';
		return {
			field,
			expected: value === null && !anyReason ? `undefined: ${String(reason)}` : (value as Expected),
			actual:
				typeof fields === 'string'
					? fields
					: valueOf(Object.hasOwn(fields, field) ? fields[field] : undefined, anyReason),
			tolerance: NOT_COMPARED.has(field) ? null : toleranceOf(field)
		};
	});
}
