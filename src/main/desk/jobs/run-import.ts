import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { fileHeaders } from '../../../domain/exchange/derive.ts';
import { rejectsCsv } from '../../../domain/exchange/csv-write.ts';
import { draftFingerprint } from '../../../domain/exchange/fingerprint.ts';
import type { ImportItem, RejectItem } from '../../../domain/exchange/item.ts';
import type { TicketDraft } from '../../../domain/tickets/draft.ts';
import { beginBatch, finishBatch, removeBatchRows } from '../../store/batches.ts';
import { bulkWriter, hashOf, nameTables, refKey } from '../../store/bulk.ts';
import { row, transaction, type WriteDb } from '../../store/db.ts';
import { updateFromDraft } from '../../store/draft-update.ts';
import { readDrafts } from '../import/read.ts';
import { openJobDesk, type JobDesk } from './job-desk.ts';
import type { JobCounts, JobProgress, JobRequest, JobResult } from './messages.ts';

type ImportRequest = Extract<JobRequest, { kind: 'import' }>;
type Plan = JobProgress['plan'][number];
type Pending = { readonly draft: TicketDraft; readonly hash: string };

const atOnce = 500;
const shownPlans = 60;
const shownIssues = 200;

/** Reads a file into the desk, or, dry, only says what would happen. Cancelled, it leaves nothing behind. SPEC IMP-18, IMP-19. */
export async function runImport(request: ImportRequest, report: (progress: JobProgress) => void): Promise<JobResult> {
  const desk = openJobDesk(request);
  try {
    const tally = newTally();
    const outcome = request.dryRun
      ? await planOnly(desk, request, tally, report)
      : await importAll(desk, request, tally, report);
    await saveRejects(request, tally.rejects);
    return { ...tally.progress(), ...outcome };
  } finally {
    desk.db.close();
  }
}

type Outcome = Pick<JobResult, 'cancelled' | 'changeSet'>;
type Tally = ReturnType<typeof newTally>;

function newTally() {
  const counts: JobCounts = { create: 0, update: 0, skip: 0, reject: 0, events: 0 };
  const plan: Plan[] = [];
  const perAction: Record<Plan['action'], number> = { create: 0, update: 0, skip: 0 };
  const issues: JobProgress['issues'][number][] = [];
  const rejects: RejectItem[] = [];
  const perKind = { reject: 0, warning: 0 };
  let issuesTotal = 0;
  let read = { rowsRead: 0, bytesRead: 0, bytesTotal: 0 };
  return {
    counts,
    rejects: rejects as readonly RejectItem[],
    read: (progress: typeof read) => {
      read = progress;
    },
    act(action: Plan['action'], draft: TicketDraft, reason: string) {
      counts[action] += 1;
      if (action !== 'skip') counts.events += draft.events.length;
      if (perAction[action]++ < shownPlans)
        plan.push({
          action,
          line: draft.line,
          externalId: draft.externalId,
          subject: draft.subject.slice(0, 200),
          reason,
        });
    },
    issue(item: Exclude<ImportItem, { kind: 'draft' }>) {
      issuesTotal += 1;
      if (item.kind === 'reject') {
        counts.reject += 1;
        rejects.push(item);
      }
      const { line, column, value, reason } = item;
      // Each kind has its own room: many warnings must not push the rejected rows out of sight.
      if (perKind[item.kind]++ < shownIssues) issues.push({ line, column, value, reason, severity: item.kind });
    },
    progress: (): JobProgress => ({
      ...read,
      counts: { ...counts },
      plan: [...plan],
      issues: [...issues],
      issuesTotal,
    }),
  };
}

/** Drafts in groups, so that a transaction is worth its while; issues are tallied on the way. */
async function* draftGroups(desk: JobDesk, request: ImportRequest, tally: Tally): AsyncGenerator<Pending[]> {
  let group: Pending[] = [];
  for await (const item of readDrafts(request.source, request.mapping, {
    onProgress: (progress) => tally.read(progress),
  })) {
    if (item.kind === 'draft') group.push({ draft: item.draft, hash: hashOf(draftFingerprint(item.draft)) });
    else tally.issue(item);
    if (group.length >= atOnce) {
      yield group;
      group = [];
    }
    if (desk.cancelled()) return;
  }
  yield group;
}

type Known = { ticket_id: number; hash: string; created_at: number };

