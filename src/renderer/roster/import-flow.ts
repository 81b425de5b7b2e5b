import { create } from 'zustand';
import { chooseFile } from '../app/choose-file.ts';
import type { AgentState, DateOrder, RosterImport } from '../../contract/index.ts';
import { undo } from '../app/actions.ts';
import { messageOf } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { upload } from '../exchange/upload.ts';
import { rw } from '../strings/en-roster.ts';
import { t } from '../strings/en.ts';

/** What a person answered about a file. */
export type Answers = {
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
  readonly durationUnit?: 'seconds' | 'minutes';
  readonly states: Readonly<Record<string, AgentState>>;
  readonly matches: Readonly<Record<string, string>>;
  readonly createPeople: boolean;
};

export type Phase = 'none' | 'sending' | 'looking' | 'ready' | 'importing' | 'done';

type State = {
  readonly phase: Phase;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  readonly uploadId: string | null;
  readonly answers: Answers;
  /** Of the last dry run, or of the import. */
  readonly result: RosterImport | null;
  readonly error: string | null;
};

const noAnswers: Answers = { states: {}, matches: {}, createPeople: false };
const nothing: State = {
  phase: 'none',
  name: '',
  bytes: 0,
  sent: 0,
  uploadId: null,
  answers: noAnswers,
  result: null,
  error: null,
};

/** The file that is being taken into the roster, and how far it is. Kept over tabs and screens. */
export const useRosterImport = create<State>(() => nothing);

let stopping = new AbortController();

/** Forgets the file; what was imported stays. */
export function dropFile(): void {
  stopping.abort();
  useRosterImport.setState(nothing);
}

const inputOf = (uploadId: string, { states, matches, ...answers }: Answers, dryRun: boolean) => ({
  source: { uploadId },
  ...answers,
  states: { ...states },
  matches: { ...matches },
  dryRun,
});

/** Looks at the file with what was answered; nothing is read in. */
async function look(): Promise<void> {
  const { uploadId, answers } = useRosterImport.getState();
  if (uploadId === null) return;
  const { signal } = (stopping = new AbortController());
  useRosterImport.setState({ phase: 'looking', error: null });
  try {
    const result = await client.roster.importFile(inputOf(uploadId, answers, true), { signal });
    if (!signal.aborted) useRosterImport.setState({ phase: 'ready', result });
  } catch (error) {
    if (!signal.aborted) useRosterImport.setState({ ...nothing, error: messageOf(error) });
  }
}

/** Sends a file up and looks at it. */
export async function takeFile(file: File): Promise<void> {
  stopping.abort();
  const { signal } = (stopping = new AbortController());
  useRosterImport.setState({ ...nothing, phase: 'sending', name: file.name, bytes: file.size });
  try {
    const uploadId = await upload(file, { signal, onProgress: (sent) => useRosterImport.setState({ sent }) });
    useRosterImport.setState({ uploadId });
    await look();
  } catch (error) {
    if (!signal.aborted) useRosterImport.setState({ ...nothing, error: messageOf(error) });
  }
}

/** Answers a question of the file, and looks at it again. */
export function answer(part: Partial<Answers>): void {
  useRosterImport.setState(({ answers }) => ({ answers: { ...answers, ...part } }));
  void look();
}

/** How many rows would come in. */
export const newRows = ({ result }: Pick<State, 'result'>): number =>
  result === null ? 0 : result.counts.people + result.counts.shifts + result.counts.states;

export const mayImport = (state: State): boolean =>
  state.phase === 'ready' && newRows(state) > 0 && state.result?.questions.length === 0;

/** Reads the file in, as one change that can be taken back. */
export async function runImport(): Promise<void> {
  const state = useRosterImport.getState();
  const { uploadId, answers } = state;
  if (uploadId === null || !mayImport(state)) return;
  useRosterImport.setState({ phase: 'importing', error: null });
  try {
    const result = await whileSaving(client.roster.importFile(inputOf(uploadId, answers, false)));
    useRosterImport.setState({ phase: 'done', result });
    const changeSet = result.done?.changeSet ?? null;
    say({
      title: result.done?.label ?? rw.files.done,
      ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
    });
  } catch (error) {
    useRosterImport.setState({ phase: 'ready', error: messageOf(error) });
  }
}

/** Asks for a file of people, shifts or states. */
export const chooseRosterFile = (): void => chooseFile('.csv,.tsv,.txt,.xlsx', (file) => void takeFile(file));
