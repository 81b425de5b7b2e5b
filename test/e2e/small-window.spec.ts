import { expect, type Locator, type Page } from '@playwright/test';
import { call, makeSample, open } from './support/board.ts';
import { test } from './support/console.ts';

/** 1440 x 900 at 200 %, and what is left of a small screen at 200 %, in CSS px. */
const sizes = [
  { width: 720, height: 450 },
  { width: 512, height: 350 },
] as const;

const screens = 's m q h e b c p f u o n l j v w x k a i'.split(' ');

/** All of it is within the window, not under the status bar, and what it says is not cut. */
async function expectWhole(place: Locator): Promise<void> {
  await expect(place).toBeInViewport({ ratio: 1 });
  const cut = (): Promise<boolean> => place.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
  await expect.poll(cut, { message: 'cut off' }).toBe(false);
}

const pageHeight = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

test('at 200 % every screen keeps its name, the page does not scroll, and its work is in sight', async ({
  page,
  desk,
}) => {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { started: true });
  await open(page, desk);
  // Whose queue it opens with may have nothing in it, by the hour.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const key of screens) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expectWhole(page.getByRole('heading', { level: 1 }));
      expect(await pageHeight(page), `height on ${key}`).toBe(size.height);
    }
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    const lines = page.getByRole('grid', { name: 'Lines of the stand-up' });
    await expect(lines.getByRole('row', { selected: true })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: /^Backlog/ })).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('2');
    await expectWhole(page.getByRole('button', { name: /^XLSX/ }));
    await page.keyboard.press('1');
  }
});

test('at 200 % a new ticket is taken in: channels, fields and the button that makes it are in sight', async ({
  page,
  desk,
}) => {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { started: true });
  await open(page, desk);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.keyboard.press('c');
    const form = page.getByRole('dialog', { name: 'New ticket' });
    await expectWhole(form.getByRole('radio', { name: 'Walk-in' }));
    await expectWhole(form.getByRole('button', { name: /^Make ticket/ }));
    await form.getByRole('textbox', { name: /^Tags/ }).focus();
    await expect(form.getByRole('textbox', { name: /^Tags/ })).toBeInViewport({ ratio: 1 });
    await expect(form.getByRole('button', { name: /^Make ticket/ })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByRole('button', { name: 'Save', exact: true })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  }
});

test('where the preview of a policy has no room beside the editor, it is told in a line and shown by a key', async ({
  page,
  desk,
}) => {
  makeSample(desk, 300);
  call(desk, 'desk.settings', { started: true });
  await page.setViewportSize({ width: 1024, height: 700 });
  await open(page, desk);
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  const show = page.getByRole('button', { name: /^Show what it would do/ });
  await expect(show).toBeInViewport({ ratio: 1 });
  await page.getByRole('textbox', { name: 'First response, P3' }).fill('1h');
  await expect(page.getByText(/\d+ tickets would change\./).first()).toBeInViewport();
  await expect(page.getByRole('button', { name: /^Save/ })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /^Default/ })).toBeFocused();
  await page.keyboard.press('p');
  const preview = page.getByRole('region', { name: 'What it would do now' });
  await expect(preview).toBeFocused();
  await expect(preview.getByRole('heading', { name: 'What it would do now' })).toBeInViewport({ ratio: 0.9 });
});

test('a message stands clear of what a new ticket is written in and made with', async ({ page, desk }) => {
  makeSample(desk, 50);
  call(desk, 'desk.settings', { started: true });
  await open(page, desk);
  await page.keyboard.press('Shift+d');
  const said = page.getByRole('region', { name: 'Messages' }).getByRole('dialog');
  await expect(said).toBeVisible();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await expect(form).toBeVisible();
  const apart = async (): Promise<boolean> => {
    const [message, dialog] = [await said.boundingBox(), await form.boundingBox()];
    return message !== null && dialog !== null && message.x + message.width <= dialog.x;
  };
  await expect.poll(apart).toBe(true);
});
