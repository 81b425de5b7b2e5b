import { create } from 'zustand';
import type { ImportIssue, ImportJob, Inspection } from '../../contract/index.ts';
import { missingFields, openQuestions, type Draft } from './mapping.ts';

/** How far the file on screen has come. */
export type FileState =
  | { readonly phase: 'none'; readonly error: string | null }
  | { readonly phase: 'copying'; readonly name: string; readonly bytes: number; readonly sent: number }
  | { readonly phase: 'looking'; readonly name: string; readonly bytes: number }
  | { readonly phase: 'ready'; readonly name: string; readonly bytes: number; readonly uploadId: string };

/** A dry run or an import as the screen follows it. `stopping` from the wish to cancel until the desk has stopped. */
export type Run = {
  readonly job: ImportJob | null;
  readonly stopping: boolean;
  /** Why it could not be started or followed. */
  readonly error: string | null;
};

export type ImportState = {
  readonly file: FileState;
  readonly inspection: Inspection | null;
  readonly draft: Draft | null;
  /** The saved mapping in use, by name. */
  readonly savedName: string | null;
  readonly dryRun: Run | null;
  readonly run: Run | null;
  /** The mapping was changed after the dry run. */
  readonly stale: boolean;
  /** What dry runs of this file could not read; kept when the mapping changes, so that its values can be mapped. */
  readonly warned: readonly ImportIssue[];
  /** Batches being undone. */
  readonly undoing: readonly string[];
};

export const emptyState: ImportState = {
  file: { phase: 'none', error: null },
  inspection: null,
  draft: null,
  savedName: null,
  dryRun: null,
  run: null,
  stale: false,
  warned: [],
  undoing: [],
};

/** Lives as long as the window: an import goes on, and is found again, while another screen is shown. */
export const useImport = create<ImportState>(() => emptyState);

export const isRunning = (run: Run | null): boolean =>
  run !== null &&
  run.error === null &&
  run.job?.state !== 'cancelled' &&
  run.job?.state !== 'done' &&
  run.job?.state !== 'failed';

export const isDone = (run: Run | null): boolean => run?.job?.state === 'done';

export type Step = 'file' | 'dates' | 'columns' | 'dryRun' | 'import';
export const steps: readonly Step[] = ['file', 'dates', 'columns', 'dryRun', 'import'];

/** The step that waits for somebody: everything before it is done, everything after it is not yet open. */
export function stepOf(state: Pick<ImportState, 'file' | 'draft' | 'dryRun' | 'run'>): Step {
  const { file, draft, dryRun, run } = state;
  if (file.phase !== 'ready' || draft === null) return 'file';
  if (run !== null) return 'import';
  if (openQuestions(draft).length > 0) return 'dates';
  if (missingFields(draft.mapping).length > 0) return 'columns';
  if (!isDone(dryRun)) return 'dryRun';
  return 'import';
}

/** Tickets that an import would make or change, by the last dry run. */
export const ticketsToImport = ({ dryRun }: Pick<ImportState, 'dryRun'>): number =>
  dryRun?.job?.state === 'done' ? dryRun.job.counts.create + dryRun.job.counts.update : 0;
