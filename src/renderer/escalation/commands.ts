import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { e } from '../strings/en-escalation.ts';
import { escalationTabs, showTab } from './escalation-store.ts';

/** The tabs of the Escalations screen by digit. */
export const escalationCommands: readonly Command[] = escalationTabs.map((tab, index) => ({
  id: `escalations.${tab}`,
  title: e.tabs[tab],
  group: 'screen',
  keys: [String(index + 1)],
  scope: 'escalations',
  quiet: true,
  when: () => useWindow.getState().screen === 'escalations',
  run: () => showTab(tab),
}));
