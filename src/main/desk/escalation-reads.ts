import type { Escalation, EscalationRate, TicketRow } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { compiledFor } from '../../domain/calendar/compile.ts';
import { ownershipClock } from '../../domain/escalation/ownership.ts';
import { escalationRate } from '../../domain/escalation/rate.ts';
import { defaultCalendar } from '../../domain/sla/default-policy.ts';
import { readByIds } from '../store/boards.ts';
import { row, rows } from '../store/db.ts';
import { uidOf } from '../store/ticket-rows.ts';
import type { Core } from './core.ts';
import { personName, readEscalationSettings, type EscalationRecord } from './escalation-write.ts';
import { firstDoneStatus } from '../store/codes.ts';

/** The calendar of the policy that is for every ticket: the last in order. */
function ownershipCalendar(core: Core) {
  const { policies, calendars } = core.sla.rules();
  const key = policies.find(({ match }) => match === undefined)?.calendar ?? policies[0]?.calendar ?? '';
  return compiledFor(calendars[key] ?? defaultCalendar(core.facts.settings().timeZone));
}

/** Escalations of the desk as people see them, those whose ticket is gone left out. */
export function toEscalations(core: Core, records: readonly EscalationRecord[]): Escalation[] {
  const tickets = new Map(
    readByIds(core.db, [...new Set(records.map(({ ticket_id }) => ticket_id))]).map((each) => [each.number, each]),
  );
  const calendar = ownershipCalendar(core);
  return records.flatMap((record) => {
    const ticket = tickets.get(record.ticket_id);
    return ticket === undefined ? [] : [toEscalation(core, record, ticket, calendar)];
  });
}

function toEscalation(
  core: Core,
  record: EscalationRecord,
  ticket: TicketRow,
  calendar: ReturnType<typeof ownershipCalendar>,
): Escalation {
  const endedAt = record.ended_at ?? ticket.solvedAt;
  const given = { startedAt: record.opened_at, minutes: record.minutes, time: record.time, endedAt };
  return {
    id: uuidText(record.uid),
    ticket,
    level: record.level,
    ownerId: record.owner_id === null ? null : uidOf(core.db, 'person', record.owner_id),
    ownerName: personName(core.db, record.owner_id),
    ownerReason: record.owner_reason,
    cause: record.cause,
    reason: record.reason,
    automatic: record.automatic === 1,
    openedAt: record.opened_at,
    acceptedAt: record.accepted_at,
    endedAt: record.ended_at,
    ended: record.ended,
    resolution: record.resolution,
    clock: ownershipClock(given, calendar, core.ports.now()),
  };
}

/** What is open by level, due first on top; a solved ticket waits for nobody. SPEC ESC-5. */
export function escalationBoard(core: Core, drills: boolean) {
  const open = rows<EscalationRecord>(
    core.db,
    `SELECT e.* FROM escalation e INDEXED BY escalation_open JOIN ticket t ON t.id = e.ticket_id
     WHERE e.ended_at IS NULL AND t.status < ${firstDoneStatus} ${drills ? '' : 'AND t.drill = 0'}`,
  );
  const due = ({ clock }: Escalation): number => clock.dueAt ?? Infinity;
  const all = toEscalations(core, open).sort((a, b) => due(a) - due(b) || a.openedAt - b.openedAt);
  const { levels } = readEscalationSettings(core.db);
  return { levels: levels.map((each) => ({ ...each, escalations: all.filter(({ level }) => level === each.level) })) };
}

export const escalationsOf = (core: Core, ticketId: number): Escalation[] =>
  toEscalations(
    core,
    rows<EscalationRecord>(core.db, 'SELECT * FROM escalation WHERE ticket_id = ? ORDER BY id DESC', ticketId),
  );

/** Escalated among those created in the period; drills left out; each ticket counted once, by its first cause. SPEC ESC-40. */
export function rateOf(core: Core, from: number, to: number): EscalationRate {
  const created = row<{ n: number }>(
    core.db,
    'SELECT count(*) AS n FROM ticket WHERE created_at >= ? AND created_at < ? AND drill = 0',
    from,
    to,
  );
  const causes = rows<{ cause: string; escalated: number }>(
    core.db,
    `SELECT cause, count(*) AS escalated FROM (
       SELECT e.cause, min(e.id) FROM escalation e JOIN ticket t ON t.id = e.ticket_id
       WHERE e.level > 1 AND t.created_at >= ? AND t.created_at < ? AND t.drill = 0 GROUP BY e.ticket_id)
     GROUP BY cause ORDER BY escalated DESC, cause`,
    from,
    to,
  );
  return escalationRate({
    created: created?.n ?? 0,
    escalated: causes.reduce((sum, { escalated }) => sum + escalated, 0),
    causes,
    targetPercent: readEscalationSettings(core.db).targetPercent,
  });
}
