import { expect, openSample, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

test('after one visit it works without a network', async ({ page, context }) => {
	await openSample(page);
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		return registration.active?.state;
	});
	await expect(page.locator('[data-kept=true]').first()).toBeAttached();
	await context.setOffline(true);
	await page.reload();
	await expect(page.locator('.chart > svg')).toHaveCount(4);
	await page.getByRole('link', { name: 'Өсу', exact: true }).click();
	await expect(page.locator('.chart > svg').first()).toBeVisible();
});
