import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { DeskCalendar, OfficialHoliday } from '../../src/contract/index.ts';
import { importTickets, open, ticketOf } from './support/board.ts';
import { test, type Desk } from './support/console.ts';

const day = 86_400_000;
const year = new Date().getUTCFullYear();

type Answers = {
  'calendar.list': { calendars: DeskCalendar[] };
  'calendar.holidays': { holidays: OfficialHoliday[] };
};
const asked = <P extends keyof Answers>(desk: Desk, procedure: P, input: object = {}): Answers[P] =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input))) as Answers[P];
const calendarsOf = (desk: Desk): readonly DeskCalendar[] => asked(desk, 'calendar.list').calendars;

/** Goes to the calendars by keys alone. */
async function openCalendars(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await page.keyboard.press('2');
  await expect(page.getByRole('listbox', { name: 'Calendars of this desk' })).toBeVisible();
}

/** A key of this screen is two presses; where one writes, Esc leaves the field first. */
async function press(page: Page, second: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('y');
  await page.keyboard.press(second);
}

/** Dark differs from light in its colours alone. */
const looks = [
  { colorScheme: 'light', only: null },
  { colorScheme: 'dark', only: ['color-contrast'] },
] as const;

async function expectNoBarriers(page: Page, what: string): Promise<void> {
  for (const { colorScheme, only } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = async (): Promise<readonly string[]> => {
      const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
      const { violations } = await (only === null ? axe : axe.withRules([...only])).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    };
    // Asked again where something still fades.
    await expect.poll(found, { message: `${what}, ${colorScheme}`, timeout: 30_000 }).toEqual([]);
  }
}

// A year is 365 cells to look at, three times and in two looks.
test.setTimeout(180_000);

const cell = (page: Page, date: string) => page.locator(`[data-date="${date}"]`);

