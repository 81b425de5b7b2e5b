import type { ReviewFilter } from '../../../contract/index.ts';
import { sayError } from '../../app/errors.ts';
import { fromBase64, saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { qm } from '../../strings/en-quality-more.ts';

/** Saves the reviews that a filter finds, with a column per criterion. */
export async function exportReviews(filter: ReviewFilter, format: 'csv' | 'xlsx'): Promise<void> {
  try {
    const { fileName, type, base64 } = await whileSaving(client.quality.exportFile({ filter, format }));
    saveFile(fileName, fromBase64(base64), type);
    say({ title: qm.dashboard.saved(fileName) });
  } catch (error) {
    sayError(error);
  }
}
