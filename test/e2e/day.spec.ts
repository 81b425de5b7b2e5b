import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
/** The form beside a shift; a message may have the shift's name too. */
const form = (page: Page): Locator =>
  page.getByRole('dialog').filter({ has: page.getByRole('button', { name: 'Save' }) });
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
  const editor = form(page);
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

  await keys(page, 'Home');
  await expect(current(page)).toHaveAccessibleName(/^Calls, \d\d:\d\d to \d\d:\d\d; .*required .*, scheduled/);
  await expectFocusSeen(page, 'Home');
  await keys(page, 'j', 'j');
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
  ask(desk, 'roster.templateSave', { name: 'Early', start: '07:00', minutes: 240, work: 'mail', activities: [] });
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
  await keys(page, 'n');
  await expect(page.getByRole('listbox', { name: 'New shift' })).toBeFocused();
  await keys(page, 'e');
  await expect(current(page)).toHaveAccessibleName(/^Cleo Payer, .*: Mail 07:00 to 11:00, new, not published$/);
  await keys(page, '3');
  await expect(board(page)).toHaveAccessibleName('Shifts of 4 weeks');
  await expectFocusSeen(page, '3');
});

const many = 100;

/** A hundred people on shift today, each with a break, lunch and coaching. */
function fill(desk: Desk): void {
  const file = join(desk.home, 'people.csv');
  const names = Array.from({ length: many }, (_, index) => `Agent ${String(index).padStart(3, '0')},Billing`);
  writeFileSync(file, ['name,team', ...names].join('\n'));
  ask(desk, 'roster.importFile', { source: { path: file }, createPeople: true, dryRun: false });
  const { startAt } = ask(desk, 'roster.range', { from: today(), days: 1 });
  const agents = call(desk, 'people.list').people.filter(({ name }) => name.startsWith('Agent'));
  expect(agents).toHaveLength(many);
  const shifts = agents.map(({ id }, index) => {
    const from = startAt + (8 + (index % 5) / 2) * hour;
    const part = (kind: string, after: number, hours: number) => ({
      kind,
      startAt: from + after * hour,
      endAt: from + (after + hours) * hour,
    });
    const activities = [part('break', 2, 0.25), part('lunch', 4, 0.5), part('coaching', 6, 0.5)];
    return { personId: id, startAt: from, endAt: from + 8.5 * hour, activities };
  });
  ask(desk, 'roster.save', { shifts, publish: true });
}

type TraceEvent = { readonly name: string; readonly pid: number; readonly tid: number; readonly tdur?: number };

/**
 * How long each task of the page's main thread computed while something was done, ms: the thread's own time, so that what
 * else the machine does meanwhile is not counted.
 */
async function tasksDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const tracing = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  tracing.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline';
  await tracing.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  await act();
  const complete = new Promise((resolve) => tracing.once('Tracing.tracingComplete', resolve));
  await tracing.send('Tracing.end');
  await complete;
  const thread = events.find(({ name }) => name === 'FireAnimationFrame' || name === 'FunctionCall');
  return events
    .filter(
      ({ name, pid, tid, tdur }) =>
        name === 'RunTask' && pid === thread?.pid && tid === thread.tid && tdur !== undefined,
    )
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => a - b);
}

/** Scrolls the board up and down, a step in each frame. Runs in the page. */
async function scrollThrough(): Promise<void> {
  const element = document.querySelector('[role="grid"]');
  if (element === null) return;
  const end = element.scrollHeight - element.clientHeight;
  for (let frame = 0; frame <= 120; frame += 1) {
    await new Promise(requestAnimationFrame);
    element.scrollTop = ((1 - Math.cos((frame / 120) * 2 * Math.PI)) / 2) * end;
  }
}

test('with a hundred people the day scrolls and drags within a frame', async ({ page, desk }) => {
  fill(desk);
  await openDay(page, desk);
  await expect(board(page)).toHaveAttribute('aria-rowcount', /^1\d\d$/);
  const frameMs = 1000 / 60;
  const told = (name: string, tasks: readonly number[]): void => {
    const at = (share: number): number => tasks[Math.floor(tasks.length * share)] ?? 0;
    const long = tasks.filter((ms) => ms > frameMs).length;
    console.log(
      `${name}: p95 ${at(0.95).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, ${long} of ${tasks.length} over a frame`,
    );
    expect(at(0.99), name).toBeLessThan(frameMs);
    expect(long, name).toBeLessThan(5);
  };
  await page.evaluate(scrollThrough);
  told('scroll', await tasksDuring(page, () => page.evaluate(scrollThrough)));
  const from = await board(page).locator('[data-spot]').first().boundingBox();
  if (from === null) throw new Error('A shift is drawn.');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  const drag = async (): Promise<void> => {
    for (let step = 1; step <= 60; step += 1) await page.mouse.move(from.x + 20 + step * 4, from.y + 10 + step * 6);
  };
  told('drag', await tasksDuring(page, drag));
  await keys(page, 'Escape');
  await page.mouse.up();
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
    await expect(form(page)).toHaveAccessibleName('Shift of Ada Lund');
    await clean('editor');
    await keys(page, 'Escape');
    await expect(form(page)).toHaveCount(0);
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
    await expect(page.getByRole('dialog', { name: 'Apply a template or rotation' })).toBeVisible();
    await clean('pattern');
  });
