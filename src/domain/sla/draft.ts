import type { Calendar } from '../../contract/calendar.ts';
import type { SlaDraft } from '../../contract/sla.ts';
import type { Policy } from '../../contract/sla.ts';
import { checkOpens, checkPolicies } from './check-policy.ts';
import type { ClockEvent } from './engine.ts';
import type { SlaTimeline, Version } from './timeline.ts';

/** The rules of a desk as they stand. */
export type CurrentRules = {
  readonly policies: readonly Policy[];
  readonly calendars: Readonly<Record<string, Calendar>>;
};

type Drafted = {
  readonly policies: readonly (readonly [string, Policy])[];
  readonly calendars: CurrentRules['calendars'];
};

/** A draft over a desk's rules, checked as a save would be. Faults INVALID with the reason. SPEC SLA-44, SLA-46. */
export const checkedDraft = (current: CurrentRules, draft: SlaDraft, now: number): Drafted => {
  const calendars = { ...current.calendars, ...draft.calendars };
  for (const [key, calendar] of Object.entries(draft.calendars ?? {})) checkOpens(calendar, key, now);
  const policies = draft.policies ?? current.policies;
  checkPolicies(policies, calendars, now);
  return { policies: policies.map((policy, i) => [policy.id ?? `draft ${i + 1}`, policy] as const), calendars };
};

/** One more version where the body is another, from an instant on; null: the only one there ever was. */
const withBody = <Body>(versions: readonly Version<Body>[], body: Body, from: number | null): Version<Body>[] => {
  const last = versions.at(-1);
  const version = (last?.version ?? 0) + 1;
  if (from === null || last === undefined) return [{ version, from: null, body }];
  return JSON.stringify(last.body) === JSON.stringify(body) ? [...versions] : [...versions, { version, from, body }];
};

/** The timeline with a draft in it: from an instant on, or (null) as if it had always been so. SPEC SLA-46, SLA-47. */
export const draftTimeline = (
  desk: SlaTimeline,
  { policies, calendars }: Drafted,
  from: number | null,
): SlaTimeline => ({
  order: policies.map(([key]) => key),
  policies: {
    ...desk.policies,
    ...Object.fromEntries(policies.map(([key, body]) => [key, withBody(desk.policies[key] ?? [], body, from)])),
  },
  calendars: {
    ...desk.calendars,
    ...Object.fromEntries(
      Object.entries(calendars).map(([key, body]) => [key, withBody(desk.calendars[key] ?? [], body, from)]),
    ),
  },
});

/** A ticket's events as if it had been under one policy from its creation on. */
export const alwaysUnder = (events: readonly ClockEvent[], policy: string): ClockEvent[] => {
  const [created, ...rest] = events.filter(({ type }) => type !== 'policy');
  if (created === undefined) return [];
  return [created, { at: created.at, type: 'policy', from: null, to: policy }, ...rest];
};
