// What both commands need first: the right Node, the packages of the lock file, the built site, a browser for the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const WINDOWS = process.platform === 'win32';

/** Runs a program in the project's root; returns its exit code. */
export function run(command, args, options = {}) {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		shell: WINDOWS,
		...options
	});
	if (error) throw error;
	return status ?? 1;
}

/** Runs a program of node_modules/.bin. */
export function runBin(name, args, options = {}) {
	return run(join(root, 'node_modules', '.bin', WINDOWS ? `${name}.cmd` : name), args, options);
}

export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Olshem needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
	process.exit(1);
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

export function installPackages() {
	const marker = join(root, 'node_modules', '.package-lock.json');
	if (modified(marker) >= modified(join(root, 'package-lock.json'))) return;
	console.log('Installing packages …');
	if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) process.exit(1);
}

function newestSource() {
	const folders = ['src', 'messages', 'static', 'data-samples', 'project.inlang'].map((name) =>
		join(root, name)
	);
	const files = ['package-lock.json', 'vite.config.ts', 'svelte.config.js'].map((name) => join(root, name));
	let newest = Math.max(...files.map(modified));
	for (const folder of folders) {
		if (!existsSync(folder)) continue;
		for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
			if (entry.isFile() && !entry.parentPath.includes('paraglide')) {
				newest = Math.max(newest, modified(join(entry.parentPath, entry.name)));
			}
		}
	}
	return newest;
}

export function buildSite() {
	if (modified(join(root, 'build', '200.html')) > newestSource()) return;
	console.log('Building …');
	if (runBin('vite', ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Finds a browser for the tests, or installs one: Debian's where this is root on Debian, else Playwright's own. */
export function installBrowser() {
	if (process.env.OLSHEM_CHROMIUM || BROWSERS.some(existsSync)) return;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Installing Chromium …');
		run('apt-get', ['update', '-qq']);
		if (run('apt-get', ['install', '-y', '-qq', 'chromium']) === 0) return;
	}
	if (runBin('playwright', ['install', 'chromium']) !== 0) {
		console.error('No browser for the tests: install Chromium, or set OLSHEM_CHROMIUM to its path.');
		process.exit(1);
	}
}
