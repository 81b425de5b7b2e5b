import { uuidBytes } from '../../domain/desk/uuid.ts';
import { undoneNow, type SetRow } from './change-sets.ts';
import { rows, run, type WriteDb } from './db.ts';

const columns = 's.id, s.uid, s.command, s.label, s.batch_id';

export function noteConsequence(db: WriteDb, setId: number, cause: string): void {
  run(
    db,
    'INSERT INTO consequence (set_id, cause_id) SELECT ?, id FROM change_set WHERE uid = ?',
    setId,
    uuidBytes(cause),
  );
}

/** What came of a set and stands, newest first, marked as undone with it. */
export function takeConsequences(db: WriteDb, causeId: number): SetRow[] {
  const found = rows<SetRow>(
    db,
    `SELECT ${columns} FROM consequence c JOIN change_set s ON s.id = c.set_id
     WHERE c.cause_id = ? AND ifnull(${undoneNow}, 'redo') = 'redo' ORDER BY s.id DESC`,
    causeId,
  );
  for (const { id } of found) run(db, 'UPDATE consequence SET taken = 1 WHERE set_id = ?', id);
  return found;
}

/** What was undone with a set, in order; what was undone by itself before stays undone. */
export function giveConsequences(db: WriteDb, causeId: number): SetRow[] {
  const found = rows<SetRow>(
    db,
    `SELECT ${columns} FROM consequence c JOIN change_set s ON s.id = c.set_id
     WHERE c.cause_id = ? AND c.taken = 1 AND ${undoneNow} = 'undo' ORDER BY s.id`,
    causeId,
  );
  run(db, 'UPDATE consequence SET taken = 0 WHERE cause_id = ?', causeId);
  return found;
}
