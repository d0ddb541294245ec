/** Work done in parts: yields the share that is done, 0 to 1, and returns the result. */
export type InParts<Result> = Generator<number, Result, undefined>;

/** Does all parts at once. */
export function atOnce<Result>(parts: InParts<Result>): Result {
	for (;;) {
		const next = parts.next();
		if (next.done) return next.value;
	}
}

/** Lets a worker (or the terminal's process) take the messages that wait for it, such as a wish to stop. */
export function turn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

/** Does one part after another with a turn between them, after which `step` is told the share; it may throw to stop. */
export async function partByPart<Result>(
	parts: InParts<Result>,
	step: (share: number) => void
): Promise<Result> {
	for (;;) {
		const next = parts.next();
		if (next.done) return next.value;
		await turn();
		step(next.value);
	}
}
