import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { ow } from '../strings/en-onboarding.ts';
import { onboardingTabs, showTab } from './onboarding-store.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, quiet, tabs } = screenCommands('onboarding', { titles: ow.commands, canDo, doOnTab });

/** What the keys and the palette can do on the Onboarding screen. */
export const onboardingCommands: readonly Command[] = [
  ...tabs(onboardingTabs, { titleOf: (tab) => ow.show(ow.tabs[tab]), show: showTab }),
  quiet('open', 'enter', 'o'),
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
