import type { AskPivotSpec, AskSource } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { fileWord, fromBase64, saveFile } from '../app/save-file.ts';
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
    const asked = client.ask.export({
      source,
      pivot,
      format,
      ...(name !== undefined && { name: fileWord(name, 'question') }),
    });
    const { fileName, type, base64, cut, clipped } = await whileSaving(asked);
    saveFile(fileName, fromBase64(base64), type);
    const less = [cut === null ? '' : aw.fileCut[cut], clipped === 0 ? '' : aw.clipped(clipped)]
      .filter(Boolean)
      .join(' ');
    say({ title: aw.fileSaved(fileName), ...(less !== '' && { body: less }) });
  } catch (error) {
    sayError(error);
  }
}
