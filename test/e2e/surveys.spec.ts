import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { call, expectSaid, makeSample, open, rowsOf } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const answer = (desk: Desk, procedure: string, input: object = {}): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));

const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const responses = (page: Page) => page.getByRole('listbox', { name: 'Responses' });
const panel = (page: Page) => page.getByRole('region', { name: 'The response' });
const tab = (page: Page, name: string) => page.getByRole('radio', { name });

async function goToFeedback(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 1, name: 'Feedback' })).toBeVisible();
}

const question = 'How likely is it that you would recommend us to a friend?';
const said = [
  [2, 'It took three weeks until the refund came', 'Very dissatisfied'],
  [10, 'Quick and friendly, thank you', 'Very satisfied'],
  [3, '=HYPERLINK("http://x") <img src=x onerror=alert(1)> no refund', 'Dissatisfied'],
  [8, 'The app is fine', 'Satisfied'],
] as const;

/** As SurveyMonkey writes it, two rows of headers; the later a ticket was solved, the later its response, whatever the hour. */
function surveyFile(desk: Desk): string {
  const solved = rowsOf(desk, {
    filter: { status: ['solved', 'closed'] },
    sort: [{ by: 'solved', descending: true }],
    limit: 8,
  });
  const stamp = (at: number): string => {
    const [date = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
    const [year = '', month = '', day = ''] = date.split('-');
    return `${month}/${day}/${year} ${time}`;
  };
  const lines = solved.map(({ number, solvedAt }, n) => {
    const [score, text, satisfied] = said[n % said.length] ?? said[0];
    return `${118000 + n},405,${stamp(solvedAt ?? 0)},${stamp((solvedAt ?? 0) + 60_000 * (solved.length - n))},192.0.2.1,,,,#${number},${score},${satisfied},"${text.replaceAll('"', '""')}"`;
  });
  const file = join(desk.home, 'After solving.csv');
  writeFileSync(
    file,
    [
      `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Ticket,${question},How satisfied were you?,What could we do better?`,
      ',,,,,,,,,Response,Response,Open-Ended Response',
      ...lines,
      `118099,405,soon,soon,192.0.2.1,,,,,5,Satisfied,Not a date`,
    ].join('\n'),
  );
  return file;
}

/** A desk of made-up work, used by its coordinator, and a file of responses to it. */
function withFile(desk: Desk): string {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { me: null });
  return surveyFile(desk);
}

