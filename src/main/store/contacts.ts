import type { Channel, Forecast } from '../../contract/index.ts';
import { forecast } from '../../domain/staffing/forecast/forecast.ts';
import { Fault } from '../../domain/fault.ts';
import { minuteMs } from '../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../domain/calendar/zone.ts';
import { channelCodes, eventCodes, authorCodes } from './codes.ts';
import { rows, type Param, type ReadDb } from './db.ts';

/** Contacts of one stream per interval, from one instant up to another; no queues means all. */
export type ContactsQuery = {
  readonly startAt: number;
  readonly endAt: number;
  readonly intervalMinutes: number;
  readonly channels: readonly Channel[];
  readonly queueIds: readonly Uint8Array[];
};
export type ContactCount = { readonly at: number; readonly value: number };

/**
 * How many contacts came in each interval, noughts included; drills and merged copies are no contacts. One stretch of the
 * index over creation: it costs what lies in that stretch. SPEC STF-21.
 */
export function readContacts(db: ReadDb, query: ContactsQuery): ContactCount[] {
  const step = query.intervalMinutes * minuteMs;
  const channels = query.channels.map((channel) => channelCodes.code(channel));
  const queues =
    query.queueIds.length === 0
      ? ''
      : `AND queue_id IN (SELECT id FROM queue WHERE uid IN (${query.queueIds.map(() => '?').join(', ')}))`;
  const params: Param[] = [query.startAt, step, query.startAt, query.endAt, ...query.queueIds];
  const counted = rows<{ slot: number; n: number }>(
    db,
    `SELECT CAST((created_at - ?) / ? AS INTEGER) AS slot, count(*) AS n FROM ticket INDEXED BY ticket_created
     WHERE created_at >= ? AND created_at < ? ${queues} AND channel IN (${channels.join(', ')}) AND drill = 0 AND merged_into IS NULL
     GROUP BY 1`,
    ...params,
  );
  const bySlot = new Map(counted.map(({ slot, n }) => [slot, n]));
  const slots = Math.ceil((query.endAt - query.startAt) / step);
  return Array.from({ length: slots }, (_, slot) => ({
    at: query.startAt + slot * step,
    value: bySlot.get(slot) ?? 0,
  }));
}

export type OutlookQuery = ContactsQuery & {
  readonly horizonDays: number;
  readonly timeZone: string;
  readonly events: readonly { readonly date: string; readonly name: string; readonly factor: number }[];
};
/** `missing`: why there is no forecast, in words. */
export type OutlookRead = { readonly forecast: Forecast | null; readonly missing: string | null };

/** The forecast of a stream from its own history. Half a year of a large desk takes longer than a frame: for a thread. */
export function readOutlook(db: ReadDb, query: OutlookQuery): OutlookRead {
  const series = readContacts(db, query);
  const first = series.findIndex(({ value }) => value > 0);
  if (first < 0)
    return { forecast: null, missing: 'No contacts of this kind in the last half year: nothing to learn from.' };
  // A desk begins with its first contact: what was before is not a row of noughts.
  const { intervalMinutes, horizonDays, timeZone, events } = query;
  const zone = zoneOf(timeZone);
  const from = instantOfWall(zone, wallOf(zone, series[first]?.at ?? 0).day, 0);
  try {
    const known = series.filter(({ at }) => at >= from);
    return {
      forecast: forecast({ series: known, intervalMinutes, horizonDays, timeZone, events: [...events] }),
      missing: null,
    };
  } catch (error) {
    if (error instanceof Fault) return { forecast: null, missing: error.message };
    throw error;
  }
}

/**
 * Tickets each agent answered between two instants, by the name on the events: a ticket once, however often. Read from
 * what was touched since.
 */
export function readHandled(
  db: ReadDb,
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): Map<string, number> {
  const found = rows<{ author: string; n: number }>(
    db,
    `SELECT e.author, count(DISTINCT e.ticket_id) AS n FROM ticket t INDEXED BY ticket_updated
     JOIN event e ON e.ticket_id = t.id AND e.at >= ? AND e.at < ?
     WHERE t.updated_at >= ? AND t.drill = 0 AND e.type = ${eventCodes.code('agentReply')} AND e.author_kind = ${authorCodes.code('agent')}
     GROUP BY e.author`,
    startAt,
    endAt,
    startAt,
  );
  return new Map(found.map(({ author, n }) => [author, n]));
}

/** An open ticket with a clock that still runs: what breaches, when, and which work it is. */
export type DueTicket = {
  readonly id: Uint8Array;
  readonly number: number;
  readonly subject: string;
  readonly channel: Channel;
  readonly queue: Uint8Array | null;
  readonly dueAt: number;
};

/** Tickets whose first or next response runs and is due until an instant, earliest first. SPEC STF-50. */
export const readDueTickets = (db: ReadDb, from: number, until: number, limit: number): DueTicket[] =>
  rows<{ uid: Uint8Array; id: number; subject: string; channel: number; queue: Uint8Array | null; due_at: number }>(
    db,
    `SELECT t.uid, t.id, t.subject, t.channel, q.uid AS queue, min(c.due_at) AS due_at
     FROM sla_clock c INDEXED BY sla_clock_due JOIN ticket t ON t.id = c.ticket_id LEFT JOIN queue q ON q.id = t.queue_id
     WHERE c.next_at IS NOT NULL AND c.due_at >= ? AND c.due_at < ? AND t.drill = 0 AND t.status < 4
     GROUP BY t.id ORDER BY 6, t.id LIMIT ?`,
    from,
    until,
    limit,
  ).map(({ uid, id, subject, channel, queue, due_at }) => ({
    id: uid,
    number: id,
    subject,
    channel: channelCodes.word(channel),
    queue,
    dueAt: due_at,
  }));
