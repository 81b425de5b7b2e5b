import { chooseFile } from '../app/choose-file.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { knownRules } from './rules-actions.ts';
import { setRules } from './rules-store.ts';

const keptMs = 60_000;

/** Saves all rules as a JSON file. */
export async function exportRules(): Promise<void> {
  try {
    const { json } = await whileSaving(client.automation.exportJson());
    const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'foredesk-rules.json';
    link.click();
    // The browser reads it after the click.
    window.setTimeout(() => URL.revokeObjectURL(url), keptMs);
    say({ title: r.said.exported(knownRules().length) });
  } catch (error) {
    sayError(error);
  }
}

/** Asks for a file of rules; what it would do is shown before anything is taken in. */
export function chooseRulesFile(): void {
  chooseFile('.json,application/json', (file) => {
    void file.text().then((json) => setRules({ importing: { fileName: file.name, json } }));
  });
}
