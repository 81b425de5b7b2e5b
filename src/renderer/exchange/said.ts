import { x } from '../strings/en-exchange.ts';
import { isRunning, type ImportState, type Run } from './import-store.ts';
import { openQuestions } from './mapping.ts';
import { saidPercent, shareOf } from './progress.ts';

function saidOfRun(run: Run, what: string, stopped: string): string {
  const { job } = run;
  if (isRunning(run)) return `${what}, ${saidPercent(job === null ? null : shareOf(job))} %`;
  if (job === null || job.state === 'failed') return '';
  return job.state === 'cancelled' ? stopped : x.outcome(job.counts, job.mode === 'import');
}

/** What a screen reader is told as things go on: each step once, progress every ten percent. */
export function saidOf({ file, draft, dryRun, run }: ImportState): string {
  if (file.phase === 'copying')
    return x.said.reading(saidPercent(shareOf({ bytesRead: file.sent, bytesTotal: file.bytes })));
  if (file.phase === 'looking') return x.said.looking;
  if (file.phase === 'none' || draft === null) return '';
  if (run !== null) return saidOfRun(run, x.run.importing, x.run.cancelled);
  if (dryRun !== null) return saidOfRun(dryRun, x.run.dryRunning, x.run.stopped);
  const open = openQuestions(draft).length;
  return open === 0 && draft.questions.length > 0 ? x.said.answered : x.said.ready(file.name, open);
}
