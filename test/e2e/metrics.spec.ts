import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Kpi } from '../../src/contract/index.ts';
import { kpiNames } from '../../src/contract/words.ts';
import type { client } from '../../src/renderer/client/client.ts';
import { call, expectSaid, makeSample, open, rowsOf } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { press } from './support/focus.ts';

type Figures = Awaited<ReturnType<typeof client.metrics.figures>>;

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const dayMs = 86_400_000;
const dateAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
const range = (days: number) => ({ from: dateAt(Date.now() - (days - 1) * dayMs), days });

const figuresOf = (desk: Desk, input: object = {}): Figures =>
  answer(desk, 'metrics.figures', { ...range(30), ...input }) as Figures;
const figureOf = (told: Figures, name: string) =>
  told.rows[0]?.figures.find((each) => each.name === name) ?? { n: -1, hits: null, value: null };

const tile = (page: Page, title: string): Locator =>
  page.getByRole('list', { name: 'Figures' }).getByRole('button', { name: new RegExp(`^${title}:`) });
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const table = (page: Page) => page.getByRole('table', { name: /^Figures by/ });

/** A desk of made-up work in UTC, used by its coordinator. */
function sample(desk: Desk, tickets: number): void {
  makeSample(desk, tickets);
  call(desk, 'desk.settings', { me: null, timeZone: 'UTC', started: true });
}

async function goToNumbers(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1, name: 'Numbers' })).toBeVisible();
}

/** Saves by Shift and E; the lines of the file, without its mark. */
async function saved(page: Page): Promise<readonly string[]> {
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Shift+E');
  const path = await (await coming).path();
  return readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
}

