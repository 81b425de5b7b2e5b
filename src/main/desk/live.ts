import type { Alert, Change, Live } from '../../contract/index.ts';

export type LiveHub = {
  readonly publish: (live: Live) => void;
  /** Announces what a commit touched. Many ids are not worth listing: screens then refetch the domain. */
  readonly changed: (domain: Change['domain'], ids: readonly string[] | null) => void;
  readonly listen: (listener: (live: Live) => void) => () => void;
  /** As `listen`, for a window: the first one to come is given the alerts that no window has heard. */
  readonly watch: (listener: (live: Live) => void) => () => void;
  readonly seq: () => number;
};

const mostIds = 200;
const mostUnheard = 500;

export function liveHub(): LiveHub {
  const listeners = new Set<(live: Live) => void>();
  let seq = 0;
  let windows = 0;
  let unheard: Alert[] = [];
  const publish = (live: Live): void => {
    if (windows === 0 && live.type === 'alerts') unheard = [...unheard, ...live.alerts].slice(-mostUnheard);
    for (const listener of listeners) listener(live);
  };
  return {
    publish,
    changed(domain, ids) {
      seq += 1;
      publish({
        type: 'changed',
        changes: [{ seq, domain, ids: ids === null || ids.length > mostIds ? null : [...ids] }],
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(listener) {
      windows += 1;
      if (unheard.length > 0) listener({ type: 'alerts', alerts: unheard });
      unheard = [];
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener)) windows -= 1;
      };
    },
    seq: () => seq,
  };
}

/** What is published from here on, as an iterator that ends when the caller goes away. */
export function liveStream(hub: LiveHub, signal: AbortSignal | undefined): AsyncIteratorObject<Live, undefined, void> {
  const queue: Live[] = [{ type: 'hello', seq: hub.seq() }];
  const ended = { done: true, value: undefined } as const;
  let waiting: ((result: IteratorResult<Live, undefined>) => void) | undefined;
  let over = false;
  const stop = hub.watch((live) => {
    if (waiting === undefined) queue.push(live);
    else waiting({ done: false, value: live });
    waiting = undefined;
  });
  const end = (): void => {
    over = true;
    stop();
    signal?.removeEventListener('abort', end);
    waiting?.(ended);
  };
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  // By hand, not as a generator: one that waits for news could not be told to return before there is some.
  return {
    next() {
      const value = over ? undefined : queue.shift();
      if (over || value !== undefined) return Promise.resolve(value === undefined ? ended : { done: false, value });
      return new Promise((resolve) => (waiting = resolve));
    },
    return() {
      end();
      return Promise.resolve(ended);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await this.return?.();
    },
  };
}
