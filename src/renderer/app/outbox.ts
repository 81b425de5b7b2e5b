import { useEffect } from 'react';
import { codeOf } from './errors.ts';

/** `again`: it may be taken later, and is tried by itself. `refused`: it will not be otherwise by itself. */
export type Sent = 'kept' | 'again' | 'refused';

/** Typing rests this long before it is sent; what is chosen with one key is sent at once. */
export const typingMs = 350;
const againMs = 4000;

export type Outbox = {
  /** Sends what is held under a key now, after what is on its way; true once all of it is kept. */
  readonly flush: (key: string) => Promise<boolean>;
  /** The same, once nothing was said for a moment. */
  readonly later: (key: string) => void;
  readonly cancel: (key: string) => void;
};

/**
 * Takes what was said to the desk, by key: one sending after the other, so that nothing older lands on something newer, and
 * what the desk could not take is tried again. `sendAll` sends all that is held under a key.
 */
export function outbox(sendAll: (key: string) => Promise<Sent>): Outbox {
  const timers = new Map<string, number>();
  const running = new Map<string, Promise<Sent>>();
  const cancel = (key: string): void => {
    window.clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const flush = async (key: string): Promise<boolean> => {
    cancel(key);
    const work = (running.get(key) ?? Promise.resolve()).then(() => sendAll(key));
    running.set(key, work);
    const sent = await work;
    if (running.get(key) === work) running.delete(key);
    if (sent === 'again') after(key, againMs);
    return sent === 'kept';
  };
  const after = (key: string, ms: number): void => {
    cancel(key);
    timers.set(
      key,
      window.setTimeout(() => void flush(key), ms),
    );
  };
  return { flush, later: (key) => after(key, typingMs), cancel };
}

const final = new Set(['NOT_FOUND', 'FORBIDDEN', 'INVALID', 'CONFLICT']);

/** What the desk says to something that failed: what will not be otherwise by itself is not asked for again and again. */
export const answerTo = (error: unknown): Sent => (final.has(codeOf(error) ?? '') ? 'refused' : 'again');

/** Part by part until none is left, so that one that is refused does not keep the others back. */
export async function sendParts<Part>(
  parts: () => readonly Part[],
  send: (part: Part) => Promise<Sent>,
): Promise<Sent> {
  const refused = new Set<Part>();
  for (;;) {
    const part = parts().find((each) => !refused.has(each));
    if (part === undefined) return refused.size > 0 ? 'refused' : 'kept';
    const sent = await send(part);
    if (sent === 'again') return 'again';
    if (sent === 'refused') refused.add(part);
  }
}

/** All that is held under a key is sent before it goes from the screen; with the window goes all there is. */
export function useKeeping(key: string, flush: (key: string) => unknown, flushAll: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', flushAll);
    return () => {
      window.removeEventListener('pagehide', flushAll);
      flush(key);
    };
  }, [key, flush, flushAll]);
}
