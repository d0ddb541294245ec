import type { Project, Rater } from '$lib/model/project';
import { defined, undefinedBecause, type Measured } from '$lib/model/reasons';
import type { AskedItem } from '../codebook';
import type { Counts } from '../counts';
import { keptPerCounts } from '../kept';
import { identicalItems } from '../ledger';
import { blockCovariance, reliability } from '../statistics/reliability';
import { reliableChanges, type ReliableChanges } from '../statistics/reliable-change';
import type { Sheets } from './sheets';

/** Complete rows from which the school's own reliability is used (measures.md M4). */
const OWN_RELIABILITY_FROM = 30;

/** One teacher's rating in two waves. */
export interface Grown {
	person: string;
	before: number;
	after: number;
	/** Rounded to nine decimals, so that equal changes are equal. */
	change: number;
}

/** How the people rated in both waves by one rater changed. */
export interface Course {
	rater: Rater;
	items: readonly AskedItem[];
	/** Ratings are on the items' own common scale, or in POMP where their scales differ. */
	inPomp: boolean;
	/** Width of the scale the ratings are on. */
	low: number;
	high: number;
	people: Grown[];
	reliability: Measured<{ value: number; own: boolean }>;
	changes: Measured<ReliableChanges>;
	provisional: boolean;
}

function ownReliability(
	sheets: Sheets,
	wave: string,
	rater: Rater,
	items: readonly AskedItem[]
): number | null {
	const rows = sheets
		.people(wave, rater)
		.map((person) => items.map(({ id }) => sheets.value(wave, rater, person, id)));
	const { n, alpha } = reliability(
		blockCovariance(
			items.map(({ id }) => id),
			rows
		)
	);
	return n >= OWN_RELIABILITY_FROM ? alpha.value : null;
}

const kept = keptPerCounts<Course | null>();

/** The change of everyone whom a rater rated in both waves, over the items asked identically; null without such items. */
export function courseOf(
	sheets: Sheets,
	counts: Counts,
	project: Project,
	rater: Rater,
	wave: string,
	against: string,
	module: number | null
): Course | null {
	const key = [sheets.q.instrument.id, rater, wave, against, module].join(' ');
	return kept(counts, project, key, () => computeCourse(sheets, project, rater, wave, against, module));
}

function computeCourse(
	sheets: Sheets,
	project: Project,
	rater: Rater,
	wave: string,
	against: string,
	module: number | null
): Course | null {
	const items = identicalItems(sheets.q, wave, against).filter(
		(item) => module === null || item.module === module
	);
	const first = items[0];
	if (!first) return null;
	const inPomp = items.some(({ scale }) => scale.low !== first.scale.low || scale.high !== first.scale.high);
	const people = sheets.people(wave, rater).flatMap((person): Grown[] => {
		const before = sheets.rating(against, rater, person, items, inPomp);
		const after = sheets.rating(wave, rater, person, items, inPomp);
		if (before === null || after === null) return [];
		return [{ person, before, after, change: Math.round((after - before) * 1e9) / 1e9 }];
	});
	const own = ownReliability(sheets, against, rater, items);
	const typed = project.reliability?.value ?? null;
	const value = own ?? typed;
	const usable =
		value === null ? undefinedBecause('reliability_unusable') : defined({ value, own: own !== null });
	const { changes } = reliableChanges(
		people.map(({ before }) => before),
		people.map(({ after }) => after),
		value ?? 0
	);
	return {
		rater,
		items,
		inPomp,
		low: inPomp ? 0 : first.scale.low,
		high: inPomp ? 100 : first.scale.high,
		people,
		reliability: usable,
		changes,
		provisional: items.some(({ scale }) => scale.provisional)
	};
}
