import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const LAYOUT = 'See docs/ARCHITECTURE.md, "The layout".';

export default ts.config(
	{
		ignores: [
			'build/',
			'dist-cli/',
			'.svelte-kit/',
			'src/lib/i18n/paraglide/',
			'tests/reference/',
			'test-results/',
			'coverage/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': ['error', { allow: ['error', 'warn'] }],
			eqeqeq: 'error',
			'max-lines': ['error', { max: 400, skipBlankLines: true }],
			'no-irregular-whitespace': [
				'error',
				{ skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }
			],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/lib/{model,ingest,measures,figures}/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['document', 'window', 'localStorage', 'navigator', 'fetch', 'process', 'Buffer'].map((name) => ({
					name,
					message: `This folder is pure and runs in Node and in the browser alike. ${LAYOUT}`
				}))
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Randomness is a parameter.' },
				{ object: 'Date', property: 'now', message: 'Time is a parameter.' }
			]
		}
	},
	{ files: ['scripts/**', 'src/cli/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } }
);
