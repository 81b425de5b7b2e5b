import { minuteMs, timeOf } from '../../../domain/calendar/wall-time.ts';
import { instantInWords } from '../../../domain/calendar/words.ts';
import { handoverText, type Handover } from '../../../domain/roster/handover.ts';
import { zoneOf, wallOf } from '../../../domain/calendar/zone.ts';
import { priorityCodes } from '../../store/codes.ts';
import { rows } from '../../store/db.ts';
import { readDueTickets } from '../../store/contacts.ts';
import type { Core } from '../core.ts';
import { countsNow } from '../board-reads.ts';
import { dayPlan } from '../staffing/day.ts';
import { today, type Outlooks } from '../staffing/outlook.ts';
import { onShiftAt } from './presence.ts';
import { published, shiftsIn } from './read.ts';
import { nameOf } from '../person.ts';

const hour = 60 * minuteMs;
const mostLines = 15;

type Line = { readonly number: number; readonly subject: string };

/** What the next shift has to know, as it stands in the desk now. SPEC HND-1. */
export async function handover(core: Core, outlook: Outlooks): Promise<{ at: number; text: string }> {
  const at = core.ports.now();
  const { timeZone } = core.facts.settings();
  const zone = zoneOf(timeZone);
  const said = (instant: number): string => timeOf(wallOf(zone, instant).minutes);
  // What should have been done says so; of another day the day, too.
  const promisedFor = (instant: number): string =>
    `${at - instant > 12 * hour ? instantInWords(timeZone, instant) : said(instant)}${instant < at ? ', past' : ''}`;
  const until = at + 12 * hour;
  const next = published(shiftsIn(core.db, { startAt: at, endAt: until }));
  const plan = await dayPlan(core, outlook, today(core), false);
  const facts: Handover = {
    at: instantInWords(timeZone, at),
    open: countsNow(core, { open: true }).total,
    breached: countsNow(core, { open: true, band: ['breached'] }).total,
    leaving: onShiftAt(core, at).map(({ personId }) => nameOf(core, personId)),
    coming: next
      .filter(({ startAt, personId }) => startAt > at && personId !== null)
      .map(({ personId, startAt }) => `${nameOf(core, personId)} at ${said(startAt)}`),
    p1: rows<Line>(
      core.db,
      `SELECT id AS number, subject FROM ticket INDEXED BY open_priority WHERE status < 4 AND priority = ${priorityCodes.code('p1')} AND drill = 0 ORDER BY due_at, id LIMIT ?`,
      mostLines,
    ),
    due: readDueTickets(core.db, at, at + 4 * hour, mostLines).map(({ number, subject, dueAt }) => ({
      number,
      subject,
      when: said(dueAt),
    })),
    promised: rows<Line & { at: number; phone: string }>(
      core.db,
      `SELECT t.id AS number, t.subject, c.promised_at AS at, c.phone FROM callback c JOIN ticket t ON t.id = c.ticket_id
       WHERE c.state = 'open' AND c.promised_at < ? ORDER BY c.promised_at LIMIT ?`,
      until,
      mostLines,
    ).map(({ number, subject, at: promised, phone }) => ({
      number,
      subject: `${phone}, ${subject}`,
      when: promisedFor(promised),
    })),
    dispatched: rows<Line & { at: number; name: string }>(
      core.db,
      `SELECT t.id AS number, t.subject, d.due_at AS at, d.name FROM dispatch d JOIN ticket t ON t.id = d.ticket_id
       WHERE d.state = 'open' AND d.due_at < ? ORDER BY d.due_at LIMIT ?`,
      until,
      mostLines,
    ).map(({ number, subject, at: due, name }) => ({ number, subject: `${name}: ${subject}`, when: promisedFor(due) })),
    incidents: rows<Line>(
      core.db,
      'SELECT t.id AS number, i.title AS subject FROM incident i JOIN ticket t ON t.id = i.ticket_id WHERE i.closed_at IS NULL AND i.drill = 0 ORDER BY i.started_at',
    ),
    pace: plan.reforecast,
  };
  return { at, text: handoverText(facts) };
}
