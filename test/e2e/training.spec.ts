import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { BudgetRow, DeskShift, Refresher, TrainingTopic } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const dayMs = 86_400_000;

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const refreshersOf = (desk: Desk): readonly Refresher[] =>
  (answer(desk, 'training.refreshers', {}) as { refreshers: Refresher[] }).refreshers;

/** What asks; a message is one as well, but none that waits. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const list = (page: Page, name: string) => page.getByRole('listbox', { name, exact: true });
const written = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function goToTraining(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { level: 1, name: 'Training' })).toBeVisible();
}

/** A desk of made-up work, used by its coordinator. */
function withPeople(desk: Desk): Readonly<Record<string, string>> {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { me: null });
  const { people } = call(desk, 'people.list');
  return Object.fromEntries(people.map(({ id, name }) => [name, id]));
}

/** Finds people in the dialog and ticks each. */
async function invite(page: Page, ...names: readonly string[]): Promise<void> {
  const search = dialog(page).getByRole('combobox', { name: 'Find people' });
  await expect(search).toBeFocused();
  for (const name of names) {
    await search.fill('');
    await page.keyboard.type(name);
    const option = dialog(page).getByRole('option', { name: new RegExp(`^${name}`) });
    await expect(dialog(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(option).toHaveAttribute('aria-selected', 'true');
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
}

test('a topic becomes a refresher that is placed in the shifts, held, and attended, by keys alone (TRN-4, TRN-11, TRN-14)', async ({
  page,
  desk,
}) => {
  const ids = withPeople(desk);
  const names = ['Diego Ramos', 'Hannah Kim'] as const;
  await open(page, desk);
  await goToTraining(page);
  await expect(page.getByText('No refreshers yet')).toBeVisible();
  await expectFocusSeen(page, 'an empty screen');

  await press(page, '2');
  await page.keyboard.press('a');
  await expect(dialog(page).getByLabel('What is new')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('Say what it is.')).toBeVisible();
  await page.keyboard.type('New tariff');
  await page.keyboard.press('Tab');
  await page.keyboard.type('wiki/tariff');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(list(page, 'What to train next').getByRole('option', { name: /New tariff/ })).toBeVisible();
  await expect(list(page, 'What to train next')).toBeFocused();
  await press(page, 'x');
  await expect(page.getByText('1 ticked').first()).toBeVisible();

  await press(page, 'n');
  await expect(page.getByRole('heading', { level: 2, name: 'New tariff', exact: true })).toBeVisible();
  await expect(list(page, 'Refreshers')).toBeFocused();
  await expect(written(page, 'Agenda')).toHaveValue('- [ ] New: New tariff');
  await expect(written(page, 'Materials')).toHaveValue('wiki/tariff');
  await page.keyboard.press('w');
  await expect(written(page, 'Agenda')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Questions');
  await expect(written(page, 'Agenda')).toHaveValue('- [ ] New: New tariff\n- [ ] Questions');
  await press(page, 'Escape');
  await expect(list(page, 'Refreshers')).toBeFocused();

  await page.keyboard.press('i');
  await invite(page, ...names);
  await expect(list(page, 'People').getByRole('option')).toHaveCount(2);
  await expect(list(page, 'Refreshers')).toBeFocused();

  await page.keyboard.press('t');
  await page.keyboard.press('.');
  await expect(list(page, 'Times that fit')).toBeFocused();
  const first = list(page, 'Times that fit').getByRole('option', { selected: true });
  await expect(first).toContainText(/all 2 can come|1 of 2 can come/);
  await expect(first).toContainText(/queues/);
  await press(page, 'j', 'k');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expectSaid(page, /“New tariff” placed/);
  await expect(
    list(page, 'People')
      .getByRole('option', { name: /in their shift/ })
      .first(),
  ).toBeVisible();

  // One undo takes it out of all shifts, and it is placed again.
  await expect(list(page, 'Refreshers')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('option', { name: /New tariff.*no time yet/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('option', { name: /New tariff.*in their shifts/ })).toBeVisible();

  await press(page, 'h');
  await expect(page.getByRole('option', { name: /New tariff.*0 of 2 were there/ })).toBeVisible();
  await press(page, 'Enter');
  await expect(list(page, 'People')).toBeFocused();
  await press(page, 'Shift+Y');
  await expect(page.getByRole('option', { name: /New tariff.*2 of 2 were there/ })).toBeVisible();
  await press(page, 'j', 'm');
  await expect(list(page, 'People').getByRole('option', { selected: true })).toContainText('was not there');
  await press(page, 'Escape');
  await expect(list(page, 'Refreshers')).toBeFocused();

  await desk.stop();
  const [refresher] = refreshersOf(desk);
  const { startAt = 0 } = refresher ?? {};
  expect(refresher).toMatchObject({
    title: 'New tariff',
    agenda: '- [ ] New: New tariff\n- [ ] Questions',
    minutes: 75,
    state: 'held',
    attendance: [
      { personId: ids[names[0]], state: 'attended' },
      { personId: ids[names[1]], state: 'missed' },
    ],
  });
  const placed = refresher?.attendance.filter((each) => each.placed).map(({ personId }) => personId) ?? [];
  expect(placed.length).toBeGreaterThan(0);
  const from = new Date((startAt ?? 0) - dayMs).toISOString().slice(0, 10);
  const { shifts } = answer(desk, 'roster.range', { from, days: 3 }) as { shifts: DeskShift[] };
  const kept = shifts.filter(({ published }) =>
    published?.activities.some((each) => each.kind === 'training' && each.startAt === startAt),
  );
  expect(kept.map(({ personId }) => personId).toSorted()).toEqual([...placed].toSorted());
  const { topics } = answer(desk, 'training.topics', {}) as { topics: TrainingTopic[] };
  expect(topics).toMatchObject([{ text: 'New tariff', refresherId: refresher?.id }]);
});

test('a course is written down, booked over the budget, which is told, and done gives its certificate (TRN-20 to TRN-23)', async ({
  page,
  desk,
}) => {
  withPeople(desk);
  await open(page, desk);
  await goToTraining(page);
  await press(page, '3');
  await expect(page.getByText('No courses yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(dialog(page).getByLabel('Course', { exact: true })).toBeFocused();
  await page.keyboard.type('Support Administrator');
  for (const text of ['Academy', '12,5O', '8', '', 'Admin', '24']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('An amount, 0 or more.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  for (let back = 0; back < 3; back += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('1200,50');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(list(page, 'Courses').getByRole('option')).toContainText(/Admin, 24 months.*\$1,200\.50/);
  await expect(list(page, 'Courses')).toBeFocused();

  await press(page, '4');
  await expect(list(page, 'Budget by person')).toBeFocused();
  await press(page, 'j');
  const chosen = list(page, 'Budget by person').getByRole('option', { selected: true });
  await expect(chosen).toContainText('$0 spent, $0 set aside, $1,000 left');
  const name = (await chosen.locator('[dir="auto"]').first().innerText()).trim();
  await page.keyboard.press('n');
  await expect(dialog(page).getByLabel('On')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expectSaid(page, new RegExp(`${name} is \\$200\\.50 over the budget`));
  await expect(chosen).toContainText(name);
  await expect(chosen).toContainText('$200.50 over');
  await press(page, 'Enter');
  const courses = page.getByRole('listbox', { name: new RegExp(`^Courses of ${name}`) });
  await expect(courses).toBeFocused();
  await press(page, 'x');
  await expect(courses.getByRole('option')).toContainText('done');
  await press(page, 'Escape');
  await expect(chosen).toContainText('$1,200.50 spent, $0 set aside, $200.50 over');
  await page.keyboard.press('u');
  await expect(dialog(page).getByLabel(/^A year/)).toBeFocused();
  await page.keyboard.type('1500');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(chosen).toContainText('$299.50 left');
  await expect(chosen).toContainText('their own amount');
  await press(page, '.');
  await expect(page.getByRole('heading', { level: 2, name: `Budget ${new Date().getFullYear() + 1}` })).toBeVisible();
  await press(page, ',');

  await desk.stop();
  const year = new Date().getFullYear();
  const { people } = answer(desk, 'training.budget', { year }) as { people: BudgetRow[] };
  expect(people.find(({ own }) => own)).toMatchObject({ amount: 1500, spent: 1200.5, setAside: 0, left: 299.5 });
});

test('an agent sees what is theirs, and changes nothing of it (TRN-5)', async ({ page, desk }) => {
  const ids = withPeople(desk);
  const me = ids['Hannah Kim'] ?? '';
  const others = [me, ids['Diego Ramos'] ?? ''];
  answer(desk, 'training.topicSave', { text: 'New tariff' });
  answer(desk, 'training.refresherSave', { title: 'Angry callers', agenda: '**Stay calm**', personIds: others });
  answer(desk, 'training.refresherSave', { title: 'Somebody else', personIds: others.slice(1) });
  answer(desk, 'people.update', { id: me, set: { role: 'Agent' } });
  call(desk, 'desk.settings', { me });
  await open(page, desk);
  await goToTraining(page);
  await expect(list(page, 'Refreshers').getByRole('option')).toHaveCount(1);
  await expect(page.locator('strong', { hasText: 'Stay calm' })).toBeVisible();
  await expect(list(page, 'People').getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Invite/ })).toHaveCount(0);
  for (const key of ['t', 'i', 'e', 'n', 'h', 'Delete']) await press(page, key);
  await expect(dialog(page)).toHaveCount(0);
  await press(page, '2');
  await expect(list(page, 'Topics').getByRole('option')).toContainText('New tariff');
  await press(page, '3');
  await expect(page.getByText('No courses yet')).toBeVisible();
  await press(page, '4');
  await expect(list(page, 'Budget by person').getByRole('option')).toHaveCount(1);
  await press(page, 'n', 'u', 'Shift+U');
  await expect(dialog(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing of training is hard to reach, ${colorScheme}`, async ({ page, desk }) => {
    const ids = withPeople(desk);
    const [diego = '', hannah = ''] = [ids['Diego Ramos'], ids['Hannah Kim']];
    const today = new Date().toISOString().slice(0, 10);
    const { id: topicId } = answer(desk, 'training.topicSave', { text: 'New tariff' }) as { id: string };
    answer(desk, 'training.topicSave', { text: 'Holiday hours', material: 'wiki/hours' });
    const source = { kind: 'topic', topicId };
    answer(desk, 'training.refresherSave', { sources: [source], personIds: [diego, hannah] });
    const { id } = answer(desk, 'training.refresherSave', { title: 'Angry callers', personIds: [diego, hannah] }) as {
      id: string;
    };
    answer(desk, 'training.place', { id, startAt: Date.now() - 7 * dayMs });
    answer(desk, 'training.refresherSave', { id, state: 'held' });
    answer(desk, 'training.attend', { id, personIds: [diego], state: 'attended' });
    answer(desk, 'training.attend', { id, personIds: [hannah], state: 'missed' });
    const course = {
      name: 'Administrator',
      cost: 700,
      certificate: 'Admin',
      validMonths: 12,
      link: 'https://a.example',
    };
    const { id: courseId } = answer(desk, 'training.courseSave', course) as { id: string };
    answer(desk, 'training.courseSave', { ...course, name: 'Old', archived: true });
    for (const state of ['done', 'booked', 'cancelled'])
      answer(desk, 'training.enrolmentSave', { personId: diego, courseId, on: today, state });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id: rule, nodes }) => [name, rule, nodes.map(({ html }) => html)])).toEqual([]);
    };
    const checkDialog = async (key: string, name: string): Promise<void> => {
      await page.keyboard.press(key);
      await expect(dialog(page)).toBeVisible();
      await check(name);
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toHaveCount(0);
    };
    await goToTraining(page);
    await expect(list(page, 'Refreshers')).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'No refresher this week' })).toBeVisible();
    await check('refreshers');
    await checkDialog('i', 'invite');
    await checkDialog('e', 'refresher');
    await page.keyboard.press('t');
    await page.keyboard.press('.');
    await expect(list(page, 'Times that fit')).toBeFocused();
    await check('a time');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, 'j');
    await expect(page.getByRole('heading', { level: 2, name: 'Angry callers', exact: true })).toBeVisible();
    await press(page, 'v');
    await check('held, as it reads');
    await press(page, '2', 'j', 'x');
    await expect(page.getByRole('option', { name: /New tariff.*in “New tariff”/ })).toBeVisible();
    await check('needs');
    await checkDialog('a', 'topic');
    await press(page, '3');
    await expect(list(page, 'Courses').getByRole('option')).toHaveCount(2);
    await check('courses');
    await checkDialog('n', 'course');
    await press(page, '4', 'Enter');
    await expect(page.getByRole('listbox', { name: /^Courses of Diego Ramos/ }).getByRole('option')).toHaveCount(3);
    await check('budget');
    await checkDialog('e', 'enrolment');
    await checkDialog('Shift+U', 'amount');
  });
