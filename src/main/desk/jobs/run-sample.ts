import { seededBytes } from '../../../domain/prng.ts';
import { sampleRoster } from '../../../domain/desk/sample/roster.ts';
import { sampleDesk, sampleZone } from '../../../domain/desk/sample/sample.ts';
import type { TicketDraft } from '../../../domain/tickets/draft.ts';
import { beginBatch, finishBatch, removeBatchRows } from '../../store/batches.ts';
import { bulkWriter } from '../../store/bulk.ts';
import { transaction } from '../../store/db.ts';
import { insertSampleRoster } from '../../store/sample-roster.ts';
import { openJobDesk, type JobDesk } from './job-desk.ts';
import type { JobProgress, JobRequest, JobResult } from './messages.ts';

const atOnce = 500;

/** Fills the desk with the seeded sample: same tickets, seed and end of time, same desk, ids included. SPEC SMP. */
export function runSample(
  request: Extract<JobRequest, { kind: 'sample' }>,
  report: (progress: JobProgress) => void,
): JobResult {
  const desk = openJobDesk(request, seededBytes(request.seed));
  try {
    return fill(desk, request, report);
  } finally {
    desk.db.close();
  }
}

function fill(
  desk: JobDesk,
  request: Extract<JobRequest, { kind: 'sample' }>,
  report: (progress: JobProgress) => void,
): JobResult {
  const { db } = desk;
  const sample = sampleDesk({ tickets: request.tickets, seed: request.seed, until: request.until });
  const batchId = beginBatch(db, { uid: request.batch, fileName: 'Sample desk', format: 'sample', at: request.now });
  const write = bulkWriter(db, {
    engine: desk.engine,
    matcher: desk.matcher,
    newId: desk.newId,
    now: request.until,
    batchId,
  });
  transaction(db, () => {
    const people = sample.people.map(
      ({ name, email, timeZone }) => [name, write.person(name, { email, timeZone })] as const,
    );
    for (const name of sample.queues) write.queue(name);
    const roster = sampleRoster({ seed: request.seed, until: request.until, timeZone: sampleZone });
    insertSampleRoster(db, { newId: desk.newId, now: request.until, batchId }, roster, new Map(people));
  });
  let created = 0;
  let events = 0;
  const progress = (): JobProgress => ({
    rowsRead: created,
    bytesRead: created,
    bytesTotal: request.tickets,
    plan: [],
    issues: [],
    issuesTotal: 0,
    counts: { create: created, update: 0, skip: 0, reject: 0, events },
  });
  for (const group of groupsOf(sample.drafts)) {
    transaction(db, () => {
      desk.refresh();
      for (const draft of group) {
        // No file will ever bring it again, so there is nothing to know it by.
        write.insert(draft, '');
        created += 1;
        events += draft.events.length;
      }
      write.flush();
    });
    report(progress());
    if (desk.cancelled()) {
      removeBatchRows(db, batchId, desk.pause);
      return { ...progress(), cancelled: true, changeSet: null };
    }
    desk.pause();
  }
  desk.settle();
  const label = `Sample desk of ${created} tickets`;
  const done = desk.log.commit({ actor: request.actor, name: 'desk.sample', label, batchId }, () => {
    finishBatch(db, batchId, { created, updated: 0, rejected: 0 });
  });
  return { ...progress(), cancelled: false, changeSet: done.changeSet };
}

function* groupsOf(drafts: Iterable<TicketDraft>): Generator<TicketDraft[]> {
  let group: TicketDraft[] = [];
  for (const draft of drafts) {
    group.push(draft);
    if (group.length < atOnce) continue;
    yield group;
    group = [];
  }
  yield group;
}
