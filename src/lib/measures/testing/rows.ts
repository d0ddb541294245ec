type Cell = string | number | null;
type Row = Record<string, Cell>;

/** `n` copies of a value. */
export function times<Value>(n: number, value: Value): Value[] {
	return Array.from({ length: n }, () => value);
}

/** Questionnaires of teachers: [t1, t2, t3] each; respondents r0, r1 … in order. */
export function teachers(
	wave: string,
	answers: readonly (readonly (number | null)[])[],
	department: (index: number) => string = () => 'Maths'
): Row[] {
	return answers.map(([t1 = null, t2 = null, t3 = null], index) => ({
		...{ wave, respondent: `r${index}`, group_department: department(index) },
		...{ item_t1: t1, item_t2: t2, item_t3: t3 }
	}));
}

/** Questionnaires of pupils: p1 each. */
export function pupils(
	wave: string,
	answers: readonly (number | null)[],
	classOf: (index: number) => string = () => '7A'
): Row[] {
	return answers.map((p1, index) => ({ wave, group_class: classOf(index), item_p1: p1 }));
}

/** Rating sheets: [c1, c2] of teacher T0, T1 … in order. */
export function ratings(wave: string, rater: string, values: readonly (readonly (number | null)[])[]): Row[] {
	return values.map(([c1 = null, c2 = null], index) => ({
		...{ wave, rater, person: `T${index}`, group_department: index % 2 === 0 ? 'Maths' : 'Art' },
		...{ item_c1: c1, item_c2: c2 }
	}));
}

/** A target, baseline or published figure. */
export function indicator(row: Row): Row {
	return { audience: null, instrument: null, direction: 'up', source: 0, ...row };
}
