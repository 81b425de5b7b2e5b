import { expect, type Page } from '@playwright/test';
import { grid, makeSample, open, openView, rowsOf, ticketRows, viewEntry } from './support/board.ts';
import { test } from './support/console.ts';

const total = 100_000;
const mostRows = 300;

type Counted = typeof globalThis & { mostRows: number };

/** Counts the rows in the page at every frame from here on. */
const countRows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = globalThis as Counted;
    counted.mostRows = 0;
    const count = (): void => {
      counted.mostRows = Math.max(counted.mostRows, document.querySelectorAll('[role="row"]').length);
      requestAnimationFrame(count);
    };
    count();
  });

/** Ticket numbers that are on screen now, by position from 0. */
async function inSight(page: Page): Promise<ReadonlyMap<number, number>> {
  const found = await ticketRows(page).evaluateAll((rows) =>
    rows
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })
      .map(
        (row) => [Number(row.getAttribute('aria-rowindex')) - 2, Number(/#(\d+)/.exec(row.textContent)?.[1])] as const,
      ),
  );
  return new Map(found);
}

test('a board of 100,000 tickets opens, jumps to its end and back, and holds few rows at a time', async ({
  page,
  desk,
}) => {
  test.setTimeout(240_000);
  makeSample(desk, total);
  const sort = [{ by: 'created', descending: true }] as const;
  const numbersAt = (offset: number): readonly number[] =>
    rowsOf(desk, { filter: {}, sort: [...sort], offset, limit: 10 }).map(({ number }) => number);
  const [first, middle, last] = [numbersAt(0), numbersAt(50_000), numbersAt(total - 10)];

  await open(page, desk);
  await countRows(page);
  await openView(page, 'All tickets');
  await expect(viewEntry(page, 'All tickets')).toContainText('100,000');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(total + 1));
  const shownFrom = (offset: number) => async () => {
    const shown = await inSight(page);
    return Array.from({ length: 10 }, (_, index) => shown.get(offset + index));
  };
  await expect.poll(shownFrom(0)).toEqual(first);

  await page.keyboard.press('End');
  await expect.poll(shownFrom(total - 10)).toEqual(last);
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', `row-${total - 1}`);

  await grid(page).evaluate((element) => element.scrollTo({ top: 50_000 * 34 }));
  await expect.poll(shownFrom(50_000)).toEqual(middle);
  await grid(page).hover();
  await page.mouse.wheel(0, -20_000);
  await expect.poll(async () => (await inSight(page)).size).toBeGreaterThan(10);
  await page.keyboard.press('Home');
  await expect.poll(shownFrom(0)).toEqual(first);
  const most = await page.evaluate(() => (globalThis as Counted).mostRows);
  expect(most).toBeGreaterThan(10);
  expect(most).toBeLessThan(mostRows);
});
