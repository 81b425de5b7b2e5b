import { Fault } from '../../../domain/fault.ts';
import { deadBatches, removeBatchRows } from '../../store/batches.ts';
import { openJobDesk } from './job-desk.ts';
import { noRows, type JobRequest, type JobResult } from './messages.ts';

/** Removes what a killed import left, while the desk is already open. SPEC IMP-18. */
export function runSweep(request: Extract<JobRequest, { kind: 'sweep' }>): JobResult {
  const desk = openJobDesk(request);
  try {
    const pause = (): void => {
      desk.pause();
      // The next start goes on with it.
      if (desk.cancelled()) throw new Fault('CANCELLED', 'The desk is being closed.');
    };
    for (const id of deadBatches(desk.db)) removeBatchRows(desk.db, id, pause);
  } finally {
    desk.db.close();
  }
  return noRows;
}
