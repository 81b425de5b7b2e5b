import type { AskPivotSpec, AskSource } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { fromBase64, saveFile } from '../app/save-file.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { aw } from '../strings/en-ask.ts';

/** Saves an answer, or a pivot table, as a file: asked anew and whole. */
export async function saveAnswer(
  source: AskSource,
  pivot: AskPivotSpec | null,
  format: 'csv' | 'xlsx' | 'json',
  name: string | undefined,
): Promise<void> {
  try {
    const asked = client.ask.export({ source, pivot, format, ...(name !== undefined && { name: fileWord(name) }) });
    const { fileName, type, base64, cut } = await whileSaving(asked);
    saveFile(fileName, fromBase64(base64), type);
    say({ title: aw.fileSaved(fileName), ...(cut !== null && { body: aw.fileCut }) });
  } catch (error) {
    sayError(error);
  }
}

/** What no file system minds. */
const fileWord = (name: string): string => name.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'question';
