import type { Format, ImportJob, Mapping, Question, TicketField } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { messageOf, sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { x } from '../strings/en-exchange.ts';
import { t } from '../strings/en.ts';
import { followJob } from './follow-job.ts';
import { emptyState, isDone, isRunning, stepOf, ticketsToImport, useImport, type Run } from './import-store.ts';
import { answer, draftOf, sendTo, withSaved, type Draft } from './mapping.ts';
import { upload } from './upload.ts';
import { withValue, type Meaning, type ValueKind } from './value-rows.ts';

const set = useImport.setState;
const get = useImport.getState;

const mostBytes = 4_000_000_000;

let copying = new AbortController();

const refused = (error: string): void => set({ ...emptyState, undoing: get().undoing, file: { phase: 'none', error } });

/** A file cannot be taken while a job of the last one runs. */
export const isBusy = (): boolean => isRunning(get().dryRun) || isRunning(get().run);

function unfit(file: File): string | null {
  if (file.size === 0) return x.drop.empty;
  return file.size > mostBytes ? x.drop.tooBig : null;
}

/** Takes a file: copies it to the desk, and has it looked at. What was on screen of another file goes. */
export async function takeFile(file: File): Promise<void> {
  if (isBusy()) {
    say({ title: x.drop.failed, body: x.drop.busy, tone: 'late' });
    return;
  }
  copying.abort();
  const mine = new AbortController();
  copying = mine;
  const reason = unfit(file);
  if (reason !== null) {
    refused(reason);
    return;
  }
  const about = { name: file.name, bytes: file.size };
  set({ ...emptyState, undoing: get().undoing, file: { phase: 'copying', ...about, sent: 0 } });
  try {
    const onProgress = (sent: number): void => {
      if (!mine.signal.aborted) set({ file: { phase: 'copying', ...about, sent } });
    };
    const uploadId = await upload(file, { signal: mine.signal, onProgress });
    await look(uploadId, about, undefined, mine.signal);
  } catch (error) {
    if (!mine.signal.aborted) refused(error instanceof DOMException ? x.drop.unreadable : messageOf(error));
  }
}

type About = { readonly name: string; readonly bytes: number };

async function look(uploadId: string, about: About, format: Format | undefined, signal: AbortSignal): Promise<void> {
  set({ file: { phase: 'looking', ...about } });
  const input = { source: { uploadId }, ...(format !== undefined && { format }) };
  const inspection = await client.exchange.inspect(input, { signal });
  if (signal.aborted) return;
  set({
    ...emptyState,
    undoing: get().undoing,
    file: { phase: 'ready', ...about, uploadId },
    inspection,
    draft: draftOf(inspection),
    savedName: inspection.savedMapping,
  });
}

/** Stops copying or looking, or puts the file away. */
export function dropFile(): void {
  if (isBusy()) return;
  copying.abort();
  set({ ...emptyState, undoing: get().undoing });
}

/** Has the file read as something else; the mapping starts again from what that format gives. */
export async function readAs(format: Format): Promise<void> {
  const { file, draft } = get();
  if (file.phase !== 'ready' || isBusy() || draft?.mapping.format === format) return;
  const before = get();
  const { name, bytes, uploadId } = file;
  try {
    await look(uploadId, { name, bytes }, format, copying.signal);
  } catch (error) {
    if (copying.signal.aborted) return;
    set(before);
    sayError(error);
  }
}

/** Puts a changed draft on screen. What was tried with the one before counts no more. */
function change(draft: Draft, more: { readonly savedName?: string | null } = {}): void {
  if (isBusy()) return;
  const { dryRun, stale } = get();
  set({ draft, dryRun: null, run: null, stale: stale || dryRun?.job?.state === 'done', ...more });
}

export function give(kind: Question['kind'], value: string): void {
  const { draft } = get();
  if (draft !== null && draft.mapping[kind] !== value) change(answer(draft, kind, value));
}

export function mapColumn(index: number, field: TicketField, deskZone: string): void {
  const { draft, inspection } = get();
  if (draft === null || inspection === null || draft.mapping.columns[index]?.field === field) return;
  change(sendTo(draft, inspection, index, field, deskZone));
}

export function mapValue<K extends ValueKind>(kind: K, text: string, meaning: Meaning[K]): void {
  const { draft } = get();
  if (draft !== null) change({ ...draft, mapping: withValue(draft.mapping, kind, text, meaning) });
}

/** Uses a saved mapping, or, for null, what was detected. */
export function takeMapping(saved: { readonly name: string; readonly mapping: Mapping } | null): void {
  const { inspection } = get();
  if (inspection === null) return;
  try {
    change(saved === null ? draftOf(inspection) : withSaved(inspection, saved.mapping), {
      savedName: saved?.name ?? inspection.savedMapping,
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    say({ title: x.columns.misfit, body: error.message, tone: 'late' });
  }
}

export async function saveMapping(name: string): Promise<void> {
  const { draft } = get();
  if (draft === null) return;
  try {
    const { mapping } = draft;
    await whileSaving(client.exchange.mappingSave({ name, mapping }));
    set({ savedName: name });
    await queryClient.invalidateQueries({ queryKey: orpc.exchange.mappings.key() });
    say({ title: x.columns.saved(name) });
  } catch (error) {
    sayError(error);
  }
}

export async function deleteMapping(name: string, mapping: Mapping): Promise<void> {
  try {
    await whileSaving(client.exchange.mappingDelete({ name }));
    if (get().savedName === name) set({ savedName: null });
    await queryClient.invalidateQueries({ queryKey: orpc.exchange.mappings.key() });
    const putBack = async (): Promise<void> => {
      await client.exchange.mappingSave({ name, mapping }).catch(sayError);
      await queryClient.invalidateQueries({ queryKey: orpc.exchange.mappings.key() });
    };
    say({ title: x.columns.deleted(name), action: { label: t.toasts.undo, run: () => void putBack() } });
  } catch (error) {
    sayError(error);
  }
}

type Slot = 'dryRun' | 'run';
const waiting: Run = { job: null, stopping: false, error: null };

const put = (slot: Slot, run: Run | null): void => set(slot === 'dryRun' ? { dryRun: run } : { run });

/** Starts a job on the file, and follows it to its end, whatever screen is shown. */
async function start(slot: Slot): Promise<void> {
  const { file, draft } = get();
  if (file.phase !== 'ready' || draft === null || isBusy()) return;
  put(slot, waiting);
  if (slot === 'dryRun') set({ run: null, stale: false });
  try {
    const mode = slot === 'dryRun' ? 'dryRun' : 'import';
    const job = await client.exchange.start({ source: { uploadId: file.uploadId }, mapping: draft.mapping, mode });
    take(slot, job);
    if (job.state !== 'running') return;
    followJob(job.id, {
      onJob: (next) => take(slot, next),
      onLost: () => put(slot, { ...waiting, error: x.run.lost }),
    });
  } catch (error) {
    put(slot, { ...waiting, error: messageOf(error) });
  }
}

function take(slot: Slot, job: ImportJob): void {
  const before = get()[slot];
  if (before?.job?.state === 'done') return;
  put(slot, { job, stopping: job.state === 'running' && before?.stopping === true, error: null });
  if (job.state === 'done') set(({ warned }) => ({ warned: [...warned, ...job.issues] }));
  if (slot === 'run' && job.state === 'done') announce(job);
}

function announce(job: ImportJob): void {
  void queryClient.invalidateQueries({ queryKey: orpc.exchange.batches.key() });
  say({
    title: x.run.doneToast(job.fileName),
    body: x.outcome(job.counts, true),
    ...(madeBatch(job) && { action: { label: t.toasts.undo, run: () => void undoImport(job.id, job.fileName) } }),
  });
}

/** An import that changed nothing leaves no batch. A batch has the id of the job that made it. */
export const madeBatch = ({ counts }: ImportJob): boolean => counts.create + counts.update > 0;

export const startDryRun = (): Promise<void> => start('dryRun');

/** Imports what the last dry run showed. */
export async function startImport(): Promise<void> {
  const state = get();
  if (stepOf(state) !== 'import' || ticketsToImport(state) === 0 || isDone(state.run)) return;
  await start('run');
}

export async function cancel(slot: Slot): Promise<void> {
  const run = get()[slot];
  if (run === null || run.job === null || run.stopping || !isRunning(run)) return;
  put(slot, { ...run, stopping: true });
  try {
    take(slot, await client.exchange.cancel({ id: run.job.id }));
  } catch (error) {
    put(slot, { ...run, stopping: false });
    sayError(error);
  }
}

/** Removes an imported batch whole. */
export async function undoImport(batch: string, fileName: string): Promise<void> {
  if (get().undoing.includes(batch)) return;
  set(({ undoing }) => ({ undoing: [...undoing, batch] }));
  try {
    await whileSaving(client.exchange.undo({ batch }));
    await queryClient.invalidateQueries({ queryKey: orpc.exchange.batches.key() });
    say({ title: x.run.undoneToast(fileName) });
  } catch (error) {
    sayError(error);
  } finally {
    set(({ undoing }) => ({ undoing: undoing.filter((id) => id !== batch) }));
  }
}

/** Hands the rejected rows of a job over as a file. */
export async function saveRejects(id: string): Promise<void> {
  try {
    const { fileName, csv } = await client.exchange.rejects({ id });
    if (csv === '') {
      say({ title: x.drop.failed, body: x.run.noRejects, tone: 'late' });
      return;
    }
    const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
    say({ title: x.run.rejectsSaved(fileName) });
  } catch (error) {
    sayError(error);
  }
}
