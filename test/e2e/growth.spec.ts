import { expect, type Page } from '@playwright/test';
import type { Newcomer, Person } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { press } from './support/focus.ts';
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
const name = 'Nia Rowe';

/** A seat, a candidate for it, and a hire on the four weeks. */
async function hireByKeys(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: 'Hiring' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(dialog(page).getByLabel('What for')).toBeFocused();
  await page.keyboard.type('Support agent');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(dialog(page).getByLabel('Name')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  for (const stage of ['Screening', 'Interview', 'Offer']) {
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByText(new RegExp(`^${stage} since`))).toBeVisible();
  }
  await page.keyboard.press('Shift+ArrowRight');
  await expect(dialog(page).getByLabel('First day')).toBeFocused();
  const programme = dialog(page).getByLabel('Programme');
  for (let at = 0; at < 8 && !(await programme.evaluate((field) => field === document.activeElement)); at += 1)
    await page.keyboard.press('Tab');
  await expect(programme).toBeFocused();
  await page.keyboard.type('Four');
  await expect(programme).toHaveValue('four-weeks');
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, new RegExp(`^${name} hired, from`));
}

/** The cursor of the board on her, and then her page. */
async function openHer(page: Page): Promise<void> {
  await goToOnboarding(page);
  await expect(board(page)).toBeFocused();
  const chosen = board(page).getByRole('option', { name: new RegExp(name), selected: true });
  await press(page, 'Home');
  for (let at = 0; at < 5 && !(await chosen.isVisible()); at += 1) await press(page, 'j');
  await expect(chosen).toBeVisible();
  await press(page, 'Enter');
  await expect(stages(page)).toBeFocused();
}

const herIn = (desk: Desk): Newcomer | undefined => {
  const [all, { people }] = desk.batch([
    ['onboarding.newcomers', { withDone: true }],
    ['people.list', {}],
  ]) as [{ newcomers: Newcomer[] }, { people: Person[] }];
  const id = people.find((each) => each.name === name)?.id;
  return all.newcomers.find(({ personId }) => personId === id);
};

test('from hiring to independent on the sample desk, by the keyboard alone (HIR-30, ONB-1 to ONB-12)', async ({
  page,
  desk,
}) => {
  test.setTimeout(180_000);
  makeSample(desk, 60);
  call(desk, 'desk.settings', { me: null });
  await open(page, desk);
  await hireByKeys(page);
  await openHer(page);

  await expect(pointed(page)).toContainText('Accounts and access work');
  for (let at = 0; at < 3; at += 1) {
    await tick(page, /done \d+/);
    await press(page, 'j');
  }
  await press(page, 'Enter');
  await expect(dialog(page).getByRole('region', { name: 'The task' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (const [at, digits] of [['1'], ['2'], ['2'], ['1', '2', '3'], ['3']].entries())
    await answer(page, at + 1, ...digits);
  await expect(dialog(page).getByText('100 %. Passed: 80 % was needed.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  while (!(await pointed(page).innerText()).startsWith('Agent')) await press(page, 'j');
  await tick(page, /signed \d+:/);
  await press(page, 's');
  await expect(page.getByRole('button', { name: /^Take back signature/ })).toBeVisible();
  await passInto(page, 'Shadowing');
  await doStage(page, 4);
  await passInto(page, 'Supervised handling');
  await expect(page.getByText('ramp now 50 %')).toBeVisible();
  await doStage(page, 3);
  await press(page, 'p');
  await expectSaid(page, /“Supervised handling” cannot be passed yet: 0 of 20 tickets solved/);
  await desk.stop();

  // Twenty tickets of hers, and three reviews of them: the data that gates ask for.
  const personId = herIn(desk)?.personId ?? '';
  const made = desk.batch([
    ['quality.cardSave', { card }],
    ...Array.from(
      { length: 20 },
      (_, at) => ['tickets.create', { subject: `Hers ${at}`, requester: { name: 'Ann' } }] as const,
    ),
  ]);
  const ids = made.slice(1).map((each) => (each as Made).id);
  const reviews = desk
    .batch([
      ['tickets.update', { selection: { ids }, set: { assigneeId: personId, status: 'solved' } }],
      ...ids.slice(0, 3).map((ticketId) => ['quality.reviewMake', { ticketId }] as const),
    ])
    .slice(1)
    .map((each) => (each as Made).id);
  await open(page, desk);
  await openHer(page);
  await expect(group(page, 'Supervised handling').getByText('open', { exact: true })).toBeVisible();
  await passInto(page, 'Independent');
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
  await openHer(page);
  await expect(page.getByText('Independent has all it needs and can be passed.')).toBeVisible();
  await press(page, 'p');
  await expect(board(page).getByRole('option', { name: new RegExp(name) })).toHaveCount(0);
  await desk.stop();
  expect(herIn(desk)).toMatchObject({ state: 'done', rampPercent: 100 });
});
