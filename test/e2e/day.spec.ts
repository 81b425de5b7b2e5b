import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { call, expectSaid, importTickets, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen } from './support/focus.ts';

const hour = 3_600_000;

/** A zone in which it is about eleven in the morning now, whenever this runs: shifts of today are running. */
function morningZone(): string {
  const ahead = 11 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const zone = morningZone();
const ask = (desk: Desk, procedure: string, input: object): { startAt: number; shifts: { startAt: number }[] } =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input))) as { startAt: number; shifts: { startAt: number }[] };
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

test.beforeEach(({ desk }) => {
  importTickets(desk, [{ subject: 'Boiler is cold', createdAt: Date.now() - hour }]);
  call(desk, 'desk.settings', { timeZone: zone });
  const [ada, ben] = ['Ada Lund', 'Ben Ochs', 'Cleo Payer'].map((name) => call(desk, 'people.create', { name }).id);
  const { startAt } = ask(desk, 'roster.range', { from: today(), days: 1 });
  const shift = (personId: string | undefined, from: number, to: number, activities: object[] = []) => ({
    personId,
    startAt: startAt + from * hour,
    endAt: startAt + to * hour,
    activities,
  });
  const lunch = { kind: 'lunch', startAt: startAt + 13 * hour, endAt: startAt + 13.5 * hour };
  const shifts = [shift(ada, 9, 17), shift(ben, 8, 16, [lunch])];
  ask(desk, 'roster.save', { shifts, publish: true });
});

const board = (page: Page): Locator => page.getByRole('grid');
const lane = (page: Page, name: string): Locator =>
  board(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: name }) });
const part = (page: Page, name: string, words: RegExp | string): Locator =>
  lane(page, name).getByRole('gridcell', { name: words });
