/** One measured import: how long it took, its stages where it has any, and how many answers stand in the result. */
export interface Measured {
	ms: number;
	stages: Record<string, number>;
	answers: number;
}

/** What a worker says back: it is ready for the file, it is done, or it failed. */
export type Reply = { ready: true } | { measured: Measured } | { failure: string };

const describe = (error: unknown) =>
	error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** In a worker: prepares what is not measured, says so, and measures the one file it is then given. */
export async function serve(prepare: () => Promise<(file: File) => Promise<Measured>>): Promise<void> {
	const reply = (message: Reply) => postMessage(message);
	try {
		const measure = await prepare();
		addEventListener('message', ({ data }: MessageEvent<File>) => {
			measure(data).then(
				(measured) => reply({ measured }),
				(error: unknown) => reply({ failure: describe(error) })
			);
		});
		reply({ ready: true });
	} catch (error) {
		reply({ failure: describe(error) });
	}
}