test('a tile says what the desk says, opens what it is and as many tickets as it is of, and the file is the same (KPI-8, KPI-56)', async ({
  page,
  desk,
}) => {
  sample(desk, 400);
  const told = figuresOf(desk);
  const csat = figureOf(told, 'csat');
  const percent = `${Math.round(1000 * (csat.value ?? 0)) / 10} %`;
  await open(page, desk);
  await goToNumbers(page);
  await expect(tile(page, 'First response time')).toBeFocused();
  await expect(page.getByRole('list', { name: 'Figures' }).getByRole('listitem')).toHaveCount(kpiNames.length);
  await expect(tile(page, 'CSAT')).toContainText(percent);
  await expect(tile(page, 'CSAT')).toContainText(`${String(csat.hits)} of ${csat.n}`);
  await expect(tile(page, 'CSAT')).toContainText('Do not react yet: nothing in the 30 days before');
  await expect(page.getByText(/^As of .*all days worked out$/)).toBeVisible();

  for (let at = 0; at < 4; at += 1) await press(page, 'ArrowRight');
  await expect(tile(page, 'CSAT')).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'CSAT' })).toBeVisible();
  await expect(page.getByText(/^Good ratings of all ratings, of tickets solved/)).toBeVisible();
  await expect(page.getByText('at least 85 %', { exact: true })).toBeVisible();
  await page.keyboard.press('b');
  await expect(dialog(page).getByRole('status')).toContainText(new RegExp(`^${csat.n} tickets?`));
  await expect(dialog(page).getByRole('listbox', { name: 'Tickets' })).toBeFocused();
  await press(page, '2');
  await expect(dialog(page).getByRole('status')).toContainText(new RegExp(`^${String(csat.hits)} tickets?`));
  await expect(dialog(page).getByRole('option')).toHaveCount(csat.hits ?? -1);
  await press(page, 'j');
  const number = /#(\d+)/.exec((await dialog(page).getByRole('option', { selected: true }).textContent()) ?? '')?.[1];
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: `Ticket #${String(number)}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await goToNumbers(page);
  await expect(page.getByRole('heading', { level: 2, name: 'CSAT' })).toBeVisible();
  await press(page, 'Escape');
  await expect(tile(page, 'CSAT')).toBeFocused();

  const [heads = '', ...lines] = await saved(page);
  const columns = heads.split(',');
  const line = lines.find((each) => each.includes(',CSAT,'))?.split(',') ?? [];
  expect(lines).toHaveLength(kpiNames.length);
  expect(line[columns.indexOf('Shown')]).toBe(percent);
  expect(Number(line[columns.indexOf('Value')])).toBe(csat.value);
  expect(line[columns.indexOf('Of')]).toBe(String(csat.n));

  await page.keyboard.press('t');
  await expect(dialog(page).getByLabel('Per cent')).toHaveValue('85');
  await dialog(page).getByLabel('Per cent').fill('99.5');
  await page.keyboard.press('Control+Enter');
  await expect(tile(page, 'CSAT')).toContainText('Target missed');
  await expect(dialog(page)).toHaveCount(0);
  await desk.stop();
  const { kpis } = answer(desk, 'metrics.kpis', {}) as { kpis: Kpi[] };
  expect(kpis.find(({ name }) => name === 'csat')?.target).toBe(0.995);
});

test('a reply changes a tile within a second; tiles are moved, hidden, added, kept; the wall in and out (KPI-54, KPI-55)', async ({
  page,
  desk,
}) => {
  sample(desk, 200);
  const { n } = figureOf(figuresOf(desk), 'firstResponse');
  const [row] = rowsOf(desk, { filter: { status: ['new'] }, sort: [{ by: 'number', descending: true }] });
  expect(row).toBeDefined();
  await open(page, desk);
  await goToNumbers(page);
  await expect(tile(page, 'First response time')).toContainText(`of ${n}`);
  // Beside the first window, as from another person: what it says comes to this one by itself.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('list', { name: 'Views' }).waitFor();
  await other.keyboard.press('g');
  await other.keyboard.press('q');
  await other.keyboard.press('Control+k');
  await other.keyboard.type(`#${String(row?.number)}`);
  await expect(
    other
      .getByRole('dialog')
      .getByRole('option', { name: new RegExp(`#${String(row?.number)}\\b`) })
      .first(),
  ).toBeVisible();
  await other.keyboard.press('Enter');
  await expect(other.getByRole('complementary', { name: `Ticket #${String(row?.number)}` })).toBeVisible();
  await other.keyboard.press('r');
  await other.keyboard.type('There you are.');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByRole('complementary').getByText('There you are.').first()).toBeVisible();
  // A quarter of a second where nothing else runs; two windows and another suite on two cores take longer.
  await expect.poll(() => tile(page, 'First response time').textContent(), { timeout: 5000 }).toContain(`of ${n + 1}`);
  await other.close();
  await page.bringToFront();

  const first = page.getByRole('list', { name: 'Figures' }).getByRole('button').first();
  await expect(tile(page, 'First response time')).toBeFocused();
  await press(page, 'Shift+ArrowRight');
  await expect(first).toHaveAccessibleName(/^Next response time/);
  await expect(tile(page, 'First response time')).toBeFocused();
  await press(page, 'x');
  await expectSaid(page, /First response time is hidden/);
  await expect(tile(page, 'First response time')).toHaveCount(0);
  await expect(tile(page, 'Resolution time')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
  // Where one was is kept for all windows together: the other one was on the board.
  await goToNumbers(page);
  await expect(first).toHaveAccessibleName(/^Next response time/);
  await expect(tile(page, 'First response time')).toHaveCount(0);
  await expect(first).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByRole('option', { name: 'First response time' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tile(page, 'First response time')).toHaveCount(1);

  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Shift+W');
  const wall = page.getByRole('dialog', { name: 'Wallboard' });
  await expect(wall.getByRole('listitem')).toHaveCount(kpiNames.length);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.setViewportSize({ width: 3840, height: 2160 });
  const tall = () => wall.getByText('First response time', { exact: true }).evaluate((at) => at.clientHeight);
  await expect.poll(tall).toBeGreaterThan(36);
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(1);
});

