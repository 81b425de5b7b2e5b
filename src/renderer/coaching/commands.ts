import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { cw } from '../strings/en-coaching.ts';
import { showTab, useCoaching, type CoachingTab } from './coaching-store.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, here, onScreen, quiet } = screenCommands('coaching', { titles: cw.commands, canDo, doOnTab });

/** Digits switch tabs; in a session they lead to what is written there. */
const places: readonly { readonly tab?: CoachingTab; readonly written: 'agenda' | 'notes' | 'privateNotes' }[] = [
  { tab: 'people', written: 'agenda' },
  { tab: 'effects', written: 'notes' },
  { written: 'privateNotes' },
];
const inSession = (): boolean => useCoaching.getState().sessionId !== null;

const digitCommands: readonly Command[] = places.map(({ tab, written }, index) => ({
  ...onScreen,
  id: `coaching.place.${written}`,
  title: cw.places[written],
  keys: [String(index + 1)],
  quiet: true,
  when: () => here() && (inSession() ? canDo(written) : tab !== undefined),
  run: () => {
    if (inSession()) doOnTab(written);
    else if (tab !== undefined) showTab(tab);
  },
}));

/** What the keys and the palette can do on the Coaching screen. */
export const coachingCommands: readonly Command[] = [
  ...digitCommands,
  quiet('open', 'enter', 'o'),
  action('session', 'n'),
  action('praise', 'p'),
  action('goal', 'shift+g'),
  action('action', 'a'),
  action('cadence', 'i'),
  action('dossier', 'shift+e'),
  action('edit', 'e'),
  action('tick', 'x'),
  action('met', 'm'),
  action('drop', 'd'),
  action('remove', 'delete'),
  action('held', 'h'),
  action('link', 'l'),
  action('followUp', 'f'),
  action('acknowledge', 'y'),
  action('preview', 'v'),
  action('when', 't'),
  action('before', ','),
  action('after', '.'),
];
