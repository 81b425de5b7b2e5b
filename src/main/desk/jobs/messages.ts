import type { MessagePort } from 'node:worker_threads';
import type { ImportIssue, ImportJob, Mapping } from '../../../contract/index.ts';
import type { SlaTimeline } from '../../../domain/sla/timeline.ts';

/** What a job thread needs to open the desk and judge clocks as the desk does. */
export type JobBase = {
  readonly file: string;
  readonly nativeBinding: string | undefined;
  readonly now: number;
  readonly actor: string;
  readonly timeline: SlaTimeline;
  readonly port: MessagePort;
  /** One flag, set by the desk to ask the job to stop. */
  readonly cancel: SharedArrayBuffer;
};

export type JobRequest =
  | (JobBase & {
      readonly kind: 'import';
      readonly dryRun: boolean;
      readonly source: string;
      readonly fileName: string;
      readonly mapping: Mapping;
      readonly batch: Uint8Array;
      readonly rejectsFile: string;
    })
  | (JobBase & {
      readonly kind: 'sample';
      readonly tickets: number;
      readonly seed: number;
      readonly until: number;
      readonly batch: Uint8Array;
    })
  | (JobBase & { readonly kind: 'remove'; readonly batch: Uint8Array })
  | (JobBase & { readonly kind: 'sweep' });

export type JobCounts = ImportJob['counts'];

export type JobProgress = {
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly counts: JobCounts;
  readonly plan: ImportJob['plan'];
  readonly issues: readonly ImportIssue[];
  readonly issuesTotal: number;
};

export type JobResult = JobProgress & { readonly cancelled: boolean; readonly changeSet: string | null };

/** The result of a job that reads no rows. */
export const noRows: JobResult = {
  rowsRead: 0,
  bytesRead: 0,
  bytesTotal: 0,
  counts: { create: 0, update: 0, skip: 0, reject: 0, events: 0 },
  plan: [],
  issues: [],
  issuesTotal: 0,
  cancelled: false,
  changeSet: null,
};
