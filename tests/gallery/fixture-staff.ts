import { type Rater } from '../../src/lib/model/project';
import type { Result, Verdict } from '../../src/lib/model/result';
import { WAVES } from './fixture-project';
import { row, share } from './fixture-rows';

export function targetRows(): Result[] {
	const rows: [string, number, number, number, Verdict][] = [
		['open_lesson', 12, 34, 30, 'reached'],
		['contest', 3, 10, 10, 'reached'],
		['publication', 2, 8, 12, 'not_reached'],
		['author_programme', 0, 2, 5, 'not_reached']
	];
	return rows.flatMap(([indicator, baseline, value, target, status]) => {
		const about = { criterion: 2 as const, indicator, baseline, target };
		const tags = indicator === 'publication' ? { tags: ['sealed_late' as const] } : {};
		return [
			row({ measure: 'target_status', ...about, value, status, unit: 'count', ...tags }),
			row({ measure: 'progress', ...about, value: (100 * (value - baseline)) / (target - baseline), ...tags })
		];
	});
}

export function growthRows(next: () => number): Result[] {
	const rows: Result[] = [];
	for (const rater of ['self', 'mentor', 'administration'] as Rater[]) {
		const about = { criterion: 4 as const, instrument: 'ratings', audience: 'teacher', rater, against: 'w1' };
		const changes = Array.from({ length: 44 }, () => (next() + next() + next() - 1.02) * 0.95);
		changes.forEach((value, index) => {
			const verdict: Verdict =
				value > 0.54 ? 'reliable_growth' : value < -0.54 ? 'reliable_decline' : 'within_uncertainty';
			rows.push(
				row({
					measure: 'growth_person',
					...about,
					person: `М${String(index + 1).padStart(2, '0')}`,
					value,
					baseline: 2.6 + next() * 0.8,
					low: -0.54,
					high: 0.54,
					verdict,
					n: 7,
					unit: 'scale'
				})
			);
		});
		const [up, down] = [
			changes.filter((value) => value > 0.54).length,
			changes.filter((value) => value < -0.54).length
		];
		rows.push(share({ measure: 'reliable_change_share', ...about, level: 'growth' }, up, 44));
		rows.push(share({ measure: 'reliable_change_share', ...about, level: 'within' }, 44 - up - down, 44));
		rows.push(share({ measure: 'reliable_change_share', ...about, level: 'decline' }, down, 44));
		const groups: [string, string, number][] = [
			['department', 'Математика', 0.52],
			['department', 'Жаратылыстану және география', 0.31],
			['department', 'Тілдер', 0.12],
			['mentor', 'М03', 0.44],
			['mentor', 'М17', 0.2]
		];
		for (const [groupKind, group, value] of groups) {
			rows.push(
				row({
					measure: 'growth_group',
					...about,
					groupKind,
					group,
					value,
					low: value - 0.24,
					high: value + 0.24,
					n: 12,
					nPairs: 12,
					unit: 'scale'
				})
			);
		}
		for (let module = 1; module <= 7; module++) {
			const value = 0.1 + 0.08 * module;
			rows.push(
				row({
					measure: 'growth_group',
					...about,
					module,
					value,
					low: value - 0.2,
					high: value + 0.2,
					n: 44,
					nPairs: 44,
					unit: 'scale'
				})
			);
		}
		WAVES.forEach((wave, at) => {
			const value = { self: 3.3, mentor: 2.9, administration: 2.8 }[rater] + 0.22 * at;
			rows.push(
				row({
					measure: 'mean',
					...about,
					against: undefined,
					wave,
					value,
					low: value - 0.16,
					high: value + 0.16,
					n: 44,
					unit: 'scale'
				})
			);
		});
	}
	return rows;
}

export function participationRows(): Result[] {
	const rows: Result[] = [];
	const levels = ['school', 'city', 'region', 'republic', 'international'];
	const counts = [
		[22, 9, 3, 1, 0],
		[35, 14, 6, 3, 0],
		[41, 22, 9, 6, 1]
	];
	WAVES.forEach((wave, at) => {
		const about = { criterion: 2 as const, wave, unit: 'count' as const };
		levels.forEach((level, index) => {
			const value = counts[at]![index]!;
			rows.push(row({ measure: 'achievements_count', ...about, level, value, n: value }));
			rows.push(
				row({ measure: 'participation_attendances', ...about, level, value: value * 3, n: value * 3 })
			);
		});
		const kinds: [string, number][] = [
			['coaching', 24],
			['lesson_study', 31],
			['open_lesson', 34],
			['seminar', 40],
			['contest', 12],
			['author_programme', 2]
		];
		for (const [kind, people] of kinds) {
			const count = Math.min(46, Math.round(people * (0.5 + 0.25 * at)));
			if (kind === 'author_programme' && at < 2) {
				rows.push(
					row({
						measure: 'participation_share',
						...about,
						unit: 'percent',
						kind,
						value: null,
						reason: 'not_held'
					})
				);
				continue;
			}
			rows.push(share({ measure: 'participation_share', criterion: 2, wave, kind }, count, 46));
			rows.push(row({ measure: 'participation_people', ...about, kind, value: count, n: 46 }));
		}
		rows.push(share({ measure: 'participation_share', criterion: 2, wave }, [28, 36, 43][at]!, 46));
		rows.push(row({ measure: 'participation_people', ...about, value: [28, 36, 43][at]!, n: 46 }));
		for (const [level, value] of [
			['planned', 12],
			['done', 8 + at],
			['late', 2]
		] as const) {
			rows.push(row({ measure: 'plan_fact', ...about, level, value, n: 12 }));
		}
	});
	return rows;
}
