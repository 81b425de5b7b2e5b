import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { mw } from '../strings/en-metrics.ts';
import { ask, metricsTabs, setMetrics, showTab, stepAgainst, stepSpan, useMetrics } from './metrics-store.ts';
import { canDo, doOnTab, type TabAction } from './tab-actions.ts';

const here = (): boolean => useWindow.getState().screen === 'metrics';
const onScreen = { group: 'screen', scope: 'metrics' } as const;

const tabCommands: readonly Command[] = metricsTabs.map((tab, index) => ({
  ...onScreen,
  id: `metrics.tab.${tab}`,
  title: mw.tabs[tab],
  keys: [String(index + 1)],
  quiet: true,
  when: here,
  run: () => showTab(tab),
}));

const action = (name: TabAction, ...keys: readonly string[]): Command => ({
  ...onScreen,
  id: `metrics.do.${name}`,
  title: mw.commands[name],
  keys,
  when: () => here() && canDo(name),
  run: () => doOnTab(name),
});

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
  ...tabCommands,
  { ...action('open', 'enter', 'o'), quiet: true },
  { ...action('back', 'escape'), quiet: true },
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
