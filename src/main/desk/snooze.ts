import type { InstantIn, Metric, Snooze } from '../../contract/index.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { Fault } from '../../domain/fault.ts';
import { eventCodes } from '../store/codes.ts';
import { column, rows, type ReadDb } from '../store/db.ts';
import type { Core } from './core.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketState } from './ticket-write.ts';

type SnoozeIn = {
  readonly ticketId: string;
  readonly metric: Metric;
  readonly until: InstantIn;
  readonly reason: string;
};

const longestMs = 90 * 86_400_000;

/** Holds warnings of a clock back until a time; who, until when and why stay on the ticket. SPEC SLA-45. */
export function snooze(core: Core, { ticketId, metric, until: given, reason }: SnoozeIn) {
  const until = toInstant(given);
  const ticket = ticketState(core, ticketId);
  const now = core.ports.now();
  if (until <= now) throw new Fault('INVALID', 'That time is over. Snooze until a later one.', { field: 'until' });
  if (until - now > longestMs)
    throw new Fault('INVALID', 'Snooze for 90 days at most: nobody remembers for longer.', { field: 'until' });
  const at = instantFor(core, ticket);
  const by = atDesk(core);
  const { changeSet } = core.write({ name: 'sla.snooze', label: `Snoozed #${ticket.id}` }, (write) => {
    const to = new Date(until).toISOString();
    addEvent(core, write, ticket.id, at, {
      type: 'snooze',
      kind: by.kind,
      author: by.name,
      body: reason,
      field: metric,
      to,
    });
    applyPatch(core, write, ticket, {}, { at, by });
  });
  return { snooze: { ticketId, metric, until, reason, by: by.name, at }, changeSet };
}

const snoozeEvent = eventCodes.code('snooze');
type Stored = { at: number; author: string; body: string | null; field: string; to_value: string };

/** What was snoozed on a ticket, newest first. */
export const snoozesOf = (db: ReadDb, ticketId: string, number: number): Snooze[] =>
  rows<Stored>(
    db,
    `SELECT at, author, body, field, to_value FROM event WHERE ticket_id = ? AND type = ${snoozeEvent} ORDER BY at DESC, id DESC`,
    number,
  ).map(({ at, author, body, field, to_value }) => ({
    ticketId,
    metric: field as Metric,
    until: Date.parse(to_value),
    reason: body ?? '',
    by: author,
    at,
  }));

/** Until when warnings of a clock are held back: the last word counts, also a shorter one. Null: they are not. */
export function heldUntil(db: ReadDb, ticketId: number, metric: Metric, now: number): number | null {
  const text = `SELECT to_value FROM event WHERE ticket_id = ? AND type = ${snoozeEvent} AND field = ? ORDER BY at DESC, id DESC LIMIT 1`;
  const [until] = column<string>(db, text, ticketId, metric);
  const at = until === undefined ? 0 : Date.parse(until);
  return at > now ? at : null;
}
