// npm test: installs what is missing and runs everything; ends with "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './check.mjs';
import { buildSite, installBrowser, installPackages, requireNode, root, runBin } from './prepare.mjs';

requireNode();
installPackages();
installBrowser();

const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let { passed, failed } = { passed: 0, failed: 0 };

/** Adds what a runner counted; a runner that broke before counting is one failure. */
function add(name, code, count) {
	try {
		const counted = count(JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8')));
		passed += counted.passed;
		failed += counted.failed + (code !== 0 && counted.failed === 0 ? 1 : 0);
		console.log(`${name}: ${counted.passed} passed, ${counted.failed} failed${code ? `, exit ${code}` : ''}`);
	} catch (error) {
		failed += 1;
		console.error(`${name} did not report: ${error.message}`);
	}
}

const checks = runChecks();
passed += checks.passed;
failed += checks.failed.length;

for (const project of ['node', 'browser']) {
	const code = runBin('vitest', [
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=test-results/${project}.json`
	]);
	add(project, code, ({ numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests }) => ({
		passed: numPassedTests,
		failed:
			numFailedTests + (numTotalTests === 0 || (numFailedTests === 0 && numFailedTestSuites > 0) ? 1 : 0)
	}));
}

buildSite();
const code = runBin('playwright', ['test']);
add('e2e', code, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
