import { defineConfig } from '@playwright/test';

/** The real app in a real Electron, one at a time: `npm test -- electron`. */
export default defineConfig({
  testDir: '.',
  testIgnore: 'packaged.spec.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  // Ceilings for a busy machine, not how long anything takes.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: 'list',
});
