import type { Calendar } from '../../contract/calendar.ts';
import type { Policy } from '../../contract/sla.ts';
import { compiledFor } from '../calendar/compile.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { Fault } from '../fault.ts';
import { preparePolicy } from './prepare.ts';
import type { Epoch, PreparedPolicy, PreparedSla } from './prepare.ts';

/** What a policy or a calendar said from an instant on (epoch ms; null: since ever). */
export type Version<Body> = { readonly version: number; readonly from: number | null; readonly body: Body };

/**
 * All rules of a desk, as they are and as they were. Plain data: it crosses to other threads. Versions are in the order
 * they were saved; what was removed is kept, for tickets that were under it.
 */
export type SlaTimeline = {
  /** The policies there are now, in order. The last is for every ticket the others do not take. */
  readonly order: readonly string[];
  readonly policies: Readonly<Record<string, readonly Version<Policy>[]>>;
  readonly calendars: Readonly<Record<string, readonly Version<Calendar>[]>>;
};

/** Rules that have always been as they are; policies are known by their `id`. */
export const sinceEver = (policies: readonly Policy[], calendars: Readonly<Record<string, Calendar>>): SlaTimeline => {
  const keyed = policies.map((policy, index) => [policy.id ?? `policy ${index + 1}`, policy] as const);
  const once = <Body>(body: Body): readonly Version<Body>[] => [{ version: 1, from: null, body }];
  return {
    order: keyed.map(([key]) => key),
    policies: Object.fromEntries(keyed.map(([key, policy]) => [key, once(policy)])),
    calendars: Object.fromEntries(Object.entries(calendars).map(([key, calendar]) => [key, once(calendar)])),
  };
};

/** The version that counts at an instant: the last saved of those that had begun; before all of them, the first. SPEC SLA-42. */
export const versionAt = <Body>(versions: readonly Version<Body>[], at: number): Version<Body> | undefined =>
  versions.findLast(({ from }) => (from ?? Number.NEGATIVE_INFINITY) <= at) ?? versions[0];

/** The newest version of each: what counts now. */
export const newest = <Body>(versions: readonly Version<Body>[]): Version<Body> | undefined => versions.at(-1);

const everyFrom = ({ policies, calendars }: SlaTimeline): number[] => {
  const all = [...Object.values(policies), ...Object.values(calendars)].flat();
  return [...new Set(all.flatMap(({ from }) => (from === null ? [] : [from])))].sort((a, b) => a - b);
};

type Made = { readonly calendars: Map<string, CompiledCalendar>; readonly policies: Map<string, PreparedPolicy> };

/** Rules at an instant; a policy whose body and calendar did not change is the same object as before. */
const epochAt = (timeline: SlaTimeline, at: number, made: Made): Epoch => {
  const calendars = new Map<string, CompiledCalendar>();
  const named = new Map<string, string>();
  for (const [key, versions] of Object.entries(timeline.calendars)) {
    const found = versionAt(versions, at);
    if (!found) continue;
    const name = `${key} ${found.version}`;
    const compiled = made.calendars.get(name) ?? compiledFor(found.body);
    made.calendars.set(name, compiled);
    named.set(key, name);
    calendars.set(key, compiled);
  }
  const policies = new Map<string, PreparedPolicy>();
  for (const [key, versions] of Object.entries(timeline.policies)) {
    const found = versionAt(versions, at);
    if (!found) continue;
    const name = `${key} ${found.version} ${named.get(found.body.calendar) ?? ''}`;
    const prepared = made.policies.get(name) ?? preparePolicy(found.body, calendars, key, found.version);
    made.policies.set(name, prepared);
    policies.set(key, prepared);
  }
  const policy = policies.get(timeline.order.at(-1) ?? '');
  if (!policy) throw new Fault('DAMAGED', 'This desk has no SLA policy for all tickets. Open a backup.');
  return { from: at, policy, policies, calendars };
};

const sameRules = (a: Epoch, b: Epoch): boolean =>
  [...b.policies].every(([key, policy]) => a.policies.get(key) === policy) &&
  [...b.calendars].every(([key, calendar]) => a.calendars.get(key) === calendar);

/**
 * Compiles the rules of all times once, for any number of tickets. Faults INVALID where a calendar is wrong or a policy
 * names one that is not there. SPEC SLA-42.
 */
export const prepareTimeline = (timeline: SlaTimeline): PreparedSla => {
  const made: Made = { calendars: new Map(), policies: new Map() };
  const first = epochAt(timeline, Number.NEGATIVE_INFINITY, made);
  const later: Epoch[] = [];
  for (const at of everyFrom(timeline)) {
    const epoch = epochAt(timeline, at, made);
    if (!sameRules(later.at(-1) ?? first, epoch)) later.push(epoch);
  }
  return { policy: first.policy, policies: first.policies, calendars: first.calendars, later };
};

const fromOf = ({ from }: Version<unknown>): number => from ?? Number.NEGATIVE_INFINITY;

const firstDifference = (
  before: Readonly<Record<string, readonly Version<unknown>[]>>,
  after: Readonly<Record<string, readonly Version<unknown>[]>>,
): number => {
  let earliest = Number.POSITIVE_INFINITY;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [a, b] = [before[key] ?? [], after[key] ?? []];
    // A thing that is new, or gone as if it had never been: no ticket can have been under it.
    if (a.length === 0 || b.length === 0) continue;
    const common = a.findIndex((each, i) => JSON.stringify(each) !== JSON.stringify(b[i]));
    const at = common === -1 ? a.length : common;
    for (const version of [...a.slice(at), ...b.slice(at)]) earliest = Math.min(earliest, fromOf(version));
  }
  return earliest;
};

/** Calendars that some policy counts, or once counted, by. */
const countedBy = ({ policies, calendars }: SlaTimeline): SlaTimeline['calendars'] => {
  const used = new Set(
    Object.values(policies)
      .flat()
      .map(({ body }) => body.calendar),
  );
  return Object.fromEntries(Object.entries(calendars).filter(([key]) => used.has(key)));
};

/** From when on two timelines count differently: Infinity where nowhere. */
export const differsFrom = (before: SlaTimeline, after: SlaTimeline): number =>
  Math.min(
    firstDifference(before.policies, after.policies),
    firstDifference(countedBy(before), countedBy(after)),
    before.order.at(-1) === after.order.at(-1) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
  );
