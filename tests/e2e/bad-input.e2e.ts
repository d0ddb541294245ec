import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openSample, test } from './fixtures';

const LANGUAGES = ['Қазақша', 'Русский', 'English'];
const xlsx = Buffer.concat([
	Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'),
	Buffer.from('[Content_Types].xml xl/workbook.xml')
]);
const newer = JSON.stringify({
	...(JSON.parse(readFileSync('data-samples/qoldau/project.json', 'utf8')) as Record<string, unknown>),
	olshem: 99
});

const CASES = [
	{ what: 'a workbook called .csv', file: { name: 'teachers.csv', mimeType: 'text/csv', buffer: xlsx } },
	{ what: 'an empty file', file: { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) } },
	{
		what: 'a picture',
		file: { name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1') }
	},
	{
		what: 'a project of a newer version',
		file: { name: 'project.json', mimeType: 'application/json', buffer: Buffer.from(newer) }
	}
];

const cards = (page: Page) => page.locator('[data-card]');

for (const { what, file } of CASES) {
	test(`${what} gets a clear error in three languages, and the project is as it was`, async ({ page }) => {
		await openSample(page);
		await page.getByRole('link', { name: 'Деректер', exact: true }).click();
		await expect(cards(page).first()).toBeVisible();
		const before = await cards(page).count();
		expect(before).toBeGreaterThan(20);
		await page.getByTestId('files').first().setInputFiles(file);
		const alert = page.getByRole('alert');
		const said = new Set<string>();
		for (const language of LANGUAGES) {
			await page.getByRole('button', { name: language }).click();
			await expect(alert).toBeVisible();
			const text = await alert.innerText();
			expect(text.length).toBeGreaterThan(30);
			expect(text).not.toMatch(/undefined|\{|\bError\b|at .*\.js/);
			said.add(text);
		}
		expect(said.size).toBe(3);
		await expect(cards(page)).toHaveCount(before);
	});
}
