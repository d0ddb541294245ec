import { expect, openSample, test } from './fixtures';

const PLACES = [
	{ name: 'Қанағаттану', path: '/satisfaction' },
	{ name: 'Салыстыру', path: '/comparison' },
	{ name: 'Жетістік', path: '/achievements' },
	{ name: 'Өсу', path: '/growth' },
	{ name: 'Қатысу', path: '/participation' }
];

test('one click on the sample answers the question by four criteria on one screen', async ({
	page,
	audit
}) => {
	await openSample(page);
	await expect(page.locator('.chart > svg')).toHaveCount(4);
	await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	await expect(page.getByText('үлгі деректер').first()).toBeVisible();
	const last = await page.locator('[data-figure]').last().boundingBox();
	expect(last && last.y + last.height, 'the four criteria fit on a 1366 × 768 screen').toBeLessThanOrEqual(
		768
	);
	await audit(page);
});

for (const { name, path } of PLACES) {
	test(`${path} draws its charts from the sample and is accessible`, async ({ page, audit }) => {
		await openSample(page);
		await page.getByRole('link', { name, exact: true }).click();
		await expect(page).toHaveURL(new RegExp(path));
		await expect(page.locator('.chart > svg').first()).toBeVisible();
		await audit(page);
	});
}

test('the three languages change every word without losing the project', async ({ page }) => {
	await openSample(page);
	const kazakh = await page.getByRole('heading', { level: 1 }).innerText();
	await page.getByRole('button', { name: 'Русский' }).click();
	await expect(page.getByRole('link', { name: 'Удовлетворённость', exact: true })).toBeVisible();
	const russian = await page.getByRole('heading', { level: 1 }).innerText();
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByRole('link', { name: 'Satisfaction', exact: true })).toBeVisible();
	const english = await page.getByRole('heading', { level: 1 }).innerText();
	expect(new Set([kazakh, russian, english]).size).toBe(3);
	expect(english).not.toMatch(/[а-яёәғқңөұүһі]/i);
	await expect(page.locator('.chart > svg')).toHaveCount(4);
});

test('a number opens to its definition, its SQL, and the file and line of each row', async ({
	page,
	audit
}) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Салыстыру', exact: true }).click();
	await page.locator('.chart a').first().click();
	const panel = page.getByRole('dialog');
	await expect(panel.getByText('SELECT').first()).toBeVisible();
	await expect(panel.getByText(/\.csv/).first()).toBeVisible();
	await audit(page);
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await expect(page.locator('.chart a').first()).toBeFocused();
});

test('a filter stands in the address and survives a reload, and so does the project', async ({ page }) => {
	await openSample(page);
	await page.getByRole('link', { name: 'Өсу', exact: true }).click();
	const filter = page.getByRole('combobox', { name: 'Бірлестік' });
	await filter.selectOption({ index: 1 });
	await expect(page).toHaveURL(/g\.department=/);
	const chosen = await filter.inputValue();
	await expect(page.locator('body[data-kept=true], [data-kept=true]').first()).toBeAttached();
	await page.reload();
	await expect(page.locator('.chart > svg').first()).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Бірлестік' })).toHaveValue(chosen);
});

test('a presenting page hides controls and opens no rows', async ({ page }) => {
	await openSample(page);
	await page.getByRole('button', { name: 'Көрсету' }).click();
	await expect(page.getByRole('group', { name: 'Сүзгі' })).toBeHidden();
	await expect(page.locator('.chart a')).toHaveCount(0);
	const last = await page.locator('[data-figure]').last().boundingBox();
	expect(last && last.y + last.height, 'the four criteria fit on one slide').toBeLessThanOrEqual(768);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('group', { name: 'Сүзгі' })).toBeVisible();
});
