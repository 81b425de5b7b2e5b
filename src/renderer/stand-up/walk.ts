import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import type { Line } from './lines.ts';

type Walk = { readonly line: Line | undefined; readonly on: () => void };

/** Where the stand-up is and what its one key does, set by the list on screen. */
let walk: Walk | null = null;

export function onWalk(now: Walk | null): void {
  walk = now;
}

/** Done with this line: marks it and goes to the next that is not gone through. */
export const walkOn = (): void => walk?.on();

export const atCallback = (): boolean => walk?.line?.callbackId != null;

/** Number, owner and time of the call under the cursor are right. */
export async function confirmCallback(): Promise<void> {
  const id = walk?.line?.callbackId;
  if (id != null) await command(client.tickets.callbackValidate({ ids: [id] }));
}
