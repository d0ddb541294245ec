import { existsSync } from 'node:fs';

const CANDIDATES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** Path of an installed Chromium, or undefined so that Playwright uses its own download. `OLSHEM_CHROMIUM` overrides. */
export function chromiumPath(): string | undefined {
	const asked = process.env.OLSHEM_CHROMIUM;
	return asked ?? CANDIDATES.find((path) => existsSync(path));
}
