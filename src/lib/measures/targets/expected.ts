import { EXPECTED_RESULTS, type Project } from '$lib/model/project';
import { undefinedBecause } from '$lib/model/reasons';
import { unitOf } from '../catalogue';
import type { Counts } from '../counts';
import { sheetsOf } from '../growth/sheets';
import type { ResultList } from '../result-list';
import { actualOf, type Actual } from './actual';
import type { IndicatorRow } from './indicators';
import { statedValues, type Stated } from './stated';

type Tie = Pick<IndicatorRow, 'measure' | 'audience' | 'instrument' | 'item_or_block' | 'group_key'>;

const tie = (measure: string, part: string | null = null, group: string | null = null): Tie => ({
	...{ measure, audience: null, instrument: null },
	...{ item_or_block: part, group_key: group }
});

/** The six expected results of the programme (domain.md), each with the number that shows it where the school ties none. */
const PROGRAMME: Record<(typeof EXPECTED_RESULTS)[number], Tie> = {
	confidence: tie('mean', null, 'rater=self'),
	joint_research: tie('participation_people', 'lesson_study'),
	joint_development: tie('participation_share', 'coaching'),
	school_ties: tie('participation_attendances', null, 'level>=city'),
	exchange: tie('achievements_count', 'open_lesson'),
	qualification: tie('participation_people', 'course')
};

/**
 * Where each expected result stands in every wave: the indicators the project ties to it, else the number the programme is
 * known by; nothing where the project ties none and holds no records of staff either. `block` is the expected result, `level` what is measured, `kind` and `group` of what (`level_from`:
 * that level and above).
 */
export function expectedResults(counts: Counts, project: Project, results: ResultList): void {
	const { attendance, achievements, ratings, indicators: rows } = counts;
	if (!project.expected && [attendance, achievements, ratings, rows].every(({ length }) => length === 0))
		return;
	const stated = statedValues(rows);
	const expected = project.expected ?? EXPECTED_RESULTS.map((id) => ({ id, indicators: [] }));
	for (const { id, indicators } of expected) {
		const tied = indicators.flatMap((name) => stated.find(({ indicator }) => indicator === name) ?? []);
		const known = EXPECTED_RESULTS.find((one) => one === id);
		const standard = known && PROGRAMME[known];
		const ties = tied.length > 0 ? tied : standard ? [aimedAt(standard, stated)] : [];
		for (const one of ties) addTie(id, one, counts, results);
	}
}

/** The number with the indicator that sets a target for just it, where there is one. */
function aimedAt(of: Tie, stated: readonly Stated[]): Tie & { indicator?: string } {
	const aim = stated.find(
		(row) =>
			row.kind === 'target' &&
			row.measure === of.measure &&
			(row.item_or_block || null) === of.item_or_block &&
			(row.group_key || null) === of.group_key
	);
	return aim ? { ...of, indicator: aim.indicator } : of;
}

/** Nobody at an event of the kind means that none was held: not held, not 0 (measures.md M5). */
function heldOnly({ measure }: Tie, actual: Actual): Actual {
	const nobody = measure.startsWith('participation_') && actual.value.value === 0;
	return nobody ? { ...actual, value: undefinedBecause('not_held') } : actual;
}

function addTie(block: string, of: Tie & { indicator?: string }, counts: Counts, results: ResultList): void {
	const { project } = results;
	const [, kind, sign, group] = /^([a-z_]+)(>?=)(.+)$/.exec(of.group_key ?? '') ?? [];
	const groupKind = kind !== undefined && sign === '>=' ? `${kind}_from` : kind;
	const rated = of.measure === 'mean' && !of.audience && !of.instrument;
	const instrument = of.instrument || (rated ? sheetsOf(counts, project)[0]?.q.instrument.id : undefined);
	for (const wave of project.waves) {
		const actual = heldOnly(of, actualOf(of, wave, counts, project));
		results.addGated(actual.value.reason === 'suppressed', {
			measure: 'expected_result',
			block,
			wave: wave.id,
			level: of.measure,
			...(of.item_or_block ? { kind: of.item_or_block } : {}),
			...(groupKind !== undefined && group !== undefined ? { groupKind, group } : {}),
			...(of.indicator === undefined ? {} : { indicator: of.indicator }),
			...(of.audience ? { audience: of.audience } : {}),
			...(instrument ? { instrument } : {}),
			unit: unitOf(of.measure),
			...actual
		});
	}
}
