import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { ReportTable } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Question in SQL' });
const answer = (page: Page) => page.getByRole('grid', { name: 'Answer' });
const table = (page: Page) => page.getByRole('grid', { name: 'Pivot table' });
const offered = (page: Page) => page.getByRole('listbox', { name: 'What can come next' });
const examples = (page: Page) => page.getByRole('listbox', { name: 'Try one of these' });
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
/** Where one types in a list that floats; the button that opens it is called so too. */
const field = (page: Page, name: string) => page.locator(`input[role="combobox"][aria-label="${name}"]`);
const status = (page: Page) => page.getByRole('main').getByRole('status');

/** A desk of made-up work, used by its coordinator; `first` is asked of it before it is served. */
async function goToAsk<T = void>(page: Page, desk: Desk, first?: () => T): Promise<T> {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { me: null });
  const known = first?.() as T;
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { level: 1, name: 'Ask' })).toBeVisible();
  return known;
}

/** What the cells of a row of the pivot say, its name first. */
const cellsOf = (page: Page, row: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('gridcell');

test('the pivots of the reconciliation by keys alone: from an example to the tickets behind a cell (ASK-33, ASK-40)', async ({
  page,
  desk,
}) => {
  const report = (): unknown => JSON.parse(desk.cli('call', 'reports.reconciliation'));
  const { tables } = (await goToAsk(page, desk, report)) as { tables: ReportTable[] };
  await expect(examples(page)).toBeFocused();
  await press(page, 'j');
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeFocused();
  const total = tables[1]!.rows.at(-1)!;
  await expect(cellsOf(page, 'Total').last()).toHaveText(String(total[1]!.value));
  const unowned = Number(total[2]!.value);
  await expect(cellsOf(page, 'Total').first()).toHaveText(String(unowned));

  await press(page, 'End', 'ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Rows behind No owner');
  await expect(dialog(page).getByRole('status')).toContainText(`${unowned} rows`);
  const behind = dialog(page).getByRole('grid');
  await expect(behind).toBeFocused();
  await expectFocusSeen(page, 'opening the rows behind a cell');
  const number = await behind.getByRole('gridcell', { selected: true }).innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: `Ticket ${number}` })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await expect(table(page)).toBeFocused();
});

