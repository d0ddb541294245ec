import { EVENT_LEVELS } from '$lib/model/project';
import { defined } from '$lib/model/reasons';
import type { Result } from '$lib/model/result';
import type { ResultList } from '../result-list';

/** A record of what somebody took part in or achieved. */
interface LevelRecord {
	person: string | null;
	level: string | null;
}

/** The highest level each person reached; records without a person or a known level tell nothing about it. */
function highestOf(records: readonly LevelRecord[]): Map<string, number> {
	const highest = new Map<string, number>();
	for (const { person, level } of records) {
		const rank = EVENT_LEVELS.findIndex((known) => known === level);
		if (person === null || rank < 0) continue;
		highest.set(person, Math.max(rank, highest.get(person) ?? 0));
	}
	return highest;
}

/** How many people reached each level as their highest; n counts everybody with a stated level. Nothing where no level is stated. */
export function highestLevels(
	measure: 'participation_highest' | 'achievements_highest',
	records: readonly LevelRecord[],
	named: Pick<Result, 'wave' | 'within'>,
	results: ResultList
): void {
	const highest = [...highestOf(records).values()];
	if (highest.length === 0) return;
	EVENT_LEVELS.forEach((level, rank) => {
		const value = defined(highest.filter((reached) => reached === rank).length);
		results.add({ measure, ...named, level, value, n: highest.length });
	});
}
