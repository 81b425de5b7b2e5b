import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { AgentPage, Chain, Coached } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const dayMs = 86_400_000;

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const overview = (desk: Desk): readonly Coached[] =>
  (answer(desk, 'coaching.overview', {}) as { people: Coached[] }).people;
const pageOf = (desk: Desk, personId: string): AgentPage => answer(desk, 'coaching.page', { personId }) as AgentPage;

/** What asks; a message is one as well, but none that waits. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const people = (page: Page) => page.getByRole('listbox', { name: 'People who are coached' });
const written = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const kept = (page: Page) => page.locator('[data-kept="kept"]');
/** The scrolled part of a session, where its keys begin. */
const texts = (page: Page) => page.getByRole('region', { name: 'What is written' });

async function goToCoaching(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(page.getByRole('heading', { level: 1, name: 'Coaching' })).toBeVisible();
}

/** A desk of made-up work, used by its coordinator. */
function withPeople(desk: Desk): Readonly<Record<string, string>> {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { me: null });
  const { people: all } = call(desk, 'people.list');
  return Object.fromEntries(all.map(({ id, name }) => [name, id]));
}

/** Goes to a text of the session by its digit, from wherever it is. */
async function write(page: Page, digit: string, name: string): Promise<void> {
  await press(page, digit);
  await expect(written(page, name)).toBeFocused();
}

