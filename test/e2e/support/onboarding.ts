import { expect, type Page } from '@playwright/test';
import { press } from './focus.ts';

/** What asks; a message is one as well, but none that waits. */
export const dialog = (page: Page) => page.locator('[role="dialog"]:not([aria-modal="false"])');
export const board = (page: Page) => page.getByRole('listbox', { name: 'Newcomers, whom to help first' });
export const stages = (page: Page) => page.getByRole('listbox', { name: 'Stages' });
export const group = (page: Page, name: string) => stages(page).getByRole('group', { name });
export const pointed = (page: Page) => stages(page).getByRole('option', { selected: true });

export async function goToOnboarding(page: Page): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { level: 1, name: 'Onboarding' })).toBeVisible();
}

/** Ticks what the cursor is on, and waits until it is. */
export async function tick(page: Page, words: RegExp): Promise<void> {
  await press(page, 'x');
  await expect(pointed(page)).toContainText(words);
}

/** Ticks so many tasks, from the one the cursor is on downwards, and signs for both. */
export async function doStage(page: Page, tasks: number): Promise<void> {
  for (let at = 0; at < tasks; at += 1) {
    await tick(page, /done \d+/);
    await press(page, 'j');
  }
  // Gates are between the tasks and the sign-offs.
  while (!(await pointed(page).innerText()).startsWith('Agent')) await press(page, 'j');
  await tick(page, /signed \d+:/);
  await press(page, 's');
  await expect(page.getByRole('button', { name: /^Take back signature/ })).toBeVisible();
}

/** Passes the stage they are in; the next is open then, with the cursor on its first task. */
export async function passInto(page: Page, next: string): Promise<void> {
  await page.keyboard.press('p');
  await expect(group(page, next).getByRole('option').first()).toContainText('now');
  await expect(pointed(page)).not.toContainText('done');
}

export async function answer(page: Page, at: number, ...digits: readonly string[]): Promise<void> {
  await expect(dialog(page).getByText(`Question ${at} of 5`)).toBeVisible();
  await expect(dialog(page).getByRole('listbox', { name: 'Options' })).toBeFocused();
  for (const digit of digits) await press(page, digit);
  await page.keyboard.press('Enter');
}

/** A form of one criterion, out of five. */
const criterion = { id: 'right', name: 'Right', scale: { kind: 'points', points: 5 }, weight: 100 };
export const card = {
  name: 'Short',
  passPercent: 80,
  sections: [{ id: 'all', name: 'All', weight: 100, criteria: [criterion] }],
};
