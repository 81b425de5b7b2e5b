import type { Metric, Status } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { longestMinutes, pausedWhileAsked, type PausedStretch } from '../../domain/sla/paused.ts';
import { prepareTimeline, type SlaTimeline } from '../../domain/sla/timeline.ts';
import { rows, type ReadDb, type WriteDb } from './db.ts';
import { slimEvents } from './derive.ts';
import { createdFirst } from './sla-engine.ts';

export type AuditQuery = {
  readonly timeline: SlaTimeline;
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly limit: number;
};
type AuditRow = {
  id: string;
  number: number;
  subject: string;
  assignee: string | null;
  status: Status;
  metric: Metric;
  from: number;
  to: number;
  minutes: number;
  standing: boolean;
};
type AuditGroup = { assignee: string | null; status: Status; tickets: number; minutes: number };
export type AuditRead = {
  readonly tickets: number;
  readonly rows: AuditRow[];
  readonly total: number;
  readonly groups: AuditGroup[];
};

type Line = { id: number; uid: Uint8Array; subject: string; owner: string | null };

/** Clocks that stood paused while the customer had written, in tickets touched between two instants. SPEC SLA-48. */
export function readPauseAudit(db: ReadDb, { timeline, from, to, now, limit }: AuditQuery): AuditRead {
  const rules = prepareTimeline(timeline);
  const until = Math.min(to, now);
  const tickets = rows<Line>(
    db,
    `SELECT t.id, t.uid, t.subject, p.name AS owner FROM ticket t LEFT JOIN person p ON p.id = t.assignee_id
     WHERE t.updated_at >= ? AND t.created_at <= ? AND t.drill = 0`,
    from,
    until,
  );
  const found: AuditRow[] = [];
  const groups = new Map<string, AuditGroup>();
  for (const ticket of tickets) {
    const stretches = pausedWhileAsked(rules, createdFirst(slimEvents(db as WriteDb, ticket.id)), until)
      .filter((each) => each.to > from)
      .map((each) => ({ ...each, owner: each.owner === undefined ? ticket.owner : each.owner }));
    if (stretches.length > 0) addTicket(ticket, stretches, until === now, found, groups);
  }
  return {
    tickets: tickets.length,
    rows: found.sort((a, b) => b.minutes - a.minutes || a.number - b.number).slice(0, limit),
    total: found.length,
    groups: [...groups.values()].sort((a, b) => b.minutes - a.minutes),
  };
}

type Owned = PausedStretch & { readonly owner: string | null };

function addTicket(
  { id, uid, subject }: Line,
  stretches: readonly Owned[],
  untilNow: boolean,
  found: AuditRow[],
  groups: Map<string, AuditGroup>,
): void {
  const byGroup = new Map<string, Owned[]>();
  for (const stretch of stretches) {
    const { owner, status, standing, ...rest } = stretch;
    const short = { id: uuidText(uid), number: id, subject };
    found.push({ ...short, ...rest, assignee: owner, status: status as Status, standing: standing && untilNow });
    const key = JSON.stringify([owner, status]);
    byGroup.set(key, [...(byGroup.get(key) ?? []), stretch]);
  }
  for (const [key, some] of byGroup) {
    const [assignee, status] = JSON.parse(key) as [string | null, Status];
    const group = groups.get(key) ?? { assignee, status, tickets: 0, minutes: 0 };
    group.tickets += 1;
    group.minutes += longestMinutes(some);
    groups.set(key, group);
  }
}
