import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ImportJob } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import type { JobAnswer } from './job-worker.ts';
import type { JobBase, JobProgress, JobRequest } from './messages.ts';

type Work = JobRequest extends infer Each ? (Each extends JobRequest ? Omit<Each, keyof JobBase> : never) : never;

/** The jobs of this run of the desk: one at a time on a thread of its own, each with how far it is. */
export type JobBoard = {
  readonly start: (
    head: Pick<ImportJob, 'id' | 'mode' | 'fileName'>,
    base: Omit<JobBase, 'port' | 'cancel'>,
    work: Work,
  ) => Promise<ImportJob>;
  readonly get: (id: string) => ImportJob;
  readonly cancel: (id: string) => Promise<ImportJob>;
  readonly close: () => Promise<void>;
};

type Entry = { job: ImportJob; readonly cancel: Int32Array; done: Promise<ImportJob> };

const keptJobs = 20;
const notBegun: Omit<ImportJob, 'id' | 'mode' | 'fileName'> = {
  state: 'running',
  rowsRead: 0,
  bytesRead: 0,
  bytesTotal: 0,
  rowsPerSecond: 0,
  secondsLeft: null,
  counts: { create: 0, update: 0, skip: 0, reject: 0, events: 0 },
  plan: [],
  issues: [],
  issuesTotal: 0,
  changeSet: null,
  error: null,
};

const jobWorker = (): string =>
  new URL(import.meta.url.endsWith('.ts') ? './job-worker.ts' : './job-worker.js', import.meta.url).href;

export function jobBoard(now: () => number, changed: (job: ImportJob) => void): JobBoard {
  const pool = new Piscina({ filename: jobWorker(), minThreads: 0, maxThreads: 1, idleTimeout: 30_000 });
  const entries = new Map<string, Entry>();
  let closing = false;

  const find = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Fault('NOT_FOUND', 'That job is not known here any more. Start it again.');
    return entry;
  };

  const start: JobBoard['start'] = (head, base, work) => {
    if (closing) throw new Fault('CANCELLED', 'The desk is being closed. Nothing was begun.');
    const flag = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    const startedAt = now();
    const job: ImportJob = { ...notBegun, ...head };
    const entry: Entry = { job, cancel: new Int32Array(flag), done: Promise.resolve(job) };
    entries.set(head.id, entry);
    const update = (next: Partial<ImportJob>): ImportJob => {
      entry.job = { ...entry.job, ...next };
      changed(entry.job);
      return entry.job;
    };
    port1.on('message', (progress: JobProgress) => update(paced(progress, now() - startedAt)));
    port1.unref();
    const request = { ...base, ...work, port: port2, cancel: flag } as JobRequest;
    entry.done = (pool.run(request, { transferList: [port2] }) as Promise<JobAnswer>).then(
      (answer) => update(settled(answer, now() - startedAt)),
      (error: unknown) =>
        update({
          state: 'failed',
          error: { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) },
        }),
    );
    // The oldest finished jobs are forgotten; their batches stay listed.
    for (const [id, { job: old }] of entries)
      if (entries.size > keptJobs && old.state !== 'running') entries.delete(id);
    return entry.done;
  };

  return {
    start,
    get: (id) => find(id).job,
    cancel(id) {
      const entry = find(id);
      Atomics.store(entry.cancel, 0, 1);
      return entry.done;
    },
    async close() {
      closing = true;
      for (const entry of entries.values()) Atomics.store(entry.cancel, 0, 1);
      await Promise.all([...entries.values()].map(({ done }) => done));
      await pool.destroy();
    },
  };
}

/** Rate and time left from what has been read so far. */
function paced(progress: JobProgress, elapsedMs: number): Partial<ImportJob> {
  const seconds = Math.max(0.001, elapsedMs / 1000);
  const share = progress.bytesTotal > 0 ? progress.bytesRead / progress.bytesTotal : 0;
  return {
    ...progress,
    plan: progress.plan,
    issues: [...progress.issues],
    rowsPerSecond: Math.round(progress.rowsRead / seconds),
    secondsLeft: share > 0.02 ? Math.round((seconds / share) * (1 - share)) : null,
  };
}

function settled(answer: JobAnswer, elapsedMs: number): Partial<ImportJob> {
  if ('fault' in answer) {
    const cancelled = answer.fault.code === 'CANCELLED';
    return { state: cancelled ? 'cancelled' : 'failed', secondsLeft: null, error: cancelled ? null : answer.fault };
  }
  const { cancelled, changeSet, ...progress } = answer.result;
  return { ...paced(progress, elapsedMs), state: cancelled ? 'cancelled' : 'done', secondsLeft: null, changeSet };
}
