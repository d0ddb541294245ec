import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
	kit: {
		adapter: adapter({ fallback: '200.html', precompress: true }),
		alias: { '$cli': 'src/cli' },
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
