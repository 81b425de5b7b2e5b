import { defineConfig } from '@playwright/test';

/** The real app in a real Electron, one at a time: `npm test -- electron`. */
export default defineConfig({
  testDir: '.',
  testIgnore: 'packaged.spec.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
});
