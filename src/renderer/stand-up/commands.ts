import type { Command } from '../app/command-type.ts';
import { goTo, useWindow } from '../app/window-store.ts';
import { s } from '../strings/en-stand-up.ts';
import { saveReconciliation } from './save-reconciliation.ts';
import { showTab, useStandUp } from './stand-up-store.ts';
import { atCallback, confirmCallback, walkOn } from './walk.ts';

const here = (): boolean => useWindow.getState().screen === 'standUp';
const onTab = (tab: 'standUp' | 'reconciliation') => (): boolean => here() && useStandUp.getState().tab === tab;

/** What the keys and the palette can do with the morning. */
export const standUpCommands: readonly Command[] = [
  {
    id: 'standUp.reconciliation',
    title: s.commands.reconciliation,
    group: 'go',
    keys: ['g r'],
    run: () => {
      showTab('reconciliation');
      goTo('standUp');
    },
  },
  {
    id: 'standUp.tab',
    title: s.commands.standUp,
    group: 'screen',
    keys: ['1'],
    scope: 'standUp',
    quiet: true,
    when: here,
    run: () => showTab('standUp'),
  },
  {
    id: 'standUp.tables',
    title: s.tab.reconciliation,
    group: 'screen',
    keys: ['2'],
    scope: 'standUp',
    quiet: true,
    when: here,
    run: () => showTab('reconciliation'),
  },
  {
    id: 'standUp.walk',
    title: s.commands.walk,
    group: 'screen',
    keys: ['space'],
    scope: 'standUp',
    when: onTab('standUp'),
    run: walkOn,
  },
  {
    id: 'standUp.confirm',
    title: s.confirm,
    group: 'screen',
    keys: ['v'],
    scope: 'standUp',
    when: () => onTab('standUp')() && atCallback(),
    run: () => void confirmCallback(),
  },
  {
    id: 'standUp.print',
    title: s.commands.print,
    group: 'screen',
    keys: ['mod+p'],
    scope: 'standUp',
    anywhere: true,
    when: here,
    run: () => window.print(),
  },
  {
    id: 'standUp.csv',
    title: s.commands.csv,
    group: 'screen',
    keys: ['shift+e'],
    scope: 'standUp',
    when: onTab('reconciliation'),
    run: () => void saveReconciliation('csv'),
  },
  {
    id: 'standUp.xlsx',
    title: s.commands.xlsx,
    group: 'screen',
    keys: ['shift+l'],
    scope: 'standUp',
    when: onTab('reconciliation'),
    run: () => void saveReconciliation('xlsx'),
  },
];
