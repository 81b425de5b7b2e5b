import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { windowStateSchema } from './window-state.ts';

/** What this installation remembers between runs. It is a convenience: a file that cannot be read starts afresh. */
const preferencesSchema = z.object({
  deskFile: z.string().min(1).optional().catch(undefined),
  window: windowStateSchema.optional().catch(undefined),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export function readPreferences(file: string): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** Merges into what is there; the file is replaced whole, so a crash leaves the old or the new one. */
export function writePreferences(file: string, changes: Preferences): void {
  const part = `${file}.part`;
  writeFileSync(part, JSON.stringify({ ...readPreferences(file), ...changes }, null, 2));
  renameSync(part, file);
}
