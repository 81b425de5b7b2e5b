import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { expectSaid, grid, importTickets, open, openView, panel, ticketOf, ticketRows } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { press } from './support/focus.ts';

const hour = 3_600_000;

// Axe looks at each dialog twice.
test.setTimeout(120_000);

/** Three open tickets, the first one open in the panel. */
async function start(page: Page, desk: Desk): Promise<void> {
  const now = Date.now();
  importTickets(desk, [
    { subject: 'Invoice is wrong', createdAt: now - 3 * hour, requester: 'Ann Lee', tags: 'invoice' },
    { subject: 'The same invoice again', createdAt: now - 2 * hour, requester: 'Bo Berg', tags: 'vat' },
    { subject: 'Invoice portal is down', createdAt: now - hour },
  ]);
  await open(page, desk);
  await openView(page, 'All open');
  await ticketRows(page).filter({ hasText: '#1' }).click();
  await expect(panel(page, 1)).toBeVisible();
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const row = (page: Page, text: string | RegExp) => grid(page).getByRole('row').filter({ hasText: text });

async function keys(page: Page, ...each: readonly string[]): Promise<void> {
  for (const key of each) await page.keyboard.press(key);
}

/** Finds a ticket in the dialog that is open and takes it. */
async function find(page: Page, number: number): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Find a ticket' })).toBeFocused();
  await page.keyboard.type(String(number));
  await expect(page.getByRole('option', { name: new RegExp(`#${number}`) })).toBeVisible();
  await page.keyboard.press('Enter');
}

async function expectNoBarriers(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
    };
    await expect.poll(found, { message: `${where}, ${colorScheme}`, timeout: 25_000 }).toEqual([]);
  }
}

