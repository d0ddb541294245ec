import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, serveFolder } from './built-page.mjs';
import { launch, median, seconds } from './chromium.mjs';

const WAYS = {
	sql: 'Olshem: SQL on DuckDB-WASM',
	arrays: 'plain JavaScript over typed arrays of codes',
	arquero: 'Arquero'
};
/** Three waves of twenty items. */
const SIZES = [
	{ respondents: 1_000, name: '60,000', runs: 7, aim: 150 },
	{ respondents: 16_667, name: '1 M', runs: 5 },
	{ respondents: 166_667, name: '10 M', runs: 3, aim: 1500 }
];
const LONGEST_RUN = 240_000;

async function measure(url, way, { respondents, runs }) {
	const browser = await launch();
	try {
		const page = await browser.newPage();
		page.setDefaultTimeout(LONGEST_RUN);
		await page.goto(url);
		const timings = await Promise.race([
			page.evaluate(
				([way, respondents, runs]) => window.measureEvaluation(way, respondents, runs),
				[way, respondents, runs]
			),
			new Promise((_, reject) => {
				page.once('crash', () => reject(new Error('the tab crashed')));
				setTimeout(() => reject(new Error(`no end after ${LONGEST_RUN / 1000} s`)), LONGEST_RUN).unref();
			})
		]);
		const [first] = timings;
		return {
			first: first.counting + first.evaluating,
			counting: median(timings.map(({ counting }) => counting)),
			evaluating: median(timings.map(({ evaluating }) => evaluating)),
			fingerprint: first.fingerprint
		};
	} catch (failure) {
		return { failure: failure.message.split('\n')[0] };
	} finally {
		await browser.close();
	}
}

/** All measures of a school's questionnaires, from finished tables to results, three ways in one run in Chromium. */
export async function benchEvaluation() {
	const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'));
	const aims = [];
	let server;
	try {
		await buildPage('./evaluation-page', folder);
		server = await serveFolder(folder);
		console.log('\nEvaluation in Chromium: counts + statistics, medians (first run in brackets)');
		for (const size of SIZES) {
			console.log(`\n${size.name} answers: 20 items, 3 waves, 12 departments, everyone matched`);
			let same;
			for (const [way, name] of Object.entries(WAYS)) {
				const found = await measure(server.url, way, size);
				if (found.failure) {
					console.log(`  ${name.padEnd(46)} failed: ${found.failure}`);
					continue;
				}
				same ??= found.fingerprint;
				const whole = found.counting + found.evaluating;
				const alike = found.fingerprint === same ? '' : '  OTHER COUNTS';
				console.log(
					`  ${name.padEnd(46)} ${seconds(whole).padStart(8)} = ${seconds(found.counting)} + ${seconds(found.evaluating)}  (${seconds(found.first)})${alike}`
				);
				if (way === 'sql' && size.aim)
					aims.push(
						`  ${size.name} answers within ${seconds(size.aim)}: ${whole <= size.aim ? 'reached' : 'not reached'} (${seconds(whole)})`
					);
			}
		}
	} finally {
		server?.close();
		rmSync(folder, { recursive: true, force: true });
	}
	console.log(`\nAims\n${aims.join('\n')}`);
}
