import type { EscalatedByItself } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { automaticCause } from '../../domain/escalation/settings.ts';
import { eventCodes, firstDoneStatus, priorityCodes } from '../store/codes.ts';
import { row, rows, type WriteDb } from '../store/db.ts';
import type { Touched } from '../store/writer.ts';
import type { Core } from './core.ts';
import { openAt, readEscalationSettings } from './escalation-write.ts';
import { ticketById } from './ticket-write.ts';

/** What the desk's one timer drives beside the clocks. */
export type DueSource = {
  /** When it next has something to do; null: nothing is waited for. */
  readonly nextAt: () => number | null;
  readonly run: (now: number) => void;
};

export type EscalationWatch = DueSource & {
  /** Looks again at what a commit touched; null: at everything. */
  readonly look: (touched: Touched | null) => void;
};

const p1 = priorityCodes.code('p1');
/** P1, open, with the agent, neither of a drill nor brought over the mark by an import. Since when it is P1. */
const candidates = `SELECT t.id, t.created_at, b.at AS came_at, t.uid,
  (SELECT max(at) FROM event WHERE ticket_id = t.id AND type = ${eventCodes.code('priority')} AND to_value = 'p1') AS raised_at
  FROM ticket t LEFT JOIN batch b ON b.id = t.batch_id
  WHERE t.status < ${firstDoneStatus} AND t.priority = ${p1} AND t.level = 1 AND t.drill = 0 AND t.merged_into IS NULL`;
type Candidate = { id: number; created_at: number; came_at: number | null; uid: Uint8Array; raised_at: number | null };

/** Once for a ticket and a stretch at P1, also where it was taken back: the log remembers. */
const already = `SELECT 1 FROM escalation_log WHERE ticket_uid = ? AND at >= ? AND action IN ('escalated', 'autoEscalated')`;

/**
 * A P1 that nobody solved within the minutes set goes to level 2 by itself; caught up at start and after sleep. When each
 * is due stays in memory and follows from commits: the desk does not look at all its P1s each time. SPEC ESC-10.
 */
export function escalationWatch(core: Core): EscalationWatch {
  let due: Map<number, number> | undefined;

  const dueAt = (found: Candidate, minutes: number): number | null => {
    const since = found.raised_at ?? found.created_at;
    const at = since + minutes * 60_000;
    if (found.came_at !== null && at <= found.came_at) return null;
    return row(core.db, already, found.uid, since) === undefined ? at : null;
  };
  const load = (): Map<number, number> => {
    const { on, minutes } = readEscalationSettings(core.db).automatic;
    const all = on ? rows<Candidate>(core.db, candidates) : [];
    return new Map(
      all.flatMap((found) => {
        const at = dueAt(found, minutes);
        return at === null ? [] : [[found.id, at] as const];
      }),
    );
  };
  const lookAt = (id: number): void => {
    const { on, minutes } = readEscalationSettings(core.db).automatic;
    const found = on ? row<Candidate>(core.db, `${candidates} AND t.id = ?`, id) : undefined;
    const at = found === undefined ? null : dueAt(found, minutes);
    if (at === null) due?.delete(id);
    else due?.set(id, at);
  };

  // What is announced in between may have made the whole to be read again.
  const forget = (id: number): void => void due?.delete(id);

  return {
    nextAt: () =>
      [...(due ??= load()).values()].reduce<number | null>((a, b) => (a === null ? b : Math.min(a, b)), null),
    run(now) {
      const ready = [...(due ??= load())].filter(([, at]) => at <= now).map(([id]) => id);
      const news: EscalatedByItself[] = [];
      for (const id of ready) {
        forget(id);
        news.push(...escalateByItself(core, id, now));
      }
      // After a night asleep they are one piece of news, not twenty.
      if (news.length > 0) core.hub.publish({ type: 'escalated', escalations: news });
    },
    look(touched) {
      if (touched === null || touched.entities.has('meta') || touched.entities.has('escalation')) due = undefined;
      else for (const id of touched.tickets.keys()) lookAt(id);
    },
  };
}

function escalateByItself(core: Core, id: number, now: number): readonly EscalatedByItself[] {
  const { minutes } = readEscalationSettings(core.db).automatic;
  const label = `#${id} to level 2 by itself`;
  const done = core.alarmLog.commit({ actor: 'Foredesk', name: 'escalation.automatic', label }, (write) => {
    const ticket = ticketById(core, id);
    if (ticket === undefined) return null;
    const at = Math.max(now, ticket.updated_at);
    const { owner } = openAt(core, write, ticket, {
      level: 2,
      cause: automaticCause,
      reason: `P1 and not solved for ${minutes} minutes`,
      automatic: true,
      action: 'autoEscalated',
      at,
      by: { kind: 'system', name: 'Foredesk' },
    });
    return {
      ticketId: uuidText(ticket.uid),
      number: id,
      subject: ticket.subject,
      level: 2,
      owner: owner.name,
      minutes,
    };
  });
  if (done.result === null) return [];
  core.announce(done.touched);
  return [done.result];
}

/** Nothing of a drill rings a bell. SPEC ESC-61. */
export const isDrill = (db: WriteDb, ticketId: number): boolean =>
  row<{ drill: number }>(db, 'SELECT drill FROM ticket WHERE id = ?', ticketId)?.drill === 1;
