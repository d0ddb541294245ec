import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

const SHOTS = 'test-results/export-check';
const HEAD = ['Уақыт белгісі', 'Сыныбың', 'Сабақтар маған қызықты', 'Мектебімді мақтан тұтамын'];
const HEATMAP = 'satisfaction.heatmap.pupils.class';
const ITEMS = 'satisfaction.items.pupils';
const FIRST = { '7А': 20, '7Ә': 15, '8А': 12 };
/** A week later two more of one class have answered, fewer than k. */
const LATER = { ...FIRST, '7А': 22 };

const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png` });
const figure = (page: Page, id: string) => page.locator(`[data-figure="${id}"]`);
const menu = (page: Page, id: string) => figure(page, id).getByRole('button', { name: /^Жүктеп алу/ });
const settings = (page: Page) => page.getByRole('region', { name: 'Сыртқа шыққан файлдар' });

/** Answers of three classes on one scale, as a form saves them. */
function answers(sizes: Record<string, number>): Buffer {
	const rows = Object.entries(sizes).flatMap(([group, size]) =>
		Array.from({ length: size }, (_, at) => {
			const time = `${String(10 + (at % 18))}.04.2017 09:${String(10 + at)}:00`;
			return [time, group, 1 + (at % 5), 1 + ((at * 2) % 5)].join(';');
		})
	);
	return Buffer.from(`\ufeff${[HEAD.join(';'), ...rows].join('\r\n')}\r\n`);
}

async function drop(page: Page, name: string, buffer: Buffer, mimeType = 'text/csv'): Promise<void> {
	await page.getByTestId('files').first().setInputFiles({ name, mimeType, buffer });
	await expect(page.getByRole('status')).toHaveCount(0);
}

const toData = (page: Page) => page.getByRole('link', { name: 'Деректер', exact: true }).click();

async function toSettings(page: Page): Promise<void> {
	await toData(page);
	await page.getByRole('link', { name: 'Баптау' }).click();
	await expect(settings(page)).toBeVisible();
}

async function toSatisfaction(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Қанағаттану', exact: true }).click();
	await expect(figure(page, HEATMAP).locator('.chart > svg')).toBeVisible();
}

async function openFirst(page: Page): Promise<void> {
	await page.goto('/');
	await drop(page, 'Оқушылар 2017.csv', answers(FIRST));
	await toSatisfaction(page);
}

async function replaceByLater(page: Page): Promise<void> {
	await page.clock.setFixedTime(new Date('2017-05-27T20:00:00+05:00'));
	await toData(page);
	await drop(page, 'Оқушылар 2017 (1).csv', answers(LATER));
	await page.getByRole('button', { name: 'Ескісін ауыстыру' }).click();
	await expect(page.locator('[data-card]')).toContainText('Оқушылар 2017 (1).csv');
	await toSatisfaction(page);
}

/** By keyboard alone: the menu of a figure is opened and one of its forms chosen. */
async function ask(page: Page, id: string, form: 'SVG сурет' | 'CSV кесте'): Promise<void> {
	await menu(page, id).focus();
	await page.keyboard.press('Enter');
	const item = page.getByRole('menuitem', { name: form });
	await expect(item).toBeVisible();
	for (let turn = 0; turn < 3 && !(await focused(item)); turn += 1) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
}

const focused = (item: Locator) => item.evaluate((element) => element === document.activeElement);

async function saved(page: Page, id: string, form: 'SVG сурет' | 'CSV кесте'): Promise<Download> {
	const download = page.waitForEvent('download');
	await ask(page, id, form);
	return download;
}

/** Asks for a figure that may not leave: the refusal, with nothing downloaded. */
async function refusal(page: Page, id: string): Promise<Locator> {
	const dialog = page.getByRole('alertdialog', { name: 'Сақталмады: шағын топ танылып қалуы мүмкін' });
	let downloads = 0;
	page.on('download', () => (downloads += 1));
	await ask(page, id, 'SVG сурет');
	await expect(dialog).toBeVisible();
	expect(downloads).toBe(0);
	return dialog;
}

test('a figure that tells of two people together with one of last week is refused, and says with which', async ({
	page,
	audit
}) => {
	test.slow();
	await openFirst(page);
	const file = await saved(page, HEATMAP, 'SVG сурет');
	expect(file.suggestedFilename()).toBe('olshem-satisfaction-heatmap-pupils-class-kk.svg');
	expect(readFileSync(await file.path(), 'utf8')).toContain('<svg');
	await saved(page, HEATMAP, 'CSV кесте');
	await replaceByLater(page);

	const again = await refusal(page, HEATMAP);
	await expect(again).toContainText('Оқушылар сауалнамасы · Сабақтар маған қызықты · 2016–17');
	const numbers = again.getByRole('listitem');
	await expect(numbers.nth(0)).toHaveText('Сынып: 7А (жауап саны: 22) – қазір');
	await expect(numbers.nth(1)).toContainText('Сынып: 7А (жауап саны: 20)');
	await expect(numbers.nth(1)).toContainText('2017 жылғы 20 мамыр');
	await expect(numbers.nth(1)).toContainText('olshem-satisfaction-heatmap-pupils-class-kk.csv');
	await expect(again).toContainText('5 адамнан аз қалады');
	await expect(again).toContainText('Бұрын сақталған файлды пайдаланыңыз');
	// Not offered, for the next refusal shows that everyone together may not leave either.
	await expect(again).not.toContainText('барлығы бойынша сақтаңыз');
	await audit(page);
	await shot(page, 'group');
	await page.keyboard.press('Escape');
	await expect(again).toBeHidden();
	await expect(menu(page, HEATMAP)).toBeFocused();

	// The whole of the later week minus the classes of the earlier one.
	const whole = await refusal(page, ITEMS);
	await expect(whole.getByRole('listitem').nth(0)).toHaveText('барлығы (жауап саны: 49) – қазір');
	await expect(whole.getByRole('listitem').nth(1)).toContainText(
		/Сынып: 7А \(жауап саны: 20\).*Сынып: 7Ә \(жауап саны: 15\).*Сынып: 8А \(жауап саны: 12\)/
	);
	await page.keyboard.press('Escape');

	for (const [language, title, words] of [
		['Русский', 'Не сохранено: можно узнать малую группу', 'останется меньше 5 человек'],
		['English', 'Not saved: a small group could be recognised', 'fewer than 5 people are left']
	] as const) {
		await page.getByRole('button', { name: language }).click();
		await figure(page, HEATMAP).locator('[aria-haspopup=menu]').click();
		await page.getByRole('menuitem').first().click();
		const dialog = page.getByRole('alertdialog', { name: title });
		await expect(dialog).toContainText(words);
		await shot(page, language);
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
	}
});

test('what has left stands in the settings, outlives a reload, and is forgotten only on purpose', async ({
	page,
	audit
}) => {
	test.slow();
	await openFirst(page);
	await toSettings(page);
	await expect(settings(page)).toContainText('Әзірге сыртқа ештеңе шыққан жоқ.');
	await toSatisfaction(page);
	await saved(page, HEATMAP, 'SVG сурет');
	await page.getByRole('combobox', { name: 'Сынып' }).selectOption('7А');
	await saved(page, ITEMS, 'CSV кесте');
	await page.reload();
	await toSettings(page);
	const entries = settings(page).getByRole('listitem');
	await expect(entries).toHaveCount(2);
	await expect(entries.nth(0)).toContainText('сұрақтар бойынша');
	await expect(entries.nth(0)).toContainText(
		/2017 жылғы 20 мамыр.*olshem-satisfaction-items-pupils-kk\.csv.*Сынып: 7А/
	);
	await expect(entries.nth(1)).toContainText('olshem-satisfaction-heatmap-pupils-class-kk.svg');
	await audit(page);

	await replaceByLater(page);
	await (await refusal(page, HEATMAP)).getByRole('link', { name: 'Сыртқа шыққан файлдар' }).click();
	await expect(settings(page)).toBeInViewport();
	const forget = settings(page).getByRole('button', { name: 'Тізімді тазарту' });
	await forget.click();
	const asking = page.getByRole('alertdialog', { name: 'Тізім тазартылсын ба?' });
	await expect(asking).toContainText('5 адамнан аз топтың не деп жауап бергенін');
	await audit(page);
	await shot(page, 'forget');
	await page.keyboard.press('Escape');
	await expect(entries).toHaveCount(2);
	await forget.click();
	await asking.getByRole('button', { name: 'Тазарту', exact: true }).click();
	await expect(entries).toHaveCount(0);
	await expect(settings(page).getByRole('heading')).toBeFocused();
	await toSatisfaction(page);
	await saved(page, HEATMAP, 'SVG сурет');
});

test('the record goes with the project: into its zip, and not into another project', async ({ page }) => {
	test.slow();
	await openFirst(page);
	await saved(page, HEATMAP, 'SVG сурет');
	await toData(page);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Жобаны сақтау (.zip)' }).click();
	const zip = readFileSync(await (await saving).path());

	await page.getByRole('button', { name: 'Басынан бастау' }).click();
	await page.getByRole('button', { name: 'Жаңа жоба бастау' }).click();
	await drop(page, 'Оқушылар 2017 (1).csv', answers(LATER));
	await toSatisfaction(page);
	await saved(page, HEATMAP, 'SVG сурет');

	await toData(page);
	await drop(page, 'жоба.zip', zip, 'application/zip');
	await expect(page.locator('[data-card]')).toContainText('Оқушылар 2017.csv');
	await replaceByLater(page);
	await expect((await refusal(page, HEATMAP)).getByRole('listitem').nth(1)).toContainText('жауап саны: 20');
});

test('a page is printed only where it tells nothing together with what left, and printing counts', async ({
	page
}) => {
	test.slow();
	await openFirst(page);
	await page.pdf();
	await replaceByLater(page);
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const notice = page.getByRole('heading', { name: 'Бұл бет басып шығарылмайды' });
	await expect(notice).toBeVisible();
	await expect(figure(page, HEATMAP)).toBeHidden();
	expect(await page.locator('main').innerText()).not.toMatch(/49|47/);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await page.emulateMedia({ media: 'screen' });
	const dialog = page.getByRole('alertdialog', { name: 'Бұл бет басып шығарылмайды' });
	await expect(dialog).toContainText('басып шығаруға ашылған бет');
	await page.keyboard.press('Escape');
	await expect(figure(page, HEATMAP)).toBeVisible();
	await toSettings(page);
	await expect(settings(page).getByRole('listitem')).toHaveCount(1);
	await expect(settings(page).getByRole('listitem')).toContainText('басып шығаруға ашылған бет');
});
