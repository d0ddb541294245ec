import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build, loadConfigFromFile } from 'vite';
import { launch, median, megabytes, peakMemory, seconds } from './chromium.mjs';
import { ITEMS, writeAnswers } from './import-files.mjs';

const WAYS = {
	'bare-read': 'DuckDB read_csv, all text, dialect given',
	pipeline: 'Olshem: read, audited, mapped, in DuckDB',
	papaparse: 'PapaParse, header and dynamicTyping'
};
const SIZES = [
	{ respondents: 20_000, name: '1 M', runs: 3 },
	{ respondents: 200_000, name: '10 M', runs: 1 }
];
const AIMS = { wide: 3, long: 4, bytes: 2.5e9 };
const LONGEST_RUN = 180_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The page of the bench, with the aliases and messages of the command line's build. */
async function buildPage(outDir) {
	const { config } = await loadConfigFromFile(
		{ command: 'build', mode: 'production' },
		here('../vite.cli.config.ts')
	);
	await build({
		configFile: false,
		root: here('./import-page'),
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

async function serveFolder(folder) {
	const server = createServer(sirv(folder));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** One import in a browser of its own; a crash, a failure or no end within three minutes is a result too. */
async function runOnce(url, way, file, answers) {
	const browser = await launch();
	let timer;
	try {
		const page = await browser.newPage();
		await page.goto(url);
		await page.setInputFiles('input', file.path);
		const crashed = new Promise((_, reject) =>
			page.once('crash', () => reject(new Error('the tab crashed')))
		);
		const late = new Promise((_, reject) => {
			timer = setTimeout(() => reject(new Error(`no end after ${LONGEST_RUN / 1000} s`)), LONGEST_RUN);
		});
		const { result, failure, peak } = await peakMemory(() =>
			Promise.race([page.evaluate((chosen) => window.measureImport(chosen), way), crashed, late])
		);
		if (failure)
			return { failure: failure.message.split('\n')[0].replace(/^(page\.evaluate: |Error: )+/, ''), peak };
		if (result.answers !== answers)
			return { failure: `${result.answers} answers instead of ${answers}`, peak };
		return { ...result, peak };
	} finally {
		clearTimeout(timer);
		await browser.close();
	}
}

/** The run of median time, with the largest memory of all; the first failure where one failed. */
function summary(runs) {
	const failed = runs.find(({ failure }) => failure);
	if (failed) return failed;
	const ms = median(runs.map((run) => run.ms));
	return { ...runs.find((run) => run.ms === ms), peak: Math.max(...runs.map(({ peak }) => peak)) || null };
}

/** Every way in turn, run by run, so that a busy machine slows all of them alike; a way that failed is not tried again. */
async function measureWays(url, file, answers, runs) {
	const done = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
	for (let run = 0; run < runs; run++) {
		for (const [way, results] of Object.entries(done)) {
			if (!results.at(-1)?.failure) results.push(await runOnce(url, way, file, answers));
		}
	}
	return Object.fromEntries(Object.entries(done).map(([way, results]) => [way, summary(results)]));
}

function print(way, { ms, stages, peak, failure }, bare) {
	const name = `  ${WAYS[way].padEnd(44)}`;
	if (failure) {
		console.log(`${name} failed: ${failure} (${megabytes(peak)} until then)`);
		return;
	}
	const ratio = bare.failure ? '' : `${(ms / bare.ms).toFixed(2)} × bare`;
	console.log(`${name} ${seconds(ms).padStart(9)} ${ratio.padStart(13)} ${megabytes(peak).padStart(9)}`);
	const parts = Object.entries(stages).map(([stage, time]) => `${stage} ${seconds(time)}`);
	if (parts.length > 0) console.log(`      ${parts.join(' · ')}`);
}

function againstAim({ ms, peak, failure }, bare, times) {
	if (failure || bare.failure) return `not reached (${failure ?? `bare read: ${bare.failure}`})`;
	const ratio = ms / bare.ms;
	const memory = peak === null ? '' : `, ${megabytes(peak)} of ${megabytes(AIMS.bytes)}`;
	const reached = ratio <= times && (peak ?? 0) < AIMS.bytes;
	return `${reached ? 'reached' : 'not reached'} (${ratio.toFixed(2)} × of ${times} ×${memory})`;
}

/**
 * 1 and 10 million answers, wide and long, from a CSV file to tables in DuckDB by the functions that the page uses,
 * beside the bare reader of the same DuckDB and beside PapaParse; every run in a fresh Chromium, all in a worker.
 */
export async function benchImport() {
	const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'));
	const aims = [];
	let server;
	try {
		await buildPage(join(folder, 'page'));
		server = await serveFolder(join(folder, 'page'));
		console.log('\nImport in Chromium, peak memory of the renderer');
		for (const { respondents, name, runs } of SIZES) {
			for (const shape of ['wide', 'long']) {
				const file = await writeAnswers(folder, shape, respondents);
				console.log(
					`\n${name} answers, ${shape}, ${megabytes(file.bytes)}, ${runs > 1 ? `median of ${runs} runs` : 'one run'}`
				);
				const measured = await measureWays(server.url, file, respondents * ITEMS, runs);
				for (const way of Object.keys(WAYS)) print(way, measured[way], measured['bare-read']);
				const times = AIMS[shape];
				const result = againstAim(measured.pipeline, measured['bare-read'], times);
				aims.push(
					`  ${name} ${shape}, at most ${times} × the bare read and below ${megabytes(AIMS.bytes)}: ${result}`
				);
				rmSync(file.path);
			}
		}
	} finally {
		server?.close();
		rmSync(folder, { recursive: true, force: true });
	}
	console.log(`\nAims\n${aims.join('\n')}`);
}
