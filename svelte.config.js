import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const site = adapter({ fallback: '200.html', precompress: false });

/** SvelteKit lists for the service worker what the page loads, not what its workers load (the engine): that list is written beside the site. */
const siteWithWorkers = {
	...site,
	async adapt(builder) {
		await site.adapt(builder);
		const folder = join('build', builder.getAppPath(), 'immutable', 'workers');
		const files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).split(/[\\/]/).slice(1).join('/'));
		writeFileSync(join('build', builder.getAppPath(), 'workers.json'), JSON.stringify(files));
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: siteWithWorkers,
		// Not the time, as by default: a check that runs beside a build would leave the page and its start script with two names.
		version: { name: '1' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				// DuckDB is compiled WebAssembly.
				'script-src': ['self', 'wasm-unsafe-eval'],
				// The engine's worker is started from a blob, so that it inherits this policy.
				'worker-src': ['self', 'blob:'],
				// Nothing leaves the machine.
				'connect-src': ['self'],
				// Svelte and bits-ui place floating elements by style attributes.
				'style-src': ['self', 'unsafe-inline'],
				// The PNG export draws the figure's SVG through a blob image; Tailwind's icons are data images.
				'img-src': ['self', 'blob:', 'data:'],
				// Figures taken away carry their font inside.
				'font-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include = [
					...config.include,
					'../src/cli/**/*.ts',
					'../scripts/**/*.ts',
					'../bench/**/*.ts',
					'../tests/**/*.ts',
					'../*.config.ts'
				];
			}
		}
	}
};
