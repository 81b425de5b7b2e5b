import { type KeyboardEvent, type RefObject } from 'react';
import type { Answer, Criterion } from '../../../contract/index.ts';
import type { Editing } from './criterion-row.tsx';
import { valueForKey } from './scales.ts';

export const typing = 'input, textarea, [role="listbox"]';

/** What keys can do to a form. */
export type FormMoves = {
  readonly current: Criterion | undefined;
  readonly mayAnswer: boolean;
  readonly step: (by: number) => void;
  readonly goOpen: () => void;
  readonly pick: (value: Answer['value']) => void;
  readonly notApplicable: () => void;
  readonly edit: (editing: Editing) => void;
  readonly focus: () => void;
};

/** Scores by a digit; false where the digit is the first of a number that is typed. */
function digit(box: HTMLElement | null, { current, mayAnswer, pick }: FormMoves, key: string): boolean {
  if (current?.scale.kind === 'numeric' && mayAnswer) {
    const input = box?.querySelector<HTMLInputElement>(`[data-criterion="${current.id}"] input`);
    input?.focus();
    input?.select();
    return false;
  }
  const value = current === undefined ? null : valueForKey(current, key);
  if (value !== null) pick(value);
  return true;
}

/** Does what a key means in the form: `typed` where it still has to arrive in a field, false where it is none of its own. */
export function actOn(box: HTMLElement | null, moves: FormMoves, key: string): boolean | 'typed' {
  if (/^\d$/.test(key)) return digit(box, moves, key) ? true : 'typed';
  const acts: Readonly<Record<string, () => void>> = {
    j: () => moves.step(1),
    ArrowDown: () => moves.step(1),
    k: () => moves.step(-1),
    ArrowUp: () => moves.step(-1),
    Home: () => moves.step(-Infinity),
    End: () => moves.step(Infinity),
    Enter: moves.goOpen,
    n: moves.notApplicable,
    c: () => moves.edit('comment'),
    w: () => moves.edit('causes'),
    Backspace: () => moves.pick(null),
    Delete: () => moves.pick(null),
  };
  const act = acts[key];
  act?.();
  return act !== undefined;
}

/** Keys pressed within the form. Those typed into one of its fields are the field's; Enter and Esc lead out of a number. */
export function onFormKey(box: RefObject<HTMLElement | null>, moves: FormMoves, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const at = event.target as Element;
  const leaves = at.tagName === 'INPUT' && (event.key === 'Enter' || event.key === 'Escape');
  if (at.closest(typing) !== null && !leaves) return;
  if (leaves) moves.focus();
  else {
    if (at.closest('button') !== null && event.key === 'Enter') return;
    const done = actOn(box.current, moves, event.key);
    if (done === false) return;
    event.stopPropagation();
    if (done === 'typed') return;
  }
  event.preventDefault();
  event.stopPropagation();
}
