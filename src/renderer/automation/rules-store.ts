import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { RuleKind } from '../../contract/index.ts';
import type { RuleDraft, RuleErrors } from './rule-draft.ts';
import type { Simulated, SimulateInput } from './simulate.ts';

export type RulesTab = RuleKind | 'log' | 'simulator';
export const rulesTabs: readonly RulesTab[] = ['macro', 'trigger', 'timed', 'log', 'simulator'];

type Kept = {
  readonly tab: RulesTab;
  /** Changed and not saved, by the id of the rule; `fresh` names those that the desk does not have yet. */
  readonly drafts: Readonly<Record<string, RuleDraft>>;
  readonly fresh: readonly string[];
};

export type Trial =
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly result: Simulated };

type RulesState = Kept & {
  /** The rule in the editor, and the line the keys are on. */
  readonly openId: string | null;
  readonly cursor: string | null;
  readonly errors: Readonly<Record<string, RuleErrors>>;
  /** What a draft would have done, by its id. */
  readonly trials: Readonly<Record<string, Trial>>;
  readonly logRule: string | null;
  readonly logTicket: string;
  readonly logCursor: string | null;
  readonly simInput: SimulateInput;
  readonly sim: Trial | null;
  readonly importing: { readonly fileName: string; readonly json: string } | null;
};

const kept: Kept = { tab: 'macro', drafts: {}, fresh: [] };

/** What the automation screen holds; drafts and the tab stay on this machine between starts. */
export const useRules = create<RulesState>()(
  persist(
    (): RulesState => ({
      ...kept,
      openId: null,
      cursor: null,
      errors: {},
      trials: {},
      logRule: null,
      logTicket: '',
      logCursor: null,
      simInput: { rules: 'active', ids: [], days: 7, one: false, ticket: '' },
      sim: null,
      importing: null,
    }),
    { name: 'foredesk.rules', version: 1, partialize: ({ tab, drafts, fresh }): Kept => ({ tab, drafts, fresh }) },
  ),
);

type Change = Partial<RulesState> | ((state: RulesState) => Partial<RulesState>);

export function setRules(change: Change): void {
  useRules.setState(change);
}

const without = <V>(held: Readonly<Record<string, V>>, id: string): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(held).filter(([key]) => key !== id));

/** Keeps what was changed on a rule; its errors and its trial are about what it was before. */
export function keepDraft(draft: RuleDraft, isNew = false): void {
  setRules(({ drafts, fresh, errors, trials }) => ({
    drafts: { ...drafts, [draft.id]: draft },
    fresh: isNew && !fresh.includes(draft.id) ? [...fresh, draft.id] : fresh,
    errors: without(errors, draft.id),
    trials: without(trials, draft.id),
  }));
}

/** Lets what was changed on a rule go; a new one is gone with it. */
export function dropDraft(id: string): void {
  setRules(({ drafts, fresh, errors, trials, openId }) => ({
    drafts: without(drafts, id),
    fresh: fresh.filter((one) => one !== id),
    errors: without(errors, id),
    trials: without(trials, id),
    openId: fresh.includes(id) && openId === id ? null : openId,
  }));
}

export const setErrors = (id: string, found: RuleErrors): void =>
  setRules(({ errors }) => ({ errors: { ...errors, [id]: found } }));

export const setTrial = (id: string, trial: Trial): void =>
  setRules(({ trials }) => ({ trials: { ...trials, [id]: trial } }));

export const dropTrial = (id: string): void => setRules(({ trials }) => ({ trials: without(trials, id) }));

export function openRule(id: string | null): void {
  setRules(id === null ? { openId: null } : { openId: id, cursor: id });
}

export const showTab = (tab: RulesTab): void => setRules({ tab, openId: null });
