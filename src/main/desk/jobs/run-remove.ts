import { batchByUid, markRemoving, removeBatchRows } from '../../store/batches.ts';
import { row, transaction } from '../../store/db.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { openJobDesk } from './job-desk.ts';
import { noRows, type JobRequest, type JobResult } from './messages.ts';

/** Takes a batch back whole: what it changed on older tickets by the log, then its own rows. SPEC IMP-18. */
export function runRemove(request: Extract<JobRequest, { kind: 'remove' }>): JobResult {
  const desk = openJobDesk(request);
  const { db } = desk;
  try {
    const batch = batchByUid(db, request.batch);
    if (batch === undefined) throw new Fault('NOT_FOUND', 'That import is not in the history of this desk.');
    if (batch.state !== 'done') throw new Fault('CONFLICT', 'That import has been undone already.');
    const set = row<{ uid: Uint8Array }>(db, "SELECT uid FROM change_set WHERE batch_id = ? AND kind = 'do'", batch.id);
    desk.settle();
    // The log first: should a changed ticket stand in the way, nothing has been removed yet.
    // Marked in the same transaction: killed right after, the next start goes on with the removal.
    const undone = transaction(db, () => {
      desk.refresh();
      markRemoving(db, batch.id);
      return set === undefined ? null : desk.log.undoBatch(request.actor, uuidText(set.uid));
    });
    removeBatchRows(db, batch.id, desk.pause);
    const counts = { ...noRows.counts, create: batch.created, update: batch.updated };
    return { ...noRows, counts, changeSet: undone?.changeSet ?? null };
  } finally {
    db.close();
  }
}
