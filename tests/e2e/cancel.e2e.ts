import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, openSample, test } from './fixtures';

const SOURCES = readdirSync('data-samples/qoldau/sources').length;
const ROWS = 80_000;
const LABELS = ['Толық келісемін', 'Келісемін', 'Бейтарап', 'Келіспеймін', 'Мүлдем келіспеймін'];

/** A clean questionnaire of about a hundred megabytes. */
function largeFile(): string {
	const names = ['Код', 'Күні', ...Array.from({ length: 50 }, (_, at) => `${String(at + 1)}-тұжырым`)];
	const answers = LABELS.map((_, first) =>
		names.slice(2).map((_, at) => LABELS[(first + at) % LABELS.length])
	);
	const tails = answers.map((row) => `;2016-10-03;${row.join(';')}\n`);
	const rows = Array.from({ length: ROWS }, (_, at) => `R${String(at)}${tails[at % tails.length] ?? ''}`);
	return `${names.join(';')}\n${rows.join('')}`;
}

test('reading a large file shows how far it is and can be stopped', async ({ page }, info) => {
	const path = info.outputPath('large.csv');
	await writeFile(path, largeFile());
	await openSample(page);
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	await expect(page.locator('[data-card]')).toHaveCount(SOURCES);

	await page.getByTestId('files').first().setInputFiles(path);
	await expect(page.getByRole('status').getByText('large.csv (1 / 1)')).toBeVisible();
	await page.waitForFunction(() => {
		const position = document.querySelector('progress')?.position ?? -1;
		return position > 0 && position < 1;
	});
	await page.getByRole('button', { name: 'Тоқтату' }).click();

	await expect(page.getByRole('progressbar')).toHaveCount(0);
	await expect(page.getByRole('status')).toContainText('Тоқтатылды. Жоба бұрынғы күйінде.');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.locator('[data-card]')).toHaveCount(SOURCES);
	await expect(page.getByText('large.csv')).toHaveCount(0);

	await page.getByRole('link', { name: 'Бағалау', exact: true }).click();
	await expect(page.locator('.chart > svg').first()).toBeVisible();
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	await page
		.getByTestId('files')
		.first()
		.setInputFiles({
			name: 'small.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from('Код;Балл\nT1;4\nT2;5\n')
		});
	await expect(page.locator('[data-card]')).toHaveCount(SOURCES + 1);
});
