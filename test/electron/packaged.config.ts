import { defineConfig } from '@playwright/test';

/** The packaged app, made by `npm run dist -- --linux dir`: `npm test -- packaged`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'packaged.spec.ts',
  outputDir: '../../test-results/packaged',
  workers: 1,
  timeout: 180_000,
  forbidOnly: true,
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: 'list',
});
