import type { KeyboardEvent } from 'react';

/** Enter folds what it is on, and opens nothing of the screen: figures to open are pressed as buttons are. */
export function onFold(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.target as Element).closest('summary') !== null) event.stopPropagation();
}
