import { defineConfig } from '@playwright/test';

const executablePath = process.env['FOREDESK_CHROMIUM'];

/** The console that `npm run serve` serves, in Chromium: `npm test -- e2e`. Each test has a desk and a server of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  // Ceilings for a busy machine, not how long anything takes.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: executablePath ? { executablePath } : {},
  },
});
