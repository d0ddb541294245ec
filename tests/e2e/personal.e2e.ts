import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures';

const LEVELS = ['Мүлдем келіспеймін', 'Келіспеймін', 'Бейтарап', 'Келісемін', 'Толық келісемін'];
const HEAD = ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Сабақ қызықты өтеді', 'Мектеп ұнайды'];
const SURNAMES = ['Ахметова', 'Сейтқали', 'Ким', 'Иванова', 'Оразбай', 'Жүнісова'];

/** A Microsoft Forms export saved as CSV. */
function forms(): Buffer {
	const rows = Array.from({ length: 24 }, (_, at) => {
		const time = `4/${String(13 + (at % 15))}/2016`;
		const who = [`user${String(at)}@mektep.kz`, `${SURNAMES[at % 6] ?? ''} Айгерім`];
		const answers = [LEVELS[at % 5] ?? '', LEVELS[(at + 2) % 5] ?? ''];
		return [String(at + 1), `${time} 9:00`, `${time} 9:10`, ...who, ...answers].join(',');
	});
	return Buffer.from([HEAD.join(','), ...rows, ''].join('\r\n'));
}

/** The text of every file that this browser keeps for the site. */
async function kept(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const texts: string[] = [];
		const walk = async (folder: FileSystemDirectoryHandle) => {
			for await (const handle of folder.values()) {
				if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
				else texts.push(await (await (handle as FileSystemFileHandle).getFile()).text());
			}
		};
		await walk(await navigator.storage.getDirectory());
		return texts.join('\n');
	});
}

test('e-mails and names of a questionnaire are pointed out and never stored unless the user says so', async ({
	page,
	audit
}) => {
	await page.goto('/data');
	await page
		.getByTestId('files')
		.first()
		.setInputFiles({ name: 'сауалнама.csv', mimeType: 'text/csv', buffer: forms() });
	const question = page.locator('[data-question="personal"]');
	await expect(question).toContainText('Email');
	await expect(question).toContainText('Name');
	await expect(question.getByRole('button')).toHaveCount(3);
	await audit(page);
	await expect.poll(() => kept(page)).toContain('Мектеп ұнайды');
	expect(await kept(page)).not.toMatch(/@mektep|Ахметова/);

	await question.getByRole('button', { name: 'Алып тастау' }).click();
	await expect(question).toHaveCount(0);
	await page.reload();
	await expect(page.locator('[data-card]')).toHaveCount(1);
	await expect(page.locator('[data-question="personal"]')).toHaveCount(0);
	expect(await kept(page)).not.toMatch(/@mektep|Ахметова/);

	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: /zip/i }).first().click();
	const files = unzipSync(new Uint8Array(readFileSync(await (await saving).path())));
	const text = Object.values(files)
		.map((bytes) => new TextDecoder().decode(bytes))
		.join('\n');
	expect(text).toContain('Мектеп ұнайды');
	expect(text).not.toMatch(/@mektep|Ахметова/);

	await page.locator('[data-card] a[href*="/data/file"]').first().click();
	await expect(page.locator('[data-redacted]')).toContainText(/[0-9a-f]{64}/);
	await audit(page);
});
