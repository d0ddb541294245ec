import type { Counts } from '$lib/measures/counts';
import type { CovarianceRow } from '$lib/measures/reliability/covariance';
import { DEPARTMENTS, departmentName, itemId, ITEMS, waveId, WAVES, type School } from './school';
import { blocks, comparedSet, sets, wavePairs } from './sets';

type Part<Name extends keyof Counts> = Counts[Name];
const INSTRUMENT = 'teachers';
/** Answers and blanks of one item. */
const VALUES = 6;
const keyOf = (wave: number, department: number) => wave * DEPARTMENTS + department;
const placeOf = (key: number) => ({
	wave: waveId(Math.floor(key / DEPARTMENTS)),
	groups: departmentName(key % DEPARTMENTS)
});
const valid = (value: number) => (value === 0 ? null : value);
const round9 = (value: number) => Number(value.toFixed(9));

function frequencies({ rows, wave, department, answers }: School): Part<'frequencies'> {
	return answers.flatMap((column, item) => {
		const cells = new Uint32Array(WAVES * DEPARTMENTS * VALUES);
		for (let row = 0; row < rows; row++)
			cells[keyOf(wave[row] ?? 0, department[row] ?? 0) * VALUES + (column[row] ?? 0)]! += 1;
		return [...cells].flatMap((n, cell) =>
			n === 0
				? []
				: [
						{
							instrument: INSTRUMENT,
							item: itemId(item),
							...placeOf(Math.floor(cell / VALUES)),
							value: valid(cell % VALUES),
							state: cell % VALUES === 0 ? 'not_answered' : 'valid',
							n
						}
					]
		);
	});
}

function returned({ rows, wave, department, answers }: School): Part<'returned'> {
	const all = new Uint32Array(WAVES * DEPARTMENTS);
	const some = new Uint32Array(WAVES * DEPARTMENTS);
	for (let row = 0; row < rows; row++) {
		const key = keyOf(wave[row] ?? 0, department[row] ?? 0);
		all[key]! += 1;
		if (answers.some((column) => column[row] !== 0)) some[key]! += 1;
	}
	return [...all].map((responses, key) => ({
		instrument: INSTRUMENT,
		...placeOf(key),
		responses,
		valid: some[key] ?? 0
	}));
}

/** A person's score over a set, POMP; null under half of the items. */
function scoreOf(answers: School['answers'], items: readonly number[], row: number): number | null {
	let answered = 0;
	let sum = 0;
	for (const item of items) {
		const value = answers[item]?.[row] ?? 0;
		if (value === 0) continue;
		answered += 1;
		sum += (value - 1) * 25;
	}
	return answered >= Math.ceil(items.length / 2) ? round9(sum / answered) : null;
}

function scores({ rows, wave, department, answers }: School): Part<'scores'> {
	return sets.flatMap((items, set) => {
		const cells = Array.from({ length: WAVES * DEPARTMENTS }, () => new Map<number, number>());
		for (let row = 0; row < rows; row++) {
			const score = scoreOf(answers, items, row);
			const cell = cells[keyOf(wave[row] ?? 0, department[row] ?? 0)];
			if (score !== null) cell?.set(score, (cell.get(score) ?? 0) + 1);
		}
		return cells.flatMap((cell, key) =>
			[...cell].map(([score, n]) => ({ instrument: INSTRUMENT, set, ...placeOf(key), score, n }))
		);
	});
}

function transitions(school: School): Part<'transitions'> {
	const { rows, wave, respondent, department, answers } = school;
	const people = rows / WAVES;
	const rowOf = new Int32Array(rows);
	for (let row = 0; row < rows; row++) rowOf[(wave[row] ?? 0) * people + (respondent[row] ?? 0)] = row;
	const found: Part<'transitions'> = [];
	for (const pair of wavePairs) {
		const waves = { against: waveId(pair.against), wave: waveId(pair.wave) };
		for (let item = 0; item < ITEMS; item++) {
			const column = answers[item] ?? new Uint8Array();
			const cells = new Uint32Array(DEPARTMENTS * VALUES * VALUES);
			for (let person = 0; person < people; person++) {
				const later = rowOf[pair.wave * people + person] ?? 0;
				const before = column[rowOf[pair.against * people + person] ?? 0] ?? 0;
				const after = column[later] ?? 0;
				if (before > 0 && after > 0)
					cells[((department[later] ?? 0) * VALUES + before) * VALUES + after]! += 1;
			}
			for (const [cell, n] of cells.entries()) {
				if (n === 0) continue;
				const both = cell % (VALUES * VALUES);
				const groups = departmentName(Math.floor(cell / (VALUES * VALUES)));
				const answer = { before: Math.floor(both / VALUES), after: both % VALUES };
				found.push({ instrument: INSTRUMENT, item: itemId(item), set: null, ...waves, groups, ...answer, n });
			}
		}
		const cells = new Map<string, (typeof found)[number]>();
		for (let person = 0; person < people; person++) {
			const later = rowOf[pair.wave * people + person] ?? 0;
			const items = sets[comparedSet] ?? [];
			const before = scoreOf(answers, items, rowOf[pair.against * people + person] ?? 0);
			const after = scoreOf(answers, items, later);
			if (before === null || after === null) continue;
			const key = `${department[later]} ${before} ${after}`;
			const cell = cells.get(key);
			if (cell) cell.n += 1;
			else {
				const groups = departmentName(department[later] ?? 0);
				const scored = { item: null, set: comparedSet, ...waves, groups, before, after, n: 1 };
				cells.set(key, { instrument: INSTRUMENT, ...scored });
			}
		}
		for (const cell of cells.values()) found.push(cell);
	}
	return found;
}

function covariances({ rows, wave, answers }: School): Part<'covariances'> {
	return blocks.flatMap(({ id, items }) => {
		const columns = items.map((item) => answers[item] ?? new Uint8Array());
		return Array.from({ length: WAVES }, (_, number): CovarianceRow => {
			const sums = new Float64Array(items.length);
			const products = new Float64Array(items.length * items.length);
			let n = 0;
			for (let row = 0; row < rows; row++) {
				if (wave[row] !== number || columns.some((column) => column[row] === 0)) continue;
				n += 1;
				for (let i = 0; i < columns.length; i++) {
					const value = columns[i]?.[row] ?? 0;
					sums[i]! += value;
					for (let j = i; j < columns.length; j++)
						products[i * items.length + j]! += value * (columns[j]?.[row] ?? 0);
				}
			}
			const named: Record<string, number> = {};
			for (let i = 0; i < items.length; i++) named[`s${i}`] = sums[i] ?? 0;
			for (let i = 0; i < items.length; i++)
				for (let j = i; j < items.length; j++) named[`p${i}_${j}`] = products[i * items.length + j] ?? 0;
			return { instrument: INSTRUMENT, block: id, wave: waveId(number), n, ...named };
		});
	});
}

/** The counts by loops over typed arrays of codes: what no general engine can be faster than. */
export function countByArrays(school: School) {
	return {
		frequencies: frequencies(school),
		returned: returned(school),
		scores: scores(school),
		transitions: transitions(school),
		covariances: covariances(school)
	};
}
