import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { ow } from '../strings/en-onboarding.ts';
import { onboardingTabs, showTab } from './onboarding-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'onboarding';
const onScreen = { group: 'screen', scope: 'onboarding' } as const;

const tabCommands: readonly Command[] = onboardingTabs.map((tab, index) => ({
  ...onScreen,
  id: `onboarding.${tab}`,
  title: ow.show(ow.tabs[tab]),
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `onboarding.do.${name}`,
  title: ow.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

/** What the keys and the palette can do on the Onboarding screen. */
export const onboardingCommands: readonly Command[] = [
  ...tabCommands,
  { ...action('open', 'enter', 'o'), quiet: true },
  action('add', 'n'),
  action('addStage', 'shift+n'),
  action('tick', 'x', 'space'),
  action('copy', 'm'),
  action('sign', 's'),
  action('pass', 'p'),
  action('away', 'i'),
  action('pause', 'z'),
  action('extend', '+'),
  action('trainer', 't'),
  action('end', 'e'),
  action('ramp', 'r'),
  action('withDone', 'd'),
  action('filter', 'f'),
  action('remove', 'delete'),
  action('up', 'alt+arrowup'),
  action('down', 'alt+arrowdown'),
  action('takeBack', 'shift+z'),
  { ...action('save', 'mod+s'), anywhere: true },
];
