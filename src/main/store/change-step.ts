import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { eventCodes } from './codes.ts';
import { row, rows, type Param, type WriteDb } from './db.ts';
import { entities, soft } from './entities.ts';
import type { EntityName } from './entity.ts';
import { currentRow, inward, pick, type Change, type Values, type Writer } from './writer.ts';

const parse = (text: string | null): Values | null =>
  text === null ? null : (JSON.parse(text) as Record<string, Param>);

/** The changes of a set as they were made, in order. */
export function changesOf(db: WriteDb, setId: number): Change[] {
  type Stored = { entity: EntityName; uid: string; before: string | null; after: string | null };
  return rows<Stored>(db, 'SELECT entity, uid, before, after FROM change WHERE set_id = ? ORDER BY id', setId).map(
    ({ entity, uid, before, after }) => ({
      entity,
      key: uid,
      ticketUid: null,
      before: parse(before),
      after: parse(after),
    }),
  );
}

export type Step = {
  readonly entity: EntityName;
  readonly key: string;
  readonly from: Values | null;
  readonly to: Values | null;
  /** A row that is not there any more is passed over rather than refused. */
  readonly goneIsFine: boolean;
};
type Spot = { readonly entity: EntityName; readonly key: Uint8Array | string };

/** Brings one row from `from` to `to`, or refuses where somebody has changed it since. SPEC CHG-12. */
export function step(db: WriteDb, write: Writer, { entity, key: text, from, to, goneIsFine }: Step): void {
  const spot: Spot = { entity, key: entities[entity].key === 'uid' ? uuidBytes(text) : text };
  const current = currentRow(db, entity, spot.key);
  if (from === null) {
    if (to !== null) restore(db, write, spot, current, inward(db, entity, to));
    return;
  }
  if (current === undefined) {
    if (goneIsFine) return;
    throw entity === 'candidate' || entity === 'interview' ? forgotten() : changedSince(entity);
  }
  const expected = inward(db, entity, from);
  if (differs(current, expected)) throw changedSince(entity);
  if (to === null) {
    takeAway(db, write, spot, current);
    return;
  }
  const columns = Object.keys(to).filter((column) => !soft.has(column) || current[column] === expected[column]);
  write.update(entity, spot.key, pick(inward(db, entity, to), columns));
}

const differs = (current: Values, expected: Values): boolean =>
  Object.keys(expected).some((column) => !soft.has(column) && current[column] !== expected[column]);

function restore(db: WriteDb, write: Writer, { entity, key }: Spot, current: Values | undefined, values: Values): void {
  // A customer whom others needed was left in place: then they are here already.
  if (entity === 'customer' && current !== undefined && !differs(current, values)) return;
  if (current !== undefined) throw changedSince(entity);
  if (isForgotten(db, { entity, key }, values)) throw forgotten();
  heldBack(entity, () => write.insert(entity, key, values));
}

/** A candidate whose key is gone, an interview whose candidate is: nothing of them could be read. SPEC HIR-23. */
const isForgotten = (db: WriteDb, { entity, key }: Spot, values: Values): boolean =>
  entity === 'candidate'
    ? row(db, 'SELECT 1 FROM candidate_key WHERE candidate_uid = ?', key) === undefined
    : entity === 'interview' && values.candidate_id === null;

function takeAway(db: WriteDb, write: Writer, { entity, key }: Spot, current: Values): void {
  const { id = null } = current;
  // Its own events went before it: what is left was said by somebody since, and must not go with it unseen.
  if (entity === 'ticket' && row(db, 'SELECT 1 FROM event WHERE ticket_id = ? LIMIT 1', id) !== undefined)
    throw changedSince(entity);
  // Whoever made the first ticket of a customer does not take them from the others.
  if (entity === 'customer' && row(db, 'SELECT 1 FROM ticket WHERE customer_id = ? LIMIT 1', id) !== undefined) return;
  if (isUsed(db, entity, key, current)) throw inUse(entity);
  heldBack(entity, () => {
    write.remove(entity, key);
  });
}

/**
 * A policy that tickets were put under since, a calendar that a policy counts by since; a seat, a candidate, a
 * refresher or an issue of a report whose candidates, interviews, invitations or action items the table would take along or cut
 * off, unseen by the log.
 */
function isUsed(db: WriteDb, entity: EntityName, key: Spot['key'], current: Values): boolean {
  if (entity === 'policy_version' && current.version === 1)
    return (
      row(
        db,
        `SELECT 1 FROM event INDEXED BY event_policy WHERE type = ${eventCodes.code('policy')} AND to_value = ? LIMIT 1`,
        current.policy ?? null,
      ) !== undefined
    );
  if (entity === 'seat') return row(db, 'SELECT 1 FROM candidate WHERE seat_id = ?', current.id ?? null) !== undefined;
  if (entity === 'refresher')
    return row(db, 'SELECT 1 FROM refresher_attendance WHERE refresher_id = ?', current.id ?? null) !== undefined;
  if (entity === 'report_issue')
    return row(db, 'SELECT 1 FROM action_item WHERE issue_id = ?', current.id ?? null) !== undefined;
  if (entity === 'candidate')
    return row(db, 'SELECT 1 FROM interview WHERE candidate_id = ?', current.id ?? null) !== undefined;
  if (entity !== 'calendar') return false;
  return (
    row(db, "SELECT 1 FROM policy_version WHERE json_extract(body, '$.calendar') = ? LIMIT 1", String(key)) !==
    undefined
  );
}

/** What the schema refuses (a person who owns tickets by now, a name taken by now) was changed since, too. */
function heldBack(entity: EntityName, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw inUse(entity);
    throw error;
  }
}

const words: Partial<Record<EntityName, string>> = {
  event: 'conversation',
  import_ref: 'import',
  meta: 'setting',
  policy_version: 'policy',
  calendar_version: 'calendar',
};

const changedSince = (entity: EntityName): Fault =>
  new Fault(
    'CONFLICT',
    `This can no longer be undone or redone: the ${words[entity] ?? entity} was changed since. Undo the later change first, or set it by hand.`,
  );

const inUse = (entity: EntityName): Fault =>
  new Fault(
    'CONFLICT',
    `This can no longer be undone or redone: the ${words[entity] ?? entity} is in use or its name is taken by now. Undo the later change first.`,
  );

const forgotten = (): Fault =>
  new Fault('CONFLICT', 'This can no longer be undone or redone: the candidate was deleted for good.');
