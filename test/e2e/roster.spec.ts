import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { DeskShift, Person, TimeOff } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const dayMs = 86_400_000;
const dateIn = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const people = (desk: Desk): readonly Person[] => (answer(desk, 'people.list', {}) as { people: Person[] }).people;
const shifts = (desk: Desk): readonly DeskShift[] =>
  (answer(desk, 'roster.range', { from: dateIn(0), days: 28 }) as { shifts: DeskShift[] }).shifts;

/** Not a message, which says of itself that it is a dialog too. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const grid = (page: Page) => page.getByRole('grid', { name: 'People of the roster' });

async function goToRoster(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1, name: 'Roster' })).toBeVisible();
}

test('somebody with availability and contract hours is written down by keys alone, and found again', async ({
  page,
  desk,
}) => {
  call(desk, 'desk.settings', { started: true, timeZone: 'UTC' });
  await open(page, desk);
  await goToRoster(page);
  await expect(page.getByText('Nobody is on the roster yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Ada Lund');
  await page.getByLabel('Skills', { exact: true }).press('b');
  await page.keyboard.type('illing,');
  const level = page.getByRole('radiogroup', { name: 'Level of billing' });
  await level.getByRole('radio', { name: '3' }).press('5');
  await expect(level.getByRole('radio', { name: '5' })).toBeChecked();
  await page.getByRole('textbox', { name: 'Contract hours' }).focus();
  await page.keyboard.type('37:30');
  await page.getByRole('checkbox', { name: 'At any time' }).press('Space');
  await page.getByRole('textbox', { name: 'Monday' }).focus();
  await page.keyboard.type('9-');
  await press(page, 'Control+Enter');
  // What is wrong is said at its field, which gets the focus.
  await expect(page.getByText(/is not a time from and to/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Monday' })).toBeFocused();
  await page.keyboard.type('17');
  await page.getByRole('button', { name: 'Copy Monday to other days' }).press('Enter');
  await page.getByRole('menuitem', { name: 'To Monday to Friday' }).press('Enter');
  await expect(page.getByText('40 h a week')).toBeVisible();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(grid(page)).toBeFocused();
  const row = grid(page).getByRole('row', { name: /Ada Lund/ });
  await expect(row).toContainText('37.5 h');
  await press(page, 'Escape');
  await expect(row).toContainText('Mon to Fri 09:00-17:00');
  await expect(row).toContainText('billing 5');
  await page.keyboard.press('f');
  await page.keyboard.type('nobody at all');
  await expect(page.getByText('Nobody fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).press('Enter');
  await expect(row).toBeVisible();
  await desk.stop();
  expect(people(desk)[0]).toMatchObject({
    name: 'Ada Lund',
    contractMinutes: 2250,
    skillLevels: { billing: 5 },
    availability: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
  });
});

test('time off is seen, then approved; a template is put on days; a file comes in without its pay; a calendar goes out', async ({
  page,
  desk,
}) => {
  makeSample(desk, 300);
  const [first] = people(desk);
  const name = first?.name ?? '';
  await open(page, desk);
  await goToRoster(page);
  await expect(grid(page)).toBeFocused();

  await press(page, '2');
  await page.keyboard.press('n');
  await expect(dialog(page).getByRole('combobox', { name: 'Person' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(dialog(page).getByRole('region', { name: 'What it does to coverage' })).toContainText(
    /planned work away|No shift is planned/,
  );
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const asked = page.getByRole('complementary', { name: `Request of ${name}` });
  await expect(asked.getByRole('region', { name: 'What it does to coverage' })).toContainText(
    /planned work away|No shift is planned/,
  );
  const list = page.getByRole('listbox', { name: 'Time off and requests' });
  await expect(list).toBeFocused();
  await page.keyboard.press('a');
  await expectSaid(page, /Time off of .* approved/);
  await expectFocusSeen(page, 'approving');
  await expect(list.getByText('Nothing waits for a decision.')).toBeVisible();
  await press(page, 'o');
  await expect(list.getByRole('option', { name: new RegExp(`${name}.*Approved`) })).toBeVisible();

  await press(page, '3');
  await expect(page.getByText('No patterns yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Weekend');
  await page.keyboard.press('Control+s');
  const templates = page.getByRole('listbox', { name: 'Templates and rotations' });
  await expect(templates.getByRole('option', { name: /Weekend.*09:00-17:30/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(templates).toBeFocused();
  await page.keyboard.press('a');
  await expect(dialog(page).getByLabel('From')).toBeFocused();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await dialog(page).getByRole('checkbox', { name: day }).press('Space');
  await dialog(page).getByRole('checkbox', { name: 'Saturday' }).press('Space');
  await dialog(page)
    .getByRole('checkbox', { name: /open shift/ })
    .press('Space');
  await expect(dialog(page).getByText('1 shift, as a draft of the plan.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(/“Weekend”: 1 shift made. Nobody was passed over./)).toBeVisible();

  await press(page, '5');
  const file = join(desk.home, 'shifts.csv');
  const day = dateIn(40);
  writeFileSync(
    file,
    `Employee,Date,Start,End,Hourly Rate\n${name},${day},09:00,17:00,14.50\nSomebody Else,${day},10:00,18:00,13\n`,
  );
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Enter');
  await (await chooser).setFiles(file);
  await expect(page.getByRole('note', { name: 'Pay' })).toContainText('“Hourly Rate”: not read, and kept nowhere.');
  await expect(page.getByRole('table', { name: /Rows that were not read/ })).toContainText('Somebody Else');
  await expectFocusSeen(page, 'the dry run');
  await expect(page.getByRole('button', { name: /Import 1 row/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Shift+I');
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);
  const exported = page.waitForEvent('download');
  await page.keyboard.press('Shift+E');
  expect((await exported).suggestedFilename()).toMatch(/\.csv$/);

  await desk.stop();
  const { timeOff } = answer(desk, 'roster.timeOffList', {}) as { timeOff: TimeOff[] };
  expect(timeOff.some(({ personId, state }) => personId === first?.id && state === 'approved')).toBe(true);
  expect(shifts(desk).filter(({ personId, draft }) => personId === null && draft)).toHaveLength(1);
});

test('rules say what they find in the coming week, and count again once they are saved', async ({ page, desk }) => {
  makeSample(desk, 100);
  await open(page, desk);
  await goToRoster(page);
  await press(page, '4');
  const week = page.getByRole('complementary', { name: 'The coming week' });
  await expect(week.getByRole('status')).toHaveText(/finding/i);
  await expect(page.getByRole('switch', { name: 'Look for: Double booking' })).toBeFocused();
  const rest = page.getByRole('listitem').filter({ hasText: 'Rest between shifts' });
  await rest.getByRole('textbox', { name: 'At least' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('40h');
  await page.keyboard.press('Control+s');
  await expectSaid(page, /Rules of the roster saved/);
  await expect(week.getByRole('status')).toContainText('before the rules were last changed');
  await expect(rest).toContainText(/\d+ findings?/);
  await expect(week.getByRole('list')).toContainText('the rule is 40 h');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any tab, ${colorScheme}`, async ({ page, desk }) => {
    makeSample(desk, 100);
    const [first] = people(desk);
    answer(desk, 'roster.timeOffAsk', {
      personId: first?.id,
      startAt: `${dateIn(1)}T00:00:00Z`,
      endAt: `${dateIn(2)}T00:00:00Z`,
    });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (shown: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => [shown, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToRoster(page);
    await expect(grid(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.getByRole('checkbox', { name: 'At any time' }).press('Space');
    await check('people');
    await page.keyboard.press('Escape');
    await grid(page).press('2');
    await expect(page.getByRole('region', { name: 'What it does to coverage' })).toContainText(/away|No shift/);
    await check('requests');
    await page.keyboard.press('n');
    await expect(dialog(page).getByRole('combobox', { name: 'Person' })).toBeFocused();
    await check('asking');
    await press(page, 'Escape');
    await expect(dialog(page)).toHaveCount(0);
    await page.keyboard.press('3');
    await expect(page.getByText('No patterns yet')).toBeVisible();
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await check('template');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+N');
    await expect(page.getByRole('combobox', { name: 'Week 1, Monday' })).toBeVisible();
    await check('rotation');
    await page.keyboard.press('Escape');
    await page.keyboard.press('4');
    await expect(page.getByRole('switch', { name: 'Look for: Double booking' })).toBeFocused();
    await page.keyboard.press('n');
    await expect(page.getByRole('group', { name: 'New cover' })).toBeVisible();
    await check('rules');
    await page.keyboard.press('Escape');
    await page.keyboard.press('5');
    await expect(page.getByRole('button', { name: 'Choose a file' }).last()).toBeVisible();
    await check('files');
  });
