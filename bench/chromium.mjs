import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens the browser that the tests use. */
export function launch() {
	const executablePath = process.env.OLSHEM_CHROMIUM ?? INSTALLED.find(existsSync);
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

/** Samples the largest renderer's resident memory while `work` runs; bytes, or null where /proc does not tell. */
export async function peakMemory(work) {
	let peak = 0;
	const timer = setInterval(() => (peak = Math.max(peak, largestRenderer())), 50);
	try {
		return { result: await work(), peak: peak || null };
	} finally {
		clearInterval(timer);
	}
}

function largestRenderer() {
	let largest = 0;
	for (const pid of existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
		try {
			if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer')) continue;
			const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
			largest = Math.max(largest, Number(kilobytes ?? 0) * 1024);
		} catch {
			// The process ended between listing and reading.
		}
	}
	return largest;
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (bytes) => (bytes === null ? 'not measured' : `${Math.round(bytes / 1e6)} MB`);
