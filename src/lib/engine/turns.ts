/** One piece of work after the other, in the order asked; the failure of one does not stop the next. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	/** Runs `work` at its turn. Work whose signal is aborted while it waits is never started. */
	take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const turn = this.#last.then(() => {
			signal?.throwIfAborted();
			return work();
		});
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
