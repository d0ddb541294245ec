import type { Project, Wave } from '$lib/model/project';
import { defined, mapMeasured, undefinedBecause } from '$lib/model/reasons';
import type { Result, Tag } from '$lib/model/result';
import { catalogue, unitOf } from '../catalogue';
import type { Counts } from '../counts';
import { keptPerCounts } from '../kept';
import { ResultList } from '../result-list';
import { ends } from '../result-row';
import { wilson } from '../statistics/intervals';
import { attainment, progress } from '../statistics/progress';
import { surveysOf } from '../survey-view';
import { actualOf, type Actual } from './actual';
import { expectedResults } from './expected';
import { calculatedTargets } from './calculated';
import { isSealedLate, sameNumber, statedValues, wavesOf, type Stated } from './stated';
import { rangeStatus, targetStatus, towards } from './status';

const kept = keptPerCounts<readonly Result[]>();

/** Targets and published figures; they speak of the whole programme, whatever is selected. */
export function statedResults(counts: Counts, project: Project): readonly Result[] {
	return kept(counts, project, '', () => {
		const results = new ResultList(project);
		targets(counts, project, results);
		expectedResults(counts, project, results);
		publishedFigures(counts, results);
		return results.rows;
	});
}

/** The statuses of every target in its own stage, and of those calculated for the stages between. */
function targets(counts: Counts, project: Project, results: ResultList): void {
	const stated = statedValues(counts.indicators);
	for (const target of stated.filter(({ kind }) => kind === 'target')) {
		for (const wave of wavesOf(target.period, project)) addTarget(target, wave, stated, counts, results, []);
	}
	for (const { target, wave, late } of calculatedTargets(stated, project)) {
		addTarget(target, wave, stated, counts, results, late ? ['calculated', 'sealed_late'] : ['calculated']);
	}
}

/** The stated baseline, else what was measured in the baseline wave. */
function baselineOf(
	target: Stated,
	wave: Wave,
	stated: readonly Stated[],
	counts: Counts,
	project: Project
): number | null {
	const own = stated.find((row) => row.kind === 'baseline' && sameNumber(row, target));
	if (own) return own.value;
	const first = project.waves.find(({ baseline }) => baseline) ?? project.waves[0];
	if (!first || first.id === wave.id) return null;
	return actualOf(target, first, counts, project).value.value;
}

function addTarget(
	target: Stated,
	wave: Wave,
	stated: readonly Stated[],
	counts: Counts,
	results: ResultList,
	marks: readonly Tag[]
): void {
	const { project } = results;
	const actual = actualOf(target, wave, counts, project);
	const baseline = baselineOf(target, wave, stated, counts, project);
	const common = {
		indicator: target.indicator,
		wave: wave.id,
		...dimensionsOf(target),
		...(baseline === null ? {} : { baseline }),
		target: target.value,
		...(target.direction === 'range' && target.value_to !== null ? { targetTo: target.value_to } : {}),
		source: target.source_text ?? '',
		...tagsOf(target, wave, marks)
	};
	const hidden = actual.value.reason === 'suppressed';
	const status = statusOf(actual, target, baseline);
	results.addGated(hidden, {
		measure: 'target_status',
		...common,
		unit: unitOf(target.measure),
		value: actual.value,
		...ends(intervalOf(actual)),
		n: actual.n,
		...{ status, verdict: status }
	});
	const course = { baseline, target: target.value, actual: actual.value.value };
	const onlyStatus = target.direction === 'hold' || target.direction === 'range';
	const done =
		actual.value.reason !== null
			? actual.value
			: onlyStatus
				? undefinedBecause('status_only')
				: progress(course);
	const instead =
		done.reason === 'no_baseline' ? attainment(course, towards(target.direction, target.value, null)) : null;
	results.addGated(hidden, {
		measure: 'progress',
		...common,
		...(instead ? { level: 'attainment' } : {}),
		value: mapMeasured(instead ?? done, (ratio) => 100 * ratio),
		n: actual.n
	});
}

function intervalOf({ low, high }: Actual) {
	return low === undefined || high === undefined ? null : { low, high };
}

function statusOf(actual: Actual, target: Stated, baseline: number | null): NonNullable<Result['status']> {
	if (actual.value.reason === 'suppressed') return 'hidden';
	if (actual.value.reason !== null) return 'no_data';
	if (target.direction === 'range') {
		if (target.value_to === null) return 'cannot_be_judged';
		const [low, high] = [target.value, target.value_to].sort((a, b) => a - b) as [number, number];
		return rangeStatus(actual.value.value, { low, high }, intervalOf(actual));
	}
	const way = towards(target.direction, target.value, baseline);
	return targetStatus(actual.value.value, target.value, way, intervalOf(actual));
}

function dimensionsOf({ audience, instrument }: Stated): Pick<Result, 'audience' | 'instrument'> {
	return { ...(audience ? { audience } : {}), ...(instrument ? { instrument } : {}) };
}

function tagsOf(target: Stated, wave: Wave, marks: readonly Tag[]): Pick<Result, 'tags'> {
	const tags: Tag[] = isSealedLate(target, wave) ? [...marks, 'sealed_late'] : [...marks];
	return tags.length === 0 ? {} : { tags };
}

/** Published figures and benchmarks as results of the measure they speak of, marked as published. */
function publishedFigures(counts: Counts, results: ResultList): void {
	const { project } = results;
	for (const row of statedValues(counts.indicators)) {
		if (row.kind !== 'published' && row.kind !== 'benchmark') continue;
		const definition = catalogue.find(({ id }) => id === row.measure);
		if (!definition) continue;
		const [wave] = wavesOf(row.period, project);
		const survey = surveysOf(counts, project).find(({ q }) =>
			row.instrument ? q.instrument.id === row.instrument : q.instrument.audience === row.audience
		);
		const part = row.item_or_block ?? '';
		const isItem = survey?.q.instrument.items.some(({ id }) => id === part) ?? false;
		const share =
			definition.unit === 'percent' && row.n !== null ? wilson((row.value / 100) * row.n, row.n) : null;
		results.add({
			measure: row.measure,
			...dimensionsOf(row),
			...(survey ? { instrument: survey.q.instrument.id, audience: survey.q.instrument.audience } : {}),
			...(part === '' ? {} : survey ? (isItem ? { item: part } : { block: part }) : { kind: part }),
			...groupDimensions(row.group_key),
			...(row.measure === 'level_share' ? { level: 'high' } : {}),
			indicator: row.indicator,
			wave: wave?.id ?? row.period,
			value: Number.isFinite(row.value) ? defined(row.value) : undefinedBecause('no_data'),
			...ends(share, 100),
			n: row.n,
			tags: ['published'],
			...(row.kind === 'benchmark' ? { kind: 'benchmark' } : {}),
			source: row.source_text ?? ''
		});
	}
}

function groupDimensions(key: string | null): Pick<Result, 'groupKind' | 'group'> {
	const [groupKind, ...rest] = (key ?? '').split('=');
	const group = rest.join('=');
	return groupKind && group ? { groupKind: groupKind.replace(/[<>]$/, ''), group } : {};
}
