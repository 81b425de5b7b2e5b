import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  k: [-1, 0],
  ArrowDown: [1, 0],
  j: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from number to number, heads that are buttons included; Tab passes a table in one step. */
export function onTableKey(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const [down, across] = steps[event.key] ?? [0, 0];
  if (down === 0 && across === 0) return;
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  if (cell === null) return;
  event.preventDefault();
  event.stopPropagation();
  const { rows } = event.currentTarget;
  let row = (cell.parentElement as HTMLTableRowElement).rowIndex;
  let index = cell.cellIndex;
  for (;;) {
    row += down;
    index += across;
    const next = rows[row]?.cells[index];
    if (next === undefined) return;
    const button = next.querySelector('button');
    if (button === null) continue;
    for (const each of event.currentTarget.querySelectorAll('button')) each.tabIndex = -1;
    button.tabIndex = 0;
    button.focus();
    return;
  }
}
