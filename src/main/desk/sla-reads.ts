import { policySchema, type DeskPolicy } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { rows } from '../store/db.ts';
import { readTicket } from '../store/ticket-read.ts';
import { explainClocks } from './clocks.ts';
import { currentPolicy } from './policy-match.ts';
import { snoozesOf } from './snooze.ts';
import type { Core } from './core.ts';

/** The policies in order, each with the version that counts, and the calendars. */
export function deskPolicies(core: Core) {
  const { policies, calendars } = core.sla.rules();
  const timeline = core.sla.timeline();
  return {
    policies: policies.map((policy): DeskPolicy => {
      const id = policy.id ?? '';
      const last = timeline.policies[id]?.at(-1);
      return { ...policy, id, name: policy.name ?? id, version: last?.version ?? 1, since: last?.from ?? null };
    }),
    calendars: { ...calendars },
  };
}

type Stored = { version: number; from_at: number | null; body: string; saved_at: number; actor: string };

/** All versions of a policy, newest first; also of one that was removed. */
export function policyVersions(core: Core, id: string) {
  const text =
    'SELECT version, from_at, body, saved_at, actor FROM policy_version WHERE policy = ? ORDER BY version DESC';
  const found = rows<Stored>(core.db, text, id);
  if (found.length === 0) throw new Fault('NOT_FOUND', 'That policy was never on this desk.', { field: 'id' });
  return found.map(({ version, from_at, body, saved_at, actor }) => {
    const policy = policySchema.parse(JSON.parse(body));
    return { ...policy, id, name: policy.name ?? id, version, since: from_at, savedAt: saved_at, by: actor };
  });
}

/** A ticket's clocks with every segment, and by what they count. */
export function ledger(core: Core, by: { readonly id: string } | { readonly number: number }) {
  const ticket = readTicket(core.db, by);
  if (ticket === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  const { id, number, subject } = ticket;
  const timeline = core.sla.timeline();
  const key = currentPolicy(core.db, number) ?? timeline.order.at(-1) ?? '';
  const { body, version = 1 } = timeline.policies[key]?.at(-1) ?? {};
  const calendar = body?.calendar ?? '';
  return {
    ticket: { id, number, subject },
    policy: { id: key, name: body?.name ?? key, version },
    calendar,
    timeZone: timeline.calendars[calendar]?.at(-1)?.body.timeZone ?? core.facts.settings().timeZone,
    clocks: explainClocks(core, number),
    snoozes: snoozesOf(core.db, id, number),
  };
}
