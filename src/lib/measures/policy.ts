/** The smallest group that may be shown unless the school sets another (3–20). */
export const DEFAULT_SMALLEST_GROUP = 5;

/** What a statistic's display depends on: its kind, and the sizes that kind is judged by. */
export type DisplayQuestion =
	| { what: 'item'; n: number }
	| { what: 'paired'; pairs: number }
	| { what: 'indep'; n1: number; n2: number }
	| { what: 'alpha' | 'omega'; complete: number }
	| { what: 'corr'; n: number }
	| { what: 'icc'; subjects: number }
	| { what: 'xmr'; points: number };

export type Show =
	| 'no_data'
	| 'suppressed_privacy'
	| 'counts_and_wilson_text'
	| 'percent_wilson_bar_mean_ci'
	| 'full'
	| 'up_down_same_only'
	| 'mean_diff_ci_and_up_down_same'
	| 'mean_diff_ci'
	| 'descriptives_only'
	| 'ci_only'
	| 'ci'
	| 'hidden'
	| 'value'
	| 'value_with_ci'
	| 'value_with_ci_grey'
	| 'run_chart_no_limits'
	| 'limits';

export type HiddenPart = 'sd' | 'mean_ci' | 'level_badge_unless_certain' | 'decimals';

/** What may be shown. Where `test` or `verdict` is not named, the statistic has none. */
export interface Display {
	show: Show;
	tag?: 'small_group' | 'provisional';
	/** False: no test. `details_only`: its p stands in the details. */
	test?: boolean | 'details_only';
	/** Whether a verdict may be stated. */
	verdict?: boolean;
	hide?: readonly HiddenPart[];
}

const FULL_FROM = 30;
const SMALL_GROUP_FROM = 10;
const PAIRED_INTERVAL_FROM = 6;
const ICC_FROM = 5;
const LIMITS_FROM = 6;
const FIRM_LIMITS_FROM = 12;

/** What to show at which n (policy.json); `k` is the smallest group that may be shown. */
export function display(question: DisplayQuestion, k = DEFAULT_SMALLEST_GROUP): Display {
	switch (question.what) {
		case 'item':
			return displayItem(question.n, k);
		case 'paired':
			return displayPaired(question.pairs, k);
		case 'indep':
			return displayIndependent(Math.min(question.n1, question.n2), k);
		case 'alpha':
			return displayAlpha(question.complete, k);
		case 'omega':
			return { show: question.complete < Math.max(FULL_FROM, k) ? 'hidden' : 'value' };
		case 'corr':
			return question.n < Math.max(SMALL_GROUP_FROM, k) ? { show: 'hidden' } : displayCorrelation(question.n);
		case 'icc':
			return displayAgreement(question.subjects);
		case 'xmr':
			return displayLimits(question.points);
	}
}

function displayItem(n: number, k: number): Display {
	if (n === 0) return { show: 'no_data' };
	if (n < k) return { show: 'suppressed_privacy' };
	if (n < SMALL_GROUP_FROM) {
		return {
			show: 'counts_and_wilson_text',
			hide: ['sd', 'mean_ci', 'level_badge_unless_certain', 'decimals']
		};
	}
	return n < FULL_FROM ? { show: 'percent_wilson_bar_mean_ci', tag: 'small_group' } : { show: 'full' };
}

function displayPaired(pairs: number, k: number): Display {
	if (pairs === 0) return { show: 'no_data', test: false, verdict: false };
	if (pairs < k) return { show: 'suppressed_privacy', test: false, verdict: false };
	if (pairs < PAIRED_INTERVAL_FROM) return { show: 'up_down_same_only', test: false, verdict: false };
	if (pairs < SMALL_GROUP_FROM) {
		return { show: 'mean_diff_ci_and_up_down_same', test: 'details_only', verdict: false };
	}
	if (pairs < FULL_FROM) return { show: 'mean_diff_ci', test: true, verdict: true, tag: 'small_group' };
	return { show: 'full', test: true, verdict: true };
}

function displayIndependent(smaller: number, k: number): Display {
	if (smaller < k) return { show: 'descriptives_only', test: false, verdict: false };
	if (smaller < SMALL_GROUP_FROM) return { show: 'ci_only', test: false, verdict: false };
	if (smaller < FULL_FROM) return { show: 'ci', test: true, verdict: true, tag: 'small_group' };
	return { show: 'full', test: true, verdict: true };
}

function displayAlpha(complete: number, k: number): Display {
	if (complete < Math.max(SMALL_GROUP_FROM, k)) return { show: 'hidden' };
	return { show: complete < FULL_FROM ? 'value_with_ci_grey' : 'value_with_ci' };
}

function displayCorrelation(n: number): Display {
	return n < FULL_FROM ? { show: 'value_with_ci', tag: 'small_group' } : { show: 'value_with_ci' };
}

/** Ratings of named teachers are staff records, which k does not hide. */
function displayAgreement(subjects: number): Display {
	if (subjects < ICC_FROM) return { show: 'hidden' };
	return subjects < SMALL_GROUP_FROM
		? { show: 'value_with_ci', tag: 'small_group' }
		: { show: 'value_with_ci' };
}

function displayLimits(points: number): Display {
	if (points < LIMITS_FROM) return { show: 'run_chart_no_limits' };
	return points < FIRM_LIMITS_FROM ? { show: 'limits', tag: 'provisional' } : { show: 'limits' };
}

/** A stretch of sizes at which one kind of statistic is shown in one way; `to` is null where it has no end. */
export interface PolicyRow {
	what: DisplayQuestion['what'];
	from: number;
	to: number | null;
	display: Display;
}

const QUESTIONS: Record<DisplayQuestion['what'], (n: number) => DisplayQuestion> = {
	item: (n) => ({ what: 'item', n }),
	indep: (n) => ({ what: 'indep', n1: n, n2: n }),
	paired: (pairs) => ({ what: 'paired', pairs }),
	alpha: (complete) => ({ what: 'alpha', complete }),
	omega: (complete) => ({ what: 'omega', complete }),
	corr: (n) => ({ what: 'corr', n }),
	icc: (subjects) => ({ what: 'icc', subjects }),
	xmr: (points) => ({ what: 'xmr', points })
};

/** The whole policy as rows, read off `display` itself: nothing changes from `FULL_FROM` and the largest k on. */
export function policyRows(k: number): PolicyRow[] {
	return Object.values(QUESTIONS).flatMap((question) => {
		const rows: PolicyRow[] = [];
		for (let n = 0; n <= Math.max(FULL_FROM, k); n++) {
			const asked = question(n);
			const shown = display(asked, k);
			const last = rows.at(-1);
			if (last && sameDisplay(last.display, shown)) continue;
			if (last) last.to = n - 1;
			rows.push({ what: asked.what, from: n, to: null, display: shown });
		}
		return rows;
	});
}

function sameDisplay(a: Display, b: Display): boolean {
	return (
		a.show === b.show &&
		a.tag === b.tag &&
		a.test === b.test &&
		a.verdict === b.verdict &&
		(a.hide ?? []).join() === (b.hide ?? []).join()
	);
}
