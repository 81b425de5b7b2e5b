import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { call, importTickets, open, openView, panel, ticketOf } from './support/board.ts';
import { test } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

test.beforeEach(async ({ page, desk }) => {
  const createdAt = Date.now() - 3_600_000;
  importTickets(desk, [
    { subject: 'Parcel 4711 never arrived', createdAt, requester: 'Ann Client' },
    { subject: 'Invoice shows the wrong amount', createdAt, requester: 'Bo Customer' },
  ]);
  await open(page, desk);
  await openView(page, 'All open');
});

const form = (page: Page) => page.getByRole('dialog', { name: 'New ticket', exact: true });

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Lets go of a file over the window, as from a folder. */
async function drop(page: Page, name: string, type: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, fileType, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], fileName, { type: fileType }));
      return data;
    },
    [name, type, content] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Category, queue, impact and urgency by keys, from wherever the first missing one is. */
async function triageByKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByRole('combobox', { name: 'Category' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Damage');
  await expect(page.getByRole('option', { name: /Damage/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByRole('combobox', { name: 'Queue' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Returns');
  await expect(page.getByRole('option', { name: /Returns/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(form(page).getByRole('combobox', { name: 'Queue Returns' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form(page).getByRole('radiogroup', { name: 'Impact' }).getByRole('radio').first()).toBeFocused();
  await press(page, '2', 'Tab', '1');
}

test('a call is taken down by keys: the customer found, a duplicate shown, the draft kept, an override reasoned (TRI-1, TRI-3, TRI-6)', async ({
  page,
  desk,
}) => {
  await press(page, 'c');
  await press(page, '1', 'Tab');
  await page.keyboard.type('ann');
  await expect(form(page).getByRole('option', { name: /Ann Client/ })).toBeVisible();
  await expectFocusSeen(page, 'a customer was looked for');
  await page.keyboard.press('Enter');
  await expect(form(page).getByRole('paragraph').filter({ hasText: '1 open' })).toBeVisible();
  await press(page, 'Tab');
  await page.keyboard.type('Parcel 4711 still has not arrived');
  await expect(form(page).getByText(/^Same customer, \d of \d words/)).toBeVisible();
  await expectNoBarriers(page);

  await press(page, 'Escape');
  await expect(form(page)).toBeHidden();
  await press(page, 'c');
  await expect(form(page).getByRole('textbox', { name: 'Subject' })).toHaveValue('Parcel 4711 still has not arrived');

  await triageByKeys(page);
  await expect(form(page).getByText('Medium impact and high urgency give P2.')).toBeVisible();
  await press(page, 'Tab');
  await page.keyboard.press('1');
  await expect(form(page).getByText('Set to P1; impact and urgency give P2.')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(form(page).getByRole('textbox', { name: 'Reason for the other priority' })).toBeFocused();
  await page.keyboard.type('The mayor waits');
  await page.keyboard.press('Control+Enter');
  await expect(form(page)).toBeHidden();
  await expect(panel(page, 3)).toContainText('The mayor waits');

  await press(page, 'c');
  await expect(form(page).getByText('Triage complete today: 1 of 1 (100 %), target 100 %')).toBeVisible();
  await desk.stop();
  expect(ticketOf(desk, 3)).toMatchObject({
    requester: 'Ann Client',
    channel: 'phone',
    priority: 'p1',
    impact: 2,
    urgency: 1,
    category: 'Damage',
  });
});

test('what belongs to a ticket that is there is added to it, by one key (TRI-7)', async ({ page, desk }) => {
  await press(page, 'c', '1', 'Tab');
  await page.keyboard.type('ann');
  await expect(form(page).getByRole('option', { name: /Ann Client/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await press(page, 'Tab');
  await page.keyboard.type('Parcel 4711');
  await press(page, 'Tab');
  await page.keyboard.type('It is still not here.');
  const alike = form(page).getByRole('button', { name: /#1\b.*Parcel 4711/ });
  await expect(alike).toBeVisible();
  await alike.focus();
  await page.keyboard.press('a');
  await expect(form(page)).toBeHidden();
  await expect(panel(page, 1)).toContainText('It is still not here.');
  await desk.stop();
  expect(call(desk, 'desk.info').tickets).toBe(2);
});

test('a mail that is dropped fills the form, its file goes with it and comes out again (TRI-8, TRI-12)', async ({
  page,
  desk,
}) => {
  const mail = [
    'From: Cleo Forward <cleo@example.org>',
    'Subject: Lamp <img src=x onerror=alert(1)> broken',
    'Message-ID: <lamp@example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>It came in <b>pieces</b>.</p><script>alert(1)</script>',
    '--b',
    'Content-Type: text/plain; name="../list.txt"',
    'Content-Disposition: attachment; filename="../list.txt"',
    '',
    'one lamp',
    '--b--',
  ].join('\r\n');
  await drop(page, 'lamp.eml', 'message/rfc822', mail);
  await expect(form(page).getByRole('radio', { name: 'Email' })).toBeChecked();
  await expect(form(page).getByRole('combobox', { name: 'Customer' })).toHaveValue('Cleo Forward');
  await expect(form(page).getByRole('textbox', { name: 'Email', exact: false }).first()).toHaveValue(
    'cleo@example.org',
  );
  await expect(form(page).getByRole('textbox', { name: /What the customer said/ })).toHaveValue('It came in pieces.');
  await expect(form(page).getByText('list.txt')).toBeVisible();
  await triageByKeys(page);
  await page.keyboard.press('Control+Enter');
  const saving = page.waitForEvent('download');
  await panel(page, 3).getByRole('button', { name: 'Save list.txt' }).click();
  expect((await saving).suggestedFilename()).toBe('list.txt');

  await drop(page, 'lamp.eml', 'message/rfc822', mail);
  await expect(form(page).getByText('This belongs to #3')).toBeVisible();
  await desk.stop();
  expect(ticketOf(desk, 3)).toMatchObject({ requesterEmail: 'cleo@example.org', channel: 'email' });
});

test('a table that is dropped goes to the import, a chat that is pasted is read turn by turn (TRI-8, TRI-11)', async ({
  page,
}) => {
  await drop(page, 'tickets.csv', 'text/csv', 'id,subject,requester\n7,Late,Ann\n');
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  await press(page, 'c');
  const body = form(page).getByRole('textbox', { name: /What the customer said/ });
  await body.evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      '[10:02] Dee: My kettle leaks badly\n[10:03] Agent: I am sorry\n[10:04] Dee: Thanks',
    );
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(form(page).getByText('This looks like a chat.')).toBeVisible();
  await form(page).getByRole('button', { name: 'Read it as a chat' }).click();
  await expect(form(page).getByRole('list', { name: 'Conversation of 3 turns' })).toContainText(
    'My kettle leaks badly',
  );
  await expect(form(page).getByRole('combobox', { name: 'Customer', exact: true })).toHaveValue('Dee');
  await form(page).getByRole('combobox', { name: 'Customer in it' }).selectOption('Agent');
  await expect(form(page).getByRole('combobox', { name: 'Customer', exact: true })).toHaveValue('Agent');
  await expectNoBarriers(page);
});

test('customers are found, known and changed by keys, and every change is undone (CUS-1, CUS-3, CUS-4)', async ({
  page,
  desk,
}) => {
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await press(page, 'f');
  await page.keyboard.type('bo c');
  const list = page.getByRole('listbox', { name: 'Customers' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await press(page, 'ArrowDown', 'j');
  const person = page.getByRole('complementary', { name: 'Customer Bo Customer' });
  await expect(person).toBeVisible();
  await expectNoBarriers(page);
  await person.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Bo Client');
  await press(page, 'Enter');
  await expect(page.getByRole('complementary', { name: 'Customer Bo Client' })).toBeVisible();
  await press(page, 'Escape');
  await expect(list).toBeFocused();
  await press(page, 'Control+z');
  await expect(person).toBeVisible();
  await press(page, 'Enter');
  await expect(person.getByRole('button', { name: /#2/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page, 2)).toBeVisible();
  await page.keyboard.press('Shift+U');
  await expect(person).toBeVisible();
  await desk.stop();
  expect(ticketOf(desk, 2).requester).toBe('Bo Customer');
});
