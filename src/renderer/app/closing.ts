/** Base UI marks what it has closed and what only stays to fade out. */
const closed = '[data-closed]';

/**
 * What was closed keeps the focus for as long as it fades, longer where the machine is slow. A person who types on
 * means the window behind it.
 */
export const isClosing = (at: Element | null): boolean => at !== null && at.closest(closed) !== null;

/** The element a key is meant for: what has the focus, or the page where that is on its way out. */
export const whereKeysGo = (target: EventTarget | null): Element =>
  target instanceof Element && !isClosing(target) ? target : document.body;
