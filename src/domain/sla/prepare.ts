import type { Calendar } from '../../contract/calendar.ts';
import type { Priority, Status } from '../../contract/common.ts';
import type { Metric, Policy } from '../../contract/sla.ts';
import { compiledFor } from '../calendar/compile.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { Fault } from '../fault.ts';

/** A target in whole ms, how much of it may be spent before the clock is at risk, and at each mark (ascending). */
export type PreparedTarget = {
  readonly ms: number;
  readonly riskMs: number;
  readonly business: boolean;
  readonly marks: readonly number[];
};

/** A policy with everything looked up, so that nothing is looked up per ticket. */
export type PreparedPolicy = {
  readonly name: string;
  /** Null where it is not kept in versions. */
  readonly version: number | null;
  readonly calendar: CompiledCalendar;
  readonly targets: Readonly<Record<Metric, Readonly<Record<Priority, PreparedTarget | null>>>>;
  readonly pauses: Readonly<Record<Metric, ReadonlySet<Status>>>;
  readonly restarts: boolean;
};

/** What clocks are worked out by: the policy a ticket starts under, and what its events may switch to. */
type RulesAtATime = {
  readonly policy: PreparedPolicy;
  readonly policies: ReadonlyMap<string, PreparedPolicy>;
  readonly calendars: ReadonlyMap<string, CompiledCalendar>;
};

/** Rules that count from an instant on. What did not change is the very same object as before. SPEC SLA-42. */
export type Epoch = RulesAtATime & { readonly from: number };

/** The rules there were first, and what took their place since, in time order. */
export type PreparedSla = RulesAtATime & { readonly later?: readonly Epoch[] };

export type SlaRules = {
  readonly policy: Policy;
  readonly policies?: Readonly<Record<string, Policy>> | undefined;
  readonly calendars: Readonly<Record<string, Calendar>>;
};

const byMetric = <T>(make: (metric: Metric) => T): Record<Metric, T> => ({
  firstResponse: make('firstResponse'),
  nextResponse: make('nextResponse'),
  periodicUpdate: make('periodicUpdate'),
  resolution: make('resolution'),
});

const riskOf = (policy: Policy, ms: number): number =>
  policy.atRiskMinutes === undefined
    ? Math.round((ms * policy.atRiskPercent) / 100)
    : Math.max(0, ms - Math.round(policy.atRiskMinutes * minuteMs));

/** How much is spent at each mark; a mark that the target never comes to is passed over. SPEC SLA-40. */
const marksOf = (policy: Policy, ms: number): readonly number[] => {
  const spent = (policy.ladder ?? []).map((mark) =>
    'percent' in mark ? Math.round((ms * mark.percent) / 100) : ms - Math.round(mark.minutesLeft * minuteMs),
  );
  return [...new Set(spent.filter((at) => at > 0))].sort((a, b) => a - b);
};

const targetOf = (policy: Policy, metric: Metric, priority: Priority): PreparedTarget | null => {
  const target = policy.targets[metric]?.[priority];
  if (!target) return null;
  const ms = Math.round(target.minutes * minuteMs);
  return { ms, riskMs: riskOf(policy, ms), business: target.time === 'business', marks: marksOf(policy, ms) };
};

/** Looks everything of a policy up. Faults INVALID where its calendar is not there. SPEC SLA-1. */
export const preparePolicy = (
  policy: Policy,
  calendars: ReadonlyMap<string, CompiledCalendar>,
  key: string | undefined,
  version: number | null = null,
): PreparedPolicy => {
  const name = policy.name ?? policy.id ?? key ?? 'policy';
  const calendar = calendars.get(policy.calendar);
  if (!calendar) {
    throw new Fault('INVALID', `The policy "${name}" uses the calendar "${policy.calendar}", which is not there.`, {
      field: 'calendars',
    });
  }
  return {
    name,
    version,
    calendar,
    targets: byMetric((metric) => ({
      p1: targetOf(policy, metric, 'p1'),
      p2: targetOf(policy, metric, 'p2'),
      p3: targetOf(policy, metric, 'p3'),
      p4: targetOf(policy, metric, 'p4'),
    })),
    pauses: byMetric((metric) => new Set(policy.pauses[metric] ?? [])),
    restarts: policy.reopen === 'restart',
  };
};

/**
 * Compiles policies and calendars once, for any number of tickets. Policies are known by their key and by their `id`.
 * Faults INVALID where a calendar is wrong or a policy names one that is not there. SPEC SLA-1.
 */
export const prepareSla = ({ policy, policies = {}, calendars }: SlaRules): PreparedSla => {
  const compiled = new Map(Object.entries(calendars).map(([key, calendar]) => [key, compiledFor(calendar)]));
  const base = preparePolicy(policy, compiled, undefined);
  const byKey = new Map<string, PreparedPolicy>();
  if (policy.id !== undefined) byKey.set(policy.id, base);
  for (const [key, one] of Object.entries(policies)) {
    const prepared = preparePolicy(one, compiled, key);
    if (one.id !== undefined) byKey.set(one.id, prepared);
    byKey.set(key, prepared);
  }
  return { policy: base, policies: byKey, calendars: compiled };
};
