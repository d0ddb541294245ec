import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const ROSTER = [
	['code', 'name', 'from'],
	['T01', 'Ахметова Айгүл Серікқызы', '2014-09-01'],
	['T02', 'Оспанов Нұрлан', '2014-09-01'],
	['T03', 'Сериков Дәурен', '2014-09-01']
];
const WRITTEN = ['Ахметова А. С.', 'Оспанов Нурлан', 'Сериков Даурен', 'ОСПАНОВ НҰРЛАН', 'Белгісіз Біреу'];
const ATTENDANCE = [
	['person', 'date', 'event', 'kind'],
	...WRITTEN.map((person) => [person, '2015-02-10', 'Семинар', 'семинар'])
];

const file = (name: string, rows: string[][]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(rows.map((row) => row.join(';')).join('\n'))
});

async function openPeople(page: Page): Promise<void> {
	await page.goto('/data');
	await page
		.getByTestId('files')
		.first()
		.setInputFiles([file('roster.csv', ROSTER), file('attendance.csv', ATTENDANCE)]);
	await expect(page.locator('[data-card]')).toHaveCount(2);
	await page.getByRole('link', { name: 'Қарап шығу' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Адамдарды салыстыру' })).toBeVisible();
}

const section = (page: Page, name: string) => page.getByRole('region', { name });

test('ways of writing are shown with their reasons, accepted, and taken back', async ({ page, audit }) => {
	await openPeople(page);
	const proposed = section(page, 'Бір адам болуы мүмкін');
	await expect(proposed.getByText('бірінде аты бас әріппен ғана жазылған')).toBeVisible();
	await expect(proposed.getByText('бір есімнің қазақша және орысша жазылуы')).toBeVisible();
	await expect(section(page, 'Байланыстырылғандар').getByText('аты-жөні бойынша')).toHaveCount(1);
	await expect(section(page, 'Ешкімге байланыстырылмағандар').getByText('Белгісіз Біреу')).toBeVisible();
	await audit(page);

	await proposed.getByRole('button', { name: /^«Ахметова А\. С\.» – сол адам/ }).click();
	const joined = section(page, 'Байланыстырылғандар');
	await expect(joined.getByText('Ахметова А. С.')).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'Шешім сақталды.' })).toBeVisible();
	await expect(proposed.getByRole('heading', { level: 2 })).toBeFocused();

	await proposed.getByRole('button', { name: 'Осы топтағы 2 ұсынысты түгел қабылдау' }).click();
	await expect(page.getByText('Адамдар бойынша шешім күтетін ештеңе жоқ.')).toBeVisible();
	await expect(joined.getByRole('listitem').filter({ hasText: 'өзіңіз қабылдадыңыз' })).toHaveCount(3);

	await joined.getByRole('button', { name: '«Ахметова А. С.»: шешімді қайтару' }).click();
	await expect(proposed.getByText('Ахметова А. С.', { exact: true })).toBeVisible();
});

test('a join by name is refused, an unknown person is chosen from the roster, by keyboard', async ({
	page,
	audit
}) => {
	await openPeople(page);
	await page.getByRole('button', { name: '«ОСПАНОВ НҰРЛАН» – басқа адам' }).press('Enter');
	const refused = section(page, 'Басқа адам деп белгіленгендер');
	await expect(refused.getByText('ОСПАНОВ НҰРЛАН')).toBeVisible();

	const unmatched = section(page, 'Ешкімге байланыстырылмағандар');
	await unmatched.getByLabel('«Белгісіз Біреу»: мұғалімдер тізімінен таңдау').selectOption('T03');
	await unmatched.getByRole('button', { name: '«Белгісіз Біреу»: байланыстыру' }).press('Enter');
	await expect(section(page, 'Байланыстырылғандар').getByText('Белгісіз Біреу')).toBeVisible();
	await audit(page);
});

test('the page fits a telephone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openPeople(page);
	const wider = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(wider).toBe(0);
});
