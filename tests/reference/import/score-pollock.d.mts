export interface PollockFileScore {
	file: string;
	score: number;
	exact: number;
	flagged: number;
	silentWrong: number;
}
export interface PollockScore {
	files: number;
	simple: number;
	weighted: number;
	exact: number;
	flagged: number;
	silentWrong: number;
	falseAlarms: number;
	agg: Record<string, number>;
	groups: Record<string, number | string>[];
	per: PollockFileScore[];
}
export function run(options: { loaded: string; pollock: string; weights: string | null; csv?: boolean }): PollockScore;
