import type { Evaluation } from '../../src/lib/model/evaluation';
import { project as projectShape, type Project, type Rater } from '../../src/lib/model/project';
import type { Result, Unit, Verdict } from '../../src/lib/model/result';

/** Invented results of a school of 46 teachers over three waves: every shape a figure must survive. */

const WAVES = ['w1', 'w2', 'w3'] as const;
const Z = 1.959963984540054;

function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1664525 + 1013904223) % 4294967296;
		return state / 4294967296;
	};
}

function wilson(count: number, n: number): { low: number; high: number } {
	const p = count / n;
	const centre = p + (Z * Z) / (2 * n);
	const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
	const scale = 1 + (Z * Z) / n;
	return { low: (100 * (centre - spread)) / scale, high: (100 * (centre + spread)) / scale };
}

const ID_ORDER = ['measure', 'instrument', 'item', 'block', 'module', 'wave', 'against'] as const;
const ID_TAIL = ['person', 'rater', 'level', 'kind', 'indicator'] as const;

/** A result row with its id from its dimensions, as the measures make it. */
export function row(partial: Partial<Result> & Pick<Result, 'measure' | 'value'>): Result {
	const full = {
		version: 1,
		criterion: 3 as const,
		stage: 'III',
		wave: 'w3',
		n: null,
		unit: 'percent' as Unit,
		...partial
	};
	const group = full.group === undefined ? undefined : `${full.groupKind}=${full.group}`;
	const parts = [...ID_ORDER.map((key) => full[key]), group, ...ID_TAIL.map((key) => full[key])];
	return { ...full, id: parts.filter((part) => part !== undefined).join('|') };
}

function share(partial: Partial<Result> & Pick<Result, 'measure'>, count: number, n: number): Result {
	return row({ ...partial, value: (100 * count) / n, count, n, ...wilson(count, n) });
}

const ITEMS: [string, string, string, string][] = [
	['q1', 'Тәлімгердің көмегі маған сабақты жоспарлауда пайдалы болды', 'Помощь наставника полезна мне при планировании урока', 'My mentor’s help is useful when I plan lessons'],
	['q2', 'Әріптестермен тәжірибе алмасуға уақытым жеткілікті', 'Мне хватает времени на обмен опытом', 'I have enough time to exchange experience'],
	['q3', 'Коучинг сабақтарының мазмұны менің қажеттіліктеріме сай келеді', 'Содержание коучинга отвечает моим потребностям', 'Coaching answers my needs'],
	['q4', 'Lesson Study топтарында бірлескен зерттеу жүргізу менің күнделікті тәжірибеме нақты өзгеріс енгізді', 'Совместное исследование в группах Lesson Study изменило мою практику', 'Joint research in Lesson Study groups changed my practice'],
	['q5', 'Мектеп әкімшілігі бастамаларды қолдайды', 'Администрация поддерживает инициативы', 'The administration supports initiatives'],
	['q6', 'Бағалауды оқыту үшін қолданамын', 'Я применяю оценивание для обучения', 'I use assessment for learning'],
	['q7', 'Өз жұмысыма сенімдімін', 'Я уверен в своей работе', 'I am confident in my work']
];

const AGREE = [
	['мүлдем келіспеймін', 'совершенно не согласен', 'strongly disagree'],
	['келіспеймін', 'не согласен', 'disagree'],
	['бейтарап', 'ни да, ни нет', 'neither'],
	['келісемін', 'согласен', 'agree'],
	['толық келісемін', 'полностью согласен', 'strongly agree']
];

function text(kk: string, ru: string, en: string) {
	return { kk, ru, en };
}

