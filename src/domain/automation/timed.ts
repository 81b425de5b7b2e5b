import type { Rule } from '../../contract/automation.ts';
import type { RuleCondition } from '../../contract/rules.ts';
import { compileConditions, type RuleTest } from '../rules/conditions.ts';
import type { RuleFacts } from '../rules/facts.ts';

export type TimedRule = Extract<Rule, { kind: 'timed' }>;
export type ReadyTimed = { readonly rule: TimedRule; readonly fits: RuleTest };

/** Timed automations run at the marks of this clock: every five minutes of the hour. SPEC AUT-16. */
export const markMs = 5 * 60_000;
const hourMs = 3_600_000;

/** The first mark at or after an instant. */
export const markFrom = (at: number): number => Math.ceil(at / markMs) * markMs;

const conditionsOf = ({ conditions }: Rule): readonly RuleCondition[] => [...conditions.all, ...conditions.any];

/** Whether a rule says itself which statuses it means: otherwise it means open tickets. SPEC AUT-17. */
export const asksStatus = (rule: TimedRule): boolean => conditionsOf(rule).some(({ field }) => field === 'status');

const isOpen = ({ status }: RuleFacts): boolean => status !== 'solved' && status !== 'closed';

export function readyTimed(rule: TimedRule): ReadyTimed {
  const fits = compileConditions(rule.conditions);
  return { rule, fits: asksStatus(rule) ? fits : (facts, moment) => isOpen(facts) && fits(facts, moment) };
}

const instants = {
  hoursSinceCreated: (facts: RuleFacts) => facts.createdAt,
  hoursSinceUpdated: (facts: RuleFacts) => facts.updatedAt,
  hoursSinceStatus: (facts: RuleFacts) => facts.statusAt,
  hoursSinceAssigned: (facts: RuleFacts) => facts.assignedAt,
  hoursSinceCustomer: (facts: RuleFacts) => facts.customerAt,
  hoursSinceAgent: (facts: RuleFacts) => facts.agentAt,
} as const;
const isSince = (field: string): field is keyof typeof instants => Object.hasOwn(instants, field);

/** When the answer of a rule can change while nothing happens to the ticket: the only instants worth asking it at. */
export function turningPoints(rule: TimedRule, facts: RuleFacts): number[] {
  return conditionsOf(rule).flatMap(({ field, values }) => {
    if (!isSince(field)) return [];
    const since = instants[field](facts);
    if (since === null) return [];
    // “At most” ends just after its bound.
    return values.flatMap((value) =>
      typeof value === 'number' ? [since + value * hourMs, since + value * hourMs + 1] : [],
    );
  });
}

/** The longest time a rule looks back, in ms: what has been still for longer cannot come to match. */
export const longestLook = (rule: TimedRule): number =>
  Math.max(
    0,
    ...conditionsOf(rule).flatMap(({ field, values }) =>
      isSince(field) ? values.map((value) => (typeof value === 'number' ? value * hourMs : 0)) : [0],
    ),
  );
