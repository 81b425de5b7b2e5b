import type { Alert } from '../../contract/index.ts';
import { minuteMs } from '../../domain/calendar/wall-time.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import type { ClockEngine } from '../store/clock-engine.ts';
import { alertCodes, clockStateCodes, metricCodes } from '../store/codes.ts';
import { column, rows, run, type Param, type ReadDb, type WriteDb } from '../store/db.ts';
import { deriveTouched } from '../store/derive.ts';
import { isDrill } from './escalation-watch.ts';
import { rulesMoved } from './policy-match.ts';
import { rematchName } from './recount.ts';
import { heldUntil } from './snooze.ts';
import type { Touched } from '../store/writer.ts';

/** Fired later than this, an alert says that it comes late. */
const lateAfterMs = 5_000;

export type ClockState = {
  readonly metric: number;
  readonly state: number;
  readonly due_at: number | null;
  readonly risk_at: number | null;
  readonly next_at: number | null;
  readonly mark_minutes: number | null;
  readonly spent_ms: number;
  readonly target_minutes: number | null;
};

const stateColumns = 'metric, state, due_at, risk_at, next_at, mark_minutes, spent_ms, target_minutes';
export const clockStates = (db: ReadDb, ticketId: number): ClockState[] =>
  rows<ClockState>(db, `SELECT ${stateColumns} FROM sla_clock WHERE ticket_id = ?`, ticketId);

/**
 * Derives what a command touched, and notes the clocks it made late or put at risk (a higher priority); what follows a
 * change of rules is no news, in its commit or in those after it. SPEC SLA-31, SLA-43.
 */
export function deriveAndNote(db: WriteDb, engine: ClockEngine, touched: Touched, now: number, command: string): void {
  const before = [...touched.tickets.keys()].map((id) => [id, clockStates(db, id)] as const);
  deriveTouched(db, engine, touched, now);
  // Hundreds of clocks at once are no news: who changed the rules sees them on the board.
  if (rulesMoved(touched) || command === rematchName) return;
  for (const [id, states] of before) noteMoves(db, id, states, now, 'command');
}

type Kind = Alert['kind'];
type News = { readonly kind: Kind; readonly mark: number; readonly happenedAt: number };

/** Notes each state and mark that a ticket's clocks newly reached, once per clock and due time. SPEC SLA-30, SLA-31, SLA-40. */
export function noteMoves(
  db: WriteDb,
  ticketId: number,
  before: readonly ClockState[],
  now: number,
  cause: 'time' | 'command',
): void {
  if (isDrill(db, ticketId)) return;
  for (const clock of clockStates(db, ticketId)) {
    const was = before.find(({ metric }) => metric === clock.metric);
    const news = was && newsOf(was, clock, now);
    if (news === undefined || clock.due_at === null) continue;
    const { kind, mark } = news;
    const late = cause === 'time' && now - news.happenedAt > lateAfterMs;
    // A breach is never held back: a snooze is for warnings. SPEC SLA-45.
    const held = kind === 'breached' ? null : heldUntil(db, ticketId, metricCodes.word(clock.metric), now);
    note(db, { ticketId, metric: clock.metric, kind, mark, dueAt: clock.due_at, now, late, held });
  }
}

type Note = {
  readonly ticketId: number;
  readonly metric: number;
  readonly kind: Kind;
  readonly mark: number;
  readonly dueAt: number;
  readonly now: number;
  readonly late: boolean;
  readonly held: number | null;
};

