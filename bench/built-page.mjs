import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build, loadConfigFromFile } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Builds a page of the bench from its folder, with the aliases and messages of the command line's build. */
export async function buildPage(root, outDir) {
	const { config } = await loadConfigFromFile(
		{ command: 'build', mode: 'production' },
		here('../vite.cli.config.ts')
	);
	await build({
		configFile: false,
		root: here(root),
		plugins: config.plugins,
		resolve: config.resolve,
		worker: { format: 'es' },
		logLevel: 'warn',
		build: {
			target: 'esnext',
			outDir,
			emptyOutDir: true,
			rolldownOptions: { checks: { pluginTimings: false } }
		}
	});
}

/** Serves a built folder; `url` is where. */
export async function serveFolder(folder) {
	const server = createServer(sirv(folder));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
