import { seededBytes } from '../../../domain/prng.ts';
import type { SampleTicket } from '../../../domain/desk/sample/care.ts';
import { sampleNewcomers } from '../../../domain/desk/sample/newcomers.ts';
import { sampleRoster } from '../../../domain/desk/sample/roster.ts';
import { sampleDesk, sampleZone, type SampleDesk } from '../../../domain/desk/sample/sample.ts';
import { beginBatch, finishBatch, removeBatchRows } from '../../store/batches.ts';
import { bulkWriter, type BulkWriter } from '../../store/bulk.ts';
import { transaction } from '../../store/db.ts';
import { careWriter } from '../../store/sample-care.ts';
import { insertSampleNewcomers } from '../../store/sample-newcomers.ts';
import { insertSampleRoster } from '../../store/sample-roster.ts';
import { templates } from '../onboarding/templates.ts';
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
    beginning(desk, write, batchId, sample, request);
  });
  const care = careWriter(db, { newId: desk.newId, now: request.until, person: write.person });
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
  for (const group of groupsOf(sample.tickets)) {
    transaction(db, () => {
      desk.refresh();
      for (const { draft, care: beside } of group) {
        // No file will ever bring it again, so there is nothing to know it by.
        const id = write.insert(draft, '');
        if (beside !== null) care.insert(id, beside);
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
  transaction(db, () => {
    care.flush();
  });
  desk.settle();
  const label = `Sample desk of ${created} tickets`;
  const done = desk.log.commit({ actor: request.actor, name: 'desk.sample', label, batchId }, () => {
    finishBatch(db, batchId, { created, updated: 0, rejected: 0 });
  });
  return { ...progress(), cancelled: false, changeSet: done.changeSet };
}

/** Who works there, in which queues, and when: before the first ticket. */
function beginning(
  { db, newId }: JobDesk,
  write: BulkWriter,
  batchId: number,
  sample: SampleDesk,
  { seed, until }: Extract<JobRequest, { kind: 'sample' }>,
): void {
  const people = sample.people.map(
    ({ name, email, timeZone }) => [name, write.person(name, { email, timeZone })] as const,
  );
  for (const name of sample.queues) write.queue(name);
  const roster = sampleRoster({ seed, until, timeZone: sampleZone });
  const rowOf = new Map(people);
  insertSampleRoster(db, { newId, now: until, batchId }, roster, rowOf);
  const programme = { key: 'four-weeks', body: templates['four-weeks'] };
  const newcomers = sampleNewcomers({ until, timeZone: sampleZone, programme: programme.body });
  const ports = { newId, now: until, batchId, person: (name: string) => rowOf.get(name) };
  insertSampleNewcomers(db, ports, programme, newcomers);
}

function* groupsOf(tickets: Iterable<SampleTicket>): Generator<SampleTicket[]> {
  let group: SampleTicket[] = [];
  for (const ticket of tickets) {
    group.push(ticket);
    if (group.length < atOnce) continue;
    yield group;
    group = [];
  }
  yield group;
}