export function galleryProject(): Project {
	const wave = (id: string, stage: string, year: number) => ({
		id,
		stage,
		schoolYear: `${year}-${year + 1}`,
		from: `${year}-09-01`,
		to: `${year + 1}-08-31`,
		label: text(`${stage} кезең`, `${stage} этап`, `Stage ${stage}`),
		baseline: id === 'w1'
	});
	const survey = (id: string, audience: string, title: ReturnType<typeof text>) => ({
		id,
		kind: 'survey',
		audience,
		title,
		method: 'andreev@1',
		items: ITEMS.map(([item, kk, ru, en], index) => ({
			id: item,
			block: index < 4 ? 'support' : 'confidence',
			versions: [{ waves: [...WAVES], text: text(kk, ru, en), scale: 'agree5', ...(item === 'q7' ? { change: 'reworded' as const } : {}) }]
		})),
		blocks: [
			{ id: 'support', title: text('Тәлімгерлік қолдау', 'Поддержка', 'Support') },
			{ id: 'confidence', title: text('Сенімділік', 'Уверенность', 'Confidence') }
		]
	});
	const indicator = (partial: Record<string, unknown>) => ({ period: 'w3', unit: '', ...partial });
	const aim = (id: string, kk: string, ru: string, en: string) =>
		indicator({ indicator: id, title: text(kk, ru, en), measure: 'achievements_count', itemOrBlock: id, kind: 'target', value: 30 });
	return projectShape.parse({
		olshem: 1,
		name: text('«Қолдау» тәлімгерлік орталығы', 'Центр наставничества «Қолдау»', 'Qoldau mentoring centre'),
		synthetic: true,
		waves: [wave('w1', 'I', 2014), wave('w2', 'II', 2015), wave('w3', 'III', 2016)],
		scales: [{ id: 'agree5', levels: AGREE.map((labels, index) => ({ value: index + 1, labels })) }],
		instruments: [
			survey('teachers', 'teacher', text('Мұғалімдер сауалнамасы', 'Анкета учителей', 'Teachers’ questionnaire')),
			survey('pupils', 'pupil', text('Оқушылар сауалнамасы', 'Анкета учеников', 'Pupils’ questionnaire')),
			survey('parents', 'parent', text('Ата-аналар сауалнамасы', 'Анкета родителей', 'Parents’ questionnaire')),
			survey('mentees', 'mentee', text('Тәлім алушылар сауалнамасы', 'Анкета подопечных', 'Mentees’ questionnaire')),
			{ ...survey('ratings', 'teacher', text('Критериалды бағалау', 'Критериальная оценка', 'Criteria rating')), kind: 'rating' }
		],
		indicators: [
			indicator({ indicator: 'sat', measure: 'level_share', audience: 'teacher', period: '2013-2014', kind: 'published', value: 56, unit: '%', source: 'есеп' }),
			aim('open_lesson', 'Ашық сабақтар', 'Открытые уроки', 'Open lessons'),
			aim('contest', 'Облыс, республика байқаулары', 'Областные и республиканские конкурсы', 'Region and republic contests'),
			aim('publication', 'Жарияланымдар', 'Публикации', 'Publications'),
			aim('author_programme', 'Авторлық бағдарламалар мен әдістемелік құралдар саны', 'Авторские программы и методические пособия', 'Author programmes and method books')
		],
		sources: Array.from({ length: 13 }, (_, index) => ({
			sha256: String(index).repeat(64).slice(0, 64),
			name: `сауалнама-${index + 1}.csv`,
			bytes: 1000,
			kind: 'survey',
			instrument: 'teachers',
			wave: WAVES[index % 3],
			confirmed: true
		}))
	});
}

/** Counts of five levels that add up to `n`. */
function spread(n: number, weights: number[], next: () => number): number[] {
	const counts = weights.map((weight) => Math.floor(n * weight * (0.85 + 0.3 * next())));
	const sum = counts.reduce((total, count) => total + count, 0);
	counts[3] = Math.max(0, counts[3]! + n - sum);
	return counts;
}

const SIZES: Record<string, [number, number, number]> = {
	teachers: [44, 45, 46],
	pupils: [280, 291, 298],
	parents: [60, 55, 41],
	mentees: [6, 5, 4]
};
const WEIGHTS: [number[], number[], number[]] = [
	[0.05, 0.12, 0.26, 0.33, 0.24],
	[0.04, 0.09, 0.22, 0.35, 0.3],
	[0.02, 0.05, 0.15, 0.31, 0.47]
];

