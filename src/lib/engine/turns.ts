/** One piece of work after the other, in the order asked; the failure of one does not stop the next. */
export class Turns {
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * Runs `work` at its turn. Aborting rejects at once: work that still waits is never started, and the turn of
	 * work that runs lasts until it has cleaned up behind itself.
	 */
	take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		const turn = this.#last.then(() => {
			signal?.throwIfAborted();
			return work();
		});
		this.#last = turn.catch(() => undefined);
		return signal ? untilAborted(turn, signal) : turn;
	}
}

function untilAborted<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const abort = () => reject(signal.reason);
		signal.addEventListener('abort', abort);
		turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}
