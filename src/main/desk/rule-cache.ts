import type { Rule } from '../../contract/automation.ts';
import type { ReadyTrigger, TriggerRule } from '../../domain/automation/fire.ts';
import { compileConditions } from '../../domain/rules/conditions.ts';
import type { ReadDb } from '../store/db.ts';
import { readRuleList } from '../store/rules.ts';

/** The rules of the desk, read once and again when they change. */
export type RuleCache = {
  readonly list: () => readonly Rule[];
  /** The active triggers in order, compiled. */
  readonly triggers: () => readonly ReadyTrigger[];
  readonly forget: () => void;
  /** Says that a run was logged; `takeRan` asks whether one was since it was last asked. */
  readonly ran: () => void;
  readonly takeRan: () => boolean;
};

export function ruleCache(db: ReadDb): RuleCache {
  let list: readonly Rule[] | undefined;
  let triggers: readonly ReadyTrigger[] | undefined;
  let ran = false;
  const rules = (): readonly Rule[] => (list ??= readRuleList(db));
  return {
    list: rules,
    triggers: () =>
      (triggers ??= rules()
        .filter((rule): rule is TriggerRule => rule.kind === 'trigger' && rule.active)
        .map((rule) => ({ rule, fits: compileConditions(rule.conditions) }))),
    forget() {
      list = undefined;
      triggers = undefined;
    },
    ran() {
      ran = true;
    },
    takeRan() {
      const was = ran;
      ran = false;
      return was;
    },
  };
}
