import type { KeyboardEvent } from 'react';

/** What opens what is behind a figure; the parts of the page that hold such. */
const row = '[data-row]';
const part = '[data-part]';

const first = (parts: readonly Element[]): HTMLElement | undefined =>
  parts.map((each) => each.querySelector<HTMLElement>(row)).find((each) => each !== null) ?? undefined;

/** Where a key leads from the row that has the focus; undefined where the key is none of these. */
function rowAfter(box: HTMLElement, target: HTMLElement, key: string): HTMLElement | undefined {
  const at = target.closest<HTMLElement>(row);
  const rows = [...box.querySelectorAll<HTMLElement>(row)];
  const place = at === null ? -1 : rows.indexOf(at);
  if (key === 'j' || key === 'ArrowDown' || key === 'ArrowRight') return rows[Math.min(place + 1, rows.length - 1)];
  if (key === 'k' || key === 'ArrowUp' || key === 'ArrowLeft') return rows[Math.max(place - 1, 0)];
  if (key === 'Home') return rows[0];
  if (key === 'End') return rows.at(-1);
  if (key !== 'PageDown' && key !== 'PageUp') return undefined;
  const parts = [...box.querySelectorAll(part)];
  const own = parts.findIndex((each) => each.contains(target));
  return key === 'PageDown' ? first(parts.slice(own + 1)) : first(parts.slice(0, Math.max(own, 0)).toReversed());
}

/** Moves along everything on the page that can be opened; a page further is the next part. */
export function onRowKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const target = event.target as HTMLElement;
  if (target.closest('[role="radiogroup"], [role="menu"]') !== null) return;
  const to = rowAfter(event.currentTarget, target, event.key);
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
  to.scrollIntoView({ block: 'nearest' });
}
