import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Certificate, Newcomer, Person, Programme } from '../../src/contract/index.ts';
import { expectSaid, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';
import {
  answer,
  board,
  card,
  dialog,
  doStage,
  goToOnboarding,
  group,
  passInto,
  pointed,
  stages,
  tick,
} from './support/onboarding.ts';

type Made = { readonly id: string };

const settings = ['desk.settings', { started: true, timeZone: 'UTC', me: null }] as const;
const person = (name: string, role: string) => ['people.create', { name, role }] as const;
/** Diego who is new, and Rosa who leads. */
function withPeople(desk: Desk): { readonly diego: string; readonly rosa: string } {
  const [, diego, rosa] = desk.batch([settings, person('Diego Ramos', 'Newcomer'), person('Rosa Silva', 'Team lead')]);
  return { diego: (diego as Made).id, rosa: (rosa as Made).id };
}

/** Who the desk is used by, changed in its settings. */
async function sitDown(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  const me = dialog(page).getByLabel('I am');
  await me.focus();
  await page.keyboard.type(name);
  await expect(me.getByRole('option', { name, exact: true })).toHaveJSProperty('selected', true);
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

/** Chooses somebody in the picker that has the focus. */
async function pickPerson(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.type(name.slice(0, 5));
  // Those of a select beside it are programmes.
  await expect(page.getByRole('option').filter({ hasNotText: 'template' })).toHaveText([name]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name })).toHaveCount(0);
}

