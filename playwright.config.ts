import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium';

const PORT = 4399;

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.e2e.ts',
	fullyParallel: true,
	workers: 2,
	forbidOnly: !!process.env.CI,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	outputDir: 'test-results/e2e',
	use: {
		baseURL: `http://localhost:${PORT}`,
		viewport: { width: 1366, height: 768 },
		locale: 'ru-KZ',
		timezoneId: 'Asia/Almaty',
		serviceWorkers: 'block',
		launchOptions: {
			executablePath: chromiumPath(),
			args: ['--no-sandbox', '--disable-background-networking']
		}
	},
	webServer: {
		command: `node scripts/serve.mjs --port ${PORT}`,
		url: `http://localhost:${PORT}`,
		reuseExistingServer: false
	}
});