function surveyRows(instrument: string, audience: string, next: () => number): Result[] {
	const rows: Result[] = [];
	WAVES.forEach((wave, at) => {
		const n = SIZES[instrument]![at]!;
		const hidden = instrument === 'mentees' && wave === 'w3';
		const about = { instrument, audience, wave, method: 'andreev@1' };
		const reason = hidden ? ({ reason: 'suppressed', value: null, n: null } as const) : null;
		for (const [item] of ITEMS) {
			const counts = spread(n - 2, WEIGHTS[at]!, next);
			const valid = counts.reduce((sum, count) => sum + count, 0);
			counts.forEach((count, level) =>
				rows.push(row({ measure: 'distribution', ...about, item, level: String(level + 1), value: (100 * count) / valid, count, n: valid, ...reason }))
			);
			rows.push(row({ measure: 'distribution', ...about, item, level: 'dont_know', value: 200 / n, count: 2, n, ...reason }));
			rows.push({ ...share({ measure: 'favourable', ...about, item }, counts[3]! + counts[4]!, valid), ...reason });
			for (const [group, size] of [['Математика', 12], ['Жаратылыстану және география', 9], ['Тілдер', 15], ['Бастауыш', 4]] as const) {
				if (instrument !== 'teachers') continue;
				const favourable = Math.round(size * (0.5 + 0.45 * next()));
				const base = share({ measure: 'favourable', ...about, item, groupKind: 'department', group }, favourable, size);
				rows.push(size < 5 ? { ...base, value: null, reason: 'suppressed', n: null, low: undefined, high: undefined, count: undefined } : base);
			}
		}
		const level = at === 2 ? 'high' : 'medium';
		rows.push(row({ measure: 'coefficient_u', ...about, value: [2.61, 2.83, 3.12][at]!, level, n, unit: 'coefficient', ...reason }));
		const high = Math.round(n * [0.61, 0.66, 0.74][at]!);
		const low = Math.round(n * 0.08);
		rows.push({ ...share({ measure: 'level_share', ...about, criterion: 1, level: 'high' }, high, n), ...reason });
		rows.push({ ...share({ measure: 'level_share', ...about, level: 'medium' }, n - high - low, n), ...reason });
		rows.push({ ...share({ measure: 'level_share', ...about, level: 'low' }, low, n), ...reason });
		const population = { teachers: 48, pupils: 320, parents: 215, mentees: 9 }[instrument]!;
		rows.push(
			row({ measure: 'coverage', ...about, value: (100 * n) / population, count: n, n: population, ...(instrument === 'parents' ? { tags: ['low_coverage' as const] } : {}) })
		);
	});
	return rows;
}

function comparisonRows(): Result[] {
	const about = { criterion: 1 as const, instrument: 'teachers', audience: 'teacher', wave: 'w3', against: 'w1', unit: 'points' as const };
	const items: [string, number, Verdict][] = [
		['q1', 18, 'rose'],
		['q2', -14, 'fell'],
		['q3', 9, 'no_clear_change'],
		['q4', 21, 'rose'],
		['q5', 1, 'practically_unchanged'],
		['q6', 6, 'no_clear_change']
	];
	const rows = items.map(([item, value, verdict]) =>
		row({ measure: 'change_matched', ...about, item, value, low: value - 9, high: value + 9, verdict, n: 41, nPairs: 41, up: 23, down: 6, same: 12, p: 0.01, q: 0.03, baseline: 55 })
	);
	rows.push(row({ measure: 'change_matched', ...about, item: 'q7', value: null, reason: 'not_comparable', verdict: 'cannot_be_judged' }));
	rows.push(row({ measure: 'change_matched', ...about, level: 'high', value: 13, low: 6, high: 20, verdict: 'rose', n: 41, nPairs: 41, up: 23, down: 6, same: 12 }));
	return rows;
}