test('a newcomer goes from the first day to independent on the four weeks, and no gate opens but by the data (ONB-1 to ONB-13)', async ({
  page,
  desk,
}) => {
  test.setTimeout(180_000);
  const { diego } = withPeople(desk);
  const tickets = desk.batch([
    ['quality.cardSave', { card }],
    ...Array.from(
      { length: 20 },
      (_, at) => ['tickets.create', { subject: `Case ${at}`, requester: { name: 'Ann' } }] as const,
    ),
  ]);
  const ids = tickets.slice(1).map((each) => (each as Made).id);

  await open(page, desk);
  await goToOnboarding(page);
  await expect(page.getByText('Nobody is on a programme')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Start a newcomer/ }).last()).toBeFocused();
  await page.keyboard.press('n');
  await expect(dialog(page).getByRole('combobox', { name: /^Who/ })).toBeFocused();
  await pickPerson(page, 'Diego Ramos');
  await expect(dialog(page).getByLabel('Programme')).toHaveValue('four-weeks');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(board(page)).toBeFocused();
  await expect(board(page).getByRole('option')).toContainText(['Stage 1 of 4: Product basics']);

  // The first stage: three tasks, and a quiz that is not passed at once.
  await press(page, 'Enter');
  await expect(stages(page)).toBeFocused();
  await expect(pointed(page)).toContainText('Accounts and access work');
  for (let at = 0; at < 3; at += 1) {
    await tick(page, /done \d+/);
    await press(page, 'j');
  }
  await press(page, 'Enter');
  await expect(dialog(page).getByRole('region', { name: 'The task' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let at = 1; at <= 5; at += 1) await answer(page, at, '2');
  await expect(dialog(page).getByText('40 %. Not passed: 80 % was needed.')).toBeVisible();
  await expectFocusSeen(page, 'handing in a quiz');
  await page.keyboard.press('Enter');
  await answer(page, 1, '1');
  await answer(page, 2, '2');
  await answer(page, 3, '2');
  await answer(page, 4, '1', '2', '3');
  await answer(page, 5, '3');
  await expect(dialog(page).getByText('100 %. Passed: 80 % was needed.')).toBeVisible();
  await expect(dialog(page).getByText('Your best counts: 100 % of 2 tries.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(stages(page)).toBeFocused();
  await expect(pointed(page)).toContainText('best 100 %, 2 tries');
  await press(page, 's');
  await expect(page.getByRole('button', { name: /^Take back signature/ })).toBeVisible();
  await press(page, 'p');
  await expectSaid(page, /“Product basics” cannot be passed yet: Sign-off by the agent/);

  // The agent sees themselves, signs, and is offered nothing of the trainer's.
  await sitDown(page, 'Diego Ramos');
  await expect(page.getByRole('button', { name: /^Sign as agent/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Pass stage|Ill or away|Pause|Start a newcomer)/ })).toHaveCount(0);
  for (const key of ['n', 'p', 'i', 'z', '+', 't', 'e']) await press(page, key);
  await expect(dialog(page)).toHaveCount(0);
  await press(page, 's');
  await expect(group(page, 'Product basics').getByText(/signed \d+:\d+, Diego Ramos/)).toBeVisible();
  await sitDown(page, 'Nobody');
  await expect(page.getByRole('button', { name: /^Pass stage/ })).toBeVisible();

  await passInto(page, 'Shadowing');
  await expect(pointed(page)).toContainText('Listen in on ten calls');
  await doStage(page, 4);
  await passInto(page, 'Supervised handling');
  await doStage(page, 3);
  await expect(group(page, 'Supervised handling')).toContainText('0 of 20 tickets solved');
  await expect(board(page).getByRole('option', { name: /Diego Ramos.*blocked/ })).toBeVisible();
  await press(page, 'p');
  await expectSaid(page, /“Supervised handling” cannot be passed yet: 0 of 20 tickets solved/);
  await desk.stop();

  const made = desk.batch([
    ['tickets.update', { selection: { ids }, set: { assigneeId: diego, status: 'solved' } }],
    ...ids.slice(0, 3).map((ticketId) => ['quality.reviewMake', { ticketId }] as const),
  ]);
  const reviews = made.slice(1).map((each) => (each as Made).id);
  await open(page, desk);
  await goToOnboarding(page);
  await press(page, 'Enter');
  await expect(group(page, 'Supervised handling').getByText('open', { exact: true })).toBeVisible();
  await expect(page.getByText('Supervised handling has all it needs and can be passed.')).toBeVisible();
  await passInto(page, 'Independent');
  await expect(page.getByText('ramp now 80 %')).toBeVisible();
  await doStage(page, 2);
  await press(page, 'p');
  await expectSaid(page, /“Independent” cannot be passed yet: QA average – of 4.00, 0 of 3 reviews/);
  await desk.stop();

  desk.batch(
    reviews.flatMap((id) => [
      ['quality.answer', { id, criterion: 'right', set: { value: 5 } }] as const,
      ['quality.finish', { id }] as const,
    ]),
  );
  await open(page, desk);
  await goToOnboarding(page);
  await expect(board(page)).toBeFocused();
  await press(page, 'p');
  await expect(page.getByText('Nobody is on a programme')).toBeVisible();
  await press(page, 'd');
  await expect(board(page).getByRole('option', { name: /Diego Ramos.*done/ })).toBeVisible();
  await expect(page.getByText('ramp now 100 %')).toBeVisible();
  await press(page, '3');
  await expect(page.getByRole('row', { name: /Diego Ramos Independent agent.*does not end/ })).toBeVisible();
  await desk.stop();
  const [all, people, held] = desk.batch([
    ['onboarding.newcomers', { withDone: true }],
    ['people.list', {}],
    ['onboarding.certificates', {}],
  ]);
  expect((all as { newcomers: Newcomer[] }).newcomers).toMatchObject([{ state: 'done', rampPercent: 100 }]);
  expect((people as { people: Person[] }).people.find(({ id }) => id === diego)).toMatchObject({
    rampPercent: 100,
    role: 'Agent',
  });
  expect((held as { certificates: Certificate[] }).certificates).toMatchObject([
    { personId: diego, name: 'Independent agent' },
  ]);
});

const dayOf = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const start = (personId: string, startOn: string, trainerId: string | null = null) =>
  ['onboarding.start', { personId, programme: 'four-weeks', startOn, trainerId }] as const;

test('who is ill, paused or slow is planned anew, and a programme ends early with a reason (ONB-2 to ONB-4)', async ({
  page,
  desk,
}) => {
  const { diego, rosa } = withPeople(desk);
  desk.batch([start(diego, dayOf(0))]);
  await open(page, desk);
  await goToOnboarding(page);
  const facts = page.getByRole('region', { name: 'Programme of Diego Ramos' }).locator('header');
  await expect(facts).toContainText('as planned');
  await expect(facts).toContainText('No trainer');

  await press(page, 't');
  await expect(dialog(page).getByRole('combobox', { name: /^Trainer/ })).toBeFocused();
  await pickPerson(page, 'Rosa Silva');
  await page.keyboard.press('Control+Enter');
  await expect(facts).toContainText('Trainer Rosa Silva');

  // A week off, so that five days that count are lost whatever day it is.
  await press(page, 'i');
  await expect(dialog(page).getByLabel('From')).toBeFocused();
  await dialog(page).getByLabel('Last day').fill(dayOf(6));
  await dialog(page).getByLabel('Note').focus();
  await page.keyboard.type('Flu');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(facts).toContainText('7 days later than planned');
  await press(page, 'r');
  await expect(page.getByRole('region', { name: /^Ramp curve/ })).toBeFocused();
  await expect(page.getByRole('region', { name: /^Ramp curve/ }).getByRole('listitem')).toContainText(['Away']);
  await press(page, 'Escape');
  await expect(stages(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expectSaid(page, /^Taken back: Time off of Diego Ramos/);
  await expect(facts).toContainText('as planned');

  await press(page, '+');
  await expect(dialog(page).getByLabel('Working days more')).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Enter');
  await expect(facts).toContainText('7 days later than planned');
  await expect(group(page, 'Product basics')).toContainText('5 days + 5');

  await press(page, 'z');
  await expect(dialog(page).getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('Moving house');
  await page.keyboard.press('Control+Enter');
  await expect(board(page).getByRole('option', { name: /Diego Ramos.*paused/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Go on/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Pass stage/ })).toHaveCount(0);
  await press(page, 'z');
  await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();

  await press(page, 'e');
  await expect(dialog(page).getByLabel('Reason')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('Say why.')).toBeVisible();
  await dialog(page).getByLabel('Reason').focus();
  await page.keyboard.type('Left the company');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nobody is on a programme')).toBeVisible();
  await press(page, 'd');
  await expect(facts).toContainText('ended early: Left the company');
  await desk.stop();
  const [{ newcomers }] = desk.batch([['onboarding.newcomers', { withDone: true }]]) as [{ newcomers: Newcomer[] }];
  expect(newcomers).toMatchObject([{ state: 'ended', trainerId: rosa, endReason: 'Left the company' }]);
});

test('a template is copied and changed, kept while one looks elsewhere, and archived; a certificate is written down', async ({
  page,
  desk,
}) => {
  withPeople(desk);
  await open(page, desk);
  await goToOnboarding(page);
  await press(page, '2');
  const list = page.getByRole('listbox', { name: 'Programmes' });
  const parts = page.getByRole('listbox', { name: 'Parts of the programme' });
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await expect(list).toBeFocused();
  await press(page, 'Enter');
  await expect(parts).toBeFocused();
  await press(page, 'Enter');
  await expect(field('Name')).toHaveValue('Four weeks to independent, own');
  await field('Name').fill('Our four weeks');
  await press(page, 'Escape');
  await expect(parts).toBeFocused();

  // A stage that asks for a QA average, with a task.
  await press(page, 'Shift+N');
  await expect(field('Name')).toBeFocused();
  await page.keyboard.type('On the phone');
  await field('Working days').fill('none');
  await expect(page.getByText('A whole number, 1 to 120.')).toBeVisible();
  await page.getByRole('button', { name: 'Add a gate' }).press('Enter');
  const kind = page.getByRole('combobox', { name: 'Gate 1' });
  await kind.focus();
  await page.keyboard.type('QA');
  await expect(field('Over how many reviews')).toHaveValue('3');
  await press(page, 'Escape', 'n');
  await expect(field('Name')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expectSaid(page, /^Not saved yet/);
  await expect(field('Working days')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await press(page, 'Escape', 'j');
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await press(page, 'Enter');
  await page.keyboard.type('Ten calls');
  await press(page, 'Escape');

  // Left and come back to, it is as it was.
  await press(page, '3', '2');
  await expect(parts.getByRole('option', { name: /^Ten calls/ })).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByText('“Our four weeks” has changes that are not saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(parts).toBeFocused();
  await page.keyboard.press('Control+s');
  await expectSaid(page, /Programme “Our four weeks”/);
  await press(page, 'Escape');
  await expect(
    list.getByRole('option', { name: /^Our four weeks 5 stages, 23 working days/, selected: true }),
  ).toBeVisible();
  await press(page, 'Delete');
  await expect(list.getByRole('option', { name: /^Our four weeks.*archived/ })).toBeVisible();

  await press(page, '3', 'n');
  await expect(dialog(page).getByRole('combobox', { name: /^Who/ })).toBeFocused();
  await pickPerson(page, 'Diego Ramos');
  await dialog(page).getByLabel('Name').focus();
  await page.keyboard.type('First aid');
  await dialog(page).getByLabel('Issued').fill('2020-01-31');
  await dialog(page)
    .getByLabel(/^Valid until/)
    .fill('2020-01-01');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('It cannot end before it was issued.')).toBeVisible();
  await dialog(page)
    .getByLabel(/^Valid until/)
    .fill('2021-01-31');
  await page.keyboard.press('Control+Enter');
  const row = page.getByRole('row', { name: /Diego Ramos First aid.*expired/ });
  await expect(row).toBeVisible();
  await press(page, 'Delete');
  await expect(page.getByText('No certificates yet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toBeVisible();
  await desk.stop();
  const [{ programmes }] = desk.batch([['onboarding.programmes', {}]]) as [{ programmes: Programme[] }];
  const own = programmes.find(({ template }) => !template);
  expect(own).toMatchObject({ name: 'Our four weeks', archived: true });
  expect(own?.stages.at(-1)).toMatchObject({
    name: 'On the phone',
    workDays: 3,
    gates: [{ kind: 'qaAverage', reviews: 3, atLeast: 4 }],
    tasks: [{ name: 'Ten calls' }],
  });
});

/** Texts that want to be markup, and that are longer than any place for them. */
const hostile = `<img src=x onerror="document.title='broken'"> ${'verylong'.repeat(40)}`;

test('forty newcomers, hostile texts and a link that leads nowhere (ONB-53)', async ({ page, desk }) => {
  desk.batch([settings]);
  const made = desk.batch(
    Array.from({ length: 40 }, (_, at) =>
      person(at === 0 ? 'عبد الرحمن بن محمد الطويل' : `Person ${at} ${'of a long name '.repeat(8)}`, 'Newcomer'),
    ),
  );
  const task = {
    id: 'read',
    name: hostile.slice(0, 200),
    detail: hostile,
    material: 'javascript:document.title="broken"',
  };
  const stage = { id: 'one', name: 'One', workDays: 5, rampPercent: 0, tasks: [task] };
  const [{ id }] = desk.batch([['onboarding.programmeSave', { programme: { name: 'Own', stages: [stage] } }]]) as [
    Made,
  ];
  desk.batch(
    made.map(
      (each) => ['onboarding.start', { personId: (each as Made).id, programme: id, startOn: dayOf(0) }] as const,
    ),
  );
  await page.setViewportSize({ width: 512, height: 350 });
  await open(page, desk);
  await goToOnboarding(page);
  await expect(board(page).getByRole('option')).toHaveCount(40);
  await press(page, 'End', 'Enter', 'Enter');
  await expect(dialog(page).getByText('javascript:document.title="broken"')).toBeVisible();
  await expect(dialog(page).getByRole('link')).toHaveCount(0);
  await expect(dialog(page).getByRole('button', { name: /^Done/ })).toBeInViewport({ ratio: 1 });
  const wide = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await wide()).toBe(false);
  await press(page, 'x');
  await expect(dialog(page)).toHaveCount(0);
  await expect(stages(page)).toBeFocused();
  await expect(pointed(page)).toContainText(/done \d+/);
  expect(await page.title()).not.toBe('broken');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the board, a page, a quiz, programmes and certificates, ${colorScheme}`, async ({
    page,
    desk,
  }) => {
    const { diego, rosa } = withPeople(desk);
    const [{ id }] = desk.batch([
      start(diego, dayOf(-20), rosa),
      [
        'onboarding.certificateSave',
        { personId: diego, name: 'First aid', issuedOn: dayOf(-400), expiresOn: dayOf(-1) },
      ],
      ['onboarding.certificateSave', { personId: rosa, name: 'Coach', issuedOn: dayOf(-40), expiresOn: dayOf(9) }],
      ['onboarding.certificateSave', { personId: rosa, name: 'Trainer', issuedOn: dayOf(-40) }],
      start(rosa, dayOf(9)),
    ]) as [Made];
    desk.batch([
      ['onboarding.taskDone', { id, stage: 'basics', task: 'product' }],
      ['onboarding.quizAnswer', { id, stage: 'basics', task: 'promises', answers: [[0], [], [], [], []] }],
      ['onboarding.away', { id, from: dayOf(-9), to: dayOf(-8), note: 'Flu' }],
    ]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map((each) => [name, each.id, each.nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToOnboarding(page);
    await expect(board(page).getByRole('option', { name: /Diego Ramos.*late/ })).toBeVisible();
    await press(page, 'Enter');
    await expect(page.getByRole('table', { name: 'Tickets solved by week' })).toBeVisible();
    await check('page');
    await page.keyboard.press('i');
    await expect(dialog(page).getByLabel('From')).toBeFocused();
    await check('away');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, 'End', 'Enter', 'Home', 'j', 'j', 'j', 'j', 'Enter');
    await expect(dialog(page).getByRole('region', { name: 'The task' })).toBeFocused();
    await check('task');
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByText('Question 1 of 5')).toBeVisible();
    await press(page, '1');
    await check('question');
    for (let at = 0; at < 5; at += 1) await page.keyboard.press('Enter');
    await expect(dialog(page).getByText(/Not passed/)).toBeVisible();
    await check('result');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, '2');
    await check('programmes');
    await press(page, 'Enter', 'j', 'j', 'j', 'j', 'j', 'Enter');
    await expect(page.getByRole('textbox', { name: 'Question 1' })).toBeVisible();
    await check('quiz being written');
    await press(page, 'Escape', 'End', 'k', 'k', 'Enter');
    await expect(page.getByRole('group', { name: 'Gate 1' })).toBeVisible();
    await check('stage being written');
    await press(page, 'Escape', '3');
    await expect(page.getByRole('row', { name: /Coach.*ends in 9 days/ })).toBeVisible();
    await check('certificates');
    await press(page, 'n');
    await expect(dialog(page).getByRole('combobox', { name: /^Who/ })).toBeFocused();
    await check('certificate');
  });
