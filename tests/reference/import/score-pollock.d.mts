export interface PollockFileScore {
	file: string;
	exact: number;
	silentWrong: number;
}
export interface PollockScore {
	files: number;
	simple: number;
	weighted: number;
	per: PollockFileScore[];
}
export function run(options: { loaded: string; pollock: string; weights: string | null }): PollockScore;
