import type { Rule, RuleKind, SimulatedRun } from '../../contract/index.ts';
import { draftOf, ruleOf, type RuleDraft } from './rule-draft.ts';

/** What the desk answered: what rules would have done. */
export type Simulated = {
  readonly tickets: number;
  readonly rules: readonly { ruleId: string; name: string; fired: number; tickets: number }[];
  readonly total: number;
  readonly runs: readonly SimulatedRun[];
  readonly loops: readonly { ticketNumber: number; rules: readonly string[] }[];
};

export type SimulateInput = {
  readonly rules: 'active' | 'chosen';
  readonly ids: readonly string[];
  readonly days: number;
  /** One ticket by its number, in place of a stretch of time. */
  readonly one: boolean;
  readonly ticket: string;
};

export const simulatedDays: readonly number[] = [1, 7, 30, 90];

/** A rule as the simulator takes it: a draft stands for the rule it changes, and counts as active. */
export const simulated = (draft: RuleDraft): { readonly kind: RuleKind } & Record<string, unknown> => ({
  ...ruleOf(draft, false),
  active: true,
});

/** The rules to ask about: each as its draft has it where there is one. */
export const chosenRules = (
  rules: readonly Rule[],
  drafts: Readonly<Record<string, RuleDraft>>,
  ids: readonly string[],
): readonly RuleDraft[] => {
  const saved = rules.filter(({ id }) => ids.includes(id)).map((rule) => drafts[rule.id] ?? draftOf(rule));
  const fresh = ids.flatMap((id) => (rules.some((rule) => rule.id === id) ? [] : (drafts[id] ?? [])));
  return [...saved, ...fresh];
};

export type TicketRuns = {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly runs: readonly SimulatedRun[];
};

/** Runs ticket by ticket, in the order in which each ticket first comes; on a ticket by time, then by their order. */
export function byTicket(runs: readonly SimulatedRun[]): readonly TicketRuns[] {
  const groups = new Map<string, SimulatedRun[]>();
  for (const run of runs) {
    const held = groups.get(run.ticketId);
    if (held === undefined) groups.set(run.ticketId, [run]);
    else held.push(run);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sorted = group.toSorted((a, b) => a.at - b.at || a.order - b.order);
    return [{ ticketId: first.ticketId, number: first.ticketNumber, subject: first.subject, runs: sorted }];
  });
}

/** A ticket's number as typed, with or without `#`; null where it is none. */
export function ticketNumber(typed: string): number | null {
  const digits = /^#?\s*(\d{1,9})$/.exec(typed.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
