import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { CalibrationSession, Pack, Person, QualityReview, ReviewRow } from '../../src/contract/index.ts';
import { call, expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';

const root = resolve(import.meta.dirname, '../..');
const dayMs = 86_400_000;
const passphrase = 'harbour lantern cider window moss';

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const reviews = (desk: Desk, filter: object): readonly ReviewRow[] =>
  (answer(desk, 'quality.reviews', { filter }) as { reviews: ReviewRow[] }).reviews;
/** Not a message, which says of itself that it is a dialog too. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const criterion = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}:`) });

async function goToQuality(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible();
  await page.keyboard.press(tab);
}

type Made = { readonly reviewers: readonly Person[]; readonly drawn: readonly ReviewRow[] };

/** A card of two criteria, two reviewers, and last week's sample, of agents who are neither. */
function withSample(desk: Desk): Made {
  makeSample(desk, 300);
  const scale = { solution: { kind: 'points', points: 5 }, privacy: { kind: 'yesNo' } };
  const criteria = [
    { id: 'solution', name: 'Right solution', scale: scale.solution, weight: 60 },
    { id: 'privacy', name: 'Privacy', scale: scale.privacy, weight: 40 },
  ];
  answer(desk, 'quality.cardSave', {
    card: { name: 'Short', sections: [{ id: 's', name: 'All', weight: 100, criteria }] },
  });
  const { people } = answer(desk, 'people.list', {}) as { people: Person[] };
  const reviewers = people.slice(0, 2);
  const reviewerIds = reviewers.map(({ id }) => id);
  answer(desk, 'quality.planSave', { reviewerIds, sharePercent: 20, minPerAgent: 2 });
  answer(desk, 'quality.draw', { date: new Date(Date.now() - 7 * dayMs).toISOString().slice(0, 10) });
  call(desk, 'desk.settings', { me: reviewerIds[0] });
  const drawn = reviews(desk, { state: ['assigned'] }).filter(({ agentId }) => !reviewerIds.includes(agentId));
  return { reviewers, drawn };
}

function finish(desk: Desk, id: string, solution: number): void {
  answer(desk, 'quality.answer', { id, criterion: 'solution', set: { value: solution } });
  answer(desk, 'quality.answer', { id, criterion: 'privacy', set: { value: 1 } });
  answer(desk, 'quality.finish', { id });
}

/** Scores the review on screen by keys, and goes on to the next. */
async function score(page: Page, solution: string): Promise<void> {
  await expect(criterion(page, 'Right solution')).toBeFocused();
  await press(page, solution, 'j');
  await expect(criterion(page, 'Privacy')).toBeFocused();
  await press(page, '1');
  await expect(page.getByText('2 of 2 scored')).toBeVisible();
  await page.keyboard.press('Control+Enter');
}

test('two score the same conversations blind; closed, the session shows how far they agree (QAC-1, QAC-2)', async ({
  page,
  desk,
}) => {
  const { reviewers, drawn } = withSample(desk);
  const tickets = drawn.slice(0, 2).map(({ ticketNumber }) => ticketNumber);
  await open(page, desk);
  await goToQuality(page, '4');
  await expect(page.getByText('No calibration yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Tone of November');
  await page.getByRole('combobox', { name: /^Reviewers/ }).press('Enter');
  await expect(page.getByRole('option', { name: reviewers[0]?.name ?? '' })).toBeVisible();
  for (const { name } of reviewers) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(name);
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByText('2 chosen')).toBeVisible();
  const find = dialog(page).getByRole('combobox', { name: 'Conversations' });
  for (const number of tickets) {
    await find.focus();
    await page.keyboard.type(String(number));
    await expect(dialog(page).getByRole('option', { name: new RegExp(`#${number}\\b`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Enter');
  }
  await expect(dialog(page).getByText('2 × 2 = 4 reviews to be scored blind.')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const list = page.getByRole('listbox', { name: 'Calibration sessions' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option', { name: /Tone of November.*0 of 4 done/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Score mine: 2 to do/ })).toBeVisible();
  await page.keyboard.press('b');
  await score(page, '4');
  await score(page, '2');
  await expect(list.getByRole('option', { name: /2 of 4 done/ })).toBeVisible();
  await expect(page.getByText('Overall agreement')).toHaveCount(0);
  await desk.stop();
  call(desk, 'desk.settings', { me: reviewers[1]?.id });
  await open(page, desk);
  await goToQuality(page, '4');
  await expect(list).toBeFocused();
  await expect(page.getByRole('button', { name: /^Score mine: 2 to do/ })).toBeVisible();
  await page.keyboard.press('b');
  await score(page, '5');
  await score(page, '2');
  await expect(list.getByRole('option', { name: /4 of 4 done/ })).toBeVisible();
  await expect(list).toBeFocused();
  await page.keyboard.press('Shift+C');
  await expect(dialog(page).getByText('Everybody has scored everything.', { exact: false })).toBeVisible();
  await expectFocusSeen(page, 'being asked whether to close');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  const overall = page.getByRole('region', { name: 'Overall agreement' });
  // Two conversations are too few to praise anybody for.
  await expect(overall).toContainText(/cannot be said yet.*Krippendorff’s alpha is 0\.\d\d/);
  await overall.getByText('All figures').press('Enter');
  await expect(overall.getByRole('row', { name: /Exact agreement 50 %/ })).toBeVisible();
  await expect(overall.getByRole('row', { name: /ICC, one reviewer 0\.\d\d/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'By reviewer' })).toContainText(/points higher than the others/);
  await list.focus();
  await page.keyboard.press('Enter');
  const apart = page.getByRole('grid', { name: /By conversation/ });
  await expect(apart).toBeFocused();
  await press(page, 'ArrowRight', 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Review \d of 2/ })).toBeVisible();
  await desk.stop();
  const { sessions } = answer(desk, 'quality.sessions', {}) as { sessions: CalibrationSession[] };
  expect(sessions[0]).toMatchObject({ state: 'closed', done: 4, of: 4 });
});

/** A review that is done, released and disputed. */
function withDispute(desk: Desk, id: string): void {
  finish(desk, id, 2);
  answer(desk, 'quality.release', { ids: [id] });
  answer(desk, 'quality.dispute', { id, reason: 'It was the right answer', counter: { solution: 5 } });
}

test('a dispute is decided by keys, and the dashboard opens the reviews behind a figure (QAR-5, QAD-1)', async ({
  page,
  desk,
}) => {
  const { drawn } = withSample(desk);
  const [first] = drawn;
  withDispute(desk, first?.id ?? '');
  finish(desk, drawn[1]?.id ?? '', 5);
  await open(page, desk);
  await goToQuality(page, '5');
  const list = page.getByRole('listbox', { name: 'Disputes' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('option', { name: /days left/ })).toBeVisible();
  await press(page, 'i');
  await expect(page.getByRole('radio', { name: 'Uphold' })).toBeFocused();
  await press(page, '3');
  const decision = page.getByRole('combobox', { name: 'Decision on Right solution' });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing changes by that', { exact: false })).toBeVisible();
  await press(page, 'Tab');
  await expect(decision).toBeFocused();
  await page.keyboard.type('4');
  await expect(decision).toHaveValue('4');
  await expect(page.getByText(/The score goes from 55 % to 85 %\./)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expectSaid(page, /Dispute of #\d+: partly/);
  await expect(list).toBeFocused();
  await expect(list.getByRole('option', { name: /Decided, 85 %/ })).toBeVisible();
  await press(page, '6');
  await expect(page.getByRole('button', { name: /^QA score: .* of 5/ })).toBeFocused();
  await press(page, 'PageDown', 'PageDown', 'j');
  const row = page.locator('[data-row]:focus');
  const said = (await row.getAttribute('aria-label')) ?? '';
  const wanted = Number(/(\d+) reviews?\b/.exec(said)?.[1]);
  await page.keyboard.press('Enter');
  const found = page.getByRole('grid', { name: 'Reviews' });
  await expect(found).toBeFocused();
  await expect(page.getByText(`${wanted} ${wanted === 1 ? 'review' : 'reviews'}`, { exact: true })).toBeVisible();
  await page.keyboard.press('6');
  await expect(page.getByRole('button', { name: /^QA score/ })).toBeFocused();
  await page.keyboard.press('Shift+E');
  await expect(page.getByRole('menuitem', { name: 'As CSV' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('reviews.csv');
  await desk.stop();
  const review = answer(desk, 'quality.review', { id: first?.id }) as QualityReview;
  expect(review.dispute?.outcome).toBe('partly');
  expect(review.answers['solution']?.value).toBe(4);
});

type Other = { readonly url: string; readonly stop: () => Promise<void> };

/** A second desk of somebody else, empty, served beside the first. */
async function otherDesk(desk: Desk): Promise<Other> {
  const file = join(desk.home, 'other.desk');
  const server: ChildProcess = spawn(process.execPath, ['src/main/serve/index.ts', '--desk', file, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((found, failed) => {
    let heard = '';
    const hear = (chunk: Buffer): void => {
      heard += chunk.toString();
      const address = /http:\/\/[^\s"']+/.exec(heard)?.[0];
      if (address !== undefined) found(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => failed(new Error(heard)));
  });
  return {
    url,
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

/** Chooses the file of a pack, types its passphrase, and goes on. */
async function bring(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles(path);
  await expect(dialog(page).getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Control+Enter');
}

test('a pack goes to another desk, is scored there and comes home whole; what was said twice is chosen (QAP-1 to QAP-6)', async ({
  page,
  desk,
  context,
}) => {
  const { reviewers } = withSample(desk);
  const mine = reviews(desk, { state: ['assigned'], reviewerId: reviewers[0]?.id });
  await open(page, desk);
  await goToQuality(page, '7');
  await expect(page.getByText('No packs yet')).toBeVisible();
  await page.keyboard.press('n');
  const picker = dialog(page).getByRole('listbox', { name: 'Reviews that go along' });
  await picker.focus();
  await press(page, 'a');
  await expect(dialog(page).getByText(/^0 of \d+ chosen/)).toBeVisible();
  await press(page, ' ', 'j', ' ');
  await expect(dialog(page).getByText(/^2 of \d+ chosen/)).toBeVisible();
  await dialog(page).getByRole('switch', { name: 'Redact conversations' }).press('Enter');
  await dialog(page).getByLabel('Passphrase', { exact: true }).focus();
  await page.keyboard.type('password');
  await expect(dialog(page).getByText(/^Weak:/)).toBeVisible();
  await dialog(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await expect(dialog(page).getByText('Strong.')).toBeVisible();
  await dialog(page).getByLabel('Passphrase again').focus();
  await page.keyboard.type(passphrase.slice(1));
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('The two are not the same.')).toBeVisible();
  await dialog(page).getByLabel('Passphrase again').fill(passphrase);
  const made = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const out = join(desk.home, 'out.fdpack');
  await (await made).saveAs(out);
  await expect(dialog(page)).toHaveCount(0);
  const packs = page.getByRole('listbox', { name: 'Packs' });
  await expect(packs).toBeFocused();
  await expect(packs.getByRole('option', { name: /2 reviews, not home yet/ })).toBeVisible();

  // At home the first of them is scored meanwhile.
  await press(page, '1');
  await expect(page.getByRole('grid', { name: 'Reviews' })).toBeFocused();
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^Review 1 of`) })).toBeVisible();
  await expect(page.getByText(`#${mine[0]?.ticketNumber}`).first()).toBeVisible();
  await expect(criterion(page, 'Right solution')).toBeFocused();
  await press(page, '2');
  await expect(page.locator('[data-kept="kept"]')).toBeVisible();
  await press(page, 'Escape');

  const other = await otherDesk(desk);
  try {
    const away = await context.newPage();
    await away.goto(other.url);
    await away.getByRole('button', { name: 'Start empty' }).press('Enter');
    await expect(away.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    await away.keyboard.type('On the train');
    await away.keyboard.press('Enter');
    await expect(away.getByRole('list', { name: 'Views' })).toBeVisible();
    await goToQuality(away, '7');
    await expect(away.getByText('No packs yet')).toBeVisible();
    await away.keyboard.press('Shift+I');
    await bring(away, out);
    await expect(dialog(away)).toHaveCount(0);
    const opened = away.getByRole('listbox', { name: 'Packs' });
    await expect(opened).toBeFocused();
    await expect(opened.getByRole('option', { name: /2 of 2 left/ })).toBeVisible();
    await away.keyboard.press('Enter');
    await score(away, '5');
    await score(away, '4');
    await expect(opened.getByRole('option', { name: /all 2 done/ })).toBeVisible();
    await expect(opened).toBeFocused();
    const saved = away.waitForEvent('download');
    await away.keyboard.press('Shift+E');
    await (await saved).saveAs(join(desk.home, 'back.fdpack'));
    await away.close();
  } finally {
    await other.stop();
  }

  await page.keyboard.press('7');
  await expect(packs).toBeFocused();
  await page.keyboard.press('h');
  await bring(page, join(desk.home, 'back.fdpack'));
  await expect(dialog(page).getByRole('status')).toHaveText(
    /2 reviews came home; 0 were as here already\. 1 thing was said differently/,
  );
  await expectFocusSeen(page, 'what came home');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  const conflicts = page.getByRole('listbox', { name: 'Conflicts' });
  await expect(conflicts).toBeFocused();
  await expect(
    conflicts.getByRole('option', { name: /Right solution, Score\. Here: 2 of 5\. In the pack: 5 of 5/ }),
  ).toBeVisible();
  // The keys of the screen are at hand from there, too.
  await press(page, '6');
  await expect(page.getByRole('button', { name: /^QA score/ })).toBeFocused();
  await press(page, '7', 'Enter');
  await expect(conflicts).toBeFocused();
  await press(page, 'ArrowLeft', 'Enter');
  await expect(conflicts).toHaveCount(0);
  await expect(packs).toBeFocused();
  await expect(packs.getByRole('option', { name: /brought home/ })).toBeVisible();
  await desk.stop();
  const [first, second] = reviews(desk, { state: ['done'] }).map(
    ({ id }) => answer(desk, 'quality.review', { id }) as QualityReview,
  );
  const values = [first, second].map((each) => each?.answers['solution']?.value);
  expect(values.toSorted()).toEqual([2, 4]);
  const { packs: kept } = answer(desk, 'quality.packs', {}) as { packs: Pack[] };
  expect(kept[0]).toMatchObject({ role: 'made', redacted: true });
  expect(kept[0]?.mergedAt).toBeTruthy();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on calibration, disputes, the dashboard and packs, ${colorScheme}`, async ({
    page,
    desk,
  }) => {
    const { reviewers, drawn } = withSample(desk);
    withDispute(desk, drawn[0]?.id ?? '');
    const session = answer(desk, 'quality.sessionMake', {
      name: 'Tone',
      scorecardId: drawn[0]?.scorecardId,
      ticketIds: drawn.slice(0, 1).map(({ ticketId }) => ticketId),
      reviewerIds: reviewers.map(({ id }) => id),
    }) as { id: string };
    // Scored blind: everybody gives their own.
    for (const [at, { id, reviewerId }] of reviews(desk, { sessionId: session.id }).entries()) {
      call(desk, 'desk.settings', { me: reviewerId });
      finish(desk, id, 2 + at);
    }
    call(desk, 'desk.settings', { me: reviewers[0]?.id });
    answer(desk, 'quality.sessionClose', { id: session.id });
    answer(desk, 'quality.packMake', { reviewIds: [drawn[1]?.id], passphrase });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    const check = async (name: string): Promise<void> => {
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await goToQuality(page, '4');
    await expect(page.getByRole('region', { name: 'Overall agreement' })).toBeVisible();
    await check('calibration');
    await page.keyboard.press('l');
    await expect(page.getByRole('region', { name: 'Reviewers over time' })).toBeVisible();
    await check('graders');
    await page.keyboard.press('5');
    await expect(page.getByRole('listbox', { name: 'Disputes' })).toBeFocused();
    await page.keyboard.press('i');
    await expect(page.getByRole('radio', { name: 'Uphold' })).toBeFocused();
    await page.keyboard.press('2');
    await check('disputes');
    await press(page, 'Escape', '6');
    await expect(page.getByRole('button', { name: /^QA score/ })).toBeFocused();
    await check('dashboard');
    await page.keyboard.press('7');
    await expect(page.getByRole('listbox', { name: 'Packs' })).toBeFocused();
    await check('packs');
    await page.keyboard.press('n');
    await expect(dialog(page).getByLabel('Passphrase again')).toBeVisible();
    await check('making a pack');
  });
