import { create } from 'zustand';
import type { CoachingSession } from '../../../contract/index.ts';
import { messageOf } from '../../app/errors.ts';
import { answerTo, outbox, sendParts, type Sent } from '../../app/outbox.ts';
import { whileSaving } from '../../app/saving.ts';
import { client, orpc, queryClient } from '../../client/client.ts';
import { withoutKept, type Field, type Said } from './said.ts';

type Kept = {
  /** Said here and not kept by the desk yet. It stays until it is, wherever one goes meanwhile. */
  readonly held: Said;
  /** Why the last try failed; null: it did not. */
  readonly failed: string | null;
};

const nothing: Kept = { held: {}, failed: null };

/** By session. */
const useKept = create<Readonly<Record<string, Kept>>>(() => ({}));

const keptOf = (id: string): Kept => useKept.getState()[id] ?? nothing;
const setKept = (id: string, part: Partial<Kept>): void => useKept.setState({ [id]: { ...keptOf(id), ...part } });

/** What was said of a session and is not kept yet, and why not. */
export const useHeld = (id: string): Kept => useKept((state) => state[id] ?? nothing);

export const sessionOptions = (id: string) => orpc.coaching.session.queryOptions({ input: { id } });

/** What the desk kept is what the window reads: an answer that was asked for before must not put older words in its place. */
async function showKept(id: string, part: Said): Promise<void> {
  const { queryKey } = sessionOptions(id);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<CoachingSession>(queryKey, (data) => (data === undefined ? data : { ...data, ...part }));
  void queryClient.invalidateQueries({ queryKey });
}

const inputOf = ({ evidence, ...rest }: Said) => ({
  ...rest,
  ...(evidence !== undefined && { evidence: evidence.map(({ kind, id }) => ({ kind, id })) }),
});

async function send(id: string, field: Field): Promise<Sent> {
  const part: Said = { [field]: keptOf(id).held[field] };
  try {
    await whileSaving(client.coaching.sessionSet({ id, set: inputOf(part) }));
  } catch (error) {
    setKept(id, { failed: messageOf(error) });
    return answerTo(error);
  }
  await showKept(id, part);
  setKept(id, { held: withoutKept(keptOf(id).held, part) });
  return 'kept';
}

async function sendAll(id: string): Promise<Sent> {
  const sent = await sendParts(
    () => Object.keys(keptOf(id).held) as Field[],
    (field) => send(id, field),
  );
  if (sent === 'kept') setKept(id, { failed: null });
  return sent;
}

const box = outbox(sendAll);

/** Sends what is held now; true once all of it is kept. */
export const { flush } = box;

const typed: ReadonlySet<string> = new Set<Field>(['agenda', 'notes', 'privateNotes']);

/** Something was said: it is on screen at once, and on its way to the desk. */
export function say(id: string, part: Said): void {
  setKept(id, { held: { ...keptOf(id).held, ...part } });
  if (Object.keys(part).some((field) => !typed.has(field))) void flush(id);
  else box.later(id);
}

/** A session that is gone keeps nothing any more. */
export function forget(id: string): void {
  box.cancel(id);
  setKept(id, nothing);
}

/** A window that goes takes what was typed to the desk first. */
export function flushAll(): void {
  for (const id of Object.keys(useKept.getState())) if (Object.keys(keptOf(id).held).length > 0) void flush(id);
}
