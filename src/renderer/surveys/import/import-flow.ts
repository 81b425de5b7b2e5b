import { create } from 'zustand';
import type { DateOrder, SurveyColumn, SurveyImport, SurveyInspection } from '../../../contract/index.ts';
import { undo } from '../../app/actions.ts';
import { chooseFile } from '../../app/choose-file.ts';
import { messageOf } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { upload } from '../../exchange/upload.ts';
import { t } from '../../strings/en.ts';

/** How a file is to be read. */
export type Answers = {
  readonly columns: readonly SurveyColumn[];
  /** Null: a new one. */
  readonly surveyId: string | null;
  readonly name: string;
  readonly timeZone: string;
  readonly dateOrder: DateOrder | null;
};

type State = {
  /** `looking`: it is tried with what was answered last. */
  readonly phase: 'none' | 'reading' | 'looking' | 'ready' | 'importing';
  readonly uploadId: string | null;
  readonly found: SurveyInspection | null;
  readonly answers: Answers | null;
  /** Of the last dry run; null where it was refused. */
  readonly result: SurveyImport | null;
  readonly error: string | null;
};

const nothing: State = { phase: 'none', uploadId: null, found: null, answers: null, result: null, error: null };

/** The file that is being imported, and how it would be read. */
export const useSurveyImport = create<State>(() => nothing);

let stopping = new AbortController();

/** Forgets the file; what was imported stays. */
export function dropFile(): void {
  stopping.abort();
  useSurveyImport.setState(nothing);
}

const inputOf = (uploadId: string, { columns, dateOrder, ...answers }: Answers, dryRun: boolean) => ({
  source: { uploadId },
  ...answers,
  columns: columns.map((column) => ({ ...column, words: { ...column.words } })),
  ...(dateOrder !== null && { dateOrder }),
  dryRun,
});

/** Tries it as it is answered now; an answer that comes meanwhile goes before. */
async function look(): Promise<void> {
  const { uploadId, answers } = useSurveyImport.getState();
  if (uploadId === null || answers === null) return;
  stopping.abort();
  const { signal } = (stopping = new AbortController());
  try {
    // A name may still be missing: what comes in does not depend on it.
    const tried = { ...answers, name: answers.name.trim() || '…' };
    const result = await client.surveys.importFile(inputOf(uploadId, tried, true), { signal });
    if (!signal.aborted) useSurveyImport.setState({ phase: 'ready', result, error: null });
  } catch (error) {
    if (!signal.aborted) useSurveyImport.setState({ phase: 'ready', result: null, error: messageOf(error) });
  }
}

const plain = ({ title, kind, group, most, top, words }: SurveyColumn): SurveyColumn => ({
  title,
  kind,
  group,
  most,
  top,
  words,
});

/** Sends a file up, looks at it, and tries it as proposed. */
export async function takeFile(file: File): Promise<void> {
  stopping.abort();
  const { signal } = (stopping = new AbortController());
  useSurveyImport.setState({ ...nothing, phase: 'reading' });
  try {
    const uploadId = await upload(file, { signal, onProgress: () => undefined });
    const found = await client.surveys.inspect({ source: { uploadId } }, { signal });
    const { surveyId, name, timeZone, dateOrder } = found;
    const answers = { columns: found.columns.map(plain), surveyId, name, timeZone, dateOrder };
    useSurveyImport.setState({ uploadId, found, answers });
    await look();
  } catch (error) {
    if (!signal.aborted) useSurveyImport.setState({ ...nothing, error: messageOf(error) });
  }
}

/** A file of twenty thousand rows is not read with every letter. */
const restMs = 250;
let waiting: number | undefined;

/** Changes how it is read, and tries that once nothing was changed for a moment. */
export function answer(part: Partial<Answers>): void {
  useSurveyImport.setState(({ answers }) => ({
    answers: answers === null ? null : { ...answers, ...part },
    phase: 'looking',
  }));
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => void look(), restMs);
}

export function changeColumn(at: number, part: Partial<SurveyColumn>): void {
  const { answers } = useSurveyImport.getState();
  if (answers !== null)
    answer({ columns: answers.columns.map((column, index) => (index === at ? { ...column, ...part } : column)) });
}

export const mayImport = ({ phase, result, answers }: State): boolean =>
  phase === 'ready' &&
  result !== null &&
  result.counts.responses > 0 &&
  result.questions.length === 0 &&
  answers !== null &&
  (answers.surveyId !== null || answers.name.trim() !== '');

/** Reads the file in, as one change that can be taken back; gives the survey once it is in. */
export async function runImport(): Promise<string | null> {
  // Pressed right after an answer: that one counts as well.
  window.clearTimeout(waiting);
  if (useSurveyImport.getState().phase === 'looking') await look();
  const state = useSurveyImport.getState();
  const { uploadId, answers } = state;
  if (uploadId === null || answers === null || !mayImport(state)) return null;
  useSurveyImport.setState({ phase: 'importing', error: null });
  try {
    const { done, surveyId } = await whileSaving(client.surveys.importFile(inputOf(uploadId, answers, false)));
    useSurveyImport.setState(nothing);
    const changeSet = done?.changeSet ?? null;
    say({
      title: done?.label ?? '',
      ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
    });
    return surveyId;
  } catch (error) {
    useSurveyImport.setState({ phase: 'ready', error: messageOf(error) });
    return null;
  }
}

/** Asks for the export of a survey. */
export const chooseSurveyFile = (): void => chooseFile('.csv,.tsv,.txt,.xlsx,.zip,.gz', (file) => void takeFile(file));
