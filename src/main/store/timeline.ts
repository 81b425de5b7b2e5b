import { calendarSchema, policySchema } from '../../contract/index.ts';
import type { SlaTimeline, Version } from '../../domain/sla/timeline.ts';
import { column, rows, type ReadDb } from './db.ts';

type Stored = { owner: string; version: number; from_at: number | null; body: string };

const byOwner = <Body>(stored: readonly Stored[], parse: (body: unknown) => Body): Record<string, Version<Body>[]> => {
  const found: Record<string, Version<Body>[]> = {};
  for (const { owner, version, from_at, body } of stored)
    (found[owner] ??= []).push({ version, from: from_at, body: parse(JSON.parse(body)) });
  return found;
};

/** All rules of the desk, as they are and were. SPEC SLA-42. */
export function readTimeline(db: ReadDb): SlaTimeline {
  const versions = (table: 'policy' | 'calendar') =>
    rows<Stored>(
      db,
      `SELECT ${table} AS owner, version, from_at, body FROM ${table}_version ORDER BY ${table}, version`,
    );
  return {
    order: column<string>(db, 'SELECT key FROM policy ORDER BY position'),
    policies: byOwner(versions('policy'), (body) => policySchema.parse(body)),
    calendars: byOwner(versions('calendar'), (body) => calendarSchema.parse(body)),
  };
}

/** The calendars there are now: those removed are kept for what was counted by them. */
export const calendarKeys = (db: ReadDb): string[] => column<string>(db, 'SELECT key FROM calendar ORDER BY key');
