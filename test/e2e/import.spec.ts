import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test, type Desk } from './support/console.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');
const log = join(fixtures, 'servicenow-event-log.csv');

async function openImport(page: Page, desk: Desk): Promise<void> {
  await page.goto(await desk.serve());
  await page.getByRole('button', { name: /Import an export/ }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true, level: 1 })).toBeVisible();
}

/** Chooses a file as a person at the keyboard does: by the key of the one thing to do next. */
async function chooseByKey(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  await (await chooser).setFiles(path);
}

const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name: new RegExp(`\\b${name}`) });
const focused = (page: Page) => page.locator(':focus');

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('an export goes in, shows what it did, and comes out whole, by keyboard alone', async ({ page, desk }) => {
  await openImport(page, desk);
  await expectNoBarriers(page);
  await chooseByKey(page, log);

  // The zone is not in the file: the focus is brought to the question, and nothing goes on before it is answered.
  await expect(focused(page)).toHaveText(/Dates and times/);
  const zone = page.getByRole('radiogroup', { name: 'Time zone' });
  await expect(zone.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Dry run/, disabled: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toHaveCount(0);
  await expectNoBarriers(page);
  while ((await zone.locator(':focus').count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible();
  await expectNoBarriers(page);

  await page.keyboard.press('Control+Enter');
  await expect(focused(page)).toHaveText(/Dry run.*5 tickets to create/);
  await expect(page.getByRole('table', { name: 'Create' }).getByText('Not on this desk yet')).toHaveCount(5);
  await expectNoBarriers(page);

  await page.keyboard.press('Control+Enter');
  await expect(focused(page)).toHaveText(/Import.*5 tickets created/);
  await expect(page.getByRole('table', { name: 'Past imports' })).toContainText('servicenow-event-log.csv');
  await expectNoBarriers(page);

  const undo = page.getByRole('button', { name: 'Undo import' });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This import has been undone/)).toBeVisible();
  await expect(focused(page)).toHaveText(/Import/);
  await expect(page.getByRole('table', { name: 'Past imports' })).toContainText('undone');
});

test('the same file twice changes nothing, and the board has it once', async ({ page, desk }) => {
  await openImport(page, desk);
  for (const outcome of [/5 tickets to create/, /5 to skip/]) {
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /Choose (another )?file/ })
      .first()
      .click();
    await (await chooser).setFiles(log);
    await page.getByRole('radiogroup', { name: 'Time zone' }).getByRole('radio').first().check();
    await page
      .getByRole('button', { name: /^Dry run/ })
      .first()
      .click();
    await expect(step(page, 'Dry run')).toHaveText(outcome);
    if (outcome.test('5 to skip')) break;
    await page
      .getByRole('button', { name: /^Import 5 tickets/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
  }
  await expect(page.getByText('This file changes nothing')).toBeVisible();
  await page.getByRole('button', { name: /^All tickets/ }).click();
  await expect(page.getByRole('grid').getByRole('row', { name: /#\d/ })).toHaveCount(5);
});

const rowsOf = (count: number): string =>
  [
    'id,subject,requester,created at',
    ...Array.from({ length: count }, (_, at) => `${at},S${at},R,2026-01-01T10:00:00Z`),
  ].join('\n');

test('a cancelled import leaves nothing behind', async ({ page, desk }) => {
  const path = join(desk.home, 'many.csv');
  writeFileSync(path, rowsOf(60_000));
  await openImport(page, desk);
  await chooseByKey(page, path);
  await page
    .getByRole('button', { name: /^Dry run/, disabled: false })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^Import 60,000 tickets/ })
    .first()
    .click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await expect(page.getByRole('progressbar', { name: 'Importing' })).toHaveAttribute('aria-valuenow', /[1-9]/);
  await cancel.click();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was left behind' })).toHaveCount(1, {
    timeout: 30_000,
  });
  await expect(page.getByText('Nothing has been imported yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^All tickets/ })).toHaveText(/All tickets\s*0/);
});

test('what an untrusted file brings stays text, and its rejected rows can be saved', async ({ page, desk }) => {
  const path = join(desk.home, 'hostile.csv');
  writeFileSync(
    path,
    'id,created at,<img src=x onerror=alert(1)>,subject\n1,03/04/2026,=1+1,<b>bold</b>\n2,31/31/2026,=2+2,x\n',
  );
  page.on('dialog', () => {
    throw new Error('A script of the file ran.');
  });
  await openImport(page, desk);
  await chooseByKey(page, path);
  await page.getByRole('radiogroup', { name: 'Date order' }).getByRole('radio').first().check();
  await page.getByRole('radiogroup', { name: 'Time zone' }).getByRole('radio').first().check();
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(step(page, 'Dry run')).toHaveText(/1 ticket to create and 1 row to reject/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save rejected rows' }).click();
  const saved = join(desk.home, 'rejects.csv');
  await (await download).saveAs(saved);
  const text = readFileSync(saved, 'utf8');
  expect(text).toContain('31/31/2026');
  // A spreadsheet must not take the cell for a formula.
  expect(text).toContain("'=2+2");
});

test('a mapping is saved by name and found again by the header', async ({ page, desk }) => {
  const path = join(desk.home, 'own.csv');
  writeFileSync(path, 'Fall,created at,Zustand\nA1,2026-01-01T10:00:00Z,seltsam\n');
  await openImport(page, desk);
  await chooseByKey(page, path);
  await expect(page.getByRole('alert')).toContainText('No column goes to Ticket id');
  await page.getByRole('combobox', { name: /Ticket field for Fall/ }).click();
  await expect(page.getByRole('option', { name: /^Ticket id/ })).toBeVisible();
  await page.keyboard.type('ticket id');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /Ticket field for Fall: Ticket id/ })).toBeVisible();
  await page.getByRole('button', { name: /What “seltsam” means/ }).click();
  await page.getByRole('option', { name: /Pending/ }).click();
  await page.getByRole('button', { name: 'Save under a name' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Own export');
  await page.keyboard.press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await (await chooser).setFiles(path);
  await expect(page.getByText('The saved mapping “Own export” fits these headers and is used.')).toBeVisible();
  await expect(page.getByRole('button', { name: /What “seltsam” means: Pending/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: /Ticket field for Fall: Ticket id/ })).toBeVisible();
});
