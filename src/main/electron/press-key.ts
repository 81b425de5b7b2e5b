import type { WebContents } from 'electron';

export type Modifier = 'control' | 'meta' | 'shift';

/** Presses a key in a window as its keyboard would: down, the character if it makes one, up. */
export function pressIn(contents: WebContents, keyCode: string, modifiers: readonly Modifier[]): void {
  const key = { keyCode, modifiers: [...modifiers] };
  contents.focus();
  contents.sendInputEvent({ type: 'keyDown', ...key });
  if (!modifiers.includes('control') && !modifiers.includes('meta')) contents.sendInputEvent({ type: 'char', ...key });
  contents.sendInputEvent({ type: 'keyUp', ...key });
}
