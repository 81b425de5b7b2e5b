import { create } from 'zustand';
import type { Refresher } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { answerTo, outbox, useKeeping, type Sent } from '../app/outbox.ts';
import { whileSaving } from '../app/saving.ts';
import { client, orpc, queryClient } from '../client/client.ts';

/** What is typed of a refresher. */
export type TextField = 'agenda' | 'materials';
const textFields: readonly TextField[] = ['agenda', 'materials'];

type Held = { readonly id: string; readonly field: TextField; readonly text: string; readonly failed: string | null };

/** Typed here and not kept by the desk yet, by refresher and field; it stays until it is, wherever one goes meanwhile. */
const useTexts = create<Readonly<Record<string, Held | undefined>>>(() => ({}));

const keyOf = (id: string, field: TextField): string => `${id} ${field}`;

export const refreshersKey = orpc.training.refreshers.queryOptions().queryKey;

/** What the desk kept is what the window reads: an answer that was asked for before must not put older words in its place. */
async function showKept({ id, field, text }: Held): Promise<void> {
  await queryClient.cancelQueries({ queryKey: refreshersKey });
  queryClient.setQueryData<{ refreshers: Refresher[] }>(refreshersKey, (data) =>
    data === undefined
      ? data
      : { refreshers: data.refreshers.map((each) => (each.id === id ? { ...each, [field]: text } : each)) },
  );
  void queryClient.invalidateQueries({ queryKey: refreshersKey });
}

async function send(key: string): Promise<Sent> {
  const held = useTexts.getState()[key];
  if (held === undefined) return 'kept';
  try {
    await whileSaving(client.training.refresherSave({ id: held.id, [held.field]: held.text }));
  } catch (error) {
    const latest = useTexts.getState()[key] ?? held;
    useTexts.setState({ [key]: { ...latest, failed: messageOf(error) } });
    return answerTo(error);
  }
  await showKept(held);
  if (useTexts.getState()[key]?.text !== held.text) return send(key);
  useTexts.setState({ [key]: undefined });
  return 'kept';
}

const box = outbox(send);

/** Something was typed: it is on screen at once, and on its way to the desk. */
export function typeText(id: string, field: TextField, text: string): void {
  const key = keyOf(id, field);
  useTexts.setState({ [key]: { id, field, text, failed: null } });
  box.later(key);
}

export const flushTexts = (id: string): void => {
  for (const field of textFields) void box.flush(keyOf(id, field));
};

function flushAll(): void {
  for (const key of Object.keys(useTexts.getState())) void box.flush(key);
}

/** The texts of a refresher as they are on screen, and why one is not kept; sent before it goes from the screen. */
export function useTextsOf({ id, agenda, materials }: Pick<Refresher, 'id' | 'agenda' | 'materials'>) {
  const held = useTexts();
  useKeeping(id, flushTexts, flushAll);
  const own = textFields.map((field) => held[keyOf(id, field)]);
  return {
    agenda: own[0]?.text ?? agenda,
    materials: own[1]?.text ?? materials,
    failed: own.find((each) => each?.failed != null)?.failed ?? null,
  };
}
