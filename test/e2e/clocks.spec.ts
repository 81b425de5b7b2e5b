import { expect, type Page } from '@playwright/test';
import {
  call,
  dueAfter,
  grid,
  importTickets,
  message,
  open,
  openView,
  statusBar,
  ticketRows,
  viewEntry,
} from './support/board.ts';
import { test } from './support/console.ts';

const minute = 60_000;
/** The default policy answers P1 tickets within an hour, around the clock. */
const firstResponse = 60 * minute;

type Watched = typeof globalThis & { mutations: string[]; saidAt: number | null; lagMs: number };

/** Notes every mutation inside the grid by where it was: in the words of a chip, or elsewhere. */
async function watchGrid(page: Page): Promise<void> {
  await grid(page).evaluate((element) => {
    const noted: string[] = [];
    (globalThis as Watched).mutations = noted;
    const note = ({ target, type }: MutationRecord): void => {
      const at = target instanceof Element ? target : target.parentElement;
      const inChip = type !== 'attributes' && at?.parentElement?.hasAttribute('data-state') === true;
      noted.push(inChip ? `chip ${at.textContent}` : `${type} of ${at?.outerHTML.slice(0, 200) ?? '?'}`);
    };
    new MutationObserver((records) => records.forEach(note)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

// They wait for clocks, and longer where the machine is slow.
test.setTimeout(180_000);

test('chips count down each second, and nothing else of the board is touched', async ({ page, desk }) => {
  const now = Date.now();
  importTickets(desk, [
    { subject: 'All lines are down', priority: 'p1', createdAt: now - 20 * minute },
    { subject: 'The till does not print', priority: 'p1', createdAt: now - 10 * minute },
  ]);
  await open(page, desk);
  await openView(page, 'All open');
  const chips = ticketRows(page).locator('[data-state="running"]');
  await expect(chips).toHaveCount(2);
  await expect(chips.first()).toHaveText(/^[34]\d:[0-5]\d$/);
  await watchGrid(page);
  const noted = () => page.evaluate(() => (globalThis as Watched).mutations);
  await expect.poll(async () => new Set(await noted()).size, { timeout: 30_000 }).toBeGreaterThanOrEqual(6);
  expect((await noted()).filter((text) => !text.startsWith('chip '))).toEqual([]);
});

test('a clock that comes due while one looks on is said within a second, and counted', async ({ page, desk }) => {
  // It is filled, started, served, opened and looked at before.
  const dueAt = dueAfter(desk, 8);
  importTickets(desk, [
    { subject: 'All lines are down', priority: 'p1', createdAt: dueAt - firstResponse },
    { subject: 'Wrong name on the invoice', createdAt: dueAt - 2 * minute },
  ]);
  await open(page, desk);
  await openView(page, 'All open');
  await expect(viewEntry(page, 'Breached')).toHaveText(/Breached\s*0/);
  await expect(viewEntry(page, 'At risk')).toHaveText(/At risk\s*1/);
  await expect(page).toHaveTitle('(1) All open · Foredesk');
  await page.evaluate(() => {
    const watched = globalThis as Watched;
    watched.saidAt = null;
    watched.lagMs = 0;
    let ticked = Date.now();
    setInterval(() => {
      watched.lagMs = Math.max(watched.lagMs, Date.now() - ticked - 50);
      ticked = Date.now();
    }, 50);
    new MutationObserver(() => {
      if (document.body.innerText.includes('#1 first response is late')) watched.saidAt ??= Date.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  expect(Date.now(), 'the machine was too slow to look on').toBeLessThan(dueAt);

  await expect(message(page, '#1 first response is late')).toBeVisible({
    timeout: dueAt - Date.now() + 15_000,
  });
  const { saidAt, lagMs } = await page.evaluate(() => {
    const watched = globalThis as Watched;
    return { saidAt: watched.saidAt, lagMs: watched.lagMs };
  });
  expect(saidAt).not.toBeNull();
  expect(Number(saidAt) - dueAt).toBeGreaterThanOrEqual(0);
  // What a busy machine lets the page wait for its own timers is not the desk's.
  expect(Number(saidAt) - dueAt).toBeLessThan(1000 + lagMs);
  await expect(viewEntry(page, 'Breached')).toHaveText(/Breached\s*1/);
  await expect(viewEntry(page, 'At risk')).toHaveText(/At risk\s*0/);
  await expect(statusBar(page)).toContainText('1 breached');
  await expect(ticketRows(page).filter({ hasText: 'All lines' }).locator('[data-state="breached"]')).toHaveText(
    /^−00:/,
  );

  // F6 goes to the messages.
  await page.keyboard.press('F6');
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Open' }).press('Enter');
  await expect(page.getByRole('complementary', { name: 'Ticket #1' })).toContainText('All lines are down');

  await desk.stop();
  const breaches = call(desk, 'sla.alerts').alerts.filter(({ kind }) => kind === 'breached');
  expect(breaches.map(({ number }) => number)).toEqual([1]);
});

test('what came due while the desk was closed is told when it opens, once', async ({ page, desk }) => {
  const dueAt = dueAfter(desk, 3);
  importTickets(desk, [{ subject: 'All lines are down', priority: 'p1', createdAt: dueAt - firstResponse }]);
  await expect.poll(() => Date.now(), { timeout: dueAt - Date.now() + 10_000 }).toBeGreaterThan(dueAt);
  await open(page, desk);
  await expect(message(page, '#1 first response is late')).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\)/);
  await expect(viewEntry(page, 'Breached')).toHaveText(/Breached\s*1/);

  await open(page, desk);
  await expect(viewEntry(page, 'Breached')).toHaveText(/Breached\s*1/);
  await expect(statusBar(page)).toContainText('Saved');
  await expect(message(page, '#1 first response is late')).toHaveCount(0);
});