test('a calendar with a break and the holidays of a country is made by keys alone', async ({ page, desk }) => {
  importTickets(desk, [{ subject: 'Late delivery', createdAt: Date.now() - 5 * day }]);
  const holidays = asked(desk, 'calendar.holidays', {
    country: 'PT',
    years: [year],
    types: ['public'],
  }).holidays;
  await open(page, desk);
  await openCalendars(page);
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Lisbon office');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: /^Time zone/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Lisbon');
  await expect(page.getByRole('option', { name: /Europe\/Lisbon/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /^Time zone Europe\/Lisbon/ })).toBeFocused();

  // What cannot be is said at its field while one types.
  const friday = page.getByRole('textbox', { name: 'Friday' });
  await friday.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9-12, 11-16');
  await expect(page.getByText('Friday: 11:00 to 16:00 overlaps 09:00 to 12:00.', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9-12, 13-16');
  await expect(friday).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('34 h in a usual week')).toBeVisible();

  await press(page, 'h');
  const dialog = page.getByRole('dialog', { name: 'Holidays of a country' });
  await expect(dialog.getByLabel('Country', { exact: true })).toBeFocused();
  await expect(dialog.getByLabel('Country', { exact: true })).toContainText('Portugal');
  await page.keyboard.type('Portugal');
  await expect(dialog.getByLabel('Country', { exact: true })).toHaveValue('PT');
  await expect(dialog.getByRole('button', { name: `Add ${holidays.length} days` })).toBeEnabled();
  await expectNoBarriers(page, 'holidays of a country');
  await dialog.getByRole('button', { name: `Add ${holidays.length} days` }).press('Enter');
  await expect(dialog).toHaveCount(0);

  // The year shows them, by words too; arrows move, Enter edits.
  await expect(cell(page, `${year}-06-10`)).toHaveAccessibleName(/closed, Holiday, Portugal Day/);
  await expect(page.getByText(`${holidays.length} holidays`, { exact: false })).toBeVisible();
  await expectNoBarriers(page, 'the year');
  await press(page, 'y');
  const cursor = page.locator('[data-calendar="year"]');
  await expect(cursor).toBeFocused();
  const before = (await cursor.getAttribute('data-date')) ?? '';
  const date = new Date(Date.parse(before) + 7 * day).toISOString().slice(0, 10);
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, date)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Closed', exact: true })).toBeFocused();
  await page.keyboard.press('3');
  await page.getByRole('textbox', { name: 'Open at' }).focus();
  await page.keyboard.type('10-11');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Stock-taking');
  await page.keyboard.press('Enter');
  await expect(cell(page, date)).toHaveAccessibleName(/1 h open, 10:00-11:00, .*Stock-taking/);
  await expect(cell(page, date)).toBeFocused();

  // Over the end of the year and back, the focus stays on the day.
  const beside = String(Number(date.slice(0, 4)) + 1);
  await page.keyboard.press(']');
  await expect(cell(page, `${beside}${date.slice(4)}`)).toBeFocused();
  await page.keyboard.press('[');
  await expect(cell(page, date)).toBeFocused();

  await press(page, 's');
  await expect(page.getByText('New calendar “Lisbon office”')).toBeVisible();
  await expect(page.getByRole('option', { name: /Lisbon office/ })).toHaveAttribute('aria-selected', 'true');
  // A saved day goes by a key as well, and comes back where the change is discarded.
  await page
    .getByRole('list', { name: 'Days that differ' })
    .getByRole('button', { name: /Portugal Day/ })
    .first()
    .focus();
  await page.keyboard.press('Delete');
  await expect(cell(page, `${year}-06-10`)).not.toHaveAccessibleName(/Holiday/);
  await page.getByRole('button', { name: 'More about this calendar' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Discard changes' }).press('Enter');
  await expect(cell(page, `${year}-06-10`)).toHaveAccessibleName(/Holiday, Portugal Day/);
  await desk.stop();
  const made = calendarsOf(desk).find(({ name }) => name === 'Lisbon office');
  expect(made?.calendar.holidays).toHaveLength(holidays.filter((one) => one.date !== date).length);
  expect(made?.calendar).toMatchObject({
    timeZone: 'Europe/Lisbon',
    exceptions: [{ date, hours: [['10:00', '11:00']], name: 'Stock-taking' }],
    hours: {
      fri: [
        ['09:00', '12:00'],
        ['13:00', '16:00'],
      ],
    },
  });
});

test('while hours cannot be read, what a week and the year come to waits for them', async ({ page, desk }) => {
  importTickets(desk, [{ subject: 'Late delivery', createdAt: Date.now() }]);
  await open(page, desk);
  await openCalendars(page);
  await expect(page.getByText('40 h in a usual week')).toBeVisible();
  const monday = page.getByRole('textbox', { name: 'Monday' });
  const before = await monday.inputValue();
  await monday.fill('nine to five');
  await expect(page.getByText('What it comes to is told once the hours that are marked can be read.')).toBeVisible();
  await expect(page.getByText(/h in a usual week/)).toHaveCount(0);
  await monday.fill(before);
  await expect(page.getByText('40 h in a usual week')).toBeVisible();
});

test('due times follow a calendar that is saved for always, and go back with undo', async ({ page, desk }) => {
  importTickets(desk, [{ subject: 'Late delivery', createdAt: Date.now() }]);
  const due = () => ticketOf(desk, 1).clocks.firstResponse.dueAt ?? 0;
  const first = due();
  await open(page, desk);
  await openCalendars(page);
  const around = page.getByRole('checkbox', { name: 'Open around the clock' });
  await around.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('168 h in a usual week')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'From when it counts' }).getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Calendar “Business”')).toBeVisible();
  await expect(page.getByText(/Version 2/)).toBeVisible();
  await desk.stop();
  const ticket = ticketOf(desk, 1);
  expect(due()).toBe(ticket.createdAt + 240 * 60_000);
  expect(first).toBeGreaterThanOrEqual(due());
  desk.cli('call', 'desk.undo', '{}');
  expect(due()).toBe(first);
});

test('holidays come from an ICS file and what it cannot give is said', async ({ page, desk }) => {
  const events = [
    `DTSTART;VALUE=DATE:${year}0817\nSUMMARY:Town feast`,
    `DTSTART;VALUE=DATE:${year}0105\nRRULE:FREQ=WEEKLY\nSUMMARY:Team meeting`,
  ];
  const file = join(desk.home, 'town.ics');
  const blocks = events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`);
  writeFileSync(file, ['BEGIN:VCALENDAR', ...blocks, 'END:VCALENDAR'].join('\n'));
  importTickets(desk, [{ subject: 'Late delivery', createdAt: Date.now() }]);
  await open(page, desk);
  await openCalendars(page);
  await press(page, 'i');
  const chooser = page.waitForEvent('filechooser');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Holidays from a file' });
  await expect(dialog.getByRole('checkbox', { name: /Town feast/ })).toBeChecked();
  await dialog.getByText('1 event not taken').press('Enter');
  await expect(dialog.getByText(/Line 6, Team meeting: It does not come back once a year/)).toBeVisible();
  await expectNoBarriers(page, 'a file');
  await dialog.getByRole('button', { name: 'Add 1 day' }).press('Enter');
  await expect(cell(page, `${year}-08-17`)).toHaveAccessibleName(/Holiday, Town feast/);
  // The only calendar is in use: it stays, and why is said.
  await press(page, 'Delete');
  await expect(page.getByRole('alert').getByText('“Default” counts by it.', { exact: false })).toBeVisible();
});