test('a session is planned, written, held and followed up by keys alone; what is typed is there after a reload (COA-4)', async ({
  page,
  desk,
}) => {
  const ids = withPeople(desk);
  const name = 'Diego Ramos';
  await open(page, desk);
  await goToCoaching(page);
  await expect(people(page)).toBeFocused();
  const chosen = page.getByRole('option', { name: new RegExp(`^${name}`), selected: true });
  await press(page, 'Home');
  for (let at = 0; at < 20 && !(await chosen.isVisible()); at += 1) await press(page, 'j');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(page.getByRole('table', { name: 'The last 30 days' })).toContainText('Do not react yet');

  await page.keyboard.press('n');
  await expect(dialog(page).getByLabel('Day')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Session with ${name}` })).toBeVisible();
  await expect(texts(page)).toBeFocused();
  await expectFocusSeen(page, 'planning a session');

  await write(page, '1', 'Agenda');
  await page.keyboard.type('# Before\n- [ ] Two reviews');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Queues');
  await page.keyboard.press('Tab');
  await expect(written(page, 'Agenda')).toHaveValue('# Before\n- [ ] Two reviews\n  - [ ] Queues');
  await press(page, 'Escape');
  await expect(texts(page)).toBeFocused();
  await write(page, '2', 'Notes');
  await page.keyboard.type('Look at #12');
  await expect(page.getByRole('listbox', { name: 'Tickets that fit' }).getByRole('option').first()).toContainText(
    '#12',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('before lunch');
  const notes = 'Look at #12 **before lunch**';
  await expect(written(page, 'Notes')).toHaveValue(notes);
  await press(page, 'Escape');
  await write(page, '3', 'Private notes');
  await page.keyboard.type('Tired. Ask about shifts.');
  await expect(kept(page)).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: `Session with ${name}` })).toBeVisible();
  await expect(written(page, 'Agenda')).toHaveValue('# Before\n- [ ] Two reviews\n  - [ ] Queues');
  await expect(written(page, 'Notes')).toHaveValue(notes);
  await expect(written(page, 'Private notes')).toHaveValue('Tired. Ask about shifts.');
  await expect(texts(page)).toBeFocused();

  await press(page, 'v');
  await expect(page.getByRole('heading', { name: 'Before' })).toBeVisible();
  await expect(page.getByRole('button', { name: '#12' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Two reviews' }).press(' ');
  await expect(page.getByRole('checkbox', { name: 'Two reviews' })).toBeChecked();
  await press(page, 'v');
  await expect(written(page, 'Agenda')).toHaveValue(/- \[x\] Two reviews/);

  await texts(page).focus();
  await press(page, 'h');
  await expect(page.locator('header').getByText('Held', { exact: true })).toBeVisible();
  await page.keyboard.press('l');
  await expect(dialog(page).getByRole('combobox', { name: 'Ticket' })).toBeFocused();
  await page.keyboard.type('15');
  await expect(dialog(page).getByRole('option', { name: /#15\b/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: 'Evidence' }).getByRole('option', { name: /#15/ })).toBeVisible();

  await page.keyboard.press('a');
  await expect(dialog(page).getByLabel('What is to be done')).toBeFocused();
  await page.keyboard.type('Read the refund article');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: 'Actions' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Shift+G');
  await expect(dialog(page).getByLabel('What is to be reached')).toBeFocused();
  await page.keyboard.type('Solve it the first time');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByLabel('Figure that shows it')).toBeFocused();
  await page.keyboard.type('Reopen');
  await expect(dialog(page).getByLabel('Figure that shows it')).toHaveValue('reopened');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('listbox', { name: 'Goals' })).toContainText('measured by Reopen rate');

  await page.keyboard.press('f');
  await expectSaid(page, /^Next session: \d+ Dec/);
  await page.keyboard.press('y');
  await expect(dialog(page).getByLabel('A word to it')).toBeFocused();
  await page.keyboard.type('Agreed');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(new RegExp(`^Acknowledged by ${name}`))).toBeVisible();
  await press(page, 'Escape');
  await expect(people(page)).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('listbox', { name: 'Goals' })).toBeFocused();
  await press(page, 'j');
  await expect(page.getByRole('listbox', { name: 'Actions' })).toBeFocused();
  await press(page, 'x');
  await expect(page.getByRole('listbox', { name: 'Actions' })).toContainText(/done \d+/);
  await press(page, 'ArrowLeft');
  await expect(people(page)).toBeFocused();

  await desk.stop();
  const id = ids[name] ?? '';
  const now = pageOf(desk, id);
  expect(now.coached).toMatchObject({ openGoals: 1, openActions: 0, unacknowledged: 0 });
  const [next, held] = now.sessions;
  expect(next).toMatchObject({ state: 'planned', privateNotes: '' });
  expect(next?.agenda).toContain('- [ ] Read the refund article');
  expect((next?.at ?? 0) - (held?.at ?? 0)).toBeGreaterThanOrEqual(14 * dayMs);
  expect(held).toMatchObject({ state: 'held', notes, privateNotes: 'Tired. Ask about shifts.', agentNote: 'Agreed' });
  expect(held?.agenda).toBe('# Before\n- [x] Two reviews\n  - [ ] Queues');
  expect(held?.evidence).toMatchObject([{ kind: 'ticket', number: 15 }]);
  expect(now.goals).toMatchObject([
    { text: 'Solve it the first time', metric: { kind: 'reopened' }, sessionId: held?.id },
  ]);
  expect(now.actions[0]?.doneAt).toBeTruthy();
});

test('what was typed is kept when the session is left at once, and an agent reads their own page alone (COA-2, COA-3)', async ({
  page,
  desk,
}) => {
  const ids = withPeople(desk);
  const personId = ids['Hannah Kim'] ?? '';
  const { id } = answer(desk, 'coaching.sessionMake', {
    personId,
    at: Date.now() - dayMs,
    state: 'held',
    privateNotes: 'For the coach alone',
  }) as { id: string };
  answer(desk, 'coaching.actionSave', { personId, text: 'Read the wiki', sessionId: id });
  await open(page, desk);
  await goToCoaching(page);
  await expect(people(page)).toBeFocused();
  await press(page, 'End', 'Enter');
  await expect(page.getByRole('listbox', { name: 'Actions' })).toBeFocused();
  await press(page, 'End', 'j', 'Enter');
  await expect(texts(page)).toBeFocused();
  await write(page, '2', 'Notes');
  await page.keyboard.type('Left at once');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Sessions' })).toBeFocused();
  await press(page, 'ArrowLeft', 'i');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expectSaid(page, /Coaching of Hannah Kim every 7 days/);
  await expect(people(page)).toBeFocused();
  await desk.stop();
  expect(pageOf(desk, personId)).toMatchObject({ coached: { cadenceDays: 7 }, sessions: [{ notes: 'Left at once' }] });

  call(desk, 'desk.settings', { me: personId });
  await open(page, desk);
  await goToCoaching(page);
  await expect(people(page)).toBeFocused();
  await expect(people(page).getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^New session/ })).toHaveCount(0);
  await press(page, 'Enter');
  await expect(page.getByRole('listbox', { name: 'Actions' })).toBeFocused();
  await press(page, 'x');
  await expect(page.getByRole('listbox', { name: 'Actions' })).toContainText(/done \d+/);
  await press(page, 'j', 'Enter');
  await expect(page.getByText('Left at once')).toBeVisible();
  await expect(page.getByText('For the coach alone')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.keyboard.press('y');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Acknowledged by Hannah Kim/)).toBeVisible();
  await desk.stop();
  expect(pageOf(desk, personId).sessions[0]?.acknowledgedAt).toBeTruthy();
});

test('a performance review is saved as a file by keys alone, without private notes unless they are asked for (COA-30)', async ({
  page,
  desk,
}) => {
  withPeople(desk);
  await open(page, desk);
  await goToCoaching(page);
  await expect(people(page)).toBeFocused();
  await press(page, 'Shift+E');
  await expect(dialog(page).getByLabel('From')).toBeFocused();
  await expect(dialog(page).getByLabel('With my private notes')).not.toBeChecked();
  await dialog(page).getByLabel('Days').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('401');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('A whole number, 1 to 400.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('30');
  await press(page, 'Tab', '2');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ days: 30 });
  await expect(dialog(page)).toHaveCount(0);
  await expect(people(page)).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on people, a session and what worked, ${colorScheme}`, async ({ page, desk }) => {
    const ids = withPeople(desk);
    const personId = ids['Diego Ramos'] ?? '';
    const at = Date.now() - 20 * dayMs;
    const agenda = '# Last week\n- [x] Two reviews\n- [ ] **Queues**, #12';
    const { id: sessionId } = answer(desk, 'coaching.sessionMake', { personId, at, state: 'held', agenda }) as {
      id: string;
    };
    const { id: ticketId } = call(desk, 'tickets.create', { subject: 'A question', requester: { name: 'Ann' } });
    answer(desk, 'coaching.sessionSet', { id: sessionId, set: { evidence: [{ kind: 'ticket', id: ticketId }] } });
    answer(desk, 'coaching.goalSave', { personId, sessionId, text: 'First time right', metric: { kind: 'slaMet' } });
    answer(desk, 'coaching.actionSave', { personId, sessionId, text: 'Read the wiki', dueOn: '2020-01-01' });
    answer(desk, 'coaching.praiseSave', { personId, text: 'Calm with an angry caller', ticketId });
    expect(overview(desk)[0]).toMatchObject({ personId, overdueDays: 6, lateActions: 1 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToCoaching(page);
    await expect(people(page).getByRole('option', { name: /Diego Ramos.*overdue 6 days/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Since the last session' })).toBeVisible();
    await press(page, 'Enter');
    await expect(page.getByRole('listbox', { name: 'Goals' })).toBeFocused();
    await check('people');
    await press(page, 'End', 'j', 'End', 'j', 'End', 'j', 'Enter');
    await expect(texts(page)).toBeFocused();
    await check('session');
    await press(page, 'v');
    await expect(page.getByRole('checkbox')).toHaveCount(2);
    await check('preview');
    await page.keyboard.press('Shift+G');
    await expect(dialog(page).getByLabel('What is to be reached')).toBeFocused();
    await check('goal');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, 'Escape', '2');
    await expect(page.getByText('Whoever is coached because of a bad month', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Diego Ramos' })).toBeFocused();
    await check('what worked');
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(dialog(page).getByLabel('What is to be reached')).toBeFocused();
    await expect(dialog(page).getByLabel('What is to be reached')).toHaveValue('First time right');
    await desk.stop();
    const { chains } = answer(desk, 'coaching.effects', {}) as { chains: Chain[] };
    expect(chains).toMatchObject([{ verdict: 'early' }]);
  });
