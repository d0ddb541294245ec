import type { AskedItem, Questionnaire } from './codebook';
import { identicalItems } from './ledger';

/** Items over which a person's score is the mean POMP of the answered ones, and the waves that asked them alike. */
export interface ScoreSet {
	items: readonly AskedItem[];
	waves: string[];
}

/** Which items a score is over: the whole instrument, one block or one module. */
export type Scope = { kind: 'all' } | { kind: 'block'; block: string } | { kind: 'module'; module: number };

function inScope(item: AskedItem, scope: Scope): boolean {
	if (scope.kind === 'block') return item.block === scope.block;
	return scope.kind === 'all' || item.module === scope.module;
}

function signature(items: readonly AskedItem[]): string {
	return items.map(({ column, scale }) => `${column}:${scale.low}:${scale.high}`).join('|');
}

/** Every item set a questionnaire is scored by. Order and contents follow from the project alone, so an index names a set. */
export class ScoreSets {
	readonly sets: readonly ScoreSet[];
	readonly #index: ReadonlyMap<string, number>;
	readonly #questionnaire: Questionnaire;

	constructor(q: Questionnaire) {
		this.#questionnaire = q;
		const sets: ScoreSet[] = [];
		const index = new Map<string, number>();
		const add = (items: readonly AskedItem[], wave: string) => {
			if (items.length === 0) return;
			const key = signature(items);
			const known = index.get(key);
			if (known === undefined) {
				index.set(key, sets.length);
				sets.push({ items, waves: [wave] });
			} else if (!sets[known]?.waves.includes(wave)) sets[known]?.waves.push(wave);
		};
		for (const wave of q.waves) {
			for (const scope of scopes(q)) add(this.#items(scope, wave), wave);
			for (const against of q.waves.slice(0, q.waves.indexOf(wave))) {
				for (const scope of comparedScopes(q)) {
					const items = this.#comparable(scope, wave, against);
					for (const asked of this.#wavesAskingAlike(items, wave)) add(items, asked);
				}
			}
		}
		this.sets = sets;
		this.#index = index;
	}

	/** The set of the items of a scope asked in a wave. */
	of(scope: Scope, wave: string): number | null {
		return this.#index.get(signature(this.#items(scope, wave))) ?? null;
	}

	/** The set of the items of a scope that were asked identically in both waves. */
	comparable(scope: Scope, wave: string, against: string): number | null {
		return this.#index.get(signature(this.#comparable(scope, wave, against))) ?? null;
	}

	/** The waves that asked every item of the comparable set as `wave` did. */
	comparableWaves(scope: Scope, wave: string, against: string): string[] {
		return this.#wavesAskingAlike(this.#comparable(scope, wave, against), wave);
	}

	#items(scope: Scope, wave: string): AskedItem[] {
		return (this.#questionnaire.asked.get(wave) ?? []).filter((item) => inScope(item, scope));
	}

	#comparable(scope: Scope, wave: string, against: string): AskedItem[] {
		return identicalItems(this.#questionnaire, wave, against).filter((item) => inScope(item, scope));
	}

	#wavesAskingAlike(items: readonly AskedItem[], wave: string): string[] {
		const q = this.#questionnaire;
		return q.waves.filter((other) => {
			const identical = new Set(
				q.waves.indexOf(other) <= q.waves.indexOf(wave)
					? identicalItems(q, wave, other).map(({ id }) => id)
					: identicalItems(q, other, wave).map(({ id }) => id)
			);
			return other === wave || items.every(({ id }) => identical.has(id));
		});
	}
}

function modulesOf(q: Questionnaire): number[] {
	const modules = q.instrument.items.flatMap(({ module }) => (module === null ? [] : [module]));
	return [...new Set(modules)].sort((a, b) => a - b);
}

/** The blocks of a questionnaire in the order of its items. */
export function blocksOf(q: Questionnaire): string[] {
	return [...new Set(q.instrument.items.flatMap(({ block }) => (block === null ? [] : [block])))];
}

function comparedScopes(q: Questionnaire): Scope[] {
	return [{ kind: 'all' }, ...modulesOf(q).map((module): Scope => ({ kind: 'module', module }))];
}

function scopes(q: Questionnaire): Scope[] {
	return [...comparedScopes(q), ...blocksOf(q).map((block): Scope => ({ kind: 'block', block }))];
}
