import { expect, type Page } from '@playwright/test';
import { call, importTickets, makeSample, open, openView, panel, ticketRows } from './support/board.ts';
import { test } from './support/console.ts';
import { press } from './support/focus.ts';

const talkOf = (page: Page) => page.getByRole('region', { name: 'Conversation' });

/** The newest message is whole, or, where it is longer than its place, read from its beginning. */
async function expectNewestSeen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Related' })).toBeVisible();
  const seen = (): Promise<boolean> =>
    talkOf(page).evaluate((place) => {
      const at = place.getBoundingClientRect();
      const newest = [...place.querySelectorAll('article')].at(-1)?.getBoundingClientRect();
      if (newest === undefined) return false;
      const isWhole = newest.top >= at.top && newest.bottom <= at.bottom;
      return isWhole || (newest.height > at.height - 16 && Math.abs(newest.top - at.top - 8) <= 2);
    });
  await expect.poll(seen).toBe(true);
}

test('a ticket opens at its newest message, and stays there until somebody scrolls', async ({ page, desk }) => {
  makeSample(desk, 600);
  call(desk, 'desk.settings', { started: true });
  await open(page, desk);
  await openView(page, 'Pending customer');
  await ticketRows(page).first().click();
  await expectNewestSeen(page);
  for (const _ of [1, 2, 3]) {
    const before = await page.getByRole('heading', { level: 2 }).first().textContent();
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(before ?? '');
    await expectNewestSeen(page);
  }

  // A lower window takes from the talk; it is pinned all the same.
  await page.setViewportSize({ width: 1440, height: 840 });
  await expectNewestSeen(page);

  await talkOf(page).focus();
  await page.keyboard.press('Home');
  await expect(talkOf(page).getByRole('article').first()).toBeInViewport();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(talkOf(page).getByRole('article').first()).toBeInViewport();
});

test('a note is told from a reply by its button, and Esc goes back to the reply', async ({ page, desk }) => {
  importTickets(desk, [{ subject: 'Where is the parcel', createdAt: Date.now() - 60_000 }]);
  await open(page, desk);
  await openView(page, 'All open');
  await ticketRows(page).first().click();
  const note = panel(page, 1).getByRole('button', { name: /^Note/ });
  const tint = (): Promise<string> => note.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect(panel(page, 1).getByRole('textbox', { name: 'Reply to Ann' })).toBeVisible();
  const plain = await tint();
  await press(page, 'n');
  await expect(note).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(tint).not.toBe(plain);
  await expect(panel(page, 1).getByRole('textbox', { name: /^Note for the team/ })).toBeFocused();
  await page.keyboard.type('Ask the depot');
  await press(page, 'Escape');
  await expect(panel(page, 1).getByRole('textbox', { name: 'Reply to Ann' })).toHaveValue('');
  await expect(note).toHaveAttribute('aria-pressed', 'false');
  await expect(note).toContainText('begun');

  await press(page, 'n');
  await expect(panel(page, 1).getByRole('textbox', { name: /^Note for the team/ })).toHaveValue('Ask the depot');
});
