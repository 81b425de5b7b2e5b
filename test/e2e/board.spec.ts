import { expect, type Page } from '@playwright/test';
import {
  call,
  grid,
  makeSample,
  open,
  openView,
  rowsOf,
  shownNumbers,
  statusBar,
  ticketOf,
  ticketRows,
  viewEntry,
} from './support/board.ts';
import { test } from './support/console.ts';

test.beforeEach(({ desk }) => makeSample(desk, 300));

const numbersOf = (rows: readonly { number: number }[]): readonly number[] => rows.map(({ number }) => number);
const header = (page: Page, name: string) => grid(page).getByRole('columnheader', { name: new RegExp(`^${name}`) });
const chip = (page: Page, name: string) => page.getByRole('toolbar', { name: 'Filters' }).getByRole('button', { name });

test('the views that come with a desk count what the desk counts', async ({ page, desk }) => {
  await expect(async () => {
    const before = call(desk, 'tickets.views').views;
    await open(page, desk);
    const shown = await page.getByRole('list', { name: 'Views' }).getByRole('button').allInnerTexts();
    const bar = await statusBar(page).innerText();
    await desk.stop();
    const { views } = call(desk, 'tickets.views');
    // A clock may have come due in between: then once more.
    expect(views.map(({ count }) => count)).toEqual(before.map(({ count }) => count));
    expect(shown.map((text) => text.replace(/\s+/g, ' '))).toEqual(views.map(({ name, count }) => `${name} ${count}`));
    const { breached, atRisk } = call(desk, 'desk.summary');
    expect(bar.replace(/\s+/g, ' ')).toContain(`${breached} breached ${atRisk} at risk`);
  }).toPass({ timeout: 50_000 });
  expect(
    call(desk, 'tickets.views')
      .views.map(({ name }) => name)
      .slice(0, 8),
  ).toEqual([
    'My queue',
    'Unassigned',
    'At risk',
    'Breached',
    'P1 incidents',
    'Pending customer',
    'Owner off shift',
    'Solved today',
  ]);
});

test('a view shows its tickets in its order, and sorts by two columns', async ({ page, desk }) => {
  const filter = { open: true };
  const due = numbersOf(rowsOf(desk, { filter, sort: [{ by: 'due', descending: false }], limit: 10 }));
  const byBoth = [
    { by: 'priority', descending: false },
    { by: 'number', descending: true },
  ] as const;
  const sorted = numbersOf(rowsOf(desk, { filter, sort: [...byBoth], limit: 10 }));
  await open(page, desk);
  await openView(page, 'All open');
  await expect.poll(async () => (await shownNumbers(page)).slice(0, 10)).toEqual(due);

  await header(page, 'Priority').getByRole('button').click();
  await header(page, 'Ticket')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await header(page, 'Ticket')
    .getByRole('button')
    .click({ modifiers: ['Shift'] });
  await expect(header(page, 'Priority')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Ticket')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await shownNumbers(page)).slice(0, 10)).toEqual(sorted);
});

test('groups have a head with their count, and fold', async ({ page, desk }) => {
  const { groups } = call(desk, 'tickets.counts', { filter: {}, groupBy: 'priority' });
  await open(page, desk);
  await openView(page, 'All tickets');
  await chip(page, 'Group by').click();
  await page.getByRole('menuitemcheckbox', { name: 'priority' }).click();
  for (const { key, count } of groups) {
    const name = `${String(key).toUpperCase()}, ${count} tickets`;
    const fold = grid(page).getByRole('button', { name: `Fold ${name}` });
    await expect(fold).toBeVisible();
    // Folded, each makes room for the next, so that all heads come into sight.
    await fold.click();
    await expect(grid(page).getByRole('button', { name: `Unfold ${name}` })).toHaveAttribute('aria-expanded', 'false');
  }
  await expect(ticketRows(page)).toHaveCount(0);
});

test('filters are chips: added, changed, taken away, and put back as saved', async ({ page, desk }) => {
  const p2 = call(desk, 'tickets.counts', { filter: { open: true, priority: ['p2'] } }).total;
  const p2and3 = call(desk, 'tickets.counts', { filter: { open: true, priority: ['p2', 'p3'] } }).total;
  const all = call(desk, 'tickets.counts', { filter: { open: true } }).total;
  const count = (n: number) => page.getByRole('banner').getByText(`${n} tickets`, { exact: true });
  await open(page, desk);
  await openView(page, 'All open');
  await expect(count(all)).toBeVisible();

  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByRole('menuitem', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'P2' }).click();
  await expect(count(p2)).toBeVisible();
  await page.getByRole('option', { name: 'P3' }).click();
  await expect(count(p2and3)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Remove the filter Priority' }).click();
  await expect(count(all)).toBeVisible();
  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByRole('menuitem', { name: 'Text' }).click();
  await page.getByRole('dialog', { name: 'Text' }).getByRole('textbox').fill('priority:p2');
  await page.keyboard.press('Enter');
  await expect(count(p2)).toBeVisible();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(count(all)).toBeVisible();
});

test('columns and their widths stay with the view after a reload', async ({ page, desk }) => {
  await open(page, desk);
  await openView(page, 'All open');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Queue' }).click();
  await page.keyboard.press('Escape');
  await expect(header(page, 'Status')).toBeVisible();
  await expect(header(page, 'Queue')).toHaveCount(0);
  const width = header(page, 'Requester').getByRole('separator');
  const before = Number(await width.getAttribute('aria-valuenow'));
  await width.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(width).toHaveAttribute('aria-valuenow', String(before + 32));

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  await expect(header(page, 'Status')).toBeVisible();
  await expect(header(page, 'Queue')).toHaveCount(0);
  await expect(width).toHaveAttribute('aria-valuenow', String(before + 32));
  await openView(page, 'Unassigned');
  await expect(header(page, 'Queue')).toBeVisible();
});

test('the same view stands in columns, and a key carries a card to the next one', async ({ page, desk }) => {
  const counts = call(desk, 'tickets.counts', { filter: { open: true }, groupBy: 'status' });
  const countOf = (key: string): number => counts.groups.find((group) => group.key === key)?.count ?? 0;
  await open(page, desk);
  await openView(page, 'All open');
  await page.getByRole('radio', { name: 'Board' }).click();
  const column = (name: string, count: number) => page.getByRole('listbox', { name: `${name}, ${count} tickets` });
  await expect(column('New', countOf('new'))).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await expect(column('Open', countOf('open'))).toBeFocused();
  const card = page.locator('[role="option"][aria-selected="true"]');
  await expect(card).toHaveCount(1);
  const number = Number(/#(\d+)/.exec(await card.innerText())?.[1]);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(column('Open', countOf('open') - 1)).toBeVisible();
  await expect(column('Pending', countOf('pending') + 1).getByText(`#${number}`, { exact: true })).toBeVisible();

  await desk.stop();
  expect(ticketOf(desk, number).status).toBe('pending');
});

test('a change by one window is seen by the other at once', async ({ page, context, desk }) => {
  await open(page, desk);
  await openView(page, 'Unassigned');
  const before = Number(/\d+/.exec(await viewEntry(page, 'Unassigned').innerText())?.[0]);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(viewEntry(other, 'Unassigned')).toContainText(String(before));
  await ticketRows(page).first().click();
  await page.keyboard.press('i');
  await expect(viewEntry(other, 'Unassigned')).toContainText(String(before - 1));
});
