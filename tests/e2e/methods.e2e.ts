import type { Page } from '@playwright/test';
import { expect, openSample, test } from './fixtures';

const form = (page: Page) => page.getByRole('form', { name: 'Өз әдісін қосу' });

async function openSettings(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	await page.getByRole('link', { name: 'Баптау' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Деңгей анықтау әдістері' })).toBeVisible();
}

async function typeBands(page: Page, bands: [string, string, string][]): Promise<void> {
	for (const [at, [from, to, title]] of bands.entries()) {
		const band = form(page).getByRole('group', { name: `${at + 1}-деңгей`, exact: true });
		await band.getByLabel('Бастап').fill(from);
		await band.getByLabel('Дейін').fill(to);
		await band.getByLabel('Деңгей атауы, Қазақша').fill(title);
	}
}

test('a school adds its own method, sees the answers under it, and opens the number', async ({
	page,
	audit
}) => {
	await openSample(page);
	await openSettings(page);
	await page.getByRole('button', { name: 'Өз әдісін қосу' }).click();
	await form(page).getByLabel('Әдістің атауы, Қазақша').fill('Мектеп индексі');
	await form(page).getByLabel('Шкаланың жоғарғы шегі').fill('1');
	await typeBands(page, [
		['0', '0,40', 'жеткіліксіз'],
		['0,41', '0,70', 'жеткілікті'],
		['0,70', '1', 'оңтайлы']
	]);
	const fault = form(page).getByText(/Ешбір деңгейге кірмейтін аралық бар: 0,4–0,41/);
	await expect(fault).toBeVisible();
	await audit(page);
	await form(page).getByRole('button', { name: 'Сақтау' }).click();
	await expect(fault).toBeVisible();

	await typeBands(page, [
		['0', '0,40', 'жеткіліксіз'],
		['0,40', '0,70', 'жеткілікті']
	]);
	await expect(fault).toBeHidden();
	await form(page).getByRole('button', { name: 'Сақтау' }).click();
	await expect(
		page.getByText('жеткіліксіз [0; 0,4) · жеткілікті [0,4; 0,7) · оңтайлы [0,7; 1]')
	).toBeVisible();
	await audit(page);

	await page.getByRole('link', { name: 'Қанағаттану', exact: true }).click();
	const figure = page.locator('[data-figure^="satisfaction.methods."]').first();
	await expect(figure.getByText('Мектеп индексі', { exact: true }).first()).toBeVisible();
	await expect(figure.getByText(/жеткілікті \[0,4; 0,7\)/)).toBeVisible();
	await figure.getByRole('link', { name: /^Мектеп индексі: 0,/ }).click();
	const panel = page.getByRole('dialog');
	await expect(panel.getByText(/Мектеп индексі \(school-1@1\)/)).toBeVisible();
	await expect(panel.getByText('SELECT').first()).toBeVisible();
	await expect(panel.getByText(/\.csv/).first()).toBeVisible();
	await audit(page);
});

test('a changed method is a new version, and a questionnaire uses the one that is chosen', async ({
	page
}) => {
	await openSample(page);
	await openSettings(page);
	await page.getByRole('button', { name: /^Көшіру: Шкаланың тең үштен бірі/ }).click();
	await form(page).getByLabel('Әдістің атауы, Қазақша').fill('Біздің үштіктер');
	await form(page).getByRole('button', { name: 'Сақтау' }).click();
	await page.getByRole('button', { name: 'Өзгерту: Біздің үштіктер' }).click();
	const edited = page.getByRole('form', { name: 'Өзгерту' });
	await edited.getByRole('button', { name: 'Сақтау' }).click();
	await expect(edited.getByText('Ештеңе өзгермеген: жаңа нұсқаның қажеті жоқ.')).toBeVisible();
	await edited.getByLabel('Дереккөз').fill('Бұйрық № 12');
	await edited.getByRole('button', { name: 'Сақтау' }).click();
	await expect(page.getByText(/school-1@1/).first()).toBeVisible();
	await expect(page.getByText(/Бұйрық № 12 · school-1@2/)).toBeVisible();

	const choice = page.locator('select').filter({ hasText: 'school-1@2' }).first();
	await choice.selectOption('school-1@2');
	await page.getByRole('link', { name: 'Қанағаттану', exact: true }).click();
	const figure = page.locator('[data-figure^="satisfaction.methods."]').first();
	await expect(figure.getByText(/Біздің үштіктер, 2-нұсқа/).first()).toBeVisible();
});

test('what is shown at which n follows k', async ({ page }) => {
	await openSample(page);
	await openSettings(page);
	const table = page.getByRole('region', { name: 'Жауап саны қанша болғанда не көрсетіледі' });
	await expect(table.getByRole('cell', { name: '5–9', exact: true }).first()).toBeVisible();
	await page.getByLabel('Ең аз адам саны').fill('7');
	await page.getByRole('button', { name: 'Сақтау' }).first().click();
	await expect(table.getByRole('cell', { name: '7–9', exact: true }).first()).toBeVisible();
	await expect(table.getByRole('cell', { name: '1–6', exact: true }).first()).toBeVisible();
});

test('the comparability ledger is reached from the comparison and can be taken away', async ({
	page,
	audit
}) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Салыстыру', exact: true }).click();
	await page
		.getByRole('link', { name: /Сұрақтардың салыстырмалылығы/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/ledger/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('сұрақ');
	await expect(page.locator('[data-comparability]').first()).toBeVisible();
	await audit(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Кестені жүктеп алу (CSV)' }).click();
	expect((await download).suggestedFilename()).toBe('olshem-comparison-ledger-kk.csv');
});
