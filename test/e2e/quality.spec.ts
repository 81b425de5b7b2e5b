import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { QualityReview, ReviewRow } from '../../src/contract/index.ts';
import { expectSaid, makeSample, open } from './support/board.ts';
import { test, type Desk } from './support/console.ts';
import { expectFocusSeen, press } from './support/focus.ts';
import { pdfText } from '../support/pdf-text.ts';

const answer = (desk: Desk, procedure: string, input: object): unknown =>
  JSON.parse(desk.cli('call', procedure, JSON.stringify(input)));
const reviews = (desk: Desk, filter: object): readonly ReviewRow[] =>
  (answer(desk, 'quality.reviews', { filter }) as { reviews: ReviewRow[] }).reviews;

/** Not a message, which says of itself that it is a dialog too. */
const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
const list = (page: Page) => page.getByRole('grid', { name: 'Reviews' });
const row = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}:`) });
const dayMs = 86_400_000;
const lastWeek = new Date(Date.now() - 7 * dayMs).toISOString().slice(0, 10);

async function goToQuality(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible();
}

/** One scorecard with a criterion that wants a cause and a comment below its best, and one that is just scored. */
function withCard(desk: Desk): void {
  makeSample(desk, 300);
  answer(desk, 'quality.cardSave', {
    card: {
      name: 'Short',
      causes: ['Knowledge', 'Process not followed'],
      sections: [
        {
          id: 's1',
          name: 'All',
          weight: 100,
          criteria: [
            {
              id: 'solution',
              name: 'Right solution',
              scale: { kind: 'points', points: 5 },
              weight: 60,
              causeBelow: 0.75,
              commentBelow: 0.75,
            },
            { id: 'privacy', name: 'Privacy', scale: { kind: 'yesNo' }, weight: 40, mayBeNA: true },
          ],
        },
      ],
    },
  });
  answer(desk, 'quality.draw', { date: lastWeek });
}

test('a scorecard is made from a template and saved, a new version says who keeps the old one, a sample is drawn', async ({
  page,
  desk,
}) => {
  makeSample(desk, 300);
  await open(page, desk);
  await goToQuality(page);
  await expect(page.getByText('No reviews yet')).toBeVisible();
  await expectFocusSeen(page, 'coming to the screen');
  await press(page, '3');
  await expect(page.getByText('No scorecards yet')).toBeVisible();
  await page.keyboard.press('n');
  await expect(dialog(page).getByRole('option', { name: /Chat/ })).toBeVisible();
  await expect(dialog(page).getByRole('listbox')).toBeFocused();
  await page.keyboard.press('3');
  const outline = page.getByRole('listbox', { name: 'Parts of the scorecard' });
  await expect(outline).toBeFocused();
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press('Control+s');
  await expectSaid(page, /“Chat” is saved as version 1/);

  await press(page, 'j', 'j', 'd');
  await expect(outline.getByRole('option', { name: /\(copy\)/ })).toBeVisible();
  await press(page, 'Delete');
  await expect(outline.getByRole('option', { name: /\(copy\)/ })).toHaveCount(0);
  await press(page, 'z');
  await expect(outline.getByRole('option', { name: /\(copy\)/ })).toBeVisible();
  await press(page, 'Alt+ArrowDown', 'n');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  // Without a name it is not saved, and said where.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('It needs a name.').first()).toBeVisible();
  await page.keyboard.type('Spelling');
  await page.keyboard.press('Control+s');
  await expectSaid(page, /“Chat” is saved as version 2/);
  await press(page, 'Escape', 'v');
  await expect(dialog(page).getByRole('table', { name: 'What version 2 changed' })).toContainText('Spelling');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await press(page, 'Escape');
  await expect(page.getByRole('grid', { name: 'Scorecards' })).toBeFocused();

  await press(page, '2');
  const weeks = page.getByRole('grid', { name: 'Weeks' });
  await expect(weeks).toBeFocused();
  await press(page, 'j', 't');
  await expectSaid(page, /at random and .* by risk were added/);
  await expect(page.getByRole('rowgroup', { name: /At random/ })).toBeVisible();
  await desk.stop();
  const drawn = reviews(desk, {});
  expect(drawn.length).toBeGreaterThan(0);
  expect(new Set(drawn.map(({ version }) => version))).toEqual(new Set([2]));
});

test('a review is scored by keys with a comment, a cause and a quote, finished, released and acknowledged', async ({
  page,
  desk,
}) => {
  withCard(desk);
  await open(page, desk);
  await goToQuality(page);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Review 1 of \d+/ })).toBeVisible();
  await expect(row(page, 'Right solution')).toBeFocused();
  // What is missing is named where it is.
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 'Right solution').getByText('Needs a score')).toBeVisible();
  await press(page, '3');
  await expect(row(page, 'Right solution').getByText('Needs a root cause')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Comment on Right solution' })).toBeFocused();
  await page.keyboard.type('Did not say since when');
  await press(page, 'Escape');
  await page.keyboard.press('w');
  await expect(page.getByRole('listbox', { name: 'Root causes' })).toBeFocused();
  await page.keyboard.press('2');
  await press(page, 'Escape', '.', 'q');
  await expect(row(page, 'Right solution').locator('q')).toHaveCount(1);
  await press(page, 'Escape');
  await press(page, 'j', 'n');
  await expect(page.getByRole('status', { name: 'Score' })).toHaveText('50 %');
  await expect(page.getByText('2 of 2 scored')).toBeVisible();
  await expect(page.locator('[data-kept="kept"]')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Review 2 of \d+/ })).toBeVisible();
  await press(page, 's');
  await expect(dialog(page).getByRole('textbox', { name: 'Why' })).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { level: 1, name: /^Review 3 of \d+/ })).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await press(page, 'Escape');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  const done = list(page).getByRole('row', { name: /Done.*50 %/ });
  await expect(done).toHaveAttribute('data-cursor', 'true');
  await expect(list(page)).toBeFocused();
  await press(page, 'r');
  await expect(list(page).getByRole('row', { name: /Released.*50 %/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The agent can see it now')).toBeVisible();
  await page.keyboard.press('y');
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('I will ask next time');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText('“I will ask next time”')).toBeVisible();
  const printed = page.waitForEvent('download');
  await page.keyboard.press('p');
  const file = await (await printed).path();
  const [sheet] = (await pdfText(readFileSync(file))).pages;
  for (const words of ['Right solution', 'Did not say since when', 'Process not followed', 'I will ask next time'])
    expect(sheet).toContain(words);
  await desk.stop();
  const [kept] = reviews(desk, { state: ['acknowledged'] });
  const review = answer(desk, 'quality.review', { id: kept?.id }) as QualityReview;
  expect(review.answers['solution']).toMatchObject({
    value: 3,
    comment: 'Did not say since when',
    causes: ['Process not followed'],
  });
  expect(review.answers['solution']?.quotes[0]?.text.length).toBeGreaterThan(0);
  expect(review.answers['privacy']?.value).toBe('na');
  expect(reviews(desk, { state: ['skipped'] })[0]?.skipReason).toMatch(/^Spam/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on reviews, sample, scorecards and in a review, ${colorScheme}`, async ({ page, desk }) => {
    withCard(desk);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, desk);
    await goToQuality(page);
    const check = async (name: string): Promise<void> => {
      // A clock of the sample may come at risk meanwhile: its message is not of this screen.
      const { violations } = await new AxeBuilder({ page }).exclude('[aria-label="Messages"]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await expect(list(page)).toBeFocused();
    await check('reviews');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Right solution')).toBeFocused();
    await press(page, '2', '.', 'q');
    await expect(row(page, 'Right solution').locator('q')).toHaveCount(1);
    await page.keyboard.press('w');
    await expect(page.getByRole('listbox', { name: 'Root causes' })).toBeFocused();
    await check('a review');
    await press(page, 'Escape', 'Escape', 'Escape');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('2');
    await expect(page.getByRole('grid', { name: 'Weeks' })).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.getByRole('rowgroup', { name: /At random/ })).toBeVisible();
    await check('sample');
    await page.keyboard.press('3');
    await expect(page.getByRole('grid', { name: 'Scorecards' })).toBeFocused();
    await check('scorecards');
    await page.keyboard.press('Enter');
    await press(page, 'j', 'j');
    await check('builder');
  });
