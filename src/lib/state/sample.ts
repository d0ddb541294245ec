import type { DroppedFile } from './calls';

const urls = import.meta.glob<string>('/data-samples/qoldau/{project.json,sources/*}', {
	query: '?url&no-inline',
	import: 'default',
	eager: true
});

/** The files of the sample school, fetched from this site. */
export async function sampleFiles(signal: AbortSignal): Promise<DroppedFile[]> {
	return Promise.all(
		Object.entries(urls).map(async ([from, url]) => {
			const path = from.replace('/data-samples/', '');
			const response = await fetch(url, { signal });
			if (!response.ok) throw new Error(`${path}: ${response.status}`);
			return { path, file: new File([await response.blob()], path.split('/').at(-1) ?? path) };
		})
	);
}