test('a table by queue, a heat map, ages and causes open as many tickets as they say; narrowed too (KPI-53)', async ({
  page,
  desk,
}) => {
  sample(desk, 400);
  const told = figuresOf(desk, { by: 'queue' });
  const row = told.rows.find(({ label }) => label === 'Billing');
  const created = row?.figures.find(({ name }) => name === 'created')?.n ?? -1;
  const ages = (answer(desk, 'metrics.ageing', {}) as { steps: { n: number }[] }).steps;
  await open(page, desk);
  await goToNumbers(page);
  await expect(tile(page, 'CSAT')).toBeVisible();
  await press(page, '2');
  const cell = table(page).getByRole('button', { name: /^Billing, Tickets in/ });
  await expect(cell).toHaveAccessibleName(new RegExp(`^Billing, Tickets in: ${created}`));
  await expect(table(page).getByRole('button', { name: /^Accounts, First response time/ })).toBeFocused();
  await press(page, 'ArrowDown', 'ArrowRight');
  await expect(table(page).getByRole('button', { name: /^Billing, Next response time/ })).toBeFocused();
  await press(page, 's');
  await expect(table(page).getByRole('columnheader', { name: 'Next response time' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText(new RegExp(`^${created} tickets?`));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  const lines = await saved(page);
  // What is not told of a queue has no column: adherence, days of agents, the cost of a contact.
  expect(lines).toHaveLength(1 + told.rows.length * (told.rows[0]?.figures.length ?? 0));
  await page.keyboard.press(']');
  await expect(page.getByRole('table', { name: 'Figures by channel' })).toBeVisible();

  await page.keyboard.press('f');
  await expect(page.getByRole('option', { name: 'Queue: Billing' })).toBeVisible();
  await page.keyboard.type('Queue: Billing');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Narrowed to Queue: Billing' })).toBeVisible();
  const email = table(page).getByRole('button', { name: /^Email, Tickets in/ });
  const count = /: (\d+)/.exec((await email.getAttribute('aria-label')) ?? '')?.[1];
  await email.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText(new RegExp(`^${String(count)} tickets?`));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await press(page, '3');
  const heat = page.getByRole('table', { name: 'When tickets come in' });
  await expect(heat.getByRole('button', { name: /^Mon 00:00/ })).toBeFocused();
  await press(page, 'ArrowDown', 'ArrowRight');
  const busy = heat.getByRole('button', { name: /^Tue 11:00/ });
  const n = /, (\d+) ticket/.exec((await busy.getAttribute('aria-label')) ?? '')?.[1];
  await busy.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText(new RegExp(`^${String(n)} tickets?`));
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(busy).toBeFocused();
  await press(page, 'PageDown');
  const young = page.getByRole('list', { name: 'How old open tickets are' }).getByRole('button').nth(1);
  await expect(young).toHaveAccessibleName(new RegExp(`^1 day: ${String(ages[1]?.n)} open`));
  await press(page, 'PageDown', 'Enter');
  await expect(dialog(page).getByRole('listbox', { name: 'Tickets' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await young.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String((ages[1]?.n ?? 0) + 1));
});

test('an agent sees their own figures alone, and an empty desk has words', async ({ page, desk }) => {
  call(desk, 'desk.settings', { started: true, timeZone: 'UTC' });
  await open(page, desk);
  await goToNumbers(page);
  await expect(page.getByText('No tickets in these days')).toBeVisible();
  await press(page, '2');
  await expect(page.getByText('Nothing in these days')).toBeVisible();
  await press(page, '3');
  await expect(page.getByRole('table', { name: 'When tickets come in' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/);
  await desk.stop();

  const { id: key } = call(desk, 'people.create', { name: 'Ada Agent' });
  answer(desk, 'tickets.create', { subject: 'Mine', requester: { name: 'Ann' }, assigneeId: key });
  answer(desk, 'tickets.create', { subject: 'Not mine', requester: { name: 'Ann' } });
  call(desk, 'desk.settings', { me: key });
  await open(page, desk);
  await page.keyboard.press('1');
  await goToNumbers(page);
  await press(page, '1');
  await expect(tile(page, 'Tickets in')).toContainText(/^Tickets in1/);
  await expect(page.getByText('Your own tickets', { exact: true })).toBeVisible();
  await press(page, '2');
  await expect(page.getByRole('radio', { name: 'Queue' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Agent' })).toHaveCount(0);
  await press(page, '3');
  await expect(page.getByText(/are for whoever leads/)).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the numbers, ${colorScheme}`, async ({ page, desk }) => {
    sample(desk, 300);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToNumbers(page);
    await expect(tile(page, 'First response time')).toBeFocused();
    await check('tiles');
    await press(page, 'Enter');
    await expect(page.getByText('How they are spread')).toBeVisible();
    await check('a figure');
    await page.keyboard.press('b');
    await expect(dialog(page).getByRole('listbox', { name: 'Tickets' })).toBeFocused();
    await check('tickets behind');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, '2');
    await expect(table(page)).toBeVisible();
    await check('by');
    await press(page, '3');
    await expect(page.getByRole('list', { name: 'Causes' })).toBeVisible();
    await check('when');
    await page.keyboard.press('Shift+W');
    await expect(page.getByRole('dialog', { name: 'Wallboard' }).getByRole('listitem')).toHaveCount(kpiNames.length);
    await check('wall');
  });
