import Papa from 'papaparse';
import { answersOf } from './answers';
import { serve } from './calls';

/** PapaParse over the file into rows in memory; `typed` as most pages do it: rows as objects, types guessed cell by cell. */
export const servePapaParse = (typed: boolean) =>
	serve(() =>
		Promise.resolve(
			(file) =>
				new Promise((resolve, reject) => {
					const started = performance.now();
					Papa.parse<unknown>(file, {
						...(typed ? { header: true, dynamicTyping: true } : {}),
						skipEmptyLines: true,
						complete: ({ data, errors }) => {
							const ms = performance.now() - started;
							if (errors[0]) reject(new Error(errors[0].message));
							const columns = Object.keys(data[0] ?? {}).length;
							resolve({ ms, stages: {}, answers: answersOf(columns, data.length - (typed ? 0 : 1)) });
						},
						error: reject
					});
				})
		)
	);
