import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { Fault } from '../../domain/fault.ts';
import type { OpenDesk } from '../desk/open-desk.ts';
import type { Dialogs } from './desk-dialogs.ts';
import type { DeskHolder } from './desk-holder.ts';

/** Where desks are looked for: asked for on the command line, used last, or the usual place. */
export type DeskPlaces = { readonly asked: string | null; readonly last: string | undefined; readonly usual: string };

/**
 * Opens the desk to start with. A refusal is shown with its ways out, again and again until a desk is open or the person
 * quits (null). Nothing is deleted or replaced on the way.
 */
export async function openFirstDesk(
  places: DeskPlaces,
  holder: DeskHolder,
  dialogs: Dialogs,
): Promise<OpenDesk | null> {
  let file: string | null = places.asked ?? places.last ?? places.usual;
  for (;;) {
    try {
      // Making an empty desk where the last one used to be would look like losing it.
      if (file === places.last && !existsSync(file)) throw new Fault('NOT_FOUND', 'It is not there any more.');
      return await holder.open(file);
    } catch (error) {
      const next = await wayOut(file, error, dialogs);
      if (next === null) return null;
      file = next;
    }
  }
}

/** Opens another desk; a refusal keeps the present one. Null where nothing changed. */
export async function openOtherDesk(file: string, holder: DeskHolder, dialogs: Dialogs): Promise<OpenDesk | null> {
  if (holder.current()?.file === file) return null;
  try {
    return await holder.open(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await dialogs.tell('error', 'That desk could not be opened', `${reason}\n\nYour present desk stays open. ${file}`);
    return null;
  }
}

/** Writes a consistent copy where the person says, while the desk goes on working. */
export async function saveCopy(desk: OpenDesk, now: number, dialogs: Dialogs): Promise<void> {
  const day = new Date(now).toISOString().slice(0, 10);
  const file = await dialogs.copyTo(desk.file.replace(/\.desk$/, '') + ` ${day}.desk`);
  if (file === null) return;
  try {
    // The main process is trusted with paths, the window is not.
    const client = createRouterClient(desk.router, { context: desk.session({ trusted: true }) });
    const copy = await client.desk.backup({ file });
    await dialogs.tell('info', 'The copy is saved', `${copy.file}\n${Math.ceil(copy.bytes / 1024)} KB`);
  } catch (error) {
    await dialogs.tell('error', 'The copy was not saved', error instanceof Error ? error.message : String(error));
  }
}

async function wayOut(file: string, error: unknown, dialogs: Dialogs): Promise<string | null> {
  for (;;) {
    const choice = await dialogs.refusal(file, error);
    if (choice === 'quit') return null;
    if (choice === 'retry') return file;
    const next = await (choice === 'open' ? dialogs.openDesk() : dialogs.newDesk(join(dirname(file), 'New.desk')));
    if (next !== null) return next;
  }
}
