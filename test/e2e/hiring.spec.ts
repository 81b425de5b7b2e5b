import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Candidate, CandidateRow, Pipeline, Seat } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
type Overview = { readonly seats: Seat[]; readonly candidates: CandidateRow[]; readonly pipeline: Pipeline };
const overview = (desk: Desk): Overview => answer(desk, 'hiring.overview', { withClosed: true }) as Overview;
const idOf = (desk: Desk, procedure: string, input: object): string =>
  (answer(desk, procedure, input) as { id: string }).id;

/** What asks; a message is one as well, but none that waits. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const list = (page: Page) => page.getByRole('listbox', { name: 'Seats and candidates' });
const under = (page: Page, name: RegExp) => list(page).getByRole('option', { name, selected: true });
const gauge = (page: Page) => page.getByRole('meter', { name: 'Open seats with a candidate of their own' });
const kept = (page: Page) => page.locator('[data-kept="kept"]');

async function goToHiring(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Hiring' })).toBeVisible();
}

/** A desk of made-up work, used by its coordinator, and who of it leads and who does not. */
function withPeople(desk: Desk): { readonly lead: string; readonly agent: string } {
  makeSample(desk, 60);
  call(desk, 'desk.settings', { me: null });
  const { people } = answer(desk, 'people.list', {}) as { people: { id: string; role: string | null }[] };
  const of = (fits: (role: string) => boolean): string => people.find(({ role }) => fits(role ?? ''))?.id ?? '';
  const leads = (role: string): boolean => /lead|supervisor|trainer/i.test(role);
  return { lead: of(leads), agent: of((role) => !leads(role)) };
}

