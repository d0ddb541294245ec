import { spawn } from 'node:child_process';
import { launch, median, seconds } from './chromium.mjs';

const PORT = 4398;
const AIMS = { cold: 2500, warm: 700, filter: 50 };
const RUNS = 5;

/** In the page: clicks the button that opens the sample and waits until all four charts of the evaluation are painted. */
const clickToDrawn = () =>
	new Promise((resolve) => {
		const button = [...document.querySelectorAll('main button')].find((one) =>
			one.classList.contains('primary')
		);
		const started = performance.now();
		const look = () => {
			if (document.querySelectorAll('[data-figure] svg').length < 4) requestAnimationFrame(look);
			else requestAnimationFrame(() => resolve(performance.now() - started));
		};
		button.click();
		look();
	});

/** In the page: chooses another value of a filter and waits until the charts were replaced and painted. */
const filterToDrawn = (index) =>
	new Promise((resolve) => {
		const select = document.querySelector('[role=group] select');
		const before = document.querySelector('[data-figure] svg');
		select.selectedIndex = index;
		const started = performance.now();
		select.dispatchEvent(new Event('change', { bubbles: true }));
		const look = () => {
			if (document.querySelector('[data-figure] svg') === before) requestAnimationFrame(look);
			else requestAnimationFrame(() => resolve(performance.now() - started));
		};
		look();
	});

/** Click on the sample → evaluation drawn, cold and warm; a filter → charts redrawn. Medians of five runs. */
export async function benchPage() {
	const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', String(PORT)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise((resolve) => server.stdout.once('data', resolve));
	const browser = await launch();
	const times = { cold: [], warm: [], filter: [] };
	try {
		for (let run = 0; run < RUNS; run++) {
			for (const kind of ['cold', 'warm']) {
				const context = await browser.newContext({
					viewport: { width: 1366, height: 768 },
					serviceWorkers: 'block'
				});
				const page = await context.newPage();
				await page.goto(`http://localhost:${PORT}/`);
				await page.locator('main button.primary').waitFor();
				if (kind === 'warm') await page.waitForTimeout(4000);
				times[kind].push(await page.evaluate(clickToDrawn));
				if (kind === 'warm') {
					for (const index of [1, 2, 0]) times.filter.push(await page.evaluate(filterToDrawn, index));
				}
				await context.close();
			}
		}
	} finally {
		await browser.close();
		server.kill();
	}
	console.log(`\nThe sample school in Chromium, medians of ${RUNS} runs`);
	const names = {
		cold: 'click on the sample → evaluation drawn, empty cache',
		warm: 'the same, engine warm',
		filter: 'filter → charts redrawn'
	};
	for (const [kind, name] of Object.entries(names)) {
		const time = median(times[kind]);
		console.log(
			`  ${name.padEnd(54)} ${seconds(time).padStart(8)}   ${(time / AIMS[kind]).toFixed(2)} × the aim of ${AIMS[kind]} ms`
		);
	}
}
