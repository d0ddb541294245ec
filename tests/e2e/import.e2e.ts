import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { FAULTS, SECOND_ITEM, schoolFile } from './data/school-file';
import { expect, test } from './fixtures';

const NAME = 'Сауалнама 2016-2017.csv';
const SHOTS = 'test-results/import';
const upload = (name: string, bytes: Uint8Array) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(bytes)
});
const issue = (page: Page, code: string) => page.locator(`[data-issue="${code}"]`);
const shot = (page: Page, name: string) => page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });

/** Numbers of an equation "30 = … 2 + … 23": the left side, and the sum of the right one. */
async function equation(line: Locator): Promise<[number, number]> {
	const [left = '', right = ''] = (await line.innerText()).split('=');
	const last = (text: string) => Number(/(\d+)\s*$/.exec(text.trim())?.[1]);
	return [last(left), right.split('+').reduce((sum, addend) => sum + last(addend), 0)];
}

async function dropFile(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByTestId('files').first().setInputFiles(upload(NAME, schoolFile()));
	await expect(page.getByRole('status')).toHaveCount(0);
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	await expect(page.locator('[data-card]')).toHaveCount(1);
}

async function openFile(page: Page): Promise<void> {
	await page.getByRole('link', { name: `Қарау және реттеу: ${NAME}` }).click();
	await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
	await expect(page.getByRole('table', { name: `«${NAME}» файлының жолдары` })).toBeVisible();
}

test('a school’s own Excel file goes from the drop to the evaluation, every fault named and every row told', async ({
	page,
	audit
}) => {
	test.slow();
	await dropFile(page);
	const sum = page.locator('[data-card]').getByText(/^Файлдағы жол/);
	expect(await equation(sum)).toEqual([FAULTS.total, FAULTS.total]);
	await audit(page);
	await shot(page, 'data');

	await openFile(page);
	await audit(page);
	await expect(page.getByRole('combobox', { name: 'Кодтау' })).toHaveValue('KZ-1048');
	const named: [string, (string | RegExp)[]][] = [
		['merged-header', ['3-жол', '4-жол']],
		['preamble', ['1-жол', '2-жол']],
		['totals-rows', [`${FAULTS.total}-жол`]],
		['ragged-rows', [`${FAULTS.ragged}-жол`]],
		['duplicate-headers', ['3-жол, «Балл» бағаны']],
		['excel-errors', [`${FAULTS.error}-жол, «${SECOND_ITEM}» бағаны: «#Н/Д»`]],
		['out-of-range', [`${FAULTS.outside}-жол, «${SECOND_ITEM}» бағаны: «7»`]],
		['not-a-number', [`${FAULTS.typo}-жол, «${SECOND_ITEM}» бағаны: «4о»`]],
		['ambiguous-dates', ['«Толтырылған күні» бағаны']],
		['homoglyphs', [`${FAULTS.latin}-жол, «Сынып» бағаны: «7A»`]],
		['empty-rows', [`${FAULTS.blank}-жол`]],
		['missing-tokens', [`${FAULTS.missing}-жол, «${SECOND_ITEM}» бағаны: «-»`]]
	];
	for (const [code, places] of named)
		for (const place of places) await expect(issue(page, code), code).toContainText(place);

	// One treatment undone and redone: the total becomes a row of data, and leaves it again.
	const header = page.getByText(/^Файлдағы жол/);
	const before = await header.innerText();
	await issue(page, 'totals-rows').getByRole('button', { name: 'Бұл жолдарды дерек деп алу' }).click();
	await expect(header).not.toContainText('жиынтық жол');
	expect(await equation(header)).toEqual([FAULTS.total, FAULTS.total]);
	await page.getByRole('button', { name: /^Қайтару: Жиынтық жолдар/ }).click();
	await expect(header).toHaveText(before);

	// The short row is taken as it is, and given back.
	await issue(page, 'ragged-rows')
		.getByRole('button', { name: /Бұл жолдарды да есепке алу/ })
		.click();
	await expect(header).toContainText('деректер 24');
	await page.getByRole('button', { name: /^Қайтару: Түрі қолмен/ }).click();
	await expect(header).toHaveText(before);

	// The date question is answered, then a row is set aside by hand, by keyboard alone.
	await page.getByRole('button', { name: 'Алдымен күн, кейін ай' }).click();
	await expect(page.getByRole('button', { name: 'Алдымен күн, кейін ай' })).toHaveCount(0);
	const first = page.getByRole('checkbox', { name: '5-жолды таңдау', exact: true });
	await first.focus();
	await page.keyboard.press('Shift+ArrowDown');
	await expect(page.getByRole('checkbox', { name: '6-жолды таңдау', exact: true })).toBeFocused();
	const bar = page.getByRole('group', { name: 'Таңдалған жол: 2' });
	await bar.getByRole('combobox', { name: 'Жолдың түрі' }).selectOption('set-aside');
	await audit(page);
	await shot(page, 'chosen');
	await bar.getByRole('button', { name: 'Түрін өзгерту' }).press('Enter');
	await expect(header).toContainText('шетке қойылған жол 2');
	expect(await equation(header)).toEqual([FAULTS.total, FAULTS.total]);
	await expect(page.getByRole('table', { name: `«${NAME}» файлының жолдары` })).toBeFocused();
	await page.getByRole('combobox', { name: '6-жолдың түрі', exact: true }).selectOption('imported');
	await expect(header).toContainText('шетке қойылған жол 1');

	// The mapping is accepted, the scale confirmed where it is asked, and the page evaluates.
	await page.getByRole('button', { name: 'Растау', exact: true }).click();
	await expect(page.getByText('Расталған.').first()).toBeVisible();
	await shot(page, 'file');
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	const questions = page.locator('section[aria-labelledby="questions-title"] li');
	for (let turn = 0; turn < 10 && (await questions.count()) > 0; turn += 1) {
		const left = await questions.count();
		await questions.first().getByRole('button').first().click();
		await expect(questions).not.toHaveCount(left);
	}
	await expect(page.locator('[data-card]')).toContainText('сіз растағансыз');
	await page.getByRole('link', { name: 'Қанағаттану', exact: true }).click();
	await expect(page.locator('.chart > svg').first()).toBeVisible();
	await expect(page.locator('main')).toContainText(/22/);
	await shot(page, 'evaluation');
});

