import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row, type WriteDb } from './db.ts';

export type Kind = 'do' | 'undo' | 'redo';
export type SetRow = { id: number; uid: Uint8Array; command: string; label: string; batch_id: number | null };

/** `do` sets that are not undone now: the newest set that targets one, if any, is a redo. */
export const undoneNow = `(SELECT kind FROM change_set u WHERE u.target_id = s.id ORDER BY u.id DESC LIMIT 1)`;

/**
 * A set that changed a candidate or an interview who is not here any more, though it stands: they were deleted for good,
 * past the log. Undo goes by it, so that it still reaches what was done before. SPEC HIR-23.
 */
const ofForgotten = `EXISTS (SELECT 1 FROM change c WHERE c.set_id = s.id AND c.entity IN ('candidate', 'interview')
  AND NOT EXISTS (SELECT 1 FROM candidate x WHERE x.uid = unhex(c.uid, '-'))
  AND NOT EXISTS (SELECT 1 FROM interview x WHERE x.uid = unhex(c.uid, '-')))`;

/** What Undo takes back next for this person: their newest change set that stands. SPEC CHG-11. */
export function lastDone(db: WriteDb, actor: string): SetRow {
  const found = row<SetRow>(
    db,
    `SELECT id, uid, command, label, batch_id FROM change_set s WHERE kind = 'do' AND undoable = 1 AND actor = ? AND ifnull(${undoneNow}, 'redo') = 'redo' AND NOT ${ofForgotten} ORDER BY id DESC LIMIT 1`,
    actor,
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'There is nothing to undo.');
  return found;
}

/** The change set with this id, if it may be undone now. */
export function named(db: WriteDb, uid: string): SetRow {
  const found = row<SetRow & { state: string | null; undoable: number; kind: Kind }>(
    db,
    `SELECT id, uid, command, label, batch_id, undoable, kind, ${undoneNow} AS state FROM change_set s WHERE uid = ?`,
    uuidBytes(uid),
  );
  if (found === undefined) throw new Fault('NOT_FOUND', 'That change is not in the history of this desk.');
  if (found.state === 'undo') throw new Fault('CONFLICT', 'That change has been undone already.');
  if (found.kind !== 'do' || found.undoable === 0) throw new Fault('CONFLICT', 'That change cannot be undone.');
  return found;
}

/** Batches are removed by their own procedure, which walks rows rather than the log. */
export function refuseBatch(set: SetRow): SetRow {
  if (set.batch_id !== null)
    throw new Fault('CONFLICT', 'An import is taken back on the Import screen, or with exchange.undo.');
  return set;
}

/** The newest undo whose target is still undone, unless something new was done after it. SPEC CHG-13. */
export function lastUndone(db: WriteDb, actor: string): SetRow {
  const found = row<SetRow & { undo_id: number }>(
    db,
    `SELECT s.id, s.uid, s.command, s.label, s.batch_id, x.id AS undo_id FROM change_set x JOIN change_set s ON s.id = x.target_id
     WHERE x.kind = 'undo' AND x.actor = ? AND ${undoneNow} = 'undo'
       AND x.id = (SELECT max(id) FROM change_set u WHERE u.target_id = s.id) ORDER BY x.id DESC LIMIT 1`,
    actor,
  );
  const newer =
    found &&
    row<{ id: number }>(
      db,
      "SELECT id FROM change_set WHERE kind = 'do' AND undoable = 1 AND actor = ? AND id > ? LIMIT 1",
      actor,
      found.undo_id,
    );
  if (found === undefined || newer !== undefined) throw new Fault('NOT_FOUND', 'There is nothing to redo.');
  // Its rows are not in the log: doing its changes again would leave them out.
  if (found.batch_id !== null)
    throw new Fault('CONFLICT', 'An import that was undone is not redone from here. Import the file again.');
  return found;
}
