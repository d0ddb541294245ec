import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

interface Fixtures {
	/** Fails the test on an accessibility violation of the page as it stands. */
	audit: (page: Page) => Promise<void>;
	/** Hosts other than the site's own that were asked for; the test fails at its end where there is one. */
	foreign: string[];
}

/** Every journey runs with a frozen clock, and fails on a console error or a request that leaves the origin. */
export const test = base.extend<Fixtures>({
	foreign: [
		async ({ context, baseURL }, use) => {
			const foreign: string[] = [];
			const origin = new URL(baseURL ?? '').origin;
			context.on('request', (request) => {
				const url = new URL(request.url());
				if (url.protocol.startsWith('http') && url.origin !== origin) foreign.push(request.url());
			});
			await use(foreign);
			expect(foreign, 'requests that left the origin').toEqual([]);
		},
		{ auto: true }
	],
	page: async ({ page }, use) => {
		const errors: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') errors.push(message.text());
		});
		page.on('pageerror', (error) => errors.push(error.message));
		await page.clock.setFixedTime(new Date('2017-05-20T20:00:00+05:00'));
		await use(page);
		expect(errors, 'errors on the console').toEqual([]);
	},
	audit: async ({ baseURL }, use) => {
		expect(baseURL).toBeDefined();
		await use(async (page) => {
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
			).toEqual([]);
		});
	}
});

export { expect };

/** Opens the site and loads the sample school; returns once the four criteria are drawn. */
export async function openSample(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await page.getByRole('button', { name: 'Үлгі мектепті ашу' }).click();
	await expect(page.locator('.chart > svg').first()).toBeVisible();
}
