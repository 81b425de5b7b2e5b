import { openRule } from './rules-store.ts';

/** Gives the focus to the list of the tab, once it is shown. */
export function focusList(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-rule-list]')?.focus({ preventScroll: true }), 0);
}

/** Closes the editor; what was changed is kept. */
export function closeRule(): void {
  openRule(null);
  focusList();
}
