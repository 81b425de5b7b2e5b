import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { rw } from '../strings/en-roster.ts';
import { saveExport, saveIcs } from './export-actions.ts';
import { rosterTabs, setRoster, showTab, useRoster, type RosterTab } from './roster-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'roster';
const on = (tab: RosterTab) => (): boolean => here() && useRoster.getState().tab === tab;

const w = rw.commands;
const onScreen = { group: 'screen', scope: 'roster' } as const;
const action = (id: string, title: string, key: string, name: TabAction): Command => ({
  ...onScreen,
  id: `roster.${id}`,
  title,
  keys: [key],
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

const tabCommands: readonly Command[] = rosterTabs.map((tab, index) => ({
  ...onScreen,
  id: `roster.${tab}`,
  title: rw.show(rw.tabs[tab]),
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

export const findField = 'roster-find';

/** What the keys and the palette can do on the Roster screen. */
export const rosterCommands: readonly Command[] = [
  ...tabCommands,
  action('add', w.add, 'n', 'add'),
  action('addRotation', w.addRotation, 'shift+n', 'addOther'),
  action('edit', w.edit, 'e', 'edit'),
  action('yes', w.approveOrApply, 'a', 'yes'),
  action('decline', w.decline, 'd', 'decline'),
  action('withdraw', w.withdraw, 'w', 'withdraw'),
  action('remove', w.remove, 'delete', 'remove'),
  { ...action('save', w.save, 'mod+s', 'save'), anywhere: true },
  { ...action('next', w.next, 'mod+enter', 'next'), anywhere: true },
  {
    ...onScreen,
    id: 'roster.find',
    title: w.find,
    keys: ['f'],
    when: on('people'),
    run: () => document.getElementById(findField)?.focus(),
  },
  {
    ...onScreen,
    id: 'roster.sort',
    title: w.sort,
    keys: ['s'],
    when: on('people'),
    run: () => setRoster({ sorting: true }),
  },
  {
    ...onScreen,
    id: 'roster.fold',
    title: w.fold,
    keys: ['o'],
    when: on('requests'),
    run: () => setRoster({ decidedShown: !useRoster.getState().decidedShown }),
  },
  { ...onScreen, id: 'roster.export', title: w.export, keys: ['shift+e'], when: here, run: () => void saveExport() },
  { ...onScreen, id: 'roster.ics', title: w.ics, keys: ['shift+i'], when: on('files'), run: () => void saveIcs() },
];
