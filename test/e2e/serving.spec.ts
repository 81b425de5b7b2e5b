import { expect } from '@playwright/test';
import { test } from './support/console.ts';

test('the printed address opens the console, once', async ({ desk, page, browser }) => {
  const address = await desk.serve();
  await page.goto(address);
  await expect(page).toHaveTitle(/Foredesk/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The token is gone from the address bar, and with it from the history.
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const stranger = await browser.newContext();
  const again = await (await stranger.newPage()).goto(address);
  expect(again?.status()).toBe(403);
  await stranger.close();
});

test('without the token nothing is served, nor under another name', async ({ desk, request }) => {
  const address = new URL(await desk.serve());
  const bare = await request.get(address.origin);
  expect(bare.status()).toBe(403);
  const renamed = await request.get(address.href, { headers: { host: 'foredesk.example.com' } });
  expect(renamed.status()).toBe(403);
});

test('the page runs nothing it did not come with', async ({ desk, page }) => {
  const answer = await page.goto(await desk.serve());
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(refused).toEqual([]);
});
