import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { call, grid, makeSample, message, open, panel, ticketRows } from './support/board.ts';
import { test } from './support/console.ts';
import { press } from './support/focus.ts';

/** The number of the ticket that the keys are on. */
async function underCursor(page: Page): Promise<number> {
  const id = await grid(page).getAttribute('aria-activedescendant');
  return Number(/#(\d+)/.exec(await page.locator(`[id="${id ?? ''}"]`).innerText())?.[1]);
}

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 60; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}

async function keys(page: Page, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

async function goToRules(page: Page, tab: string): Promise<void> {
  await keys(page, 'g', 'a');
  await expect(page.getByRole('heading', { level: 1, name: 'Automation' })).toBeVisible();
  await keys(page, tab);
}

/** Saves an example of the empty tab; the editor then says so. */
async function saveExample(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await keys(page, 'Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
  await keys(page, 'Control+s');
  await expect(message(page, `“${name}” saved.`)).toBeVisible();
  await keys(page, 'Escape', 'Escape');
  await expect(page.getByRole('complementary', { name: `Rule ${name}` })).toBeHidden();
}

async function goToAllOpen(page: Page): Promise<void> {
  await keys(page, 'g', 'q');
  await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'My queue' })).toBeVisible();
  await keys(page, '[');
  await expect(page.getByRole('heading', { level: 1, name: 'All tickets' })).toBeVisible();
  await keys(page, '[');
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  await expect(ticketRows(page).first()).toBeVisible();
  await press(page, 'j');
}

test('a trigger acts on a ticket, is undone from the log, and a macro on two tickets, all by keys', async ({
  page,
  desk,
}) => {
  makeSample(desk, 120);
  const vips = call(desk, 'tickets.counts', { filter: { tag: ['vip'] } }).total;
  await open(page, desk);
  await goToRules(page, '2');
  await saveExample(page, 'VIP first');

  await goToAllOpen(page);
  const number = await underCursor(page);
  await press(page, 'Enter');
  await expect(panel(page, number).getByRole('button', { name: /^Priority/ })).toBeVisible();
  await press(page, 'p');
  await expect(page.getByRole('listbox', { name: 'Priority' })).toBeFocused();
  await keys(page, '4');
  await expect(panel(page, number).getByRole('button', { name: 'Priority P4' })).toBeVisible();
  await keys(page, 't');
  await expect(page.getByPlaceholder('Find')).toBeFocused();
  await page.keyboard.type('vip');
  await keys(page, 'Enter');
  await press(page, 'Escape');
  await expect(page.getByPlaceholder('Find')).toHaveCount(0);
  await expect(panel(page, number).getByRole('button', { name: 'Priority P1' })).toBeVisible();
  await expect(
    panel(page, number)
      .getByText(/“VIP first”/)
      .first(),
  ).toBeVisible();

  await goToRules(page, '4');
  const log = page.getByRole('grid', { name: 'What rules did' });
  await expect(log.getByRole('row', { name: /VIP first/ })).toContainText(`#${number}`);
  await keys(page, 'Shift+U');
  await expect(log.getByRole('row', { name: /VIP first/ })).toContainText('undone');

  await keys(page, '1');
  await saveExample(page, 'Thank you and solved');
  await keys(page, 'g', 'q');
  await expect(panel(page, number).getByRole('button', { name: 'Priority P4' })).toBeVisible();
  await keys(page, 'Escape');
  await expect(panel(page, number)).toBeHidden();
  await press(page, 'Home', 'x', 'Shift+j');
  await expect(page.getByRole('toolbar', { name: 'Selected tickets' })).toContainText('2 selected');
  await keys(page, 'm');
  await expect(page.getByRole('dialog', { name: 'Apply a macro to 2 tickets' })).toBeVisible();
  await expect(page.getByRole('option', { name: /Thank you and solved/ })).toBeVisible();
  await keys(page, 'Enter');
  await expect(message(page, /Macro .*2 tickets/)).toBeVisible();

  await desk.stop();
  expect(call(desk, 'tickets.counts', { filter: { tag: ['vip'] } }).total).toBe(vips + 1);
});

test('a draft is tried and rules are simulated without a change', async ({ page, desk }) => {
  makeSample(desk, 120);
  await open(page, desk);
  await goToRules(page, '3');
  await tabTo(page, page.getByRole('button', { name: 'Close solved after 4 days' }));
  await keys(page, 'Enter');
  await expect(page.getByText('New, not saved', { exact: true })).toBeVisible();
  await keys(page, 'Control+Enter');
  const trial = page.getByRole('region', { name: 'The last 7 days with this draft' });
  await expect(trial).toContainText('Nothing is touched');
  await expect(trial).toContainText('looked at');
  await keys(page, 'Escape', 'Escape', 'Escape');
  // The draft is kept where one goes elsewhere.
  await keys(page, '5');
  await keys(page, '3');
  await expect(page.getByRole('row', { name: /Close solved after 4 days/ })).toContainText('not saved yet');
});

const looks = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1024, height: 700, colorScheme: 'dark' },
] as const;

test('nothing stands in the way on any tab, light or dark', async ({ page, desk }) => {
  test.setTimeout(300_000);
  makeSample(desk, 60);
  await open(page, desk);
  await goToRules(page, '1');
  const names: [string, string][] = [
    ['1', 'macros'],
    ['2', 'triggers'],
    ['3', 'timed'],
    ['4', 'log'],
    ['5', 'simulator'],
  ];
  const check = async (screen: string): Promise<void> => {
    for (const { width, height, colorScheme } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect
        .poll(
          async () => {
            const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
            return violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`,
            );
          },
          { message: `${screen}, ${colorScheme}`, timeout: 30_000 },
        )
        .toEqual([]);
    }
  };
  for (const [key, screen] of names) {
    await keys(page, key);
    await check(screen);
  }
  await keys(page, '2', 'n');
  await expect(page.getByRole('complementary', { name: 'Rule New trigger' })).toBeVisible();
  await check('editor');
  await keys(page, 'Escape', 'Escape', 'g', 't');
  await expect(page.getByRole('dialog', { name: /^Team/ })).toBeVisible();
  await check('team');
});