/** Fills a dialog field by field, in the order in which Tab leads through them, and sends it. */
async function fill(page: Page, first: string, ...typed: readonly string[]): Promise<void> {
  await expect(dialog(page).getByLabel(first)).toBeFocused();
  for (const [at, text] of typed.entries()) {
    if (at > 0) await page.keyboard.press('Tab');
    if (text !== '') await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
}

test('a seat is opened, a candidate added, tested, interviewed and hired by keys alone; the gauge tells (HIR-1, HIR-30)', async ({
  page,
  desk,
}) => {
  const { lead } = withPeople(desk);
  await open(page, desk);
  await goToHiring(page);
  await expect(page.getByText('No seat is open').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^New seat/ })).toBeFocused();
  await page.keyboard.press('s');
  await fill(page, 'What for', 'Support agent, chat', 'Chat');
  await expect(gauge(page)).toHaveAttribute('aria-valuetext', 'one seat has no candidate');
  await expect(page.getByText('1 open seat · 0 candidates in the running', { exact: false })).toBeVisible();
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('n');
  await fill(page, 'Name', 'Mira Okafor', 'mira@example.com', '+44 20 7946 0958');
  await expect(gauge(page)).toHaveAttribute('aria-valuetext', 'the seat has a candidate');
  await expect(under(page, /Mira Okafor.*Support agent, chat/)).toBeVisible();
  await expectFocusSeen(page, 'adding a candidate');

  await page.keyboard.press('t');
  await fill(page, 'Test', 'Played call', '312', 's');
  await expect(page.getByRole('region', { name: 'Tests' }).getByText('312 s')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expectSaid(page, /^Candidate moved to screening$/);
  await expect(page.getByText(/^Screening since/)).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByRole('listbox', { name: 'Stage' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(page.getByText(/^Interview since/)).toBeVisible();
  await press(page, 'w');
  await page.keyboard.type('Warm on the phone');
  await expect(kept(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(list(page)).toBeFocused();

  await press(page, 'i');
  await expect(page.getByRole('group', { name: 'Empathy, not rated' })).toBeFocused();
  await press(page, '4', 'j', '5', 'c');
  await page.keyboard.type('To the point');
  await press(page, 'Escape', 'Enter', '2');
  await expect(page.getByRole('group', { name: 'Problem solving, 2 of 5' })).toBeFocused();
  await expect(page.getByText('3 of 6 rated')).toBeVisible();
  await press(page, '0', '3');
  await page.reload();
  await expect(page.getByText('3 of 6 rated')).toBeVisible();
  await expect(list(page)).toBeFocused();
  await press(page, 'i');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Mean of 1 interview: 4.0 of 5')).toBeVisible();
  await expectFocusSeen(page, 'a form that is done');
  await press(page, 'ArrowLeft');
  await expect(list(page)).toBeFocused();
  await desk.stop();
  const [row] = overview(desk).candidates;
  const found = answer(desk, 'hiring.candidate', { id: row?.id }) as Candidate;
  expect(found).toMatchObject({ notes: 'Warm on the phone', screenings: [{ value: 312, unit: 's' }], interview: 4 });
  expect(found.interviewForms[0]?.ratings['writing']).toEqual({ rating: 5, note: 'To the point' });

  // Another lead is to find out for themselves first.
  call(desk, 'desk.settings', { me: lead });
  await open(page, desk);
  await goToHiring(page);
  await expect(list(page)).toBeFocused();
  await press(page, 'End');
  await expect(under(page, /Mira Okafor/)).toBeVisible();
  await expect(page.getByText('1 form of others: to be read once yours is done', { exact: false })).toBeVisible();
  await expect(page.getByText('To the point')).toHaveCount(0);
  await press(page, 'Shift+ArrowRight');
  await expect(page.getByText('To the point')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(dialog(page).getByLabel('First day')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, /^Mira Okafor hired, from/);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('No seat is open').first()).toBeVisible();
  await press(page, 'v');
  await expect(list(page).getByRole('option', { name: /Support agent, chat.*filled.*Mira Okafor/ })).toBeVisible();
  await desk.stop();
  const { people } = answer(desk, 'people.list', {}) as { people: { name: string }[] };
  expect(people.find(({ name }) => name === 'Mira Okafor')).toMatchObject({
    email: 'mira@example.com',
    team: 'Chat',
    role: 'Newcomer',
  });
});

test('a rejected candidate says when they go, and goes for good once a word is typed; agents find a closed door (HIR-4, HIR-21)', async ({
  page,
  desk,
}) => {
  const { agent } = withPeople(desk);
  answer(desk, 'hiring.seatSave', { title: 'Night shift' });
  answer(desk, 'hiring.candidateSave', { name: 'Paul Weber' });
  answer(desk, 'hiring.candidateSave', { name: 'Aiko Tanaka' });
  await open(page, desk);
  await goToHiring(page);
  await expect(list(page)).toBeFocused();
  await press(page, 'j');
  await expect(under(page, /Paul Weber/)).toBeVisible();
  await page.keyboard.press('r');
  await expect(dialog(page).getByRole('radio', { name: 'Rejected' })).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.type('Too far away');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  // Whoever stood next is under the cursor now.
  await expect(under(page, /Aiko Tanaka/)).toBeVisible();
  await press(page, 'v');
  await expect(list(page).getByRole('option', { name: /Paul Weber/ })).toBeVisible();
  await press(page, 'End');
  await expect(under(page, /Paul Weber.*is deleted \d+ \w+/)).toBeVisible();
  await expect(page.getByText('“Too far away”')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(dialog(page).getByLabel('Type “delete”')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('Type the word to go on.')).toBeVisible();
  await page.keyboard.type('delete');
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, /^Candidate deleted for good$/);
  await expect(page.getByText('Paul Weber')).toHaveCount(0);
  await expectFocusSeen(page, 'deleting for good');

  await page.keyboard.press('Shift+S');
  const days = dialog(page).getByLabel('Days that candidates are kept after the end');
  await expect(days).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, /^Candidates kept 30 days$/);
  await desk.stop();
  expect(overview(desk).candidates).toMatchObject([{ name: 'Aiko Tanaka' }]);

  call(desk, 'desk.settings', { me: agent });
  await open(page, desk);
  await goToHiring(page);
  await expect(page.getByText('Hiring is for whoever leads')).toBeVisible();
  await expect(page.getByText('Aiko Tanaka')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^New candidate/ })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on seats, a candidate, the dialogs and a closed door, ${colorScheme}`, async ({
    page,
    desk,
  }) => {
    const { lead, agent } = withPeople(desk);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await open(page, desk);
    await goToHiring(page);
    await expect(page.getByRole('button', { name: /^New seat/ })).toBeFocused();
    await check('empty');
    await desk.stop();

    const seatId = idOf(desk, 'hiring.seatSave', { title: 'Support agent', team: 'Chat', neededOn: '2020-01-01' });
    answer(desk, 'hiring.seatSave', { title: 'Night shift' });
    const screenings = [
      { name: 'Played call', value: 312, unit: 's', passed: true },
      { name: 'Written answer', value: 2, unit: 'of 5', passed: false, note: 'Curt' },
    ];
    const id = idOf(desk, 'hiring.candidateSave', { name: 'Mira Okafor', seatId, screenings, phone: '1' });
    const out = idOf(desk, 'hiring.candidateSave', { name: 'Paul Weber' });
    answer(desk, 'hiring.candidateMove', { id: out, stage: 'rejected', reason: 'Too far away' });
    call(desk, 'desk.settings', { me: lead });
    answer(desk, 'hiring.interviewSave', { candidateId: id, ratings: { empathy: { rating: 4 } }, done: true });
    call(desk, 'desk.settings', { me: null });
    await open(page, desk);
    await goToHiring(page);
    await expect(list(page)).toBeFocused();
    await press(page, 'Home');
    await check('a seat');
    await press(page, 'v', 'j', 'j');
    await expect(page.getByRole('heading', { level: 2, name: 'Mira Okafor' })).toBeVisible();
    await press(page, 'i');
    await expect(page.getByRole('group', { name: 'Empathy, not rated' })).toBeFocused();
    await press(page, '3', 'c');
    await page.keyboard.type('Kind');
    await expect(kept(page)).toBeVisible();
    await check('a candidate with a form');
    await press(page, 'Escape');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Mean of 2 interviews: 3.5 of 5')).toBeVisible();
    await check('interviews');
    await press(page, 'ArrowLeft');
    for (const [key, label] of [
      ['e', 'Name'],
      ['t', 'Test'],
      ['h', 'First day'],
      ['r', 'Reason'],
      ['Shift+S', 'Days that candidates are kept after the end'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(dialog(page).getByLabel(label, { exact: true })).toBeVisible();
      await check(`the dialog of ${key}`);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
    }
    await press(page, 'End');
    await expect(page.getByText('“Too far away”')).toBeVisible();
    await check('a rejected candidate');
    await desk.stop();
    call(desk, 'desk.settings', { me: agent });
    await open(page, desk);
    await goToHiring(page);
    await expect(page.getByText('Hiring is for whoever leads')).toBeVisible();
    await check('a closed door');
  });

test('at 200 % of a small window a question is rated in sight, and the dialogs keep their buttons', async ({
  page,
  desk,
}) => {
  withPeople(desk);
  answer(desk, 'hiring.seatSave', { title: 'Night shift' });
  answer(desk, 'hiring.candidateSave', { name: 'Aiko Tanaka' });
  await page.setViewportSize({ width: 512, height: 350 });
  await open(page, desk);
  await goToHiring(page);
  await expect(list(page)).toBeFocused();
  await press(page, 'End');
  await expect(under(page, /Aiko Tanaka/)).toBeInViewport();
  await press(page, 'i', '4');
  await expect(page.getByRole('radiogroup', { name: 'Rating of Empathy' })).toBeInViewport({ ratio: 1 });
  for (const key of ['h', 'e', 't']) {
    await press(page, 'Escape');
    await page.keyboard.press(key);
    await expect(dialog(page).locator('button[type="submit"]')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
  }
});
