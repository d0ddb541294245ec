import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './scripts/chromium.ts';

const paraglide = paraglideVitePlugin({
	project: './project.inlang',
	outdir: './src/lib/i18n/paraglide',
	strategy: ['localStorage', 'preferredLanguage', 'baseLocale']
});

export default defineConfig({
	plugins: [tailwindcss(), paraglide, sveltekit()],
	worker: { format: 'es' },
	// Found while tests run, these would be optimised again in the middle of them.
	optimizeDeps: { include: ['@duckdb/duckdb-wasm', 'apache-arrow', 'fast-check'] },
	test: {
		teardownTimeout: 1000,
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/data/**/*.test.ts'],
					exclude: ['src/**/*.browser.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.browser.test.ts'],
					testTimeout: 60_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								executablePath: chromiumPath(),
								args: ['--no-sandbox', '--disable-background-networking']
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