function note(db: WriteDb, { ticketId, metric, kind, mark, dueAt, now, late, held }: Note): void {
  const text = `INSERT INTO alert (ticket_id, metric, kind, due_at, fired_at, late, mark, held_until)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;
  run(db, text, ticketId, metric, alertCodes.code(kind), dueAt, now, late ? 1 : 0, mark, held);
}

/** Of what a clock passed at one look, the last is said: breached, else the later of risk and mark; at once, the risk. */
function newsOf(was: ClockState, is: ClockState, now: number): News | undefined {
  const worse = worsened(stateOf(was), stateOf(is));
  if (worse === 'breached') return { kind: worse, mark: 0, happenedAt: is.due_at ?? now };
  const risk: News = { kind: 'atRisk', mark: 0, happenedAt: is.risk_at ?? now };
  const mark = markPassed(was, is);
  if (mark === undefined) return worse && risk;
  const atMark: News = { kind: 'ladder', mark, happenedAt: was.next_at ?? now };
  if (worse === undefined) return atMark;
  if (now - risk.happenedAt < 1000) return risk;
  // Missed, both: the mark came later if less time was left at it than from the risk to the end.
  return is.risk_at !== null && is.due_at !== null && is.due_at - is.risk_at > mark * minuteMs ? atMark : risk;
}

const runs = (state: number): boolean => ['running', 'atRisk'].includes(clockStateCodes.word(state));

/** The mark newly passed, in minutes left. */
function markPassed(was: ClockState, is: ClockState): number | undefined {
  if (is.mark_minutes === null || !runs(was.state) || !runs(is.state)) return undefined;
  return was.mark_minutes === null || is.mark_minutes < was.mark_minutes ? is.mark_minutes : undefined;
}

type State = ReturnType<typeof clockStateCodes.word>;

/**
 * A clock that has spent more than a target it was given is as good as late: it becomes so with the next millisecond.
 * Said with the command that did it, or, where rules did, never: the millisecond is no news. SPEC SLA-7, SLA-31.
 */
const stateOf = ({ state, spent_ms, target_minutes }: ClockState): State =>
  runs(state) && target_minutes !== null && spent_ms > target_minutes * minuteMs
    ? 'breached'
    : clockStateCodes.word(state);

/** A clock that goes on after a pause is where it was: that is no news. */
function worsened(was: State, is: State): 'atRisk' | 'breached' | undefined {
  if (is === 'breached' && (was === 'running' || was === 'atRisk')) return 'breached';
  return is === 'atRisk' && was === 'running' ? 'atRisk' : undefined;
}

type Held = {
  id: number;
  ticket_id: number;
  metric: number;
  kind: number;
  due_at: number;
  mark: number;
  held_until: number;
};

/** When the first held warning may be said; null: none is held. */
export const nextRelease = (db: ReadDb): number | null =>
  column<number | null>(db, 'SELECT min(held_until) FROM alert WHERE held_until IS NOT NULL')[0] ?? null;

/**
 * Says what was held back until now of clocks that stand as they did; what was met, paused, moved or became late since is
 * dropped, and what was snoozed again waits on. The caller holds the transaction. SPEC SLA-45.
 */
export function releaseHeld(db: WriteDb, now: number): void {
  const held = rows<Held>(
    db,
    'SELECT id, ticket_id, metric, kind, due_at, mark, held_until FROM alert WHERE held_until <= ? ORDER BY id',
    now,
  );
  for (const { id, ticket_id: ticketId, metric, kind, due_at: dueAt, mark, held_until } of held) {
    run(db, 'DELETE FROM alert WHERE id = ?', id);
    const clock = clockStates(db, ticketId).find((each) => each.metric === metric);
    if (clock?.due_at !== dueAt || !runs(clock.state)) continue;
    // Of the marks passed meanwhile the last is the news.
    if (mark > 0 && clock.mark_minutes !== mark) continue;
    const again = heldUntil(db, ticketId, metricCodes.word(metric), now);
    const late = now - held_until > lateAfterMs;
    note(db, { ticketId, metric, kind: alertCodes.word(kind), mark, dueAt, now, late, held: again });
  }
}

/** The newest alerts, for who was not looking. */
export const recentAlerts = (db: ReadDb, limit: number): Alert[] =>
  alerts(db, 'WHERE a.held_until IS NULL ORDER BY a.id DESC LIMIT ?', limit);

/** What was noted after this one, in order. */
export const alertsAfter = (db: ReadDb, id: number): Alert[] =>
  alerts(db, 'WHERE a.id > ? AND a.held_until IS NULL ORDER BY a.id', id);

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
  mark: number;
};

function alerts(db: ReadDb, which: string, ...params: readonly Param[]): Alert[] {
  const text = `SELECT t.uid, t.id, t.subject, a.metric, a.kind, a.due_at, a.fired_at, a.late, a.mark FROM alert a JOIN ticket t ON t.id = a.ticket_id ${which}`;
  return rows<Noted>(db, text, ...params).map((noted) => ({
    kind: alertCodes.word(noted.kind),
    markMinutes: noted.mark > 0 ? noted.mark : null,
    ticketId: uuidText(noted.uid),
    number: noted.id,
    subject: noted.subject,
    metric: metricCodes.word(noted.metric),
    dueAt: noted.due_at,
    firedAt: noted.fired_at,
    late: noted.late === 1,
  }));
}