test('a question is typed with what can come next, asked, mended, stopped, saved and taken up again (ASK-20)', async ({
  page,
  desk,
}) => {
  await goToAsk(page, desk);
  await press(page, 'e');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type('SELECT t.stat, count(*) AS n FROM tick');
  await expect(offered(page).getByRole('option').first()).toHaveText(/^tickets/);
  await page.keyboard.press('Tab');
  await expect(editor(page)).toHaveValue('SELECT t.stat, count(*) AS n FROM tickets');
  await page.keyboard.type(' t GROUP BY 1');
  await expect(offered(page)).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toHaveText('no such column: t.stat. Perhaps “state” is meant.');
  await expect(editor(page)).toHaveAttribute('aria-invalid', 'true');

  await page.keyboard.press('Control+a');
  await page.keyboard.type('SELECT t.sta FROM tickets t');
  for (let step = 0; step < ' FROM tickets t'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('t');
  await expect(offered(page).getByRole('option', { selected: true })).toHaveText(/^status/);
  await page.keyboard.press('Enter');
  await page.keyboard.type(', count(*) AS n');
  await page.keyboard.press('End');
  await page.keyboard.type(' GROUP BY 1 ORDER BY 2 DESC');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('6 rows in');
  await press(page, 'Escape');
  await expect(answer(page)).toBeFocused();
  await expect(answer(page).getByRole('columnheader')).toHaveText(['status', 'n']);
  await press(page, 'ArrowDown', 'ArrowRight', 'End');
  await expect(answer(page).getByRole('gridcell', { selected: true })).toHaveText(/^\d+$/);

  const saving = page.waitForEvent('download');
  await page.keyboard.press('Shift+E');
  const csv = readFileSync(await (await saving).path(), 'utf8');
  expect(csv.replace('\uFEFF', '').split('\r\n')[0]).toBe('status,n');

  await page.keyboard.press('s');
  await expect(dialog(page).getByLabel('Name')).toBeFocused();
  await page.keyboard.type('By status');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const saved = page.getByRole('listbox', { name: 'Saved questions' });
  await expect(saved.getByRole('option', { name: 'By status' })).toBeVisible();

  await page.keyboard.press('n');
  await expect(examples(page)).toBeFocused();
  await press(page, 'l');
  await expect(saved).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('6 rows in');
  await press(page, 'l');
  await page.keyboard.press('Delete');
  await expect(saved).toHaveCount(0);
  await expectSaid(page, /taken away/);
  await page.keyboard.press('Control+z');
  await expect(saved.getByRole('option', { name: 'By status' })).toBeVisible();
});

test('a question without an end is stopped by Esc, and the desk answers meanwhile (ASK-14)', async ({ page, desk }) => {
  await goToAsk(page, desk);
  await press(page, 'e');
  await page.keyboard.insertText('SELECT count(*) FROM events a, events b, events c, events d');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Stop/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('order');
  await expect(dialog(page).getByRole('option', { name: /#\d/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(status(page)).toHaveText('Stopped. Nothing was answered.');
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('SELECT 1 AS one');
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('1 row in');
});

test('a pivot of a board is made by keys: rows, columns, a median, a file (ASK-30)', async ({ page, desk }) => {
  const { open: all } = await goToAsk(page, desk, () => call(desk, 'desk.summary'));
  await press(page, '2');
  await page.keyboard.press('b');
  await expect(field(page, 'Made of')).toBeFocused();
  await page.keyboard.type('All open');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose what makes the rows')).toBeVisible();
  const choose = async (key: string, label: string, name: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect(field(page, label)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  };
  await choose('r', 'Rows', 'queue');
  await expect(table(page)).toBeVisible();
  await choose('c', 'Columns', 'priority');
  await expect(table(page).getByRole('columnheader')).toContainText(['queue', 'p2', 'p3', 'p4', 'Total']);
  await expect(cellsOf(page, 'Total').last()).toHaveText(String(all));
  await press(page, 'Escape');
  await expect(table(page)).toBeFocused();
  await page.keyboard.press('m');
  await expect(page.getByRole('listbox', { name: 'Measure' })).toBeFocused();
  await page.keyboard.press('4');
  await expect(field(page, 'Column')).toBeFocused();
  await page.keyboard.type('age_minutes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Measure/ })).toContainText('Median');
  await expect(cellsOf(page, 'Total').last()).toHaveText(/^[\d,]+(\.\d+)?$/);
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Shift+L');
  expect((await saving).suggestedFilename()).toMatch(/\.xlsx$/);
  await page.keyboard.press('s');
  await page.keyboard.type('Age');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.reload();
  await expect(table(page).getByRole('columnheader').first()).toHaveText('queue');
});

test('whoever does not lead is told so', async ({ page, desk }) => {
  makeSample(desk, 50);
  const { people } = call(desk, 'people.list') as { people: { id: string; role?: string | null }[] };
  const agent = people.find(({ role }) => role === 'Agent');
  call(desk, 'desk.settings', { me: agent?.id ?? null });
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await expect(page.getByText('This is for whoever leads')).toBeVisible();
});

test('axe finds nothing: examples, an answer, what can come next, a table and what is behind it, light and dark', async ({
  page,
  desk,
}) => {
  await goToAsk(page, desk);
  const barriers = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
  };
  // Asked again where something still fades: what stays is a barrier.
  const expectNone = (message: string) => expect.poll(barriers, { message, timeout: 30_000 }).toEqual([]);
  const clean = async (what: string): Promise<void> => {
    for (const [width, height, colorScheme] of [
      [1440, 900, 'light'],
      [720, 450, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNone(`${what}, ${colorScheme}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await expect(examples(page)).toBeVisible();
  await clean('examples');
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeFocused();
  await clean('pivot');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('grid')).toBeFocused();
  await clean('rows behind a cell');
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(answer(page)).toBeFocused();
  await press(page, 'v', 'ArrowRight');
  await clean('an answer, and the columns of a view');
  await page.keyboard.press('e');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' AND p');
  await expect(offered(page)).toBeVisible();
  await expectNone('what can come next');
});
