import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate } from '$lib/measures/evaluate';
import type { Result } from '$lib/model/result';
import { selection } from '$lib/model/selection';
import { openSample } from './open-sample';

interface Truth {
	id: string;
	statement: string;
	measure: string;
	dims: Record<string, string | number>;
	expect: Record<string, string | number | null>;
	tolerance?: number;
}

const truths = JSON.parse(
	readFileSync(new URL('../../data-samples/qoldau/truths.json', import.meta.url), 'utf8')
) as Truth[];

const { session, snapshot } = await openSample(true);
const byWaves = new Map<string, Result[]>();

/** Results of the comparison a truth is about: its own wave against the one it names, else the first. */
function resultsFor({ dims }: Truth): Result[] {
	const wave = String(dims.wave);
	const against = dims.against === undefined ? null : String(dims.against);
	const key = `${wave} ${against}`;
	const found =
		byWaves.get(key) ??
		evaluate(snapshot.counts, snapshot.project, selection.parse({ wave, against })).results;
	byWaves.set(key, found);
	return found;
}

const DIMENSIONS = [
	'instrument',
	'item',
	'block',
	'module',
	'groupKind',
	'group',
	'person',
	'rater',
	'level',
	'kind',
	'indicator',
	'audience'
] as const;

/** True where a dimension says more about a row of this kind without telling rows apart. */
function isAttribute(name: (typeof DIMENSIONS)[number], { measure, dims }: Truth): boolean {
	if (name === 'audience' || name === 'instrument') return true;
	if (name === 'level')
		return measure === 'coefficient_u' || measure.startsWith('change_') || measure === 'target_status';
	return name === 'module' && dims.item !== undefined;
}

function matches(result: Result, truth: Truth): boolean {
	const { measure, dims } = truth;
	return (
		result.measure === measure &&
		// The instrument's own method; the same answers under other methods carry the method in their id.
		!result.id.includes('@') &&
		result.wave === dims.wave &&
		result.against === dims.against &&
		DIMENSIONS.every((name) =>
			dims[name] === undefined
				? result[name] === undefined || isAttribute(name, truth)
				: result[name] === dims[name]
		)
	);
}

afterAll(() => session.close());

describe('what was planted in the sample school comes out of the whole pipeline', () => {
	it('has no open questions', () => {
		expect(snapshot.questions).toEqual([]);
	});

	it.each(truths.map((truth) => [truth.id, truth] as const))('%s', (_id, truth) => {
		const found = resultsFor(truth).filter((result) => matches(result, truth));
		expect(found, truth.statement).toHaveLength(1);
		const [result] = found;
		for (const [field, wanted] of Object.entries(truth.expect)) {
			const actual =
				field === 'verdict' ? (result?.verdict ?? result?.status) : result?.[field as keyof Result];
			if (typeof wanted === 'number') expect(actual, `${field}: ${truth.statement}`).toBeCloseTo(wanted, 1);
			else expect(actual ?? null, `${field}: ${truth.statement}`).toBe(wanted);
		}
	});
});