test('a survey is imported, read, ranked and acted on by keys alone (SUR-10 to SUR-42)', async ({ page, desk }) => {
  const file = withFile(desk);
  const dates = new Set(
    rowsOf(desk, {
      filter: { status: ['solved', 'closed'] },
      sort: [{ by: 'solved', descending: true }],
      limit: 8,
    }).map(({ solvedAt }) => new Date(solvedAt ?? 0).getUTCDate()),
  );
  await open(page, desk);
  await goToFeedback(page);
  await expect(page.getByText('No scores yet')).toBeVisible();
  await expectFocusSeen(page, 'an empty screen');
  await page.keyboard.press('i');
  await expect(dialog(page).getByRole('button', { name: 'Choose a file' })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await expect(dialog(page).getByText('SurveyMonkey, 9 responses')).toBeVisible();
  await expect(dialog(page).getByLabel(`What “${question}” is`)).toHaveValue('nps');
  await expect(dialog(page).getByLabel('What “How satisfied were you?” is')).toHaveValue('csatWords');
  await expect(dialog(page).getByLabel('What “Ticket” is')).toHaveValue('ticket');
  await dialog(page).getByLabel('What “IP Address” is').focus();
  await page.keyboard.type('Not');
  // Days that are all below 13 could be months: then it is asked, and answered by a digit.
  const order = dialog(page).getByRole('radiogroup');
  if ([...dates].every((date) => date <= 12)) {
    await order.getByRole('radio', { name: /^Month first/ }).focus();
    await page.keyboard.press('2');
  }
  await expect(dialog(page).getByRole('table', { name: /not read/ })).toContainText('soon');
  await expect(dialog(page).getByRole('button', { name: /^Import 8 responses/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expectSaid(page, /Survey import: 8 responses to “After solving”/);
  await expect(page.getByRole('region', { name: `Figures of ${question}` })).toContainText('few: fewer than 30');
  await expectFocusSeen(page, 'an import');

  await press(page, '3');
  await page.keyboard.press('n');
  await expect(dialog(page).getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Refund');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Money');
  await page.keyboard.press('Tab');
  await page.keyboard.type('refund,');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('option', { name: /Refund.*suggested by refund/ })).toBeVisible();

  await press(page, '2');
  await expect(responses(page)).toBeFocused();
  await press(page, 'Home');
  // What one read goes on to the next; digits are codes meanwhile, and tabs again afterwards.
  await press(page, 'Enter');
  await expect(panel(page)).toContainText('Reading: digits put codes on and off');
  await expect(panel(page).locator('mark')).toHaveText('refund');
  await press(page, '1');
  await expect(panel(page).getByRole('button', { name: 'Take off the code Refund', pressed: true })).toBeVisible();
  await press(page, 'j', '0');
  await expect(panel(page)).toContainText('=HYPERLINK("http://x") <img src=x onerror=alert(1)>');
  await press(page, 'a');
  await expect(panel(page)).toContainText('The app is fine');
  await page.keyboard.press('y');
  const typed = page.getByPlaceholder('Find', { exact: true });
  await expect(typed).toBeFocused();
  await page.keyboard.type('App');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('button', { name: 'Take off the code App' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(typed).toHaveCount(0);
  await responses(page).focus();
  await press(page, 'Escape');
  await expect(panel(page)).not.toContainText('Reading: digits');
  await expect(responses(page).getByText('not read')).toHaveCount(4);
  await press(page, '3');
  await page.keyboard.press('Shift+A');
  await expectSaid(page, /Coded by the rules: 4 responses/);
  await expect(page.getByText('All 8 with words are read.')).toBeVisible();
  await expect(page.getByRole('option', { name: /^Refund.*4 mentions, 50%.*costs.*too few to say/ })).toBeVisible();

  await press(page, 'Home', 'Enter');
  await expect(tab(page, 'Responses')).toBeChecked();
  await expect(responses(page).getByRole('option')).toHaveCount(4);
  await press(page, '4');
  await expect(page.getByRole('option', { name: /^Refund: 4 mentions, .*100% with those before it/ })).toBeVisible();
  await page.keyboard.press('p');
  await expect(dialog(page).getByLabel('What goes wrong')).toHaveValue('Refund');
  await page.keyboard.press('End');
  await page.keyboard.type('s take weeks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The bank file goes out once a week');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It is made by hand');
  await expect(dialog(page).getByLabel('Why that? (3)')).toBeVisible();
  await dialog(page).getByLabel('What is done about it').focus();
  await page.keyboard.type('Send it every day');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const problem = page.getByRole('option', { name: /Refunds take weeks/ });
  await expect(problem).toContainText('2. It is made by hand');
  await press(page, 'ArrowRight', 'x');
  await expect(problem).toContainText(/done \d+/);
  await expect(problem).toContainText('not yet: too few since, or before');
  await press(page, 'ArrowLeft');
  await desk.stop();
  const found = answer(desk, 'surveys.responses', { filter: { only: 'unread' } }) as { total: number };
  expect(found.total).toBe(0);
});

test('an agent has the responses on their own tickets alone (SUR-50)', async ({ page, desk }) => {
  const file = withFile(desk);
  answer(desk, 'surveys.importFile', { source: { path: file }, dateOrder: 'mdy' });
  const all = answer(desk, 'surveys.responses') as { responses: { ticket: { agentId: string | null } | null }[] };
  const personId = all.responses.map(({ ticket }) => ticket?.agentId).find((id) => id != null) ?? '';
  const own = all.responses.filter(({ ticket }) => ticket?.agentId === personId).length;
  answer(desk, 'people.update', { id: personId, set: { role: 'Agent' } });
  call(desk, 'desk.settings', { me: personId });
  await open(page, desk);
  await goToFeedback(page);
  await expect(responses(page).getByRole('option')).toHaveCount(own);
  await expect(responses(page)).toBeFocused();
  await expect(page.locator('[data-tabs]')).toHaveCount(0);
  await expect(panel(page).getByText('matched by the number of the ticket')).toBeVisible();
  await expect(panel(page).getByText('Codes', { exact: true })).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page.getByRole('complementary', { name: /^Ticket #/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on scores, responses, themes, causes and an import, ${colorScheme}`, async ({
    page,
    desk,
  }) => {
    const file = withFile(desk);
    answer(desk, 'surveys.importFile', { source: { path: file }, dateOrder: 'mdy' });
    const { id } = answer(desk, 'surveys.codeSave', { name: 'Refund', theme: 'Money', words: ['refund'] }) as {
      id: string;
    };
    answer(desk, 'surveys.codeSave', { name: 'Parcel', words: ['parcel'] });
    answer(desk, 'surveys.codeByRules', {});
    answer(desk, 'surveys.problemSave', {
      title: 'Refunds take weeks',
      codeId: id,
      category: 'Billing',
      whys: ['By hand'],
      action: 'Send it every day',
      dueOn: '2020-01-01',
      done: true,
    });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id: rule, nodes }) => [name, rule, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToFeedback(page);
    await expect(page.getByRole('table', { name: 'By month' })).toBeVisible();
    await check('scores');
    await press(page, '2');
    await expect(panel(page)).toBeVisible();
    await press(page, 'Enter');
    await check('responses');
    await press(page, 'Escape', '3');
    await expect(page.getByRole('option', { name: /^Refund/ })).toBeVisible();
    await check('themes');
    await press(page, '4');
    await expect(page.getByRole('option', { name: /^Refund:/ })).toBeVisible();
    await check('causes');
    await press(page, 'ArrowRight', 'Enter');
    await expect(dialog(page).getByLabel('What goes wrong')).toBeFocused();
    await check('a problem');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await page.keyboard.press('i');
    const chooser = page.waitForEvent('filechooser');
    await dialog(page).getByRole('button', { name: 'Choose a file' }).press('Enter');
    await (await chooser).setFiles(file);
    await expect(dialog(page).getByText('are here already')).toBeVisible();
    await check('an import');
  });
