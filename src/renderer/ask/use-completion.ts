import { useState, type KeyboardEvent } from 'react';
import { complete, type Completion, type CompletionItem } from '../../domain/ask/complete.ts';
import { viewDocs } from '../../domain/ask/views.ts';
import { placeAfter } from '../ui/list-steps.ts';
import { typeInto } from '../ui/type-into.ts';

const withOthers = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || shiftKey;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/**
 * What is offered while a question is typed: the same rule the desk has for `ask.complete`, without the way there. Ctrl or
 * Cmd with Space asks for it where it does not come by itself. SPEC ASK-20.
 */
export function useCompletion() {
  const [found, setFound] = useState<Completion | null>(null);
  const [at, setAt] = useState(0);
  const items = found?.items ?? [];
  const index = Math.min(at, Math.max(0, items.length - 1));
  const look = (area: HTMLTextAreaElement, asked = false): void => {
    const { value, selectionStart, selectionEnd } = area;
    const next = selectionStart === selectionEnd ? complete(value, selectionStart, viewDocs) : null;
    setFound(next !== null && next.items.length > 0 && (next.unasked || asked) ? next : null);
    setAt(0);
  };
  const close = (): void => setFound(null);
  const take = (area: HTMLTextAreaElement, item: CompletionItem | undefined): void => {
    if (found === null || item === undefined) return;
    const caret = found.from + item.text.length;
    typeInto(area, { from: found.from, to: found.to, insert: item.text, mark: [caret, caret] });
    close();
  };
  /** True where the key was the list's. */
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if ((event.ctrlKey || event.metaKey) && event.key === ' ') {
      look(event.currentTarget, true);
      return true;
    }
    // It is asked: what could have come next is of no use any more, and Esc means to stop it.
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') close();
    if (items.length === 0 || withOthers(event)) return false;
    const step = steps[event.key];
    if (step !== undefined) setAt(placeAfter(index, step, items.length));
    else if (event.key === 'Enter' || event.key === 'Tab') take(event.currentTarget, items[index]);
    else if (event.key === 'Escape') close();
    else return false;
    return true;
  };
  return { from: found?.from ?? 0, items, index, look, take, onKey, close };
}