test('a duplicate is merged by keys: both sides are shown first, and undo brings it back (REL-1, REL-2)', async ({
  page,
  desk,
}) => {
  await start(page, desk);
  await keys(page, 'l', 'm');
  await find(page, 2);
  const asked = dialog(page, 'Merge tickets');
  await expect(asked.getByText('#1 will be closed.', { exact: false })).toBeVisible();
  await expect(asked.getByText('Ann Lee asked too.', { exact: false })).toBeVisible();
  // The other way round: the first one stays.
  await asked.getByRole('radio').first().focus();
  await keys(page, 'Space');
  await expect(asked.getByText('#2 will be closed.', { exact: false })).toBeVisible();
  await expectNoBarriers(page, 'merge');
  await keys(page, 'Control+Enter');
  await expect(asked).toHaveCount(0);
  await expect(panel(page, 1).getByText('Merged from #2', { exact: false })).toBeVisible();
  const related = panel(page, 1).getByRole('region', { name: 'Related tickets and promises' });
  await related.getByRole('button', { name: /^Open #2/ }).press('Enter');
  await expect(panel(page, 2).getByText('Merged into #1 “Invoice is wrong”.')).toBeVisible();
  await expectNoBarriers(page, 'a merged ticket');
  await panel(page, 2).getByRole('button', { name: 'Open it' }).press('Enter');
  await expect(panel(page, 1)).toBeVisible();
  // By key: the message with the way back may have gone meanwhile.
  await keys(page, 'Control+z');
  await expectSaid(page, /Taken back: Merged #2 into #1/);
  await expect(panel(page, 1).getByText('Merged from #2', { exact: false })).toHaveCount(0);
  await desk.stop();
  expect(ticketOf(desk, 2)).toMatchObject({ status: 'open', mergedInto: null });
});

test('ticked tickets are merged into the oldest (REL-1)', async ({ page, desk }) => {
  await start(page, desk);
  await page.keyboard.press('Escape');
  await expect(panel(page, 1)).toHaveCount(0);
  await grid(page).focus();
  await keys(page, 'Home', 'x', 'j', 'x', 'j', 'x');
  await expect(page.getByRole('toolbar', { name: 'Selected tickets' })).toContainText('3 selected');
  await keys(page, 'l', 'm');
  await expect(dialog(page, 'Merge tickets').getByText('#2, #3 will be closed.', { exact: false })).toBeVisible();
  await keys(page, 'Control+Enter');
  await expect(panel(page, 1).getByText('Merged from #3', { exact: false })).toBeVisible();
  await desk.stop();
  expect(ticketOf(desk, 3).mergedInto).toMatchObject({ number: 1 });
});

test('a message becomes a ticket, and children are solved with their parent (REL-12, REL-20)', async ({
  page,
  desk,
}) => {
  await start(page, desk);
  // One stop for Tab leads to the newest message; its action has a key.
  await panel(page, 1).locator('[data-event][tabindex="0"]').focus();
  await press(page, 'l');
  await keys(page, 's');
  const asked = dialog(page, 'Split into a new ticket');
  await expect(asked.getByRole('textbox', { name: 'Subject' })).toHaveValue('Invoice is wrong. Please help.');
  await expectNoBarriers(page, 'split');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The VAT number');
  await keys(page, 'Control+Enter');
  await expect(panel(page, 4)).toContainText('The VAT number');
  await expect(panel(page, 4)).toContainText('Split from #1');

  await keys(page, 'l', 'c');
  await find(page, 2);
  await find(page, 3);
  await expect(dialog(page, 'Link #4').getByRole('list', { name: 'Chosen' }).getByRole('listitem')).toHaveCount(2);
  await expectNoBarriers(page, 'link');
  await keys(page, 'Control+Enter');
  await expect(panel(page, 4).getByText('2 open')).toBeVisible();
  await keys(page, 's');
  await page.getByRole('option', { name: 'Solved' }).click();
  await expect(panel(page, 4).getByText('2 children are still open.')).toBeVisible();
  await panel(page, 4).getByRole('button', { name: 'Solve them too' }).press('Enter');
  await expectSaid(page, /Solved 2 children of #4/);
  await expect(panel(page, 4).getByText('2 open')).toHaveCount(0);
  await desk.stop();
  expect([2, 3].map((number) => ticketOf(desk, number).status)).toEqual(['solved', 'solved']);
});

test('a call is promised, confirmed, moved and made without a mouse (CBK-1 to CBK-4)', async ({ page, desk }) => {
  await start(page, desk);
  await keys(page, 'l', 'b');
  const asked = dialog(page, 'Promise a call for #1');
  await expect(asked.getByRole('textbox', { name: 'Number to call' })).toBeFocused();
  await keys(page, 'Control+Enter');
  await expect(asked.getByText('Write a number that can be dialled.')).toBeVisible();
  await page.keyboard.type('020 7946 0018');
  await asked.getByRole('button', { name: 'In a week' }).press('Enter');
  await expectNoBarriers(page, 'callback');
  await keys(page, 'Control+Enter');
  await expect(asked).toHaveCount(0);
  await expect(panel(page, 1).getByText('020 7946 0018', { exact: false }).first()).toBeVisible();
  await keys(page, 'Escape', 'g', 'b');
  await expect(page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible();
  await expect(row(page, '020 7946 0018')).toContainText('No owner');
  await expectNoBarriers(page, 'callbacks');
  await press(page, 'v');
  await expectSaid(page, /Confirmed the call for #1/);
  await keys(page, 'm');
  await expect(dialog(page, 'Promise another time: #1')).toBeVisible();
  await dialog(page, /Promise another time/)
    .getByRole('textbox', { name: 'Why' })
    .focus();
  await page.keyboard.type('In a meeting.');
  await keys(page, 'Control+Enter');
  await expect(row(page, '020 7946 0018')).toContainText('moved once');
  await keys(page, 'd');
  await expect(dialog(page, 'The call was made: #1')).toBeVisible();
  await page.keyboard.type('She is content.');
  await keys(page, 'Control+Enter');
  await expect(page.getByText('No call is promised').last()).toBeVisible();
  await expectNoBarriers(page, 'no callbacks');
  await keys(page, 'Shift+o');
  await expect(row(page, 'She is content.')).toContainText('called');
  await expect(row(page, 'In a meeting.')).toContainText('moved');
});

test('a special order is dispatched to a name and comes back (DIS-1 to DIS-4)', async ({ page, desk }) => {
  await start(page, desk);
  await keys(page, 'l', 'd');
  const asked = dialog(page, 'Dispatch part of #1');
  await expect(asked.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type('Orders desk');
  await asked.getByRole('button', { name: 'In a week' }).press('Enter');
  await asked.getByRole('textbox', { name: /^What is to be found out/ }).focus();
  await page.keyboard.type('40 m of gutter?');
  await expectNoBarriers(page, 'dispatch');
  await keys(page, 'Control+Enter');
  await expect(asked).toHaveCount(0);
  await expect(panel(page, 1).getByText('Dispatched to Orders desk')).toBeVisible();
  await keys(page, 'Escape', 'g', 'd');
  await expect(row(page, 'Orders desk')).toContainText('40 m of gutter?');
  await expectNoBarriers(page, 'dispatches');
  await keys(page, 'd');
  await expect(dialog(page, 'The dispatch came back: #1')).toBeVisible();
  await page.keyboard.type('In stock.');
  await keys(page, 'Control+Enter');
  await expect(page.getByText('Nothing is out').last()).toBeVisible();
  await keys(page, 'Shift+o');
  await expect(row(page, 'Orders desk')).toContainText('came back');
});
