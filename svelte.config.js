import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// One name per build, whoever loads this file in its course; the service worker keys its cache by it.
process.env.OLSHEM_BUILD ??= String(Date.now());

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ fallback: '200.html', precompress: false }),
		version: { name: process.env.OLSHEM_BUILD },
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
