import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, serveFolder } from './built-page.mjs';
import { launch, median, megabytes, peakMemory, seconds } from './chromium.mjs';
import { ITEMS, writeAnswers } from './import-files.mjs';

const WAYS = {
	'bare-read': 'DuckDB read_csv, all text, dialect given',
	'typed-read': 'DuckDB read_csv, dialect and types found',
	pipeline: 'Olshem: all checks, mapped, tables in DuckDB',
	reading: 'Olshem: all checks, the reading alone',
	papaparse: 'PapaParse, rows of text',
	'papaparse-typed': 'PapaParse, header and dynamicTyping'
};
/** Clean files: two of 250 MB, and the sizes of 1 and 10 million answers. `times` is the aim beside the bare read. */
const FILES = [
	{
		name: 'clean 250 MB, wide, answers in words',
		shape: 'wide-labels',
		respondents: 191_000,
		runs: 3,
		times: 3
	},
	{ name: 'clean 250 MB, long', shape: 'long', respondents: 64_000, runs: 3, times: 4 },
	{ name: '1 M answers, wide', shape: 'wide', respondents: 20_000, runs: 3, times: 3 },
	{ name: '10 M answers, wide', shape: 'wide', respondents: 200_000, runs: 1, times: 3 },
	{ name: '10 M answers, long', shape: 'long', respondents: 200_000, runs: 1, times: 4 }
];
const MOST_BYTES = 2e9;
const LONGEST_RUN = 180_000;

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

function print(way, { ms, stages, peak, failure }, bytes, bare) {
	const name = `  ${WAYS[way].padEnd(46)}`;
	if (failure) {
		console.log(`${name} failed: ${failure} (${megabytes(peak)} until then)`);
		return;
	}
	const speed = `${Math.round(bytes / 1e3 / ms)} MB/s`;
	const ratio = bare.failure ? '' : `${(ms / bare.ms).toFixed(2)} × bare`;
	console.log(
		`${name} ${seconds(ms).padStart(8)} ${speed.padStart(9)} ${ratio.padStart(12)} ${megabytes(peak).padStart(9)}`
	);
	const parts = Object.entries(stages).map(([stage, time]) => `${stage} ${seconds(time)}`);
	if (parts.length > 0) console.log(`      ${parts.join(' · ')}`);
}

/** The import against the bare read, against PapaParse as most pages use it, and against the memory a tab may take. */
function againstAim({ pipeline, 'bare-read': bare, 'papaparse-typed': papa }, times) {
	if (pipeline.failure || bare.failure)
		return `not reached (${pipeline.failure ?? `bare read: ${bare.failure}`})`;
	const ratio = pipeline.ms / bare.ms;
	const faster = papa.failure
		? 'PapaParse failed'
		: `${(papa.ms / pipeline.ms).toFixed(2)} × PapaParse's speed`;
	const reached =
		ratio <= times && (pipeline.peak ?? 0) < MOST_BYTES && (papa.failure || pipeline.ms < papa.ms);
	return `${reached ? 'reached' : 'not reached'} (${ratio.toFixed(2)} × of ${times} ×, ${faster}, ${megabytes(pipeline.peak)})`;
}

/**
 * Clean CSV files, wide and long, to tables in DuckDB by the functions that the page uses, beside the bare reader of
 * the same DuckDB and beside PapaParse; every run in a fresh Chromium, all in a worker, the ways in turn. `only` is a
 * part of a file's name above.
 */
export async function benchImport(only = '') {
	const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'));
	const aims = [];
	let server;
	try {
		await buildPage('./import-page', join(folder, 'page'));
		server = await serveFolder(join(folder, 'page'));
		console.log('\nImport in Chromium, peak memory of the renderer');
		for (const { name, shape, respondents, runs, times } of FILES.filter((file) =>
			file.name.includes(only)
		)) {
			const file = await writeAnswers(folder, shape, respondents);
			console.log(`\n${name}, ${megabytes(file.bytes)}, ${runs > 1 ? `median of ${runs} runs` : 'one run'}`);
			const measured = await measureWays(server.url, file, respondents * ITEMS, runs);
			for (const way of Object.keys(WAYS)) print(way, measured[way], file.bytes, measured['bare-read']);
			aims.push(`  ${name}: ${againstAim(measured, times)}`);
			rmSync(file.path);
		}
	} finally {
		server?.close();
		rmSync(folder, { recursive: true, force: true });
	}
	console.log(
		`\nAims: at most so many times the bare read, faster than PapaParse typed, below ${megabytes(MOST_BYTES)}\n${aims.join('\n')}`
	);
}
