import type { AskPivotSpec, SavedQuery } from '../../contract/index.ts';
import { say } from '../app/toasts.tsx';
import { aw } from '../strings/en-ask.ts';
import { askNow, noPivot, setAsk, useAsk, type State } from './ask-store.ts';

/** What was typed gives way to something else, and can be had back. */
function inPlace({ sql, spec, of, opened, tab, asked }: State, next: string): void {
  if (sql.trim() === '' || sql === next) return;
  say({ title: aw.replaced, action: { label: aw.undo, run: () => setAsk({ sql, spec, of, opened, tab, asked }) } });
}

/** Takes a question up, with its pivot if it has one, and asks it. */
export function take(sql: string, pivot: AskPivotSpec | null, opened: State['opened']): void {
  inPlace(useAsk.getState(), sql);
  setAsk({ sql, opened, spec: pivot ?? noPivot, of: { kind: 'question' }, tab: pivot === null ? 'question' : 'pivot' });
  askNow();
}

/** Opens a saved question, or a table of a board as it was filtered then. */
export function openSaved({ id, name, sql, pivot, boardFilter }: SavedQuery): void {
  const opened = { id, name };
  if (boardFilter === null) take(sql, pivot, opened);
  else setAsk({ opened, spec: pivot ?? noPivot, of: { kind: 'board', filter: boardFilter, name }, tab: 'pivot' });
}

export function begin(): void {
  inPlace(useAsk.getState(), '');
  setAsk({ sql: '', opened: null, spec: noPivot, of: { kind: 'question' }, asked: null, tab: 'question' });
}
