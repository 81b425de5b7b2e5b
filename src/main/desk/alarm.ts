import { uuidText } from '../../domain/desk/uuid.ts';
import { column, row, run, transaction, type WriteDb } from '../store/db.ts';
import { deriveClocks } from '../store/derive.ts';
import { alertsAfter, clockStates, lastAlert, nextRelease, noteMoves, releaseHeld } from './alerts.ts';
import type { Core } from './core.ts';

export type Alarm = {
  /** Brings forward what is due, before a command looks at the clocks: else it would swallow what they had to say. */
  readonly settle: () => void;
  /** Says what a commit noted, and looks at the earliest due clock again: after every commit. */
  readonly reset: () => void;
  /** After sleep, at start, or when the clock was set: says what was missed, at once. */
  readonly catchUp: () => void;
  readonly stop: () => void;
};

/** Something else that happens at its time: it says when next (null: never), and is run then, or as soon as may be after. */
export type TimedSource = { readonly nextAt: () => number | null; readonly run: (now: number) => void };

/** No timer is set further ahead: a laptop lid, or a clock set by hand, moves wall time under a running one. */
const longestSleepMs = 30_000;
/** Clocks brought forward in one transaction. */
const atOnce = 500;

/**
 * One timer for all clocks of the desk, and for whatever else happens at its time: sleeps to the earliest, then makes all
 * that are due. SPEC SLA-30.
 */
export function alarm(core: Core, sources: readonly TimedSource[] = []): Alarm {
  const nextDue = (): number | null => {
    const instants = [nextClock(core.db), ...sources.map(({ nextAt }) => nextAt())].filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  };
  let cancel: (() => void) | undefined;
  let stopped = false;
  let lastSeen = core.ports.now();
  let lastSaid = lastAlert(core.db);

  const sayNoted = (): number => {
    const noted = alertsAfter(core.db, lastSaid);
    if (noted.length === 0) return 0;
    lastSaid = lastAlert(core.db);
    core.hub.publish({ type: 'alerts', alerts: noted });
    return noted.length;
  };

  const ring = (): void => {
    if (stopped) return;
    const now = core.ports.now();
    const away = now - lastSeen - longestSleepMs;
    lastSeen = now;
    const touched = bringAllForward(core, now);
    if ((nextRelease(core.db) ?? Infinity) <= now) transaction(core.db, () => releaseHeld(core.db, now));
    if (touched.length > 0) core.hub.changed('sla', touched);
    const said = sayNoted();
    for (const source of sources) if ((source.nextAt() ?? Infinity) <= now) source.run(now);
    if (away > longestSleepMs) core.hub.publish({ type: 'woke', awayMs: away, alerts: said });
    set();
  };

  const set = (): void => {
    cancel?.();
    const next = nextDue();
    const delay = next === null ? longestSleepMs : Math.min(longestSleepMs, Math.max(0, next - core.ports.now()));
    cancel = core.ports.setTimer(ring, delay);
  };

  return {
    settle() {
      const now = core.ports.now();
      if ((nextDue() ?? Infinity) <= now || now - lastSeen > 2 * longestSleepMs) ring();
    },
    reset() {
      if (stopped) return;
      sayNoted();
      set();
    },
    catchUp: ring,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

const nextChange = (db: WriteDb): number =>
  column<number | null>(db, 'SELECT min(next_at) FROM sla_clock WHERE next_at IS NOT NULL')[0] ?? Infinity;

/** The next clock to change or pass a mark, or warning that was held back to be said. */
const nextClock = (db: WriteDb): number | null => {
  const next = Math.min(nextChange(db), nextRelease(db) ?? Infinity);
  return next === Infinity ? null : next;
};

/** Everything due by `now`; gives the tickets it touched. */
function bringAllForward(core: Core, now: number): string[] {
  const touched = new Set<string>();
  for (;;) {
    const due = column<number>(
      core.db,
      'SELECT ticket_id FROM sla_clock WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?',
      now,
      atOnce,
    );
    if (due.length === 0) return [...touched];
    transaction(core.db, () => {
      for (const ticketId of new Set(due)) touched.add(bringForward(core, ticketId, now));
    });
  }
}

/** Brings the clocks of a ticket to `now`, and notes each state newly reached. Gives the ticket's id. */
function bringForward(core: Core, ticketId: number, now: number): string {
  const before = clockStates(core.db, ticketId);
  deriveClocks(core.db, core.sla.engine(), ticketId, now);
  noteMoves(core.db, ticketId, before, now, 'time');
  // A clock that would ring again for the same instant would ring for ever.
  run(core.db, 'UPDATE sla_clock SET next_at = ? WHERE ticket_id = ? AND next_at <= ?', now + 1000, ticketId, now);
  const ticket = row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM ticket WHERE id = ?', ticketId);
  return uuidText(ticket?.uid ?? new Uint8Array(16));
}
