import { sayError } from '../app/errors.ts';
import { fromBase64, saveFile } from '../app/save-file.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { s } from '../strings/en-stand-up.ts';

/** Saves the three tables as a file, counted anew by the desk. */
export async function saveReconciliation(format: 'csv' | 'xlsx'): Promise<void> {
  try {
    const { fileName, type, base64 } = await whileSaving(client.reports.reconciliationFile({ format }));
    saveFile(fileName, fromBase64(base64), type);
    say({ title: s.saved(fileName) });
  } catch (error) {
    sayError(error);
  }
}
