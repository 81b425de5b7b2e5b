import { create } from 'zustand';
import type { IntakeDraft } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { goTo, openDialog, openTicket } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { upload } from '../exchange/upload.ts';
import { n } from '../strings/en-intake.ts';
import { blank, filesOf, inputOf, isBlank, withDraft, type Form, type Wrong } from './form.ts';

type Intake = {
  readonly form: Form;
  /** Shown once somebody tried to save. */
  readonly wrong: readonly Wrong[];
  readonly busy: boolean;
  /** The file that is being copied. */
  readonly copying: string | null;
};

/** What is being taken down: it outlives the dialog, so that closing it by mistake loses nothing. */
export const useIntake = create<Intake>(() => ({ form: blank, wrong: [], busy: false, copying: null }));

const set = useIntake.setState;
const get = useIntake.getState;

export const change = (part: Partial<Form>): void => set(({ form }) => ({ form: { ...form, ...part } }));
export const changeForm = (next: (form: Form) => Form): void => set(({ form }) => ({ form: next(form) }));
/** The next one mostly comes the way this one did. */
export const clearForm = (): void => set(({ form }) => ({ form: { ...blank, channel: form.channel }, wrong: [] }));

/** Opens a ticket beside the board, from wherever one is. */
export function showTicket(id: string): void {
  openDialog(null);
  goTo('queues');
  openTicket(id);
}

/** Saves, or shows what is missing and gives it back. */
export async function saveForm(wrong: readonly Wrong[]): Promise<readonly Wrong[]> {
  set({ wrong });
  if (wrong.length > 0 || get().busy) return wrong;
  set({ busy: true });
  const made = await command(client.tickets.intake(inputOf(get().form)));
  set({ busy: false });
  if (made === null) return [];
  clearForm();
  showTicket(made.id);
  return [];
}

/** Puts what was written onto a ticket that is there, instead of making one. */
export async function addToTicket(id: string): Promise<void> {
  const { form, busy } = get();
  if (busy) return;
  if (form.body.trim() === '' && form.turns.length === 0 && form.files.length === 0) {
    say({ title: n.nothingToAdd });
    return;
  }
  set({ busy: true });
  const { body, turns, messageId } = form;
  const done = await command(
    client.tickets.append({ id, body, turns: [...turns], attachments: filesOf(form), messageId }),
  );
  set({ busy: false });
  if (done === null) return;
  clearForm();
  showTicket(id);
}

/** Reads pasted text as what it looks like. */
export async function readText(text: string, kind: 'chat' | 'mail'): Promise<void> {
  try {
    const draft = await client.tickets.parse({ text, kind: kind === 'chat' ? 'chat' : 'auto' });
    take({ ...draft, attachments: draft.attachments });
  } catch (error) {
    sayError(error);
  }
}

const take = (draft: IntakeDraft): void => set(({ form }) => ({ form: withDraft(form, draft), wrong: [] }));

const mostBytes = 25 * 1024 * 1024;
const mostToRead = 40 * 1024 * 1024;

async function copy(file: File): Promise<string> {
  set({ copying: file.name });
  try {
    const never = new AbortController();
    return await upload(file, { signal: never.signal, onProgress: () => undefined });
  } finally {
    set({ copying: null });
  }
}

/** Attaches files to what is being taken down. */
export async function attachFiles(files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (file.size > mostBytes) {
      say({ title: n.fileTooBig(file.name), tone: 'late' });
      continue;
    }
    try {
      const uploadId = await copy(file);
      const held = { uploadId, name: file.name, type: file.type || 'application/octet-stream', bytes: file.size };
      set(({ form }) => ({ form: { ...form, files: [...form.files, held] } }));
    } catch (error) {
      sayError(error);
    }
  }
}

/** Takes dropped files in: the first is read where nothing is being written, the rest is attached. SPEC TRI-8. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  openDialog('newTicket');
  const [first, ...rest] = files;
  if (first === undefined) return;
  if (!isBlank(get().form)) {
    await attachFiles(files);
    return;
  }
  if (first.size > mostToRead) {
    say({ title: n.fileTooBig(first.name), tone: 'late' });
    return;
  }
  try {
    take(await client.tickets.parse({ uploadId: await copy(first) }));
  } catch (error) {
    sayError(error);
  }
  await attachFiles(rest);
}
