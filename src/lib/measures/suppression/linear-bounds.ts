/** A sum of unknowns that is known: coefficients by unknown, and the value. */
export interface KnownSum {
	coefficients: ReadonlyMap<number, number>;
	value: number;
}

const TINY = 1e-7;

/** After so many steps Bland's rule is used, which cannot run in a circle. */
const LARGEST_GAIN_STEPS = 300;

/**
 * What follows about sums of unknowns that are not negative: the simplex method in two phases on a dense tableau, for
 * small systems.
 */
export class LinearBounds {
	readonly #unknowns: number;
	#rows: number[][];
	#basis: number[];

	/** Throws where the known sums contradict each other. */
	constructor(unknowns: number, sums: readonly KnownSum[]) {
		const width = unknowns + sums.length;
		this.#unknowns = unknowns;
		this.#basis = sums.map((_, index) => unknowns + index);
		this.#rows = sums.map(({ coefficients, value }, index) => {
			const row = Array.from({ length: width + 1 }, () => 0);
			const sign = value < 0 ? -1 : 1;
			for (const [unknown, coefficient] of coefficients) row[unknown] = sign * coefficient;
			row[unknowns + index] = 1;
			row[width] = sign * value;
			return row;
		});
		const missing = this.#maximise(Array.from({ length: width }, (_, at) => (at < unknowns ? 0 : -1)));
		if (missing < -1e-5) throw new Error('the sums contradict each other');
		this.#dropArtificial();
	}

	/** The least and the greatest a sum of unknowns can be. */
	range(coefficients: ReadonlyMap<number, number>): [number, number] {
		const objective = Array.from({ length: this.#unknowns }, (_, at) => coefficients.get(at) ?? 0);
		return [-this.#maximise(objective.map((one) => -one)), this.#maximise(objective)];
	}

	#dropArtificial(): void {
		const kept: number[] = [];
		this.#basis.forEach((unknown, at) => {
			if (unknown >= this.#unknowns) {
				const own = this.#rows[at] ?? [];
				const column = own.findIndex((one, index) => index < this.#unknowns && Math.abs(one) > TINY);
				if (column < 0) return;
				this.#pivot(this.#rows, at, column);
			}
			kept.push(at);
		});
		this.#basis = kept.map((at) => this.#basis[at] ?? 0);
		this.#rows = kept.map((at) => {
			const row = this.#rows[at] ?? [];
			return [...row.slice(0, this.#unknowns), row[row.length - 1] ?? 0];
		});
	}

	#pivot(rows: readonly number[][], at: number, column: number): void {
		const own = rows[at] ?? [];
		const pivot = own[column] ?? 1;
		for (let index = 0; index < own.length; index++) own[index] = (own[index] ?? 0) / pivot;
		for (const row of rows) {
			const factor = row === own ? 0 : (row[column] ?? 0);
			if (Math.abs(factor) < 1e-12) continue;
			for (let index = 0; index < row.length; index++) {
				row[index] = (row[index] ?? 0) - factor * (own[index] ?? 0);
			}
		}
		this.#basis[at] = column;
	}

	/** The greatest value of an objective; the last row worked on holds what each unknown would still add to it. */
	#maximise(objective: readonly number[]): number {
		const gains = [...objective, 0];
		const last = gains.length - 1;
		this.#basis.forEach((unknown, at) => {
			const factor = objective[unknown] ?? 0;
			if (factor === 0) return;
			(this.#rows[at] ?? []).forEach((one, index) => (gains[index] = (gains[index] ?? 0) - factor * one));
		});
		const rows = [...this.#rows, gains];
		for (let step = 0; ; step++) {
			const entering = this.#entering(gains, step >= LARGEST_GAIN_STEPS);
			if (entering < 0) return -(gains[last] ?? 0);
			const leaving = this.#leaving(entering, last);
			if (leaving < 0) return Infinity;
			this.#pivot(rows, leaving, entering);
		}
	}

	#entering(gains: readonly number[], first: boolean): number {
		let best = -1;
		for (let column = 0; column < gains.length - 1; column++) {
			const gain = gains[column] ?? 0;
			if (gain <= TINY || gain <= (gains[best] ?? 0)) continue;
			best = column;
			if (first) break;
		}
		return best;
	}

	#leaving(entering: number, last: number): number {
		let leaving = -1;
		let least = Infinity;
		this.#rows.forEach((row, at) => {
			const step = row[entering] ?? 0;
			if (step <= TINY) return;
			const ratio = (row[last] ?? 0) / step;
			const isEarlier = (this.#basis[at] ?? 0) < (this.#basis[leaving] ?? Infinity);
			if (ratio < least - TINY || (ratio < least + TINY && isEarlier)) {
				least = ratio;
				leaving = at;
			}
		});
		return leaving;
	}
}
