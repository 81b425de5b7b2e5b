import type { RuleRun } from '../../contract/index.ts';
import type { Command } from '../app/command-type.ts';
import { useWindow } from '../app/window-store.ts';
import { orpc, queryClient } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { focusList } from './leave.ts';
import { openRunTicket } from './log-tab.tsx';
import {
  begin,
  discard,
  duplicate,
  moveTo,
  removeRule,
  runTimed,
  saveRule,
  toggleActive,
  undoRun,
} from './rules-actions.ts';
import { chooseRulesFile, exportRules } from './rules-file.ts';
import { dropTrial, openRule, rulesTabs, setRules, showTab, useRules } from './rules-store.ts';
import { simulate, tryRule } from './try-rule.ts';

const onScreen = (): boolean => useWindow.getState().screen === 'rules';
const kindShown = () => {
  const { tab } = useRules.getState();
  return tab === 'log' || tab === 'simulator' ? null : tab;
};
const onKinds = (): boolean => onScreen() && kindShown() !== null;
const onLog = (): boolean => onScreen() && useRules.getState().tab === 'log';
const onSimulator = (): boolean => onScreen() && useRules.getState().tab === 'simulator';

const editing = (): boolean => document.activeElement?.closest('[data-rule-editor]') != null;
/** Arrows and the like are the list's own unless the focus is in something that has a use for them. */
const inList = (): boolean => {
  const at = document.activeElement;
  return at === null || at === document.body || at.closest('[data-rule-list]') !== null;
};

const lines = (): readonly Element[] => [...document.querySelectorAll('[data-rule-list] [role="row"][id]')];
const idOf = (line: Element): string => line.id.replace(/^(rule|run)-/, '');

/** The rule in the editor where the focus is there, else the one the keys are on. */
function chosen(): string | null {
  const { openId, cursor } = useRules.getState();
  return editing() ? openId : cursor;
}
const hasRule = (): boolean => onKinds() && chosen() !== null;
const withRule = (run: (id: string) => void) => (): void => {
  const id = chosen();
  if (id !== null) run(id);
};

/** An open editor goes along with the line, so that one can look through the rules. */
function step(by: number): void {
  const all = lines();
  const { tab, cursor, logCursor, openId } = useRules.getState();
  const at = all.findIndex((line) => idOf(line) === (tab === 'log' ? logCursor : cursor));
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (next === undefined) return;
  if (tab === 'log') setRules({ logCursor: idOf(next) });
  else if (openId !== null) openRule(idOf(next));
  else setRules({ cursor: idOf(next) });
}

function runAtCursor(): RuleRun | undefined {
  const { logCursor } = useRules.getState();
  const read = queryClient.getQueriesData<{ runs: RuleRun[] }>({ queryKey: orpc.automation.runs.key() });
  return read.flatMap(([, data]) => data?.runs ?? []).find((run) => run.id === logCursor);
}

function open(): void {
  if (onLog()) {
    const run = runAtCursor();
    if (run !== undefined) openRunTicket(run);
    return;
  }
  const { cursor } = useRules.getState();
  openRule(cursor);
  window.setTimeout(() => document.querySelector<HTMLElement>('[data-rule-name]')?.focus(), 0);
}

/** One step back: out of a field, out of the trial, out of the editor. */
function back(): void {
  const at = document.activeElement;
  const { openId, trials } = useRules.getState();
  const field = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
  if (openId !== null && trials[openId] !== undefined) dropTrial(openId);
  else if (field && editing()) document.querySelector<HTMLElement>('[data-rule-list]')?.focus();
  else if (openId !== null) openRule(null);
  focusList();
}

const isOpen = (): boolean => onKinds() && useRules.getState().openId !== null;
/** A macro has no past to be tried on: the picker shows what it would do to a ticket. */
const canTry = (): boolean => isOpen() && kindShown() !== 'macro';
const openChanged = (): boolean => {
  const id = chosen();
  return onKinds() && id !== null && useRules.getState().drafts[id] !== undefined;
};

function run(): void {
  const { openId } = useRules.getState();
  if (onSimulator()) void simulate();
  else if (openId !== null) void tryRule(openId);
}

type Mine = Omit<Command, 'group' | 'scope'>;
const w = r.commands;

const mine: readonly Mine[] = [
  ...rulesTabs.map((tab, index): Mine => ({
    id: `rules.tab.${tab}`,
    title: w.tab(r.tabs[tab]),
    keys: [String(index + 1)],
    when: onScreen,
    run: () => {
      showTab(tab);
      focusList();
    },
  })),
  {
    id: 'rules.new',
    title: w.new,
    keys: ['n'],
    when: onKinds,
    run: () => {
      const kind = kindShown();
      if (kind !== null) begin(kind);
    },
  },
  { id: 'rules.open', title: w.open, keys: ['enter', 'o'], quiet: true, when: () => onScreen() && inList(), run: open },
  {
    id: 'rules.save',
    title: w.save,
    keys: ['mod+s'],
    anywhere: true,
    when: openChanged,
    run: withRule((id) => void saveRule(id)),
  },
  { id: 'rules.run', title: w.run, keys: ['mod+enter'], anywhere: true, when: () => onSimulator() || canTry(), run },
  { id: 'rules.duplicate', title: w.duplicate, keys: ['d'], when: hasRule, run: withRule(duplicate) },
  { id: 'rules.toggle', title: w.toggle, keys: ['e'], when: hasRule, run: withRule((id) => void toggleActive(id)) },
  { id: 'rules.up', title: w.up, keys: ['alt+arrowup'], when: hasRule, run: withRule((id) => void moveTo(id, -1)) },
  {
    id: 'rules.down',
    title: w.down,
    keys: ['alt+arrowdown'],
    when: hasRule,
    run: withRule((id) => void moveTo(id, 1)),
  },
  { id: 'rules.remove', title: w.remove, keys: ['delete'], when: hasRule, run: withRule((id) => void removeRule(id)) },
  { id: 'rules.discard', title: w.discard, keys: ['shift+r'], when: openChanged, run: withRule(discard) },
  { id: 'rules.import', title: w.import, keys: ['shift+i'], when: onScreen, run: chooseRulesFile },
  { id: 'rules.export', title: w.export, keys: ['shift+e'], when: onScreen, run: () => void exportRules() },
  { id: 'rules.runTimed', title: w.runTimed, keys: ['shift+t'], when: onScreen, run: () => void runTimed() },
  {
    id: 'rules.undoRun',
    title: w.undoRun,
    keys: ['shift+u'],
    when: onLog,
    run: () => {
      const found = runAtCursor();
      if (found !== undefined) void undoRun(found.id);
    },
  },
  {
    id: 'rules.next',
    title: w.next,
    keys: ['j', 'arrowdown'],
    quiet: true,
    when: () => onScreen() && inList(),
    run: () => step(1),
  },
  {
    id: 'rules.previous',
    title: w.previous,
    keys: ['k', 'arrowup'],
    quiet: true,
    when: () => onScreen() && inList(),
    run: () => step(-1),
  },
  { id: 'rules.back', title: w.back, keys: ['escape'], anywhere: true, quiet: true, when: onScreen, run: back },
];

/** The keys of the automation screen. They come before those of the whole window, which mean something else elsewhere. */
export const rulesCommands: readonly Command[] = mine.map((command) => ({
  ...command,
  group: 'screen',
  scope: 'rules',
}));
