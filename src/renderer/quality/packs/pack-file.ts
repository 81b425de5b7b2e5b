import { sayError } from '../../app/errors.ts';
import { fromBase64, saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { qp } from '../../strings/en-quality-packs.ts';

const type = 'application/octet-stream';

export function savePackFile({ fileName, base64 }: { readonly fileName: string; readonly base64: string }): void {
  saveFile(fileName, fromBase64(base64), type);
}

/** Saves an opened pack with what was done in it, sealed as it came. */
export async function saveOpened(id: string): Promise<void> {
  try {
    const file = await whileSaving(client.quality.packSave({ id }));
    savePackFile(file);
    say({ title: qp.saved(file.fileName) });
  } catch (error) {
    sayError(error);
  }
}
