import { expect } from '@playwright/test';
import { call, importTickets, open } from './support/board.ts';
import { test } from './support/console.ts';

test.beforeEach(({ desk }) => {
  importTickets(desk, [{ subject: 'Where is the parcel', createdAt: Date.now() - 60_000 }]);
});

test('a search that finds nothing says so, and Enter keeps it in sight on the board', async ({ page, desk }) => {
  await open(page, desk);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search tickets and actions' });
  await page.keyboard.type('status:closed priority:p1');
  await expect(palette.getByText('No tickets found for “status:closed priority:p1”.')).toBeVisible();
  await expect(palette.getByRole('option', { selected: true })).toHaveText(/^Show this search on the board/);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(page.getByText('No tickets here')).toBeVisible();
  await expect(page.getByRole('button', { name: /status:closed priority:p1/ }).first()).toBeVisible();
});

test('people are found under the words one looks for them by', async ({ page, desk }) => {
  await open(page, desk);
  for (const word of ['person', 'people']) {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Search tickets and actions' });
    await page.keyboard.type(word);
    await expect(palette.getByRole('option', { name: /^Team/ })).toBeVisible();
    await expect(palette.getByRole('option', { name: /^Go to Roster/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
  }
});

test('a desk that has nobody yet gives its ticket an owner where it is taken in', async ({ page, desk }) => {
  await open(page, desk);
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByRole('combobox', { name: /^Owner/ }).press('Enter');
  const owner = page.getByRole('combobox', { name: 'Owner', exact: true });
  await expect(owner).toBeFocused();
  await page.keyboard.type('Ada Lund');
  await expect(page.getByRole('option', { name: 'New person “Ada Lund”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form.getByRole('combobox', { name: /^Owner.*Ada Lund/ })).toHaveText('Ada Lund');
  await desk.stop();
  expect(call(desk, 'people.list').people.map(({ name }) => name)).toEqual(['Ada Lund']);
});
