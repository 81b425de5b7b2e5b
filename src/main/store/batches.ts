import { uuidText } from '../../domain/desk/uuid.ts';
import { column, row, rows, run, transaction, type WriteDb } from './db.ts';
import { removeSampleLog } from './sample-care.ts';

export type BatchRecord = {
  id: number;
  uid: Uint8Array;
  file_name: string;
  format: string;
  at: number;
  state: string;
  created: number;
  updated: number;
  rejected: number;
};

export function beginBatch(
  db: WriteDb,
  batch: { readonly uid: Uint8Array; readonly fileName: string; readonly format: string; readonly at: number },
): number {
  return Number(
    run(
      db,
      "INSERT INTO batch (uid, file_name, format, at, state) VALUES (?, ?, ?, ?, 'running')",
      batch.uid,
      batch.fileName,
      batch.format,
      batch.at,
    ).lastInsertRowid,
  );
}

export function finishBatch(
  db: WriteDb,
  id: number,
  counts: { readonly created: number; readonly updated: number; readonly rejected: number },
): void {
  run(
    db,
    "UPDATE batch SET state = 'done', created = ?, updated = ?, rejected = ? WHERE id = ?",
    counts.created,
    counts.updated,
    counts.rejected,
    id,
  );
}

/** Where a person may still be needed: whoever is stays. */
const needed = [
  ['ticket', 'assignee_id'],
  ['dispatch', 'person_id'],
  ['callback', 'owner_id'],
  ['shift', 'person_id'],
  ['shift', 'pub_person_id'],
  ['time_off', 'person_id'],
  ['shift_request', 'person_id'],
  ['shift_request', 'to_person_id'],
  ['attendance', 'person_id'],
  ['agent_state', 'person_id'],
  ['adherence_excuse', 'person_id'],
  ['review', 'agent_id'],
  ['review', 'reviewer_id'],
  ['calibration', 'baseline_id'],
  ['coaching_session', 'person_id'],
  ['coaching_session', 'coach_id'],
  ['coaching_goal', 'person_id'],
  ['coaching_action', 'person_id'],
  ['coaching_action', 'owner_id'],
  ['praise', 'person_id'],
  ['newcomer', 'person_id'],
  ['newcomer', 'trainer_id'],
  ['certificate', 'person_id'],
  ['refresher', 'trainer_id'],
  ['refresher_attendance', 'person_id'],
  ['enrolment', 'person_id'],
  ['seat', 'person_id'],
  ['candidate', 'person_id'],
  ['interview', 'by_id'],
  ['survey_problem', 'owner_id'],
] as const;
const missing = ([table, column]: (typeof needed)[number]): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${column} = person.id)`;

/** What people of a batch do: newcomers on a programme, states, and shifts less those that somebody asked to change hands. */
function removeRoster(db: WriteDb, id: number): void {
  run(db, 'DELETE FROM newcomer WHERE batch_id = ?', id);
  run(db, 'DELETE FROM agent_state WHERE batch_id = ?', id);
  run(
    db,
    `DELETE FROM shift WHERE batch_id = ? AND NOT EXISTS (SELECT 1 FROM shift_request WHERE shift_id = shift.id)
     AND NOT EXISTS (SELECT 1 FROM shift_request WHERE other_shift_id = shift.id)`,
    id,
  );
}

/** Nothing is left that says it came with the batch. */
const unused = ['customer', 'queue', 'person', 'change_set']
  .map((table) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE batch_id = batch.id)`)
  .join(' AND ');

/** From here on the batch goes, at the next start if not now. */
export function markRemoving(db: WriteDb, id: number): void {
  run(db, "UPDATE batch SET state = 'removing' WHERE id = ?", id);
}

const atOnce = 500;

/**
 * Removes every row of a batch, some tickets at a time so that nobody waits long for the write lock. Stopped halfway
 * (state `removing`), it is gone on with when the desk is next opened.
 */
export function removeBatchRows(db: WriteDb, id: number, pause: () => void): void {
  // Removal leans on ON DELETE CASCADE.
  db.pragma('foreign_keys = ON');
  markRemoving(db, id);
  transaction(db, () => {
    removeSampleLog(db, id);
  });
  let last = 0;
  for (;;) {
    const tickets = column<number>(
      db,
      'SELECT id FROM ticket WHERE id > ? AND batch_id = ? ORDER BY id LIMIT ?',
      last,
      id,
      atOnce,
    );
    transaction(db, () => {
      for (const ticket of tickets) {
        run(db, 'DELETE FROM ticket_fts WHERE rowid = ?', ticket);
        run(db, 'DELETE FROM ticket WHERE id = ?', ticket);
      }
    });
    last = tickets.at(-1) ?? last;
    if (tickets.length < atOnce) break;
    pause();
  }
  transaction(db, () => {
    run(
      db,
      'DELETE FROM customer_fts WHERE rowid IN (SELECT id FROM customer WHERE batch_id = ? AND NOT EXISTS (SELECT 1 FROM ticket WHERE customer_id = customer.id))',
      id,
    );
    run(
      db,
      'DELETE FROM customer WHERE batch_id = ? AND NOT EXISTS (SELECT 1 FROM ticket WHERE customer_id = customer.id)',
      id,
    );
    run(db, 'DELETE FROM queue WHERE batch_id = ? AND NOT EXISTS (SELECT 1 FROM ticket WHERE queue_id = queue.id)', id);
    removeRoster(db, id);
    run(db, `DELETE FROM person WHERE batch_id = ? AND ${needed.map(missing).join(' AND ')}`, id);
    run(db, "UPDATE batch SET state = 'removed' WHERE id = ?", id);
    // One that never came to be (cancelled, killed, nothing new in the file) is no history.
    run(db, `DELETE FROM batch WHERE id = ? AND created + updated = 0 AND ${unused}`, id);
  });
}

/** Batches that a crash or a kill left half in, or half out: nothing of them was acknowledged, so they go. SPEC IMP-18. */
export const deadBatches = (db: WriteDb): number[] =>
  column<number>(db, "SELECT id FROM batch WHERE state IN ('running', 'removing')");

const fewRows = 2000;

/** Few enough to be gone before anybody notices: the newest tickets of the desk are not all of this batch. */
export function isSmall(db: WriteDb, batchId: number): boolean {
  const newest = 'SELECT batch_id FROM ticket ORDER BY id DESC LIMIT ?';
  const found = row<{ n: number }>(db, `SELECT count(*) AS n FROM (${newest}) WHERE batch_id = ?`, fewRows, batchId);
  return (found?.n ?? 0) < fewRows;
}

export const listBatches = (db: WriteDb): (BatchRecord & { id: number })[] =>
  rows<BatchRecord>(
    db,
    "SELECT * FROM batch WHERE state IN ('done', 'removed') AND created + updated > 0 ORDER BY id DESC LIMIT 500",
  );

export function batchByUid(db: WriteDb, uid: Uint8Array): (BatchRecord & { text: string }) | undefined {
  const found = row<BatchRecord>(db, 'SELECT * FROM batch WHERE uid = ?', uid);
  return found === undefined ? undefined : { ...found, text: uuidText(found.uid) };
}
