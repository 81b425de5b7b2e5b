import type { Done } from '../../contract/index.ts';
import { client } from '../client/client.ts';
import { t } from '../strings/en.ts';
import { codeOf, sayError } from './errors.ts';
import { whileSaving } from './saving.ts';
import { say } from './toasts.tsx';

const undoKeys = 'mod+z';

/** Runs a command of the desk, says what it did with a way back, or says why not. Null where it failed. */
export async function command<T extends Done>(work: Promise<T>): Promise<T | null> {
  try {
    const done = await whileSaving(work);
    const { changeSet } = done;
    say({
      title: done.label,
      ...(changeSet !== null && {
        action: { label: t.toasts.undo, keys: undoKeys, run: () => void undo(changeSet) },
      }),
    });
    return done;
  } catch (error) {
    sayError(error);
    return null;
  }
}

/** Takes back a change set, or the latest one. */
export async function undo(changeSet?: string): Promise<void> {
  try {
    const done = await whileSaving(client.desk.undo(changeSet === undefined ? {} : { changeSet }));
    say({ title: t.toasts.undone(done.label) });
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND') say({ title: t.toasts.nothingToUndo });
    else sayError(error);
  }
}

export async function redo(): Promise<void> {
  try {
    const done = await whileSaving(client.desk.redo());
    say({ title: t.toasts.redone(done.label) });
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND') say({ title: t.toasts.nothingToRedo });
    else sayError(error);
  }
}
