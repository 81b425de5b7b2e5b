import { command } from '../app/actions.ts';
import type { Command } from '../app/command-type.ts';
import { goTo, useWindow } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { ask, type CallbackStep, type DispatchStep } from '../relations/relation-store.ts';
import { r } from '../strings/en-relations.ts';
import { showEnded, showTab, useCallbacks, type Entry } from './callbacks-store.ts';

const here = (): boolean => useWindow.getState().screen === 'callbacks';
const current = (): Entry | null => useCallbacks.getState().current;
const isOpen = (kind?: Entry['kind']): boolean => {
  const entry = current();
  return here() && entry?.row.state === 'open' && (kind === undefined || entry.kind === kind);
};

/** Confirms all calls of today that nobody has confirmed yet. */
export function confirmAll(): void {
  const ids = [...useCallbacks.getState().unconfirmed];
  if (ids.length > 0) void command(client.tickets.callbackValidate({ ids }));
}

function confirm(): void {
  const entry = current();
  if (entry?.kind === 'callback') void command(client.tickets.callbackValidate({ ids: [entry.row.id] }));
}

/** Asks how the line under the cursor ended; for a call and a dispatch the same key means the same thing. */
function end(callback: CallbackStep | null, dispatch: DispatchStep | null): void {
  const entry = current();
  if (entry?.kind === 'callback' && callback !== null) ask({ kind: 'endCallback', step: callback, row: entry.row });
  if (entry?.kind === 'dispatch' && dispatch !== null) ask({ kind: 'endDispatch', step: dispatch, row: entry.row });
}

const onScreen = { group: 'screen', scope: 'callbacks' } as const;
const open = (tab: 'callbacks' | 'dispatches'): void => {
  showTab(tab);
  goTo('callbacks');
};

/** What the keys and the palette can do with the lists of calls and dispatches. */
export const callbackCommands: readonly Command[] = [
  { id: 'dispatches', title: r.commands.dispatches, group: 'go', keys: ['g d'], run: () => open('dispatches') },
  {
    ...onScreen,
    id: 'callbacks.tab',
    title: r.commands.callbacks,
    keys: ['1'],
    quiet: true,
    when: here,
    run: () => showTab('callbacks'),
  },
  {
    ...onScreen,
    id: 'callbacks.dispatches',
    title: r.commands.dispatches,
    keys: ['2'],
    quiet: true,
    when: here,
    run: () => showTab('dispatches'),
  },
  {
    ...onScreen,
    id: 'callbacks.ended',
    title: r.commands.ended,
    keys: ['shift+o'],
    when: here,
    run: () => showEnded(useCallbacks.getState().show === 'open' ? 'ended' : 'open'),
  },
  {
    ...onScreen,
    id: 'callbacks.confirm',
    title: r.commands.confirm,
    keys: ['v'],
    when: () => isOpen('callback'),
    run: confirm,
  },
  {
    ...onScreen,
    id: 'callbacks.confirmAll',
    title: r.commands.confirmAll,
    keys: ['shift+v'],
    when: () => here() && useCallbacks.getState().unconfirmed.length > 0,
    run: confirmAll,
  },
  {
    ...onScreen,
    id: 'callbacks.done',
    title: r.commands.done,
    keys: ['d'],
    when: isOpen,
    run: () => end('done', 'done'),
  },
  {
    ...onScreen,
    id: 'callbacks.moved',
    title: r.commands.moved,
    keys: ['m'],
    when: isOpen,
    run: () => end('moved', 'moved'),
  },
  {
    ...onScreen,
    id: 'callbacks.missed',
    title: r.commands.missed,
    keys: ['shift+m'],
    when: () => isOpen('callback'),
    run: () => end('missed', null),
  },
  {
    ...onScreen,
    id: 'callbacks.tried',
    title: r.commands.tried,
    keys: ['shift+n'],
    when: () => isOpen('callback'),
    run: () => end('tried', null),
  },
  {
    ...onScreen,
    id: 'callbacks.correct',
    title: r.commands.correct,
    keys: ['e'],
    when: () => isOpen('callback'),
    run: () => end('changed', null),
  },
  {
    ...onScreen,
    id: 'callbacks.cancel',
    title: r.commands.cancel,
    keys: ['delete'],
    when: isOpen,
    run: () => end('cancelled', 'cancelled'),
  },
  {
    ...onScreen,
    id: 'callbacks.reopen',
    title: r.commands.reopen,
    keys: ['shift+r'],
    when: () => here() && current()?.kind === 'dispatch' && current()?.row.state !== 'open',
    run: () => end(null, 'reopened'),
  },
];