test('rows set aside are fixed in a table of their own and count once', async ({ page, audit }) => {
	await dropFile(page);
	await openFile(page);
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Бұл жолдарды жүктеп алу (CSV)' }).click();
	const table = readFileSync(await (await saving).path(), 'utf8').split('\r\n');
	expect(table[0]).toMatch(/^\ufeffЖол · Olshem [0-9a-f]{12};Жолдың түрі;Коды;Сынып/);
	const fixed = table.map((line) =>
		line.startsWith(`${FAULTS.ragged};`) ? line.replace(/;;;$/, ';4;5;4') : line
	);
	expect(fixed).not.toEqual(table);
	const given = upload('түзетілген.csv', new TextEncoder().encode(fixed.join('\r\n')));
	await page.getByTestId('fixed').setInputFiles(given);
	await expect(page.getByRole('link', { name: 'түзетілген.csv' })).toBeVisible();
	await expect(page.getByText(/^Файлдағы жол/)).toContainText('шетке қойылған жол 1');
	await page.getByRole('link', { name: 'Деректер', exact: true }).click();
	const card = page.locator('[data-card]', { hasText: 'түзетілген.csv' });
	await expect(card).toContainText(`«${NAME}» файлының түзетілген жолдары`);
	await expect(card.getByText(/^Файлдағы жол/)).toContainText('деректер 1');
	await audit(page);
	await shot(page, 'corrected');
});

test('a file given again changes nothing, a changed one offers to take its place', async ({
	page,
	audit
}) => {
	await dropFile(page);
	const files = page.getByTestId('files').first();
	await files.setInputFiles(upload('көшірме.csv', schoolFile()));
	await expect(page.getByText(/ештеңе өзгерген жоқ/)).toContainText('көшірме.csv');
	const text = Buffer.from(schoolFile())
		.toString('latin1')
		.replace(/;5;4\r\n/, ';1;4\r\n');
	await files.setInputFiles(upload('Сауалнама 2016-2017 (1).csv', Buffer.from(text, 'latin1')));
	const offer = page.getByRole('region', { name: 'Файлдың жаңа нұсқасы ма?' });
	await expect(offer).toContainText('«Коды» бағаны бойынша');
	await offer.getByText('Алғашқы айырмалар: 1').click();
	await expect(offer).toContainText('5-жол, «Балл» бағаны «5» → «1»');
	await expect(page.locator('[data-card]')).toHaveCount(1);
	await audit(page);
	await shot(page, 'version');
	await offer.getByRole('button', { name: 'Ескісін ауыстыру' }).click();
	await expect(offer).toHaveCount(0);
	await expect(page.locator('[data-card]')).toContainText('Сауалнама 2016-2017 (1).csv');
});

test('a refused file offers its repair and is read so', async ({ page, audit }) => {
	await page.goto('/data');
	const text = 'Сынып,Балл\n7А,4,5\n8Б,3,9\n9В,4,1\n';
	await page
		.getByTestId('files')
		.first()
		.setInputFiles(upload('балл.csv', new TextEncoder().encode(text)));
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('балл.csv');
	await audit(page);
	await alert.getByRole('button', { name: 'Солай түзетіп оқу' }).click();
	await expect(alert).toHaveCount(0);
	await expect(page.locator('[data-card]')).toContainText('балл.csv');
});

test('a row of four hundred columns is seen to its end', async ({ page }) => {
	await page.goto('/data');
	const lines = Array.from({ length: 40 }, (_, row) =>
		Array.from({ length: 400 }, (_cell, at) => (row === 0 ? `Сұрақ ${at + 1}` : String((row * at) % 5))).join(
			';'
		)
	);
	await page
		.getByTestId('files')
		.first()
		.setInputFiles(upload('кең.csv', new TextEncoder().encode(lines.join('\n'))));
	await page.locator('[data-card] a').first().click();
	const table = page.getByRole('table', { name: '«кең.csv» файлының жолдары' });
	await expect(table.getByRole('columnheader', { name: 'Сұрақ 1', exact: true })).toBeVisible();
	await table.scrollIntoViewIfNeeded();
	await table.evaluate((element) => (element.scrollLeft = element.scrollWidth));
	await expect(table.getByRole('columnheader', { name: 'Сұрақ 400', exact: true })).toBeInViewport();
	await expect(table.getByRole('rowheader').first()).toBeInViewport();
	expect(await table.getByRole('columnheader').count()).toBeLessThan(30);
});
