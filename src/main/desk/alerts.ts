import type { Alert } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import type { ClockEngine } from '../store/clock-engine.ts';
import { alertCodes, clockStateCodes, metricCodes } from '../store/codes.ts';
import { column, rows, run, type Param, type ReadDb, type WriteDb } from '../store/db.ts';
import { deriveTouched } from '../store/derive.ts';
import { rulesMoved } from './policy-match.ts';
import type { Touched } from '../store/writer.ts';

/** Fired later than this, an alert says that it comes late. */
const lateAfterMs = 5_000;

export type ClockState = {
  readonly metric: number;
  readonly state: number;
  readonly due_at: number | null;
  readonly risk_at: number | null;
};

export const clockStates = (db: ReadDb, ticketId: number): ClockState[] =>
  rows<ClockState>(db, 'SELECT metric, state, due_at, risk_at FROM sla_clock WHERE ticket_id = ?', ticketId);

/** Derives what a command touched, and notes the clocks it made late or put at risk (a higher priority). SPEC SLA-31. */
export function deriveAndNote(db: WriteDb, engine: ClockEngine, touched: Touched, now: number): void {
  const before = [...touched.tickets.keys()].map((id) => [id, clockStates(db, id)] as const);
  deriveTouched(db, engine, touched, now);
  // Hundreds of clocks at once are no news: who changed the rules sees them on the board.
  if (rulesMoved(touched)) return;
  for (const [id, states] of before) noteMoves(db, id, states, now, 'command');
}

/** Notes each state that a ticket's clocks newly reached, once per clock and due time. SPEC SLA-30, SLA-31. */
export function noteMoves(
  db: WriteDb,
  ticketId: number,
  before: readonly ClockState[],
  now: number,
  cause: 'time' | 'command',
): void {
  for (const clock of clockStates(db, ticketId)) {
    const was = before.find(({ metric }) => metric === clock.metric);
    const kind = was && worsened(was.state, clock.state);
    if (kind === undefined || clock.due_at === null) continue;
    const happenedAt = kind === 'atRisk' ? (clock.risk_at ?? now) : clock.due_at;
    const late = cause === 'time' && now - happenedAt > lateAfterMs;
    const text =
      'INSERT INTO alert (ticket_id, metric, kind, due_at, fired_at, late) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
    run(db, text, ticketId, clock.metric, alertCodes.code(kind), clock.due_at, now, late ? 1 : 0);
  }
}

/** A clock that goes on after a pause is where it was: that is no news. */
function worsened(from: number, to: number): 'atRisk' | 'breached' | undefined {
  const was = clockStateCodes.word(from);
  const is = clockStateCodes.word(to);
  if (is === 'breached' && (was === 'running' || was === 'atRisk')) return 'breached';
  return is === 'atRisk' && was === 'running' ? 'atRisk' : undefined;
}

/** The newest alerts, for who was not looking. */
export const recentAlerts = (db: ReadDb, limit: number): Alert[] => alerts(db, 'ORDER BY a.id DESC LIMIT ?', limit);

/** What was noted after this one, in order. */
export const alertsAfter = (db: ReadDb, id: number): Alert[] => alerts(db, 'WHERE a.id > ? ORDER BY a.id', id);

export const lastAlert = (db: ReadDb): number => column<number | null>(db, 'SELECT max(id) FROM alert')[0] ?? 0;

type Noted = {
  uid: Uint8Array;
  id: number;
  subject: string;
  metric: number;
  kind: number;
  due_at: number;
  fired_at: number;
  late: number;
};

function alerts(db: ReadDb, which: string, ...params: readonly Param[]): Alert[] {
  const text = `SELECT t.uid, t.id, t.subject, a.metric, a.kind, a.due_at, a.fired_at, a.late FROM alert a JOIN ticket t ON t.id = a.ticket_id ${which}`;
  return rows<Noted>(db, text, ...params).map((noted) => ({
    kind: alertCodes.word(noted.kind),
    markMinutes: null,
    ticketId: uuidText(noted.uid),
    number: noted.id,
    subject: noted.subject,
    metric: metricCodes.word(noted.metric),
    dueAt: noted.due_at,
    firedAt: noted.fired_at,
    late: noted.late === 1,
  }));
}
