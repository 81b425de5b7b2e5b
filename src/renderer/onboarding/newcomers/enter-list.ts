/** The list has the keys, and what its cursor is on is in sight: it may have waited further down. */
export function enterList(list: HTMLElement | null): void {
  list?.focus({ preventScroll: true });
  document.getElementById(list?.getAttribute('aria-activedescendant') ?? '')?.scrollIntoView({ block: 'nearest' });
}
