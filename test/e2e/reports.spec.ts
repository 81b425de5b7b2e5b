import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { pdfText } from '../support/pdf-text.ts';
import { call, dueAfter, expectSaid, makeSample, message, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

type Calls = readonly (readonly [procedure: string, input: object])[];
const answers = (desk: Desk, calls: Calls): readonly unknown[] => desk.batch(calls);

const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const issues = (page: Page) => page.getByRole('listbox', { name: 'Issues' });
const issue = (page: Page) => page.getByRole('region', { name: 'The issue' });
const items = (page: Page) => page.getByRole('listbox', { name: 'Action items' });
const reports = (page: Page) => page.getByRole('listbox', { name: 'Reports' });
const sections = (page: Page) => page.getByRole('listbox', { name: 'Sections' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

async function goToReports(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('w');
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
}

/** A desk of made-up work, used by its coordinator. */
function withWork(desk: Desk): void {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { me: null });
}

/** Makes an issue by the key and the digit of its report. */
async function make(page: Page, digit: string): Promise<void> {
  await page.keyboard.press('m');
  await expect(page.getByRole('listbox', { name: 'Make an issue now of' })).toBeFocused();
  await page.keyboard.press(digit);
}

test('the pack of the week is made, read, saved, spoken of and given out, by keys alone (REP-50 to REP-54)', async ({
  page,
  desk,
}) => {
  withWork(desk);
  await open(page, desk);
  await goToReports(page);
  await expect(page.getByText('No report has been made yet')).toBeVisible();
  await expect(
    page.getByText(/^(Daily dashboard|Weekly operational pack|Monthly .*) comes .+ at \d\d:\d\d\.$/),
  ).toBeVisible();
  await expectFocusSeen(page, 'an empty screen');

  await make(page, '2');
  await expect(issue(page).getByRole('heading', { name: 'Weekly operational pack' })).toBeVisible();
  await expect(issues(page)).toBeFocused();
  const summary = issue(page).getByRole('region', { name: 'Executive summary' });
  await expect(summary.getByRole('listitem')).toHaveCount(3);
  await expect(issue(page)).toContainText(/From the desk as it stood .*: 300 tickets, \d+ changes? so far/);

  const saved = page.waitForEvent('download');
  await press(page, 's');
  await expect(page.getByRole('listbox', { name: 'Save as' })).toBeFocused();
  await page.keyboard.press('1');
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  const { pages } = await pdfText(readFileSync(await file.path()));
  const said = (await summary.getByRole('listitem').allInnerTexts())[0] ?? '';
  expect(pages.join(' ').replaceAll(/\s+/g, '')).toContain(said.replaceAll(/\s+/g, ''));
  await expect(issues(page)).toBeFocused();
  const mail = page.waitForEvent('download');
  await press(page, 'l');
  expect((await mail).suggestedFilename()).toMatch(/\.eml$/);

  // What is typed of it stays over a reload, and is kept once it is said.
  await press(page, 'c');
  await page.keyboard.type('Talk about j and k');
  await page.reload();
  await expect(issue(page).getByRole('textbox', { name: 'Comment' })).toHaveValue('Talk about j and k');
  await expect(issues(page)).toBeFocused();
  await press(page, 'c');
  await page.keyboard.type(' on Monday.');
  await page.keyboard.press('Control+Enter');
  const comments = issue(page).getByRole('region', { name: 'Comments' });
  await expect(comments.getByRole('listitem')).toContainText('Talk about j and k on Monday.');
  await expect(comments.getByRole('textbox')).toHaveValue('');
  await press(page, 'Escape');
  await expect(issues(page)).toBeFocused();

  await press(page, 't');
  await expect(issue(page).getByText(/^Sent /)).toBeVisible();
  await press(page, 't');
  await expect(issue(page).getByRole('alert')).toContainText('Was it given out again?');
  await press(page, 'Shift+t');
  await expectSaid(page, /given out again/);
  await expect(issue(page).getByRole('alert')).toHaveCount(0);

  await press(page, 'a');
  await expect(dialog(page).getByText('Came up in Weekly operational pack')).toBeVisible();
  await page.keyboard.type('Call the carrier');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(issues(page)).toBeFocused();

  // The next issue has the action item; the one before stays as it was, and is one key away.
  await make(page, '2');
  await expect(issues(page).getByRole('option')).toHaveCount(2);
  await expect(issue(page)).toContainText('Call the carrier');
  await press(page, 'b');
  await expect(issue(page)).toContainText('Talk about j and k');
  await expect(issue(page)).not.toContainText('Call the carrier');
  await press(page, 'Enter');
  await expect(issue(page)).toBeFocused();
  await press(page, 'k');
  await expect(issue(page)).toContainText('Call the carrier');
  await expect(issue(page)).toBeFocused();
  await press(page, 'Escape', 'Delete');
  await expect(issues(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(issues(page).getByRole('option')).toHaveCount(2);

  await press(page, '3');
  await expect(items(page).getByRole('option')).toHaveText([/Call the carrier.*nobody yet.*in 1 issue/]);
  await press(page, 'i');
  await expect(issue(page)).toContainText('Talk about j and k');
});

test('action items: late ones first, told by a sign and words, done by a key and back (REP-57)', async ({
  page,
  desk,
}) => {
  withWork(desk);
  answers(desk, [
    ['reports.itemSave', { text: 'Far ahead', dueOn: '2090-01-01' }],
    ['reports.itemSave', { text: 'Long due', dueOn: '2020-01-01' }],
  ]);
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('y');
  await expect(items(page)).toBeFocused();
  await expect(items(page).getByRole('option')).toHaveText([/Long due.*late, was due 1 Jan 2020/, /Far ahead/]);
  await expect(page.getByText('2 open, 1 late')).toBeVisible();
  await press(page, 'x');
  await expect(items(page).getByRole('option')).toHaveText([/Far ahead/]);
  await press(page, 'w');
  await expect(items(page).getByRole('option')).toHaveText([/Far ahead/, /Long due.*done/]);
  await press(page, 'End', ' ');
  await expect(items(page).getByRole('option')).toHaveText([/Long due.*late/, /Far ahead/]);
  await press(page, 'Home', 'Enter');
  await expect(dialog(page).getByLabel('What is to be done')).toHaveValue('Long due');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('Say what is to be done.')).toBeVisible();
  await page.keyboard.type('Due for long');
  await page.keyboard.press('Control+Enter');
  await expect(items(page).getByRole('option').first()).toContainText('Due for long');
  const file = page.waitForEvent('download');
  await press(page, 'Shift+e');
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('Due for long');
});

test('an own report is put together beside its preview, kept over a reload, saved and taken back (REP-55, REP-56)', async ({
  page,
  desk,
}) => {
  withWork(desk);
  await open(page, desk);
  await goToReports(page);
  await press(page, '2');
  await expect(reports(page).getByRole('option')).toHaveCount(4);
  await press(page, 'n');
  await expect(sections(page)).toBeFocused();
  await expect(preview(page).getByRole('heading', { level: 2, name: 'My report' })).toBeVisible();
  await press(page, 'Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('For the board');
  await expect(preview(page).getByRole('heading', { level: 2, name: 'For the board' })).toBeVisible();
  await press(page, 'Escape');
  await expect(sections(page)).toBeFocused();

  const names = async (): Promise<readonly string[]> => sections(page).getByRole('option').allInnerTexts();
  const before = await names();
  await press(page, 'a');
  await expect(page.locator('input[role="combobox"]')).toBeFocused();
  await page.keyboard.type('Note');
  await page.keyboard.press('Enter');
  await expect(sections(page).getByRole('option', { name: 'Note' })).toBeVisible();
  await expect(sections(page)).toBeFocused();
  await press(page, 'Home', 'Alt+ArrowDown', 'Delete');
  await expect(sections(page).getByRole('option')).toHaveCount(before.length);
  await press(page, 'Shift+z', 'Shift+z');
  await expect(sections(page).getByRole('option').first()).toContainText('Executive summary');
  await page.getByLabel('Note, in your own words').focus();
  await page.keyboard.type('We moved house.');
  await expect(preview(page)).toContainText('We moved house.');

  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('For the board');
  await expect(page.getByLabel('Note, in your own words')).toHaveValue('We moved house.');
  await page.getByLabel('When it is made').focus();
  await page.keyboard.type('A weekday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3rd');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Thursday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1530');
  await page.keyboard.press('Tab');
  await page.keyboard.type('board');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('“board” is not a mail address.')).toBeVisible();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('board@example.org');
  await page.keyboard.press('Control+s');
  await expect(reports(page)).toBeFocused();
  const told = page.getByRole('region', { name: 'The report' });
  await expect(told).toContainText('3rd Thursday of the month at 15:30');
  await expect(told).toContainText('board@example.org');

  await press(page, 'p');
  await expect(told).toContainText('Paused');
  await press(page, 'm');
  await expect(issue(page)).toContainText('We moved house.');
  await press(page, '2', 'Delete');
  await expect(reports(page).getByRole('option')).toHaveCount(4);
  await page.keyboard.press('u');
  await expect(reports(page).getByRole('option')).toHaveCount(5);
});

test('an issue that comes by itself is said wherever one is, and opened from there (REP-53)', async ({
  page,
  desk,
}) => {
  withWork(desk);
  call(desk, 'desk.settings', { timeZone: 'UTC' });
  test.setTimeout(300_000);
  // The next whole minute that leaves the window the time to open.
  const due = new Date(Math.ceil((dueAfter(desk, 5) + 5000) / 60_000) * 60_000).toISOString().slice(11, 16);
  answers(desk, [
    [
      'reports.save',
      {
        kind: 'daily',
        title: 'Every day anew',
        sections: ['backlog'],
        recipients: [],
        paused: false,
        time: { every: 'day', at: due, workdays: false },
      },
    ],
  ]);
  await open(page, desk);
  const came = message(page, 'Every day anew is here');
  await expect(came).toBeVisible({ timeout: 200_000 });
  await page
    .getByRole('region', { name: 'Messages' })
    .getByRole('button', { name: 'Open', exact: true })
    .last()
    .press('Enter');
  await expect(issue(page).getByRole('heading', { name: 'Every day anew' })).toBeVisible();
  await expect(issues(page).getByRole('option')).toHaveCount(1);
});

test('agents are told who makes reports (REP-58)', async ({ page, desk }) => {
  withWork(desk);
  const { id } = call(desk, 'people.create', { name: 'Ann Agent', role: 'agent' });
  call(desk, 'desk.settings', { me: id });
  await open(page, desk);
  await goToReports(page);
  await expect(page.getByText('Reports are for whoever leads the desk')).toBeVisible();
  await expect(page.locator('[data-tabs]')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on reports, ${colorScheme}`, async ({ page, desk }) => {
    test.setTimeout(300_000);
    withWork(desk);
    answers(desk, [
      ['reports.make', { key: 'daily' }],
      ['reports.make', { key: 'review' }],
      ['reports.itemSave', { text: 'Long due', dueOn: '2020-01-01' }],
    ]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      for (const size of [
        { width: 1440, height: 900 },
        { width: 512, height: 350 },
      ]) {
        await page.setViewportSize(size);
        const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
        expect(violations.map(({ id: rule, nodes }) => [name, rule, nodes.map(({ html }) => html)])).toEqual([]);
      }
    };
    await goToReports(page);
    await expect(issue(page).getByRole('heading', { name: 'Agenda' })).toBeVisible();
    await check('a review');
    await press(page, 't');
    await expect(issue(page).getByText(/^Sent /)).toBeVisible();
    await press(page, 't', 'j');
    await expect(issue(page).getByRole('table').first()).toBeVisible();
    await check('a day');
    await press(page, '2');
    await check('reports');
    await press(page, 'Enter');
    await expect(preview(page)).toHaveAttribute('aria-busy', 'false');
    await check('a report being changed');
    await press(page, '3');
    await expect(items(page)).toBeVisible();
    await check('action items');
    await page.keyboard.press('a');
    await expect(dialog(page)).toBeVisible();
    await check('an action item');
  });
