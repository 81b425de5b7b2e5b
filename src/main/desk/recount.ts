import { z } from 'zod';
import type { ChangeLog } from '../store/change-log.ts';
import type { ClockEngine } from '../store/clock-engine.ts';
import { firstDoneStatus } from '../store/codes.ts';
import { column, row, run, transaction, type ReadDb, type WriteDb } from '../store/db.ts';
import { deriveClocks } from '../store/derive.ts';
import type { Writer } from '../store/writer.ts';
import type { Recount } from './sla-types.ts';
import { breathe } from './breathe.ts';

/** Tickets in one transaction: the desk is of use between two of them. */
const mostAtOnce = 200;

/** Which clocks are still to be worked out: those of tickets above `after`, open or done since then (null: all). */
const pendingSchema = z.object({ since: z.number().nullable(), after: z.number() });
type Pending = z.infer<typeof pendingSchema>;

function pendingRecount(db: ReadDb): Pending | null {
  const found = row<{ value: string }>(db, "SELECT value FROM meta WHERE key = 'rederive'");
  if (found === undefined) return null;
  // Before versions, there was but one answer: all of them.
  return pendingSchema.catch({ since: null, after: 0 }).parse(JSON.parse(found.value));
}

const putText = 'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';

/**
 * In the transaction that changes the rules: killed before all clocks follow, the next start makes them. `since`: the
 * instant from which the rules differ. SPEC CHG-6.
 */
export function beginRecount(db: WriteDb, since: number): void {
  const known = pendingRecount(db);
  const from = Number.isFinite(since) ? since : null;
  const earliest = known === null ? from : known.since === null || from === null ? null : Math.min(known.since, from);
  run(db, putText, 'rederive', JSON.stringify({ since: earliest, after: 0 }));
}

/** Likewise for the policies of open tickets. */
export function beginRematch(db: WriteDb): void {
  run(db, putText, 'rematch', '0');
}

export const isPending = (db: ReadDb): boolean =>
  row(db, "SELECT 1 FROM meta WHERE key IN ('rederive', 'rematch')") !== undefined;

/** How many tickets wait to be worked out anew. */
export function pendingTickets(db: ReadDb): number {
  const pending = pendingRecount(db);
  const open = `status < ${firstDoneStatus}`;
  if (pending?.since === null) return column<number>(db, 'SELECT count(*) FROM ticket')[0] ?? 0;
  const since = pending?.since ?? Number.MAX_SAFE_INTEGER;
  return column<number>(db, `SELECT count(*) FROM ticket WHERE ${open} OR solved_at >= ?`, since)[0] ?? 0;
}

/** Some tickets more; false where none is left. */
function recountSome(db: WriteDb, engine: ClockEngine, now: number, atOnce: number): boolean {
  return transaction(db, () => {
    const pending = pendingRecount(db);
    if (pending === null) return false;
    const which = pending.since === null ? '' : `AND (status < ${firstDoneStatus} OR solved_at >= ?)`;
    const ids = column<number>(
      db,
      `SELECT id FROM ticket WHERE id > ? ${which} ORDER BY id LIMIT ?`,
      pending.after,
      ...(pending.since === null ? [] : [pending.since]),
      atOnce,
    );
    for (const id of ids) deriveClocks(db, engine, id, now);
    const last = ids.at(-1);
    if (last === undefined) run(db, "DELETE FROM meta WHERE key = 'rederive'");
    else run(db, putText, 'rederive', JSON.stringify({ ...pending, after: last }));
    return last !== undefined;
  });
}

/** Works out what is pending, some tickets at a time; lets others in between. */
export async function finishRecount(
  db: WriteDb,
  engine: () => ClockEngine,
  now: () => number,
  stopped: () => boolean = () => false,
  atOnce = mostAtOnce,
): Promise<void> {
  while (!stopped() && recountSome(db, engine(), now(), atOnce)) await breathe();
}

/** What the log calls a batch of tickets that a change of policies is matched with. */
export const rematchName = 'sla.match';

export type RecountPorts = {
  readonly db: WriteDb;
  readonly log: ChangeLog;
  readonly engine: () => ClockEngine;
  readonly now: () => number;
  readonly match: (write: Writer, ids: readonly number[]) => void;
  readonly done: () => void;
  /** What one commit carries, if it is less than a batch. */
  readonly most?: number | undefined;
};

function rematchSome({ db, log, match, most = mostAtOnce }: RecountPorts): boolean {
  const after = row<{ value: string }>(db, "SELECT value FROM meta WHERE key = 'rematch'");
  if (after === undefined) return false;
  const command = { actor: 'SLA', name: rematchName, label: 'Policies of open tickets', undoable: false };
  return log.commit(command, (write) => {
    const ids = column<number>(
      db,
      `SELECT id FROM ticket WHERE id > ? AND status < ${firstDoneStatus} ORDER BY id LIMIT ?`,
      Number(after.value),
      Math.min(most, mostAtOnce),
    );
    match(write, ids);
    const last = ids.at(-1);
    if (last === undefined) run(db, "DELETE FROM meta WHERE key = 'rematch'");
    else run(db, putText, 'rematch', String(last));
    return last !== undefined;
  }).result;
}

/** What a commit left to do, done while the desk goes on. One run at a time; what is added meanwhile is done by it. */
export function recounter(ports: RecountPorts): Recount {
  let stopped = false;
  let running: Promise<void> | null = null;
  const atOnce = Math.min(ports.most ?? mostAtOnce, mostAtOnce);
  const goesOn = (): boolean => !stopped;
  const work = async (): Promise<void> => {
    // Again from the first, where rules changed while clocks were worked out.
    while (goesOn() && isPending(ports.db)) {
      while (goesOn() && rematchSome(ports)) await breathe();
      await finishRecount(ports.db, ports.engine, ports.now, () => stopped, atOnce);
    }
    if (goesOn()) ports.done();
  };
  return {
    finish() {
      if (!isPending(ports.db)) return running ?? Promise.resolve();
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
