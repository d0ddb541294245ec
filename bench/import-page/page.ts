import type { Measured, Reply } from './calls';

const WORKERS = {
	pipeline: () => new Worker(new URL('./pipeline.worker.ts', import.meta.url), { type: 'module' }),
	reading: () => new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' }),
	'bare-read': () => new Worker(new URL('./bare-read.worker.ts', import.meta.url), { type: 'module' }),
	'typed-read': () => new Worker(new URL('./typed-read.worker.ts', import.meta.url), { type: 'module' }),
	papaparse: () => new Worker(new URL('./papaparse.worker.ts', import.meta.url), { type: 'module' }),
	'papaparse-typed': () =>
		new Worker(new URL('./papaparse-typed.worker.ts', import.meta.url), { type: 'module' })
};

declare global {
	interface Window {
		/** Imports the chosen file once by one of the ways; rejects with the reason where that way fails. */
		measureImport: (way: keyof typeof WORKERS) => Promise<Measured>;
	}
}

window.measureImport = (way) =>
	new Promise((resolve, reject) => {
		const file = document.querySelector('input')?.files?.[0];
		if (!file) throw new Error('no file was chosen');
		const worker = WORKERS[way]();
		worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker died')));
		worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
			if ('ready' in data) worker.postMessage(file);
			else if ('measured' in data) resolve(data.measured);
			else reject(new Error(data.failure));
		});
	});
