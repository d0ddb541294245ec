import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens the browser that the tests use. */
export function launch() {
	const executablePath = process.env.OLSHEM_CHROMIUM ?? INSTALLED.find(existsSync);
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

/**
 * Samples the largest resident memory that a renderer of ours has had so far, while `work` runs; bytes, or null where
 * /proc does not tell. Start a browser of its own for each: a renderer keeps its peak.
 */
export async function peakMemory(work) {
	let peak = 0;
	const timer = setInterval(() => (peak = Math.max(peak, largestRenderer())), 50);
	try {
		const result = await work();
		return { result, peak: Math.max(peak, largestRenderer()) || null };
	} catch (failure) {
		return { failure, peak: peak || null };
	} finally {
		clearInterval(timer);
	}
}

function largestRenderer() {
	let largest = 0;
	for (const pid of existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
		try {
			if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer')) continue;
			const status = readFileSync(`/proc/${pid}/status`, 'latin1');
			if (!isOurs(status)) continue;
			largest = Math.max(largest, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
		} catch {
			// The process ended between listing and reading.
		}
	}
	return largest;
}

/** True for a process that descends from this one; other browsers may run on the machine. */
function isOurs(status) {
	for (
		let parent = parentOf(status);
		parent > 1;
		parent = parentOf(readFileSync(`/proc/${parent}/status`, 'latin1'))
	) {
		if (parent === process.pid) return true;
	}
	return false;
}

const parentOf = (status) => Number(/PPid:\s+(\d+)/.exec(status)?.[1] ?? 0);

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
export const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (bytes) => (bytes === null ? 'not measured' : `${Math.round(bytes / 1e6)} MB`);
