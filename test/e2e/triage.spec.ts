import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { call, importTickets, open, openView, panel, ticketOf } from './support/board.ts';
import { test } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const triage = (page: Page) => page.getByRole('dialog', { name: 'Triage #1', exact: true });

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Chooses from the picker that has the focus; what is not there yet is made. */
async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Enter');
  // The list has the keys a frame after it opens; a person sees the caret in it before they type.
  await expect(page.locator('input[role="combobox"]:focus')).toBeVisible();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: new RegExp(words) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(triage(page).getByRole('combobox', { name: new RegExp(words) })).toBeVisible();
}

test('what was taken in without triage is found on the stand-up, opened and triaged by keys (TRI-3, TRI-4, TRI-5)', async ({
  page,
  desk,
}) => {
  call(desk, 'desk.settings', { started: true, timeZone: 'UTC' });
  call(desk, 'tickets.create', {
    subject: 'Parcel never arrived',
    body: 'Where is it?',
    requester: { name: 'Ann Client', email: 'ann@example.org' },
  });
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: 'Reconciliation' }).click();
  const share = page.getByRole('region', { name: 'Triage compliance' });
  await expect(share.getByRole('status')).toHaveText('0 of 1 complete: 0 %. Target 100 %.');
  await expectNoBarriers(page);
  await share.getByRole('button', { name: /#1 Parcel never arrived/ }).focus();
  await page.keyboard.press('Enter');
  await expect(panel(page, 1)).toBeFocused();
  await expectFocusSeen(page, 'a ticket was opened from the stand-up');

  await expect(panel(page, 1).getByRole('button', { name: 'Triage not complete' })).toBeVisible();
  await press(page, 'Shift+T');
  await expect(triage(page).getByRole('radiogroup', { name: 'Impact' }).getByRole('radio').first()).toBeFocused();
  await press(page, '1', 'Tab', '2');
  await expect(triage(page).getByText('High impact and medium urgency give P2.')).toBeVisible();
  await press(page, 'Tab', '1');
  await press(page, 'Control+Enter');
  await expect(triage(page).getByRole('combobox', { name: 'Category' })).toBeFocused();
  await choose(page, 'Parcels');
  await press(page, 'Control+Enter');
  await expect(triage(page).getByRole('combobox', { name: 'Queue' })).toBeFocused();
  await choose(page, 'Returns');
  await press(page, 'Control+Enter');
  await expect(triage(page).getByRole('textbox', { name: 'Reason for the other priority' })).toBeFocused();
  await page.keyboard.type('The mayor waits');
  await expectNoBarriers(page);
  await press(page, 'Control+Enter');
  await expect(triage(page)).toBeHidden();
  await expect(panel(page, 1).getByRole('button', { name: 'Triage High × Medium' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(share.getByRole('status')).toHaveText('1 of 1 complete: 100 %. Target 100 %.');
  await desk.stop();
  const ticket = ticketOf(desk, 1);
  expect(ticket).toMatchObject({ impact: 1, urgency: 2, priority: 'p1', category: 'Parcels' });
  expect(ticket.events.find(({ type, to }) => type === 'priority' && to === 'p1')?.body).toBe('The mayor waits');
});

test('a jump in Customers chooses whoever stands there, also where nobody is read yet; their ticket opens with the keys in it (CUS-4)', async ({
  page,
  desk,
}) => {
  const createdAt = Date.now() - 3_600_000;
  const names = Array.from({ length: 450 }, (_, at) => `Customer ${String(at + 1).padStart(3, '0')}`);
  importTickets(
    desk,
    names.map((requester) => ({ subject: `From ${requester}`, createdAt, requester })),
  );
  await open(page, desk);
  await openView(page, 'All open');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  const list = page.getByRole('listbox', { name: 'Customers' });
  const shown = (name: string) => page.getByRole('complementary', { name: `Customer ${name}` });
  await expect(list.getByRole('option', { name: /Customer 001/ })).toBeVisible();
  await list.focus();
  await press(page, 'End');
  await expect(shown('Customer 450')).toBeVisible();
  await expect(list.getByRole('option', { selected: true })).toContainText('Customer 450');
  await press(page, 'Home');
  await expect(shown('Customer 001')).toBeVisible();
  await press(page, 'End', 'k');
  await expect(shown('Customer 449')).toBeVisible();
  await press(page, 'Enter', 'Enter');
  await expect(panel(page, 449)).toBeFocused();
  await expectFocusSeen(page, 'a ticket was opened from Customers');
  await page.keyboard.press('Escape');
  await expect(panel(page, 449)).toBeHidden();
});
