import { create } from 'zustand';
import type { Candidate, Interview } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { answerTo, outbox, sendParts, type Sent } from '../app/outbox.ts';
import { whileSaving } from '../app/saving.ts';
import { client, orpc, queryClient } from '../client/client.ts';

/** What was said of a candidate and is not kept by the desk yet: notes, and one's own form question by question. */
export type Held = {
  readonly notes?: string;
  readonly ratings?: Interview['ratings'];
  readonly recommend?: Interview['recommend'];
};
type Kept = {
  readonly held: Held;
  /** Why the last try failed; null: it did not. */
  readonly failed: string | null;
};

const nothing: Kept = { held: {}, failed: null };

/** By candidate; it stays until it is kept, wherever one goes meanwhile. */
const useKept = create<Readonly<Record<string, Kept>>>(() => ({}));

const keptOf = (id: string): Kept => useKept.getState()[id] ?? nothing;
const setKept = (id: string, part: Partial<Kept>): void => useKept.setState({ [id]: { ...keptOf(id), ...part } });

export const useHeld = (id: string): Kept => useKept((state) => state[id] ?? nothing);
export const candidateOptions = (id: string) => orpc.hiring.candidate.queryOptions({ input: { id } });

/** The parts of what is held that go in one call each. */
type Part = 'notes' | 'form';
const partsOf = ({ notes, ratings, recommend }: Held): readonly Part[] => [
  ...(notes === undefined ? [] : (['notes'] as const)),
  ...(ratings === undefined && recommend === undefined ? [] : (['form'] as const)),
];

/** What is still to be kept once the desk kept a part: what was said anew meanwhile stays. */
export function withoutKept(held: Held, sent: Held): Held {
  const ratings = Object.fromEntries(
    Object.entries(held.ratings ?? {}).filter(([id, value]) => sent.ratings?.[id] !== value),
  );
  return {
    ...(held.notes !== undefined && held.notes !== sent.notes && { notes: held.notes }),
    ...(Object.keys(ratings).length > 0 && { ratings }),
    ...(held.recommend !== undefined && held.recommend !== sent.recommend && { recommend: held.recommend }),
  };
}

/** What the desk kept is what the window reads: an answer that was asked for before must not put older words in its place. */
async function showKept(id: string): Promise<void> {
  const { queryKey } = candidateOptions(id);
  await queryClient.cancelQueries({ queryKey });
  const data = await client.hiring.candidate({ id }).catch(() => null);
  if (data !== null) queryClient.setQueryData<Candidate>(queryKey, data);
}

async function send(id: string, part: Part): Promise<Sent> {
  const { notes, ratings, recommend } = keptOf(id).held;
  const form = { ...(ratings !== undefined && { ratings }), ...(recommend !== undefined && { recommend }) };
  const sent: Held = part === 'notes' ? { ...(notes !== undefined && { notes }) } : form;
  try {
    await whileSaving<unknown>(
      part === 'notes'
        ? client.hiring.candidateSave({ id, ...sent })
        : client.hiring.interviewSave({ candidateId: id, ...form }),
    );
  } catch (error) {
    setKept(id, { failed: messageOf(error) });
    return answerTo(error);
  }
  await showKept(id);
  setKept(id, { held: withoutKept(keptOf(id).held, sent) });
  return 'kept';
}

async function sendAll(id: string): Promise<Sent> {
  const sent = await sendParts(
    () => partsOf(keptOf(id).held),
    (part) => send(id, part),
  );
  if (sent === 'kept') setKept(id, { failed: null });
  return sent;
}

const box = outbox(sendAll);

/** Sends what is held now; true once all of it is kept. */
export const { flush } = box;

/** Something was said: it is on screen at once, and on its way. What is typed waits until the typing rests. */
export function say(id: string, part: Held, typed: boolean): void {
  const { held } = keptOf(id);
  const ratings = part.ratings === undefined ? held.ratings : { ...held.ratings, ...part.ratings };
  setKept(id, { held: { ...held, ...part, ...(ratings !== undefined && { ratings }) } });
  if (typed) box.later(id);
  else void flush(id);
}

/** Whoever is gone keeps nothing any more. */
export function forgetHeld(id: string): void {
  box.cancel(id);
  setKept(id, nothing);
}

/** A window that goes takes what was typed to the desk first. */
export function flushAll(): void {
  for (const id of Object.keys(useKept.getState())) if (partsOf(keptOf(id).held).length > 0) void flush(id);
}