function targetRows(): Result[] {
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

function growthRows(next: () => number): Result[] {
	const rows: Result[] = [];
	for (const rater of ['self', 'mentor', 'administration'] as Rater[]) {
		const about = { criterion: 4 as const, instrument: 'ratings', audience: 'teacher', rater, against: 'w1' };
		const changes = Array.from({ length: 44 }, () => (next() + next() + next() - 1.02) * 0.95);
		changes.forEach((value, index) => {
			const verdict: Verdict = value > 0.54 ? 'reliable_growth' : value < -0.54 ? 'reliable_decline' : 'within_uncertainty';
			rows.push(row({ measure: 'growth_person', ...about, person: `М${String(index + 1).padStart(2, '0')}`, value, baseline: 2.6 + next() * 0.8, low: -0.54, high: 0.54, verdict, n: 7, unit: 'scale' }));
		});
		const [up, down] = [changes.filter((value) => value > 0.54).length, changes.filter((value) => value < -0.54).length];
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
			rows.push(row({ measure: 'growth_group', ...about, groupKind, group, value, low: value - 0.24, high: value + 0.24, n: 12, nPairs: 12, unit: 'scale' }));
		}
		for (let module = 1; module <= 7; module++) {
			const value = 0.1 + 0.08 * module;
			rows.push(row({ measure: 'growth_group', ...about, module, value, low: value - 0.2, high: value + 0.2, n: 44, nPairs: 44, unit: 'scale' }));
		}
		WAVES.forEach((wave, at) => {
			const value = { self: 3.3, mentor: 2.9, administration: 2.8 }[rater] + 0.22 * at;
			rows.push(row({ measure: 'mean', ...about, against: undefined, wave, value, low: value - 0.16, high: value + 0.16, n: 44, unit: 'scale' }));
		});
	}
	return rows;
}

function participationRows(): Result[] {
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
			rows.push(row({ measure: 'participation_attendances', ...about, level, value: value * 3, n: value * 3 }));
		});
		const kinds: [string, number][] = [['coaching', 24], ['lesson_study', 31], ['open_lesson', 34], ['seminar', 40], ['contest', 12], ['author_programme', 2]];
		for (const [kind, people] of kinds) {
			const count = Math.min(46, Math.round(people * (0.5 + 0.25 * at)));
			if (kind === 'author_programme' && at < 2) {
				rows.push(row({ measure: 'participation_share', ...about, unit: 'percent', kind, value: null, reason: 'not_asked' }));
				continue;
			}
			rows.push(share({ measure: 'participation_share', criterion: 2, wave, kind }, count, 46));
			rows.push(row({ measure: 'participation_people', ...about, kind, value: count, n: 46 }));
		}
		rows.push(share({ measure: 'participation_share', criterion: 2, wave }, [28, 36, 43][at]!, 46));
		rows.push(row({ measure: 'participation_people', ...about, value: [28, 36, 43][at]!, n: 46 }));
		for (const [level, value] of [['planned', 12], ['done', 8 + at], ['late', 2]] as const) {
			rows.push(row({ measure: 'plan_fact', ...about, level, value, n: 12 }));
		}
	});
	return rows;
}

export function galleryEvaluation(): Evaluation {
	const next = random(7);
	const results = [
		...surveyRows('teachers', 'teacher', next),
		...surveyRows('pupils', 'pupil', next),
		...surveyRows('parents', 'parent', next),
		...surveyRows('mentees', 'mentee', next),
		...comparisonRows(),
		...targetRows(),
		...growthRows(next),
		...participationRows()
	];
	const words = { code: 'none', params: {} };
	const criterion = (number: 1 | 2 | 3 | 4) => ({
		criterion: number,
		verdict: 'no_data' as const,
		text: words,
		headline: results.find((result) => result.criterion === number && result.instrument === 'teachers') ?? null,
		detail: [],
		cautions: []
	});
	return {
		selection: { wave: 'w3', against: 'w1', audience: null, module: null, groups: {} },
		wave: 'w3',
		against: 'w1',
		summary: words,
		criteria: [criterion(1), criterion(2), criterion(3), criterion(4)],
		results,
		ledger: ITEMS.map(([item]) => ({
			instrument: 'teachers',
			item,
			comparability: item === 'q7' ? ('reworded' as const) : item === 'q6' ? ('rescaled' as const) : ('identical' as const)
		})),
		changed: { up: [], down: [] },
		notReached: [],
		unjudged: [],
		comparisons: 6
	};
}