const current = (page: Page): Locator => board(page).locator('[data-cursor]');
const keys = async (page: Page, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

async function openDay(page: Page, desk: Desk): Promise<void> {
  await open(page, desk);
  await keys(page, 'g', 'h');
  await expect(board(page)).toBeFocused();
  await expect(part(page, 'Ada Lund', /^Calls 09:00 to 17:00/)).toBeVisible();
  await expect(lane(page, 'required')).toContainText('forecast');
}

test('a shift is made, filled, moved, published, marked and put right by keys alone', async ({ page, desk }) => {
  await openDay(page, desk);
  await keys(page, 'e', 'End');
  await expect(lane(page, 'Cleo Payer').locator('[data-cursor]')).toBeVisible();
  await expectFocusSeen(page, 'End');
  await keys(page, 'n');
  await expect(page.getByRole('listbox', { name: 'New shift' })).toBeFocused();
  await keys(page, '1');
  const editor = page.getByRole('dialog', { name: 'New shift' });
  await expect(editor.getByRole('textbox', { name: 'Start' })).toBeFocused();
  await page.keyboard.type('10');
  await keys(page, 'Tab');
  await page.keyboard.type('1830');
  await keys(page, 'ArrowDown', 'ArrowDown', 'Control+Enter');
  await expect(editor).toHaveCount(0);
  await expect(part(page, 'Cleo Payer', 'Calls 10:00 to 18:00, new, not published')).toHaveAttribute('data-cursor');
  await expect(board(page)).toBeFocused();

  await keys(page, 'a');
  await expect(page.getByRole('listbox', { name: 'Add an activity' })).toBeFocused();
  await keys(page, 'l');
  await expect(current(page)).toHaveAccessibleName(/^Lunch 14:00 to 14:30, shift 10:00 to 18:00/);
  await expect(board(page)).toBeFocused();
  await keys(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft');
  await expect(current(page)).toHaveAccessibleName(/^Lunch 14:15 to 14:45/);
  await keys(page, 'Alt+Shift+ArrowRight');
  await expect(current(page)).toHaveAccessibleName(/^Lunch 14:15 to 15:00/);
  await keys(page, 'ArrowLeft');
  await expect(current(page)).toHaveAccessibleName(/^Calls 10:00 to 14:15/);
  await expectFocusSeen(page, 'ArrowLeft');

  await expect(page.getByText('1 change not published')).toBeVisible();
  await keys(page, 'Shift+P');
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
  await expect(current(page)).toHaveAccessibleName('Calls 10:00 to 14:15, shift 10:00 to 18:00');

  await keys(page, 'k');
  await expect(lane(page, 'Ben Ochs').locator('[data-cursor]')).toBeVisible();
  await keys(page, 'x');
  await expect(page.getByRole('listbox', { name: 'Who is not there' })).toBeFocused();
  await keys(page, 'a');
  await expect(current(page)).toHaveAccessibleName(/Absent 08:00 to 16:00/);
  await keys(page, 's');
  await expect(page.getByRole('listbox', { name: 'What they do now' })).toBeFocused();
  await keys(page, 'Escape');
  await expect(board(page)).toBeFocused();
  await keys(page, 'u');
  await expect(current(page)).not.toHaveAccessibleName(/Absent/);

  const findings = page.getByRole('complementary', { name: 'Moves and findings' });
  await expect(findings.getByText(/Ada Lund.*break/)).toBeVisible();
  const fix = findings.getByRole('button', { name: /^Fix/ }).first();
  await expect(fix).toBeVisible();
  await keys(page, 'f', '1');
  await expectSaid(page, /Shift of Ada Lund/);
  await expect(lane(page, 'Ada Lund').getByRole('gridcell')).toHaveCount(3);
  await keys(page, 'u');
  await expect(lane(page, 'Ada Lund').getByRole('gridcell')).toHaveCount(1);
  await desk.stop();
  const { shifts } = ask(desk, 'roster.range', { from: today(), days: 1 });
  expect(shifts).toHaveLength(3);
});

test('a shift is dragged to a later time and to somebody else; Esc leaves it where it was', async ({ page, desk }) => {
  await openDay(page, desk);
  await keys(page, 'e');
  const from = await part(page, 'Ada Lund', /^Calls/).boundingBox();
  const to = await lane(page, 'Cleo Payer').boundingBox();
  if (from === null || to === null) throw new Error('Both lanes are drawn.');
  const hourPx = from.width / 8;
  const grab = async (): Promise<void> => {
    await page.mouse.move(from.x + 100, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 120, from.y + 12, { steps: 3 });
    await page.mouse.move(from.x + 100 + hourPx, to.y + 20, { steps: 5 });
  };
  await grab();
  await expect(board(page).getByText('10:00 to 18:00')).toBeVisible();
  await keys(page, 'Escape');
  await expect(board(page).getByText('10:00 to 18:00')).toHaveCount(0);
  await page.mouse.up();
  await expect(part(page, 'Ada Lund', 'Calls 09:00 to 17:00')).toBeVisible();
  await grab();
  await page.mouse.up();
  await expect(part(page, 'Cleo Payer', /^Calls 10:00 to 18:00, not published, published for Ada Lund/)).toBeVisible();
  await expectSaid(page, /Shift of Cleo Payer/);
  await keys(page, 'Control+z');
  await expect(part(page, 'Ada Lund', 'Calls 09:00 to 17:00')).toBeVisible();
});

test('a shift of the week is copied to another day, and the week printed on a sheet', async ({ page, desk }) => {
  await openDay(page, desk);
  await keys(page, '2');
  await expect(board(page)).toHaveAccessibleName('Shifts of the week');
  await expect(board(page)).toBeFocused();
  await expect(current(page)).toHaveAccessibleName(/^Ada Lund, .*: Calls 09:00 to 17:00$/);
  await keys(page, 'Control+c', 'ArrowDown', 'ArrowDown', 'Control+v');
  await expect(current(page)).toHaveAccessibleName(/^Cleo Payer, .*: Calls 09:00 to 17:00, new, not published$/);
  await expect(lane(page, 'Cleo Payer')).toContainText('8 h');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.day-sheet');
  await expect(sheet.getByRole('row', { name: /Cleo Payer.*09:00–17:00 Calls \*/, includeHidden: true })).toBeVisible();
  await expect(board(page)).toBeHidden();
  // What is not drawn has no focus; a browser that really prints gives it back.
  await page.emulateMedia({ media: 'screen' });
  await board(page).focus();
  await keys(page, 'Delete');
  await expect(current(page)).toHaveAccessibleName(/^Cleo Payer, .*: free$/);
  await keys(page, '3');
  await expect(board(page)).toHaveAccessibleName('Shifts of 4 weeks');
  await expectFocusSeen(page, '3');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on day, week, editor and menus, ${colorScheme}`, async ({ page, desk }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openDay(page, desk);
    const clean = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await keys(page, 'x', 'a');
    await expect(current(page)).toHaveAccessibleName(/Absent/);
    await keys(page, 'Shift+ArrowRight');
    await expect(page.getByText('1 change not published')).toBeVisible();
    await clean('day');
    await keys(page, 'Enter');
    await expect(page.getByRole('dialog', { name: 'Shift of Ada Lund' })).toBeVisible();
    await clean('editor');
    await keys(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys(page, 'a');
    await expect(page.getByRole('listbox')).toBeFocused();
    await clean('menu');
    await keys(page, 'Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await keys(page, '2');
    await expect(board(page)).toHaveAccessibleName('Shifts of the week');
    await clean('week');
    await keys(page, '3');
    await expect(board(page)).toHaveAccessibleName('Shifts of 4 weeks');
    await clean('4 weeks');
    await keys(page, 'Shift+A');
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean('pattern');
  });
