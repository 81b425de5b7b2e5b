import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const minute = 60_000;
const hour = 60 * minute;

const day = 24 * hour;

const midnight = (at: number): number => Math.floor(at / day) * day;
const isWorkday = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay());

/** How many days on the next day from Monday to Friday is, tomorrow at the earliest: little comes at weekends. */
function daysToWorkday(now: number): number {
  return [1, 2, 3].find((days) => isWorkday(now + days * day)) ?? 1;
}

const call = (desk: Desk, procedure: string, input: object = {}): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));

const name = 'Aaron Early';

/** A desk with history, and somebody who was at lunch unplanned for half an hour yesterday and is on shift all of today. */
function prepare(desk: Desk): void {
  makeSample(desk, 1500);
  call(desk, 'desk.settings', { timeZone: 'UTC', started: true });
  const { id: personId } = call(desk, 'people.create', { name }) as { id: string };
  const today = midnight(Date.now());
  const morning = today - day + 9 * hour;
  const shift = (startAt: number, hours: number) => ({
    personId,
    startAt,
    endAt: startAt + hours * hour,
    work: 'calls',
    activities: [],
  });
  call(desk, 'roster.save', { shifts: [shift(morning, 8), shift(today, 24)], publish: true });
  const states = [
    ['available', 0],
    ['lunch', 60],
    ['onCall', 90],
    ['offline', 480],
  ] as const;
  for (const [state, minutes] of states)
    call(desk, 'roster.stateSet', { personId, state, at: morning + minutes * minute });
}

/** Who of the desk takes calls that day by its roster. */
function onCalls(desk: Desk, at: number): string {
  const date = new Date(at).toISOString().slice(0, 10);
  const { shifts } = call(desk, 'roster.range', { from: date }) as { shifts: { personId: string; work: string }[] };
  const { people } = call(desk, 'people.list') as { people: { id: string; name: string }[] };
  const found = shifts.find(({ work }) => work === 'calls');
  return people.find(({ id }) => id === found?.personId)?.name ?? '';
}

/** Opens the Staffing screen by its keys. */
async function go(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByRole('heading', { level: 1, name: 'Staffing' })).toBeVisible();
  await expect(page.getByRole('slider', { name: /contacts per day/ })).toBeFocused();
}

