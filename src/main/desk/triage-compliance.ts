import type { Channel, InstantIn, TriageField } from '../../contract/index.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { startOfDay } from '../../domain/calendar/day.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { missingTriage } from '../../domain/tickets/triage.ts';
import { channelCodes, eventCodes } from '../store/codes.ts';
import { rows } from '../store/db.ts';
import type { Core } from './core.ts';

type TriageRecord = {
  id: number;
  uid: Uint8Array;
  subject: string;
  channel: number;
  category: string | null;
  impact: number | null;
  urgency: number | null;
  queue_id: number | null;
  created_at: number;
  by: string | null;
};

/** Taken in here: neither imported nor of a drill. Who made it stands in its first event. */
const text = `SELECT id, uid, subject, channel, category, impact, urgency, queue_id, created_at,
  (SELECT author FROM event WHERE ticket_id = ticket.id AND type = ${eventCodes.code('created')} ORDER BY at, event.id LIMIT 1) AS by
  FROM ticket INDEXED BY ticket_created WHERE created_at >= ? AND created_at < ? AND batch_id IS NULL AND drill = 0 ORDER BY created_at DESC, id DESC`;

type Input = {
  readonly days: number;
  readonly from?: InstantIn | undefined;
  readonly to?: InstantIn | undefined;
};
type Count = { n: number; complete: number };

const mostListed = 200;
const target = 1;

/** The share of tickets taken in whose triage is complete as they stand now. SPEC TRI-5. */
export function triageCompliance(core: Core, input: Input) {
  const now = core.ports.now();
  const zone = core.facts.settings().timeZone;
  const from = input.from === undefined ? startOfDay(zone, now, input.days - 1) : toInstant(input.from);
  const to = input.to === undefined ? now + 1 : toInstant(input.to);
  if (to < from) throw new Fault('INVALID', 'The end is before the beginning. Turn them round.', { field: 'to' });
  const people = new Map<string, Count>();
  const channels = new Map<Channel, Count>();
  const total: Count = { n: 0, complete: 0 };
  const incomplete: Incomplete[] = [];
  for (const record of rows<TriageRecord>(core.db, text, from, to)) {
    const missing = missingTriage({ ...record, channel: 'known', customer: 'known', queue: record.queue_id });
    const by = record.by ?? '';
    const channel = channelCodes.word(record.channel);
    for (const count of [total, countOf(people, by), countOf(channels, channel)]) {
      count.n += 1;
      if (missing.length === 0) count.complete += 1;
    }
    if (missing.length > 0 && incomplete.length < mostListed)
      incomplete.push({
        id: uuidText(record.uid),
        number: record.id,
        subject: record.subject,
        missing,
        by,
        channel,
        createdAt: record.created_at,
      });
  }
  const worst = (a: Count, b: Count): number => a.complete / a.n - b.complete / b.n || b.n - a.n;
  return {
    ...total,
    from,
    to,
    share: total.n === 0 ? null : total.complete / total.n,
    target,
    byPerson: [...people].map(([name, count]) => ({ name, ...count })).sort(worst),
    byChannel: [...channels].map(([channel, count]) => ({ channel, ...count })).sort(worst),
    incomplete,
  };
}

type Incomplete = {
  id: string;
  number: number;
  subject: string;
  missing: TriageField[];
  by: string;
  channel: Channel;
  createdAt: number;
};

function countOf<Key>(counts: Map<Key, Count>, key: Key): Count {
  const known = counts.get(key);
  if (known !== undefined) return known;
  const fresh: Count = { n: 0, complete: 0 };
  counts.set(key, fresh);
  return fresh;
}