const knownRef = (db: WriteDb, draft: TicketDraft): Known | undefined =>
  row<Known>(
    db,
    'SELECT r.ticket_id, r.hash, t.created_at FROM import_ref r JOIN ticket t ON t.id = r.ticket_id WHERE r.key = ?',
    refKey(draft),
  );

/** When a ticket was created never changes: another time is another ticket, or a file read another way. SPEC IMP-19. */
const notTheSame = ({ ticket_id }: Known): string =>
  `#${ticket_id} came in under this id but was created at another time. Either this is another ticket, or the file is read with another time zone or date order than before. Nothing was changed on it.`;

/** Sorts a draft into what is to be done with it. */
function judge(db: WriteDb, tally: Tally, { draft, hash }: Pending): Plan['action'] | 'reject' {
  const known = knownRef(db, draft);
  if (known === undefined) {
    tally.act('create', draft, 'Not on this desk yet');
    return 'create';
  }
  if (known.hash === hash) {
    tally.act('skip', draft, `The same as #${known.ticket_id}, nothing new`);
    return 'skip';
  }
  if (known.created_at !== draft.createdAt) {
    tally.issue({
      kind: 'reject',
      line: draft.line,
      column: null,
      value: draft.externalId,
      reason: notTheSame(known),
      row: [],
    });
    return 'reject';
  }
  tally.act('update', draft, `#${known.ticket_id} has moved on in the file`);
  return 'update';
}

async function planOnly(
  desk: JobDesk,
  request: ImportRequest,
  tally: Tally,
  report: (progress: JobProgress) => void,
): Promise<Outcome> {
  for await (const group of draftGroups(desk, request, tally)) {
    for (const pending of group) judge(desk.db, tally, pending);
    report(tally.progress());
  }
  return { cancelled: desk.cancelled(), changeSet: null };
}

async function importAll(
  desk: JobDesk,
  request: ImportRequest,
  tally: Tally,
  report: (progress: JobProgress) => void,
): Promise<Outcome> {
  const { db } = desk;
  const batchId = beginBatch(db, {
    uid: request.batch,
    fileName: request.fileName,
    format: request.mapping.format,
    at: request.now,
  });
  const ports = { engine: desk.engine, matcher: desk.matcher, newId: desk.newId, now: request.now, batchId };
  const write = bulkWriter(db, ports);
  const updates: Pending[] = [];
  try {
    for await (const group of draftGroups(desk, request, tally)) {
      transaction(db, () => {
        desk.refresh();
        for (const pending of group) {
          const action = judge(db, tally, pending);
          if (action === 'create') write.insert(pending.draft, pending.hash);
          if (action === 'update') updates.push(pending);
        }
        write.flush();
      });
      report(tally.progress());
      desk.pause();
    }
  } catch (error) {
    removeBatchRows(db, batchId, desk.pause);
    throw error;
  }
  if (desk.cancelled()) {
    removeBatchRows(db, batchId, desk.pause);
    return { cancelled: true, changeSet: null };
  }
  return { cancelled: false, changeSet: finish(desk, request, batchId, updates, tally) };
}

/** The last transaction: what moved on tickets known before, and the change set that makes it one batch. */
function finish(
  desk: JobDesk,
  request: ImportRequest,
  batchId: number,
  updates: readonly Pending[],
  tally: Tally,
): string | null {
  const { db } = desk;
  desk.settle();
  const { create, update, reject } = tally.counts;
  if (create === 0 && update === 0) {
    // Nothing came of it: no batch to undo, no entry in the history.
    removeBatchRows(db, batchId, desk.pause);
    return null;
  }
  const label = `Import of ${request.fileName}: ${create} new, ${update} changed`;
  const names = nameTables(db, { newId: desk.newId, now: request.now, batchId });
  const done = desk.log.commit({ actor: request.actor, name: 'exchange.import', label, batchId }, (write) => {
    desk.refresh();
    for (const { draft, hash } of updates) updateFromDraft(db, write, names, desk.newId, request.now, draft, hash);
    names.flush();
    finishBatch(db, batchId, { created: create, updated: update, rejected: reject });
  });
  return done.changeSet;
}

async function saveRejects(request: ImportRequest, rejects: readonly RejectItem[]): Promise<void> {
  const { columns, derived } = request.mapping;
  const stream = createWriteStream(request.rejectsFile, { mode: 0o600 });
  stream.end(rejectsCsv(fileHeaders({ columns, derived }), rejects));
  await finished(stream);
}
