import { expect } from '@playwright/test';
import { call, open, statusBar, ticketRows } from './support/board.ts';
import { test } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

test.describe('a fresh desk asks how to begin', () => {
  test.beforeEach(async ({ page, desk }) => {
    await page.goto(await desk.serve());
    await expect(page.getByRole('heading', { name: 'Welcome to Foredesk' })).toBeVisible();
    await expect(page.getByText('test.desk')).toBeVisible();
  });

  test('the sample desk is believable work to look around in, and goes again as one import', async ({ page, desk }) => {
    await page.getByRole('button', { name: 'Open the sample desk' }).click();
    await expect(page.getByRole('list', { name: 'Views' }).getByRole('button')).toHaveCount(10, { timeout: 30_000 });
    await page.getByRole('button', { name: /^All open/ }).click();
    await expect(ticketRows(page).first()).toBeVisible();
    await desk.stop();
    const { tickets, me } = call(desk, 'desk.info');
    expect(tickets).toBeGreaterThan(1000);
    expect(me).not.toBeNull();
    expect(call(desk, 'people.list').people).toHaveLength(12);

    await open(page, desk);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('table', { name: 'Past imports' }).getByRole('button', { name: /Undo/ }).click();
    await expect(page.getByRole('button', { name: /^All tickets/ })).toHaveText(/All tickets\s*0/);
    await page.getByRole('button', { name: /^All tickets/ }).click();
    await expect(page.getByText('This desk has no tickets yet.', { exact: false })).toBeVisible();
  });

  test('an import begins at the import screen, and the desk counts as begun', async ({ page }) => {
    await page.getByRole('button', { name: 'Import an export' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose file' }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  });

  test('keys alone begin an empty desk: what is typed takes the place of the name that stands there', async ({
    page,
  }) => {
    await expect(page.getByRole('button', { name: 'Open the sample desk' })).toBeFocused();
    await press(page, 'Tab', 'Tab');
    await expect(page.getByRole('button', { name: 'Start empty' })).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'Name of the desk' })).toBeFocused();
    await page.keyboard.type('Night shift');
    await expect(page.getByRole('textbox', { name: 'Name of the desk' })).toHaveValue('Night shift');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation')).toContainText('Night shift');
    await expectFocusSeen(page, 'the first run');
  });

  test('an empty desk takes a name and a zone, then its first ticket', async ({ page, desk }) => {
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByRole('textbox', { name: 'Name of the desk' }).fill('Night shift');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York');
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    await expect(page.getByRole('navigation')).toContainText('Night shift');
    await expect(statusBar(page)).toContainText('America/New_York');
    await expect(statusBar(page)).toContainText('Nothing due');
    await expect(page.getByText('No tickets here')).toBeVisible();

    await page.getByRole('main').getByRole('button', { name: 'New ticket' }).click();
    const form = page.getByRole('dialog', { name: 'New ticket' });
    await form.getByRole('button', { name: /^Make ticket/ }).click();
    await expect(form.getByText('Write a subject.')).toBeVisible();
    await form.getByRole('textbox', { name: 'Subject' }).fill('First of all');
    await form.getByRole('combobox', { name: 'Customer' }).fill('Ann Client');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: /^Make ticket/ }).click();
    await expect(form.getByText('4 things are still missing.')).toBeVisible();
    await form.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio', { name: 'Low' }).click();
    await form.getByRole('radiogroup', { name: 'Urgency' }).getByRole('radio', { name: 'Low' }).click();
    for (const [field, typed] of [
      ['Category', 'First steps'],
      ['Queue', 'Front desk'],
    ] as const) {
      await form.getByRole('combobox', { name: field }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(typed);
      await expect(page.getByRole('option', { name: new RegExp(typed) })).toBeVisible();
      await page.keyboard.press('Enter');
      // Closed, its list gives the focus back: the next field is not to be asked before.
      await expect(form.getByRole('combobox', { name: `${field} ${typed}` })).toBeFocused();
    }
    await form.getByRole('button', { name: /^Make ticket/ }).click();
    await expect(page.getByRole('complementary', { name: 'Ticket #1' })).toContainText('First of all');

    await desk.stop();
    expect(call(desk, 'desk.info')).toMatchObject({ tickets: 1, name: 'Night shift', timeZone: 'America/New_York' });
  });
});
