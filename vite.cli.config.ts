import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vite';

/** The command line as one Node program: the same code as the page, without Svelte. */
export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['localStorage', 'preferredLanguage', 'baseLocale']
		})
	],
	resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
	logLevel: 'warn',
	build: {
		ssr: true,
		target: 'node20',
		outDir: 'dist-cli',
		emptyOutDir: true,
		rolldownOptions: { input: { olshem: 'src/cli/main.ts', reference: 'src/cli/reference-main.ts' } }
	}
});
