import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openSample, test } from './fixtures';

const SOURCES = 'data-samples/qoldau/sources';

test('loose files are recognised by themselves and become an evaluation', async ({ page }) => {
	await page.goto('/');
	const files = readdirSync(SOURCES).map((name) => join(SOURCES, name));
	await page.getByTestId('files').first().setInputFiles(files);
	await expect(page.locator('.chart > svg')).toHaveCount(4);
	await expect(page.getByText(/Жауап күтетін сұрақ/)).toBeVisible();
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	await expect(page.locator('[data-card]')).toHaveCount(files.length);
});

test('a project is saved as a zip and opened from it', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: /zip/i }).first().click();
	const path = await (await saving).path();
	const bytes = readFileSync(path);
	expect(bytes.subarray(0, 2).toString()).toBe('PK');
	await page
		.getByTestId('files')
		.first()
		.setInputFiles({ name: 'qoldau.zip', mimeType: 'application/zip', buffer: bytes });
	await expect(page.locator('[data-card]')).toHaveCount(readdirSync(SOURCES).length);
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a figure is taken away as SVG, PNG and CSV', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Салыстыру', exact: true }).click();
	for (const [label, starts] of [
		['SVG сурет', '<svg'],
		['PNG сурет, 300 dpi', '\x89PNG'],
		['CSV кесте', '\ufeff']
	] as const) {
		await page
			.getByRole('button', { name: /^Жүктеп алу/ })
			.first()
			.click();
		const saving = page.waitForEvent('download');
		await page.getByRole('menuitem', { name: label }).click();
		const content = readFileSync(await (await saving).path(), starts.startsWith('\x89') ? 'latin1' : 'utf8');
		expect(content.startsWith(starts), label).toBe(true);
	}
});
