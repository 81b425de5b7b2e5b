import type { Rule, TriggerEvent } from '../../contract/automation.ts';
import type { RuleTest } from '../rules/conditions.ts';
import type { RuleChange, RuleFacts } from '../rules/facts.ts';
import { isIdle, type Plan } from './plan.ts';

export type TriggerRule = Extract<Rule, { kind: 'trigger' }>;
export type ReadyTrigger = { readonly rule: TriggerRule; readonly fits: RuleTest };

/** What was done to a ticket at once: by a command, or by one rule after it. */
export type Deed = { readonly events: readonly TriggerEvent[]; readonly changes: readonly RuleChange[] };

/** How triggers are carried out: on the desk, or in thought by the simulator. */
export type FirePorts = {
  readonly now: number;
  /** The ticket as it stands now. */
  readonly facts: () => RuleFacts;
  /** What the rule would do now. May throw: the rule then failed. */
  readonly plan: (rule: TriggerRule) => Plan;
  /** Does it. May throw: the rule then failed, and nothing of it was done. */
  readonly apply: (rule: TriggerRule, plan: Plan, cause: TriggerEvent, changes: readonly RuleChange[]) => void;
  readonly failed: (rule: TriggerRule, cause: TriggerEvent, error: unknown) => void;
  /** The rule would have acted again because of the others named, and was held back. */
  readonly looped: (rule: TriggerRule, cause: TriggerEvent, others: readonly string[]) => void;
};

/** No more rules than this act on one ticket for one command. SPEC AUT-12. */
export const mostRuns = 50;

type Past = { readonly rule: TriggerRule | null; readonly deed: Deed };

/**
 * Runs the triggers that a deed sets off: the first in order that fits and would change something acts, and what it did
 * counts for all; then from the top again, each rule once, until none is left. SPEC AUT-10 to AUT-12.
 */
export function fireTriggers(triggers: readonly ReadyTrigger[], deed: Deed, ports: FirePorts): void {
  const past: Past[] = [{ rule: null, deed }];
  const tried = new Set<string>();
  for (let runs = 0; runs <= mostRuns; runs++) {
    const next = nextTrigger(triggers, past, tried, ports);
    if (next === undefined) break;
    tried.add(next.rule.id);
    if (runs === mostRuns) {
      ports.looped(next.rule, next.cause, [`${mostRuns} other rules`]);
      return;
    }
    const { rule, plan, cause, changes } = next;
    try {
      ports.apply(rule, plan, cause, changes);
      past.push({ rule, deed: deedOf(plan) });
    } catch (error) {
      ports.failed(rule, cause, error);
    }
  }
  if (past.length > 2) reportLoops(triggers, past, ports);
}

type Next = { rule: TriggerRule; plan: Plan; cause: TriggerEvent; changes: readonly RuleChange[] };

function nextTrigger(
  triggers: readonly ReadyTrigger[],
  past: readonly Past[],
  tried: Set<string>,
  ports: FirePorts,
): Next | undefined {
  const { events, changes } = together(past);
  for (const trigger of triggers) {
    const { rule } = trigger;
    const cause = tried.has(rule.id) ? undefined : causeOf(trigger, events, changes, ports);
    if (cause === undefined) continue;
    try {
      const plan = ports.plan(rule);
      if (!isIdle(plan)) return { rule, plan, cause, changes };
    } catch (error) {
      tried.add(rule.id);
      ports.failed(rule, cause, error);
    }
  }
  return undefined;
}

/** What set the trigger off, if it was. */
function causeOf(
  { rule, fits }: ReadyTrigger,
  events: ReadonlySet<TriggerEvent>,
  changes: readonly RuleChange[],
  { facts, now }: FirePorts,
): TriggerEvent | undefined {
  const cause = rule.on.find((event) => events.has(event));
  return cause !== undefined && fits(facts(), { now, changes }) ? cause : undefined;
}

function together(past: readonly Past[]): { events: ReadonlySet<TriggerEvent>; changes: readonly RuleChange[] } {
  return {
    events: new Set(past.flatMap(({ deed }) => deed.events)),
    changes: past.flatMap(({ deed }) => deed.changes),
  };
}

/** What a plan, carried out, is to other triggers. */
export const deedOf = ({ messages, changes }: Plan): Deed => ({
  events: [
    ...new Set<TriggerEvent>(messages.map(({ type }) => type)),
    ...(changes.length > 0 ? ['updated' as const] : []),
  ],
  changes,
});

/**
 * A rule that other rules, acting after it, would set off again to change back what they changed, or to answer what they
 * wrote: left alone they would go on without end. One whose wishes still stand is no loop.
 */
function reportLoops(triggers: readonly ReadyTrigger[], past: readonly Past[], ports: FirePorts): void {
  past.forEach(({ rule }, index) => {
    const later = past.slice(index + 1);
    const trigger = triggers.find((each) => each.rule.id === rule?.id);
    if (trigger === undefined || later.length === 0) return;
    const { events, changes } = together(later);
    const cause = causeOf(trigger, events, changes, ports);
    if (cause === undefined) return;
    try {
      const plan = ports.plan(trigger.rule);
      const answers = (cause === 'agentReply' || cause === 'internalNote') && plan.messages.length > 0;
      if (plan.changes.length > 0 || answers)
        ports.looped(
          trigger.rule,
          cause,
          later.flatMap((each) => each.rule?.name ?? []),
        );
    } catch {
      // What cannot be done again does not go round.
    }
  });
}
