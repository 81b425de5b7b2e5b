import { expect, type Page } from '@playwright/test';

/** What is wrong with where the focus is, or `seen`. Runs in the page. */
function judgeFocus(): string {
  const at = document.activeElement;
  if (at === null || at === document.body) return 'The focus is nowhere.';
  const pointed = document.getElementById(at.getAttribute('aria-activedescendant') ?? '');
  const inSight = (element: Element): boolean => {
    const { width, height, top, left } = element.getBoundingClientRect();
    const within = top < innerHeight && left < innerWidth && top + height > 0 && left + width > 0;
    return within && width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true });
  };
  const ringed = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  };
  const tinted = (element: Element): boolean => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
  if (inSight(at) && ringed(at)) return 'seen';
  // A list or a grid has the focus; what it points at shows it.
  if (pointed !== null && inSight(pointed) && (ringed(pointed) || tinted(pointed))) return 'seen';
  if (at.getAttribute('role') === 'menuitem' || at.getAttribute('role') === 'menuitemcheckbox')
    return inSight(at) && tinted(at) ? 'seen' : 'A menu item has the focus and does not show it.';
  return `The focus does not show: ${at.outerHTML.slice(0, 160)}`;
}

/** The focus is on something that is on screen and marked as having it. */
export async function expectFocusSeen(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(judgeFocus), { message: `focus after ${after}` }).toBe('seen');
}

/** Presses a key as a person at the keyboard does, who then sees where the focus is. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocusSeen(page, key);
  }
}
