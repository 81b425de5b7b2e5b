import type { Command } from '../app/command-type.ts';
import { screenCommands } from '../app/screen-commands.ts';
import { mw } from '../strings/en-metrics.ts';
import { ask, metricsTabs, setMetrics, showTab, stepAgainst, stepSpan, useMetrics } from './metrics-store.ts';
import { canDo, doOnTab } from './tab-actions.ts';

const { action, here, onScreen, quiet, tabs } = screenCommands('metrics', { titles: mw.commands, canDo, doOnTab });

const screen = (name: keyof typeof mw.screenCommands, keys: readonly string[], run: () => void): Command => ({
  ...onScreen,
  id: `metrics.${name}`,
  title: mw.screenCommands[name],
  keys,
  when: here,
  run,
});

/** What the keys and the palette can do on the Numbers screen. */
export const metricsCommands: readonly Command[] = [
  ...tabs(metricsTabs, { titleOf: (tab) => mw.tabs[tab], show: showTab }),
  quiet('open', 'enter', 'o'),
  quiet('back', 'escape'),
  action('behind', 'b'),
  action('target', 't'),
  action('earlier', 'shift+arrowleft'),
  action('later', 'shift+arrowright'),
  action('above', 'shift+arrowup'),
  action('below', 'shift+arrowdown'),
  action('hide', 'x'),
  action('add', 'a'),
  action('sort', 's'),
  action('dimBefore', '['),
  action('dimAfter', ']'),
  action('cause', 'e'),
  action('cost', 'h'),
  action('export', 'shift+e'),
  screen('shorter', [','], () => stepSpan(-1)),
  screen('longer', ['.'], () => stepSpan(1)),
  screen('days', ['d'], () => ask({ what: 'days' })),
  screen('against', ['v'], stepAgainst),
  {
    ...screen('narrow', ['f'], () => setMetrics({ narrowing: true })),
    when: () => here() && !useMetrics.getState().wall,
  },
  screen('wall', ['shift+w'], () => setMetrics({ wall: true })),
];
