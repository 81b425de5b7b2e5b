import { expect, type Page } from '@playwright/test';
import { call, expectSaid, grid, makeSample, open, panel, ticketOf, ticketRows } from './support/board.ts';
import { test } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

/** The number of the ticket that the keys are on. */
async function underCursor(page: Page): Promise<number> {
  const id = await grid(page).getAttribute('aria-activedescendant');
  return Number(/#(\d+)/.exec(await page.locator(`[id="${id ?? ''}"]`).innerText())?.[1]);
}

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected tickets' });

/** Opens a short list by its key and chooses by a digit, once the list is there to choose from. */
async function pick(page: Page, key: string, list: string, digit: string): Promise<void> {
  await press(page, key);
  await expect(page.getByRole('listbox', { name: list })).toBeFocused();
  await press(page, digit);
}

/** Keys as fast as they can come: all of them before anything has had the time to fade. */
async function atOnce(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.evaluate(async (all) => {
    for (const key of all) {
      const at = document.activeElement ?? document.body;
      at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((rendered) => setTimeout(rendered));
    }
  }, keys);
}

test.beforeEach(async ({ page, desk }) => {
  makeSample(desk, 150);
  await open(page, desk);
  // A person who has no mouse: whatever a test did with one would fail here.
  await page.evaluate(() => {
    for (const type of ['pointerdown', 'mousedown', 'click'])
      document.addEventListener(
        type,
        (event) => {
          if (event instanceof MouseEvent && event.detail > 0) throw new Error(`A mouse was used: ${type}`);
        },
        { capture: true },
      );
  });
});

async function goToAllOpen(page: Page): Promise<void> {
  // Backwards from the first view: All tickets, then All open.
  await expect(page.getByRole('heading', { level: 1, name: 'My queue' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: 'All tickets' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();
  // The focus follows from view to view; the rows are what a person waits for before the next key.
  await expect(ticketRows(page).first()).toBeVisible();
  await press(page, 'j');
}

test('a ticket is found, understood, answered and passed on by keys alone', async ({ page, desk }) => {
  await goToAllOpen(page);
  const first = await underCursor(page);
  await press(page, 'j', 'j');
  expect(await underCursor(page)).not.toBe(first);
  await press(page, 'k', 'k');
  expect(await underCursor(page)).toBe(first);
  await press(page, 'j', 'Enter');
  const number = await underCursor(page);
  const ticket = panel(page, number);
  await expect(ticket).toBeVisible();
  // Why a clock is due stands there in words, with no further key.
  await expect(ticket.getByRole('group', { name: 'Clocks' }).getByRole('paragraph').first()).toHaveText(/\w{3}.*\d/);

  await press(page, 'r');
  await expect(ticket.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('We sent it today. j and k are letters here.');
  await press(page, 'Control+Enter');
  const talk = ticket.getByRole('region', { name: 'Conversation' });
  await expect(talk.getByText('We sent it today. j and k are letters here.').first()).toBeVisible();
  await expect(ticket.getByRole('textbox')).toHaveValue('');
  await expect(ticket.getByRole('button', { name: 'Status Pending' })).toBeVisible();
  await press(page, 'Escape');
  await expect(ticket).toBeVisible();

  await press(page, 'n');
  await expect(ticket.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Parcel number is in the shop system.');
  await press(page, 'Control+Enter');
  await expect(talk.getByText('Parcel number is in the shop system.').first()).toBeVisible();
  await press(page, 'Escape');

  await press(page, 'a');
  await expect(page.getByRole('combobox', { name: 'Owner', exact: true })).toBeFocused();
  await page.keyboard.type('Hannah');
  await expect(page.getByRole('option')).toHaveText([/Hannah/]);
  await press(page, 'Enter');
  await expect(
    ticket
      .getByRole('button', { name: /^Owner Hannah/ })
      .or(ticket.getByText(/Hannah Kim/))
      .first(),
  ).toBeVisible();
  await pick(page, 'p', 'Priority', '1');
  await expect(ticket.getByRole('button', { name: 'Priority P1' })).toBeVisible();
  await pick(page, 's', 'Status', '4');
  await expect(ticket.getByRole('button', { name: 'Status On hold' })).toBeVisible();
  await press(page, 'Escape');
  await expect(ticket).toBeHidden();
  expect(await grid(page).evaluate((element) => element === document.activeElement)).toBe(true);

  await desk.stop();
  const changed = ticketOf(desk, number);
  const hannah = call(desk, 'people.list').people.find(({ name }) => name.startsWith('Hannah'));
  expect(changed).toMatchObject({ status: 'hold', priority: 'p1', assigneeId: hannah?.id });
  expect(changed.events.filter(({ type }) => type === 'internalNote').at(-1)?.body).toMatch(/^Parcel number/);
});

test('several tickets are changed at once, and undone, and done again', async ({ page, desk }) => {
  await goToAllOpen(page);
  await press(page, 'x');
  const numbers = [await underCursor(page)];
  await press(page, 'Shift+ArrowDown');
  numbers.push(await underCursor(page));
  await press(page, 'Shift+j');
  numbers.push(await underCursor(page));
  await expect(toolbar(page)).toContainText('3 selected');
  await pick(page, 's', 'Status', '5');
  await expectSaid(page, /3 tickets/);
  await press(page, 'Control+z');
  await expectSaid(page, /^Taken back: .*3 tickets/);
  await press(page, 'Control+Shift+z');
  await expectSaid(page, /^Done again: .*3 tickets/);

  await desk.stop();
  expect(numbers.map((number) => ticketOf(desk, number).status)).toEqual(['solved', 'solved', 'solved']);
  desk.cli('call', 'desk.undo', '{}');
  expect(numbers.map((number) => ticketOf(desk, number).status)).not.toContain('solved');
});

test('a search with operators opens its hit, and a new ticket is taken down', async ({ page, desk }) => {
  await goToAllOpen(page);
  await press(page, 'Control+k');
  const palette = page.getByRole('dialog', { name: 'Search tickets and actions' });
  await page.keyboard.type('status:open priority:p2,p3');
  const hit = palette.getByRole('option', { name: /#\d+/ }).first();
  await expect(hit).toHaveAttribute('aria-selected', 'true');
  await expectFocusSeen(page, 'a search');
  const number = Number(/#(\d+)/.exec(await hit.innerText())?.[1]);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(panel(page, number)).toBeVisible();
  await expectFocusSeen(page, 'a hit was opened');

  await press(page, 'c');
  const form = page.getByRole('dialog', { name: 'New ticket', exact: true });
  await expect(form.getByRole('radio', { name: 'Phone' })).toBeFocused();
  await press(page, '1', 'Tab');
  await page.keyboard.type('Ben Caller');
  await page.keyboard.press('Enter');
  await form.getByRole('textbox', { name: 'Subject' }).focus();
  await page.keyboard.type('Called twice about the boiler');
  // Nothing of triage was said yet: it is named, and the first of it has the focus.
  await press(page, 'Control+Enter');
  await expect(form.getByText('4 things are still missing.')).toBeVisible();
  await expect(form.getByRole('combobox', { name: 'Category' })).toBeFocused();
  // The list that fades out still shows its options: what counts is that the next one has the keys.
  const finding = page.locator('input[role="combobox"]:focus');
  await page.keyboard.press('Enter');
  await expect(finding).toHaveAccessibleName('Category');
  await page.keyboard.type('Boilers');
  await expect(page.getByRole('option', { name: /Boilers/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await press(page, 'Control+Enter');
  await expect(form.getByRole('combobox', { name: 'Queue' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(finding).toHaveAccessibleName('Queue');
  await page.keyboard.press('Enter');
  await expect(finding).toHaveCount(0);
  await press(page, 'Control+Enter');
  await expect(form.getByRole('radiogroup', { name: 'Impact' }).getByRole('radio').first()).toBeFocused();
  await press(page, '1', 'Tab', '2');
  await expect(form.getByText('High impact and medium urgency give P2.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(panel(page, 151)).toContainText('Called twice about the boiler');
  await expectFocusSeen(page, 'a ticket was made');

  await desk.stop();
  expect(['p2', 'p3']).toContain(ticketOf(desk, number).priority);
  expect(ticketOf(desk, 151)).toMatchObject({
    requester: 'Ben Caller',
    channel: 'phone',
    category: 'Boilers',
    priority: 'p2',
    impact: 1,
    urgency: 2,
  });
});

test('Esc goes one step back each time, and the focus with it', async ({ page }) => {
  await goToAllOpen(page);
  await press(page, 'x', 'Enter');
  const ticket = page.getByRole('complementary', { name: /^Ticket #/ });
  await expect(ticket).toBeVisible();
  await press(page, '?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help).toContainText('Assign to me');
  await press(page, 'Escape');
  await expect(help).toBeHidden();
  await expect(ticket).toBeVisible();

  await press(page, 's');
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeFocused();
  await press(page, 'Escape');
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeHidden();
  await expect(ticket).toBeVisible();
  await press(page, 'r');
  await page.keyboard.type('Half a sentence');
  await press(page, 'Escape');
  await expect(ticket.getByRole('textbox')).toHaveValue('Half a sentence');
  await press(page, 'Escape');
  await expect(ticket).toBeHidden();
  await expect(toolbar(page)).toContainText('1 selected');
  await press(page, 'Escape');
  await expect(toolbar(page)).toBeHidden();
  await expect(grid(page)).toBeFocused();

  for (const [key, name] of [
    ['c', 'New ticket'],
    ['Control+,', 'Settings'],
    ['/', 'Search tickets and actions'],
    ['Control+Shift+s', 'Save as new view'],
  ] as const) {
    await press(page, key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await press(page, 'Escape');
    await expect(page.getByRole('dialog', { name })).toBeHidden();
    await expect(grid(page)).toBeFocused();
  }
});

test('keys pressed while a list still fades out are the window’s', async ({ page, desk }) => {
  await goToAllOpen(page);
  await press(page, 'Enter');
  const number = await underCursor(page);
  const ticket = panel(page, number);
  await expect(ticket).toBeVisible();
  await press(page, 's');
  await expect(page.getByRole('listbox', { name: 'Status' })).toBeFocused();
  // The second digit is not a second choice, and Esc closes the ticket.
  await atOnce(page, '4', '1', 'Escape');
  await expect(ticket).toBeHidden();
  await expect(grid(page)).toBeFocused();

  await press(page, 'Enter', 'a');
  await expect(page.getByRole('combobox', { name: 'Owner', exact: true })).toBeFocused();
  await page.keyboard.type('Hannah');
  await expect(page.getByRole('option')).toHaveText([/Hannah/]);
  await atOnce(page, 'Enter', 'Enter', 'Escape');
  await expect(ticket).toBeHidden();
  await expect(grid(page)).toBeFocused();

  await desk.stop();
  const hannah = call(desk, 'people.list').people.find(({ name }) => name.startsWith('Hannah'));
  expect(ticketOf(desk, number)).toMatchObject({ status: 'hold', assigneeId: hannah?.id });
});

test('Tab goes through the whole window, and the focus shows at every stop', async ({ page }) => {
  await goToAllOpen(page);
  await press(page, 'Enter');
  await expect(page.getByRole('complementary', { name: /^Ticket #/ })).toBeVisible();
  const stops = new Set<string>();
  for (let stop = 0; stop < 70; stop++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body ? null : activeElement.outerHTML.slice(0, 200);
    });
    // Past the last one the focus leaves the page.
    if (at === null) continue;
    await expectFocusSeen(page, `${stop + 1} times Tab`);
    stops.add(at);
  }
  expect(stops.size).toBeGreaterThan(35);
});

test('wherever a key goes, the focus is there, and the digits stand at the tabs they show', async ({ page }) => {
  await goToAllOpen(page);
  await press(page, 'v');
  await expect(page.getByRole('listbox').first()).toBeVisible();
  await expectFocusSeen(page, 'a board in columns');
  await page.keyboard.press('v');
  await expect(ticketRows(page).first()).toBeVisible();
  await press(page, 'j');
  const tabs = page.locator('[data-tabs]');
  const screens = [
    { key: 's', shown: ['Stand-up', 'Reconciliation'] },
    { key: 'm', shown: ['Overview', 'By', 'When'] },
    { key: 'e', shown: ['Board', 'Log', 'Incidents', 'Trees', 'Settings'] },
    { key: 'b', shown: ['Callbacks', 'Dispatches'] },
    { key: 'p', shown: ['People', 'Time off and requests', 'Patterns', 'Rules', 'Files'] },
    { key: 'u', shown: ['Reviews', 'Sample', 'Scorecards', 'Calibration', 'Disputes', 'Dashboard', 'Packs'] },
    { key: 'o', shown: ['People', 'What worked'] },
    { key: 'n', shown: ['Newcomers', 'Programmes', 'Certificates'] },
    { key: 'l', shown: ['Refreshers', 'Needs', 'Courses', 'Budget'] },
    { key: 'v', shown: ['Scores', 'Responses', 'Themes', 'Causes'] },
    { key: 'x', shown: ['Question', 'Pivot'] },
    { key: 'w', shown: ['Issues', 'Reports', 'Action items'] },
    { key: 'k', shown: ['Policies', 'Calendars', 'Replay', 'Pause audit'] },
    { key: 'a', shown: ['Macros', 'Triggers', 'Timed', 'Log', 'Simulator'] },
  ];
  for (const { key, shown } of screens) {
    await press(page, 'g', key);
    await expect(tabs.getByRole('radio')).toHaveText(shown.map((name, index) => `${index + 1}${name}`));
    for (const [index, name] of shown.entries()) {
      await press(page, String(index + 1));
      await expect(tabs.getByRole('radio', { name, exact: true })).toBeChecked();
      await expect(tabs.locator('kbd').first()).toBeVisible();
    }
    await press(page, '1');
  }
  // The list of customers moves by K alone; after G it is the key of the clocks.
  await press(page, 'g', 'c', 'g', 'k');
  await expect(page.getByRole('heading', { level: 1, name: 'Clocks' })).toBeVisible();
  await press(page, 'g', 'r', 'g', 'j', 'g', 'i', 'g', 'c', 'g');
  await page.keyboard.press('q');
  await expect(grid(page)).toBeFocused();
  await press(page, 'j');
});
