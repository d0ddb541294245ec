// npm run check: lint, format, types, dependency rule, dead code, translations. Prints a line each; exit 1 where one fails.
import { installPackages, requireNode, runBin } from './prepare.mjs';

const CHECKS = [
	['translations', 'node', ['scripts/check-messages.mjs']],
	['svelte-kit sync', 'svelte-kit', ['sync']],
	[
		'messages compiled',
		'paraglide-js',
		['compile', '--project', './project.inlang', '--outdir', './src/lib/i18n/paraglide', '--silent']
	],
	['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
	['lint', 'eslint', ['.', '--max-warnings', '0']],
	['types', 'svelte-check', ['--threshold', 'warning', '--fail-on-warnings']],
	['dependency rule', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']],
	['dead code', 'knip', ['--no-progress']]
];

/** Runs every check and gives back how many passed and failed. */
export function runChecks() {
	let passed = 0;
	const failed = [];
	for (const [name, command, args] of CHECKS) {
		const code = command === 'node' ? runNode(args) : runBin(command, args);
		console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
		if (code === 0) passed++;
		else failed.push(name);
	}
	return { passed, failed };
}

function runNode(args) {
	return run(process.execPath, args);
}
import { run } from './prepare.mjs';

if (import.meta.url === `file://${process.argv[1]}`) {
	requireNode();
	installPackages();
	const { failed } = runChecks();
	if (failed.length > 0) {
		console.error(`failed: ${failed.join(', ')}`);
		process.exit(1);
	}
}
