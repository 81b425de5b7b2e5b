import { calendarSchema, policySchema, type Clock, type Metric } from '../../contract/index.ts';
import { explainClocks as explain } from '../../domain/sla/replay.ts';
import type { PreparedSla } from '../../domain/sla/prepare.ts';
import type { ClockEngine } from '../store/clock-engine.ts';
import { column, row, rows, run, transaction, type ReadDb, type WriteDb } from '../store/db.ts';
import { deriveClocks, slimEvents } from '../store/derive.ts';
import { createdFirst, preparedSla, slaEngine } from '../store/sla-engine.ts';
import type { Core, SlaCache } from './core.ts';

export function readRules(db: ReadDb): ReturnType<SlaCache['rules']> {
  const policies = rows<{ body: string }>(db, 'SELECT body FROM policy ORDER BY position').map(({ body }) =>
    policySchema.parse(JSON.parse(body)),
  );
  const calendars = rows<{ key: string; body: string }>(db, 'SELECT key, body FROM calendar').map(
    ({ key, body }) => [key, calendarSchema.parse(JSON.parse(body))] as const,
  );
  return { policies, calendars: Object.fromEntries(calendars) };
}

/** The policies as they stand, compiled once and again after a change of them. */
export function slaCache(db: ReadDb): SlaCache {
  let known:
    | { readonly rules: ReturnType<SlaCache['rules']>; readonly engine: ClockEngine; readonly prepared: PreparedSla }
    | undefined;
  const get = () => {
    if (known === undefined) {
      const rules = readRules(db);
      known = {
        rules,
        engine: slaEngine(rules.policies, rules.calendars),
        prepared: preparedSla(rules.policies, rules.calendars),
      };
    }
    return known;
  };
  return {
    rules: () => get().rules,
    engine: () => get().engine,
    prepared: () => get().prepared,
    forget() {
      known = undefined;
    },
  };
}

/** A ticket's clocks as of now, with every segment and the due time in words. */
export const explainClocks = (core: Core, ticketId: number): Record<Metric, Clock> =>
  explain(core.sla.prepared(), createdFirst(slimEvents(core.db, ticketId)), core.ports.now());

const atOnce = 200;
const unfinished = "SELECT 1 FROM meta WHERE key = 'rederive'";

/** In the transaction that changes the rules: killed before all clocks follow, the next start makes them. SPEC CHG-6. */
export function beginRederiving(db: WriteDb): void {
  run(db, "INSERT INTO meta VALUES ('rederive', 'true') ON CONFLICT DO NOTHING");
}

/** Goes on where a change of policy, calendar or zone was cut off, if one was. */
export async function finishRederiving(db: WriteDb, now: () => number): Promise<void> {
  if (row(db, unfinished) === undefined) return;
  const { policies, calendars } = readRules(db);
  await rederiveAll(db, slaEngine(policies, calendars), now);
}

/** Works out every clock of the desk anew, after a change of policy, calendar or zone; lets others in between. */
export async function rederiveAll(db: WriteDb, engine: ClockEngine, now: () => number): Promise<void> {
  let last = 0;
  for (;;) {
    const ids = column<number>(db, 'SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?', last, atOnce);
    if (ids.length === 0) break;
    transaction(db, () => {
      for (const id of ids) deriveClocks(db, engine, id, now());
    });
    last = ids.at(-1) ?? last;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  run(db, "DELETE FROM meta WHERE key = 'rederive'");
}
