import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { grid, makeSample, open, openView, ticketRows } from './support/board.ts';
import { test, type Desk } from './support/console.ts';

type Look = {
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly rules?: string[];
};

/** Every size, and light and dark; in the usual size the dark look differs from the light one in its colours alone. */
const looks: readonly Look[] = [
  { width: 720, height: 450, colorScheme: 'dark' },
  { width: 1024, height: 700, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  { width: 1440, height: 900, colorScheme: 'light' },
];

async function barriers(page: Page, rules?: string[]): Promise<readonly string[]> {
  // Legacy mode: without a second page for the frames that this page does not have.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 300)).join('\n')}`);
}

/** One look takes seconds where the machine is busy, and what fades takes two or three. */
const barriersLeftMs = 30_000;

const softly = expect.configure({ soft: true });

/** Axe finds nothing on the page as it stands, whatever the look (the smallest is 1440 at 200 %). */
async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  for (const { width, height, colorScheme, rules } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const message = `${screen}, ${colorScheme}, ${width}x${height}`;
    // Asked again where something still fades: what stays is a barrier.
    await softly.poll(() => barriers(page, rules), { message, timeout: barriersLeftMs }).toEqual([]);
  }
}

/** Goes one step back from what floats. */
async function leave(page: Page, role: 'dialog' | 'menu' | 'listbox'): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole(role)).toHaveCount(0);
}

// Each screen is looked at four times.
test.setTimeout(300_000);
test.use({ trace: 'off' });

test('first run, an import from file to board, and views with nothing in them', async ({ page, desk }) => {
  await page.goto(await desk.serve());
  await expect(page.getByRole('heading', { name: 'Welcome to Foredesk' })).toBeVisible();
  await expectNoBarriers(page, 'first run');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the desk' })).toBeVisible();
  await expectNoBarriers(page, 'an empty desk');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('This desk has no tickets yet.', { exact: false })).toBeVisible();
  await expectNoBarriers(page, 'no tickets');

  await page.getByRole('navigation').getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await expectNoBarriers(page, 'import, no file yet');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  await (await chooser).setFiles(join(resolve(import.meta.dirname, '../fixtures'), 'servicenow-event-log.csv'));
  const zone = page.getByRole('radiogroup', { name: 'Time zone' });
  await expect(zone).toBeVisible();
  await expectNoBarriers(page, 'import, questions');
  await zone.getByRole('radio').first().check();
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible();
  await expectNoBarriers(page, 'import, columns');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Create' })).toBeVisible();
  await expectNoBarriers(page, 'import, dry run');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
  await expectNoBarriers(page, 'import, done');

  await openView(page, 'My queue');
  await expect(page.getByText('Whose queue is this?')).toBeVisible();
  await expectNoBarriers(page, 'nobody sits here');
  await openView(page, 'P1 incidents');
  await expect(page.getByText('No tickets here')).toBeVisible();
  await expectNoBarriers(page, 'an empty view');
});

test('the board, grouped and in columns, with a ticket and with several ticked', async ({ page, desk }) => {
  makeSample(desk, 200);
  await open(page, desk);
  await openView(page, 'All tickets');
  await expect(ticketRows(page).first()).toBeVisible();
  await expectNoBarriers(page, 'board');
  await page.getByRole('button', { name: 'Group by' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'status' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(grid(page).getByRole('button', { name: /^Fold Open/ })).toBeVisible();
  await expectNoBarriers(page, 'grouped board');
  await openView(page, 'All open');
  await ticketRows(page).first().click();
  await expect(page.getByRole('complementary', { name: /^Ticket #/ })).toBeVisible();
  await expectNoBarriers(page, 'ticket panel');
  await page.keyboard.press('r');
  await page.keyboard.type('On its way.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('complementary').getByText('On its way.').first()).toBeVisible();
  await expectNoBarriers(page, 'ticket after a reply, with a message');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  // The ticket went down the board with its clock, and the cursor with it.
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+j');
  await expect(page.getByRole('toolbar', { name: 'Selected tickets' })).toContainText('2 selected');
  await expectNoBarriers(page, 'bulk bar');
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await expect(page.getByRole('listbox', { name: /^Open,/ })).toBeVisible();
  await expectNoBarriers(page, 'columns');
});

/** A desk with work on it, and its board, over which things float. */
async function openBoard(page: Page, desk: Desk): Promise<void> {
  makeSample(desk, 200);
  await open(page, desk);
  await openView(page, 'All open');
}

test('what floats over the board: the palette', async ({ page, desk }) => {
  await openBoard(page, desk);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('status:open order');
  await expect(page.getByRole('dialog').getByRole('option', { name: /#\d/ }).first()).toBeVisible();
  await expectNoBarriers(page, 'palette with results');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('qqqqqqq');
  await expect(page.getByText('No tickets found for “qqqqqqq”', { exact: false })).toBeVisible();
  await expectNoBarriers(page, 'palette without results');
});

test('what floats over the board: the intake form', async ({ page, desk }) => {
  await openBoard(page, desk);
  await page.keyboard.press('c');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Make ticket/ })
    .click();
  await expect(page.getByText('Write a subject.')).toBeVisible();
  await expectNoBarriers(page, 'new ticket, not filled in');
});

test('what floats over the board: settings and keys', async ({ page, desk }) => {
  await openBoard(page, desk);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expectNoBarriers(page, 'settings');
  await leave(page, 'dialog');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
  await expectNoBarriers(page, 'help');
});

test('what floats over the board: a new view and the columns', async ({ page, desk }) => {
  await openBoard(page, desk);
  await page.keyboard.press('Control+Shift+s');
  await expect(page.getByRole('dialog', { name: 'Save as new view' })).toBeVisible();
  await expectNoBarriers(page, 'save as new view');
  await leave(page, 'dialog');
  await page.keyboard.press('w');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoBarriers(page, 'columns menu');
});

test('what floats over a ticket: its pickers and its triage', async ({ page, desk }) => {
  await openBoard(page, desk);
  await ticketRows(page).first().click();
  await expect(page.getByRole('complementary', { name: /^Ticket #/ })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeVisible();
  await expectNoBarriers(page, 'status picker');
  await leave(page, 'listbox');
  await page.keyboard.press('a');
  await expect(page.getByRole('option', { name: /Hannah/ })).toBeVisible();
  await expectNoBarriers(page, 'owner picker');
  await leave(page, 'listbox');
  await page.keyboard.press('Shift+T');
  await expect(page.getByRole('dialog', { name: /^Triage #/ })).toBeVisible();
  await expectNoBarriers(page, 'triage');
});
