import { Download, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportJob } from '../../contract/index.ts';
import { x } from '../strings/en-exchange.ts';
import { Button } from '../ui/button.tsx';
import { chooseExport } from './drop-zone.tsx';
import { cancel, madeBatch, saveRejects, startDryRun, startImport, undoImport } from './flow.ts';
import { isDone, isRunning, stepOf, ticketsToImport, useImport, type Run } from './import-store.ts';
import { openBoard } from './open-board.ts';
import { Details, Figures } from './outcome.tsx';
import { ProgressLine } from './progress-line.tsx';
import { shareOf, wordsOf } from './progress.ts';
import { focusSection, Section } from './section.tsx';
import { useUndone } from './use-undone.ts';

/** A line of words with what can be done about it at its end. */
function Line({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="flex min-h-[48px] flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2">
      <div className="max-w-[760px] min-w-0">{children}</div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

function Failure({ title, why, after }: { readonly title: string; readonly why: string; readonly after?: string }) {
  return (
    <p role="alert" className="flex items-start gap-2 text-late">
      <TriangleAlert size={15} aria-hidden className="mt-[2px] shrink-0" />
      <span className="min-w-0 break-words" dir="auto">
        {title}. {why} {after}
      </span>
    </p>
  );
}

function RejectsButton({ job }: { readonly job: ImportJob }) {
  if (job.counts.reject === 0) return null;
  return (
    <Button onClick={() => void saveRejects(job.id)} icon={<Download size={14} aria-hidden />}>
      {x.run.saveRejects}
    </Button>
  );
}

function Running({ run, slot }: { readonly run: Run; readonly slot: 'dryRun' | 'run' }) {
  const { job, stopping } = run;
  const label = slot === 'dryRun' ? x.run.dryRunning : x.run.importing;
  return (
    <ProgressLine
      label={label}
      share={job === null ? null : shareOf(job)}
      words={
        stopping ? (slot === 'run' ? x.run.takingBack : x.run.stopping) : job === null ? x.run.starting : wordsOf(job)
      }
      stopping={stopping || job === null}
      onCancel={() => void cancel(slot)}
    />
  );
}

/** Why a job has no result: it failed, could not start, or was stopped. Null where it has one. */
function failureOf(run: Run): string | null {
  return run.error ?? run.job?.error?.message ?? (run.job?.state === 'failed' ? '' : null);
}

function DryRunBody({
  dryRun,
  stale,
  json,
}: {
  readonly dryRun: Run | null;
  readonly stale: boolean;
  readonly json: boolean;
}) {
  const again = (
    <Button onClick={() => void startDryRun()}>{dryRun === null && !stale ? x.run.dryRun : x.run.again}</Button>
  );
  if (dryRun === null) return <Line actions={again}>{stale ? x.run.stale : x.run.dryHow}</Line>;
  if (isRunning(dryRun)) return <Running run={dryRun} slot="dryRun" />;
  const failure = failureOf(dryRun);
  if (failure !== null)
    return (
      <Line actions={again}>
        <Failure title={x.run.failedDry} why={failure} />
      </Line>
    );
  const { job } = dryRun;
  if (job === null || job.state === 'cancelled') return <Line actions={again}>{x.run.stopped}</Line>;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Figures job={job} />
        <div className="flex gap-2 px-4 py-2">
          <RejectsButton job={job} />
          {again}
        </div>
      </div>
      <Details job={job} json={json} />
    </>
  );
}

/** What would happen, before anything does. */
export function DryRunSection() {
  const state = useImport();
  const step = stepOf(state);
  const { dryRun, stale, draft } = state;
  const open = step === 'dryRun' || step === 'import';
  if (!open) return <Section id="dryRun" title={x.steps.dryRun} state="later" note={x.run.dryLater} />;
  const job = dryRun?.job ?? null;
  const done = isDone(dryRun) && job !== null;
  return (
    <Section
      id="dryRun"
      title={x.steps.dryRun}
      state={step === 'dryRun' ? 'now' : 'done'}
      note={done ? `${x.run.read(job.rowsRead)} ${x.outcome(job.counts, false)}` : undefined}
    >
      <DryRunBody dryRun={dryRun} stale={stale} json={draft?.mapping.format === 'zendeskJson'} />
    </Section>
  );
}

function Done({ job }: { readonly job: ImportJob }) {
  const undone = useUndone(job.id);
  const undoing = useImport((state) => state.undoing.includes(job.id));
  const canUndo = madeBatch(job) && !undone;
  const another = <Button onClick={chooseExport}>{x.run.another}</Button>;
  if (undone) return <Line actions={another}>{x.run.undone}</Line>;
  return (
    <>
      <Figures job={job} />
      <div className="flex flex-wrap gap-2 px-4 pb-3">
        <Button onClick={openBoard}>{x.run.openBoard}</Button>
        {canUndo && (
          <Button
            disabled={undoing}
            onClick={() => {
              // The button goes when it is done; the head of the section stays.
              focusSection('import', false);
              void undoImport(job.id, job.fileName);
            }}
            icon={<Undo2 size={14} aria-hidden />}
          >
            {undoing ? x.run.undoing : x.run.undo}
          </Button>
        )}
        <RejectsButton job={job} />
        {another}
      </div>
    </>
  );
}

function ImportBody({
  run,
  count,
  dryRun,
}: {
  readonly run: Run | null;
  readonly count: number;
  readonly dryRun: Run | null;
}) {
  const go = <Button onClick={() => void startImport()}>{x.run.importButton(count)}</Button>;
  const retry = <Button onClick={() => void startImport()}>{x.run.retry}</Button>;
  if (run === null) {
    const counts = dryRun?.job?.counts;
    if (count > 0) return <Line actions={go}>{x.run.importHow}</Line>;
    const rejected = counts !== undefined && counts.reject > 0 && counts.skip === 0;
    return <Line>{rejected ? x.run.allRejected : x.run.changesNothing}</Line>;
  }
  if (isRunning(run)) return <Running run={run} slot="run" />;
  const failure = failureOf(run);
  if (failure !== null)
    return (
      <Line actions={retry}>
        <Failure title={x.run.failed} why={failure} {...(run.error === null && { after: x.run.failedNothing })} />
      </Line>
    );
  if (run.job === null || run.job.state === 'cancelled') return <Line actions={retry}>{x.run.cancelled}</Line>;
  return <Done job={run.job} />;
}

/** The import itself, and what came of it. */
export function RunSection() {
  const state = useImport();
  const { run, dryRun } = state;
  const undone = useUndone(run?.job?.id);
  if (stepOf(state) !== 'import')
    return <Section id="import" title={x.steps.import} state="later" note={x.run.importLater} />;
  const counts = isDone(run) ? run?.job?.counts : undefined;
  const note = counts === undefined ? undefined : undone ? x.run.undoneNote : x.outcome(counts, true);
  return (
    <Section id="import" title={x.steps.import} state={counts === undefined ? 'now' : 'done'} note={note}>
      <ImportBody run={run} count={ticketsToImport(state)} dryRun={dryRun} />
    </Section>
  );
}
