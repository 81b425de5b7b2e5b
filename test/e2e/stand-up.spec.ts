import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { call, importTickets, open, panel, ticketOf } from './support/board.ts';
import { test } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const hour = 3_600_000;

/** Three customers who wrote two days ago and nobody has them; one of them is a P1. */
test.beforeEach(({ desk }) => {
  const createdAt = Date.now() - 49 * hour;
  importTickets(desk, [
    { subject: 'Boiler is cold', createdAt, priority: 'p1' },
    { subject: 'Invoice is wrong', createdAt: createdAt + hour },
    { subject: 'Where is my parcel', createdAt: createdAt + 2 * hour },
  ]);
  call(desk, 'people.create', { name: 'Ada Lund' });
});

const lines = (page: Page) => page.getByRole('grid', { name: 'Lines of the stand-up' });
const current = (page: Page) => lines(page).getByRole('row', { selected: true });

test('the morning is walked line by line and acted on by keys alone (STU-1)', async ({ page, desk }) => {
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(lines(page)).toBeFocused();
  await expect(page.getByRole('table', { name: 'Backlog' }).getByRole('row', { name: /^Backlog/ })).toContainText('3');
  // Three lines of orphans, three of waits, one P1, and what broke since the desk last closed.
  await expect(lines(page).getByRole('row', { name: /Invoice is wrong.*nobody/ })).toBeVisible();
  await expect(lines(page).getByRole('row', { name: /Invoice is wrong.*waits since/ })).toBeVisible();
  await expect(lines(page).getByRole('row', { name: /Boiler is cold.*Open/ })).toBeVisible();

  const first = await current(page).innerText();
  await press(page, 'Space');
  await expect(page.getByRole('status').getByText(/^1 of \d+ gone through/)).toBeVisible();
  expect(await current(page).innerText()).not.toBe(first);

  await press(page, 'End');
  await expect(current(page)).toContainText('Where is my parcel');
  await press(page, 'Enter');
  await expect(panel(page, 3)).toBeVisible();
  await press(page, 'a');
  await page.keyboard.type('Ada');
  await press(page, 'Enter');
  await expect(panel(page, 3).getByRole('combobox', { name: /^Owner Ada/ })).toBeVisible();
  await press(page, 'Escape', 'k');
  await expect(current(page)).toContainText('Invoice is wrong');
  // What has an owner now is no orphan any more, without a reload.
  await expect(lines(page).getByRole('row', { name: /Where is my parcel.*nobody/ })).toHaveCount(0);
  await desk.stop();
  expect(ticketOf(desk, 3).assigneeId).not.toBeNull();
});

test('the reconciliation opens from a number its tickets, and is a file too (STU-20, STU-21)', async ({
  page,
  desk,
}) => {
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const byPriority = page.getByRole('region', { name: 'Open by priority' });
  await expect(byPriority.getByRole('row', { name: /^P1/ })).toContainText('1');
  // A number that opens its tickets ends where a nought that opens nothing does.
  const ends = await byPriority.locator('td:nth-child(2) > *').evaluateAll((figures) =>
    figures.map((figure) => {
      const range = document.createRange();
      range.selectNodeContents(figure);
      return Math.round(range.getBoundingClientRect().right);
    }),
  );
  expect(new Set(ends).size, `right ends ${ends.join(', ')}`).toBe(1);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Shift+E');
  expect((await download).suggestedFilename()).toMatch(/^reconciliation-\d{4}-\d\d-\d\d\.csv$/);
  await byPriority.getByRole('button', { name: /P3, Waiting over 24 h: 2/ }).focus();
  await expectFocusSeen(page, 'a number');
  await page.keyboard.press('ArrowLeft');
  await expect(byPriority.getByRole('button', { name: /P3, No owner: 2/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'All tickets' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row', { name: /Invoice is wrong/ })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row', { name: /Boiler is cold/ })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the morning, ${colorScheme}`, async ({ page, desk }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, desk);
    for (const [second, shown] of [
      ['s', lines(page)],
      ['r', page.getByRole('region', { name: 'Open by priority' })],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(second);
      await expect(shown).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