/** Not a message, which says of itself that it is a dialog too. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');

test('a forecast with an uncommon day, a day that would be otherwise, an excuse, and settings, by keys alone', async ({
  page,
  desk,
}) => {
  prepare(desk);
  const ahead = daysToWorkday(Date.now());
  const absent = onCalls(desk, Date.now() + ahead * day);
  await open(page, desk);
  await go(page);

  // Forecast: the day is chosen by arrows, an uncommon day is added and changes what is forecast.
  const chart = page.getByRole('slider', { name: /contacts per day/ });
  for (let step = 0; step < ahead; step += 1) await press(page, 'ArrowRight');
  const usual = await chart.getAttribute('aria-valuetext');
  expect(usual).toMatch(/forecast.*h required/);
  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: 'New uncommon day' });
  await expect(form.getByLabel('Date')).toBeFocused();
  await form.getByLabel('What is it').focus();
  await page.keyboard.press('Enter');
  await expect(form.getByText('Say what is uncommon about it.')).toBeVisible();
  await expect(form.getByLabel('What is it')).toBeFocused();
  await page.keyboard.type('Spring sale');
  await press(page, 'Tab');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  const list = page.getByRole('listbox', { name: 'Uncommon days' });
  await expect(list.getByRole('option', { name: /Spring sale.*300 %/ })).toBeVisible();
  await expect(list).toBeFocused();
  await expect(chart).toHaveAttribute('aria-valuetext', /Spring sale: 300 %/);
  const forecastOf = (text: string | null): number =>
    Number(/([\d.,]+) forecast/.exec(text ?? '')?.[1]?.replace(',', ''));
  await expect
    .poll(async () => forecastOf(await chart.getAttribute('aria-valuetext')))
    .toBeGreaterThan(2 * forecastOf(usual));
  await expect(page.getByRole('table', { name: 'Back-test of every model' }).getByText('chosen')).toBeVisible();

  // What if: somebody is absent and handle time is longer.
  await page.keyboard.press('2');
  const result = page.getByRole('region', { name: 'The day as planned, and as it would be' });
  await expect(result).toBeFocused();
  const calls = result.getByRole('table', { name: 'Calls' });
  await expect(calls.getByRole('row', { name: /Short hours.*same/ })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Agents on every stream' })).toBeFocused();
  await press(page, 'Tab', 'ArrowUp', 'ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Handle time, %' })).toHaveValue('+10');
  await press(page, 'Escape');
  await expect(result).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox', { name: 'Absent all day' }).last()).toBeFocused();
  await page.keyboard.type(absent);
  await expect(page.getByRole('option', { name: absent })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('button', { name: `${absent} is there after all` })).toBeVisible();
  await expect(calls.getByRole('row', { name: /Short hours.*\+.* h, worse/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/In 8 of 10 days between .*The formula says/)).toBeVisible();
  await expect(page.getByText('Seed 1: the same seed plays the same days.')).toBeVisible();
  await page.keyboard.press('x');
  await expect(calls.getByRole('row', { name: /Short hours.*same/ })).toBeVisible();

  // Adherence: a long lunch is excused in two keys, and taken back.
  await page.keyboard.press('3');
  const people = page.getByRole('grid', { name: 'Adherence by person' });
  await press(page, 't', ',');
  await expect(people).toBeFocused();
  await press(page, 'Home');
  const row = people.getByRole('row', { name: new RegExp(name) });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  const deviations = page.getByRole('list', { name: 'Deviations' });
  await expect(deviations.getByText(/lunch instead of calls/)).toBeVisible();
  await expect(row).toContainText(/\d\d %/);
  await page.keyboard.press('e');
  await expect(dialog(page).getByRole('listbox', { name: 'Excuse' })).toBeFocused();
  await page.keyboard.press('2');
  await expect(dialog(page)).toHaveCount(0);
  await expect(deviations.getByText('excused: Asked by the team lead')).toBeVisible();
  await expect(row).toContainText('30 min');
  await expect(page.getByText(/^was \d+ %, is 100 %$/)).toBeVisible();
  await expect(people).toBeFocused();
  await page.keyboard.press('b');
  await expect(deviations.getByText(/excused/)).toHaveCount(0);
  await press(page, 't');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('s');
  await expect(dialog(page).getByRole('listbox', { name: `What ${name} does now` })).toBeFocused();
  await page.keyboard.press('b');
  await expect(dialog(page)).toHaveCount(0);
  await expect(row).toContainText('break');

  // Load and handover: the note is changed and stays over tabs.
  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'Contacts handled per agent' })).toBeFocused();
  await expect(
    page.getByRole('table', { name: 'Contacts handled per agent' }).getByText('below').first(),
  ).toBeVisible();
  const note = page.getByRole('textbox', { name: 'Handover note' });
  await expect(note).toHaveValue(/Shift handover/);
  await page.keyboard.press('e');
  await expect(note).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('The lift is out of order.');
  await press(page, 'Escape');

  // What will be late.
  await page.keyboard.press('5');
  await expect(page.getByRole('heading', { name: /will be late by the end of the day/ })).toBeVisible();
  await page.keyboard.press('4');
  await expect(note).toHaveValue(/The lift is out of order\.$/);

  // Settings: wrong words are said at the field, the preview follows, and what is saved stays.
  await page.keyboard.press('6');
  const streams = page.getByRole('listbox', { name: 'Streams' });
  await expect(streams).toBeFocused();
  const preview = page.getByRole('region', { name: 'What would it need?' });
  const need = preview.getByText(/^\d+ on the queue$/);
  await expect(need).toBeVisible();
  const before = await need.innerText();
  const editor = page.getByRole('region', { name: 'Calls' });
  await page.keyboard.press('e');
  await expect(editor.getByLabel('Name')).toBeFocused();
  await editor.getByLabel('Handle time').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('soon');
  await expect(editor.getByText('A time from 1 s to 24 h, such as 5 min or 300.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(editor.getByLabel('Handle time')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('10 min');
  await expect(need).not.toHaveText(before);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await expectFocusSeen(page, 'saving');
  await desk.stop();
  const kept = call(desk, 'staffing.settings') as { streams: { ahtSeconds: number }[] };
  expect(kept.streams[0]?.ahtSeconds).toBe(600);
});

test('an empty desk says what is missing and how to get it', async ({ page, desk }) => {
  call(desk, 'desk.settings', { started: true, timeZone: 'UTC' });
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page.getByText('No forecast yet')).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText(/It takes a stream of calls or chat with a forecast/)).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('Nobody was on shift')).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByText('Nobody worked on this day')).toBeVisible();
  await page.keyboard.press('5');
  await expect(page.getByText('Nothing will be late today')).toBeVisible();
  await page.keyboard.press('6');
  await expect(page.getByRole('listbox', { name: 'Streams' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any tab of staffing, ${colorScheme}`, async ({ page, desk }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    prepare(desk);
    await open(page, desk);
    await go(page);
    const shown = [
      ['1', 'Back-test of every model'],
      ['2', 'Calls'],
      ['3', 'Adherence by person'],
      ['4', 'Handover note'],
      ['5', 'Tickets that will be late'],
      ['6', 'Streams'],
    ] as const;
    for (const [key, label] of shown) {
      await page.keyboard.press(key);
      await expect(page.getByLabel(label, { exact: true }).first()).toBeVisible();
      if (key === '2') {
        await page.keyboard.press('Control+Enter');
        await expect(page.getByText(/In 8 of 10 days/)).toBeVisible();
      }
      // Alerts of the desk come whenever a clock of the sample runs out; they are looked at where they are shown at will.
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect
        .soft(violations.map(({ id, nodes }) => [label, id, nodes.map(({ html }) => html.slice(0, 200))]))
        .toEqual([]);
    }
  });
