import { useEffect } from 'react';
import { whereKeysGo } from './closing.ts';
import { commands, isPossible, worksWhileTyping, type Command } from './commands.ts';
import { keepFocus } from './keep-focus.ts';
import { keyOf, onMac } from './keys.ts';
import { useWindow } from './window-store.ts';

const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
/** Things that float have keys of their own. */
const floating = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]:not([data-board])';
const pressable = 'button, a, summary, [role="radio"], [role="separator"]';

/** Letters move the board from the panel too; arrows, Home and the like are the panel's own there. */
const isLetter = (key: string): boolean => /^(shift\+)?.$/u.test(key);

function allowed(command: Command, at: Element, key: string): boolean {
  if ((at.closest(typing) ?? at.closest(floating)) !== null && !worksWhileTyping(command, key)) return false;
  if (command.scope === 'board' && !isLetter(key) && at.closest('[data-panel]') !== null) return false;
  // A button that has the focus is pressed by Enter, not passed over.
  return !(key === 'enter' && at.closest(pressable) !== null);
}

/** The first of two keys, as in `g q`, and how long the second is waited for. */
let prefix: { readonly key: string; readonly until: number } | null = null;
const prefixMs = 1500;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = keyOf(event, onMac());
  const at = whereKeysGo(event.target);
  if (key === null) return;
  if (useWindow.getState().dialog !== null && key !== 'mod+k') return;
  if (key === 'escape' && at.closest(floating) !== null) return;
  const pressed = prefix === null || performance.now() > prefix.until ? key : `${prefix.key} ${key}`;
  prefix = null;
  const possible = commands.filter((one) => allowed(one, at, key) && isPossible(one));
  const meant = possible.filter((one) => one.keys.includes(pressed));
  // What a key means on a screen goes before what it means everywhere: C is a comment in a review.
  const command = meant.find(({ scope }) => scope !== undefined && scope !== 'board') ?? meant[0];
  if (command !== undefined) {
    command.run();
    keepFocus();
  } else if (possible.some((one) => one.keys.some((each) => each.startsWith(`${pressed} `))))
    prefix = { key: pressed, until: performance.now() + prefixMs };
  // The second of two keys does nothing by itself, whatever it means alone.
  else if (pressed === key) return;
  event.preventDefault();
}

/** The second of two keys is the window's, though a list that has the focus may move by that letter alone. */
function onSecondKey(event: KeyboardEvent): void {
  if (prefix === null) return;
  onKey(event);
  if (event.defaultPrevented) event.stopPropagation();
}

/** Keys of the whole window, from the one table of commands. */
export function useKeys(): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', onSecondKey, { capture: true, signal });
    document.addEventListener('keydown', onKey, { signal });
    return () => listening.abort();
  }, []);
}
