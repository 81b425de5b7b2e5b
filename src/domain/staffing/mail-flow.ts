import { minuteMs } from '../calendar/wall-time.ts';

/** What to expect of an interval's mail. Null where nothing comes, or nobody is there. */
export type Expected = {
  readonly serviceLevel: number | null;
  readonly occupancy: number | null;
  readonly asaSeconds: number | null;
};

type Batch = { readonly at: number; readonly slot: number; left: number };

/**
 * Mail worked off oldest first by a given number of items per interval: what of each interval's mail is done within its
 * time, the share of the capacity used, and how long it waits on average. A fluid: items may be split. What is not done by
 * the end of the last interval is late where its time is over by then, and in time (to be shown otherwise) where not.
 * What is done in an interval counts as done at its beginning. SPEC STF-24.
 */
export function mailFlow(
  arriving: readonly { readonly at: number; readonly value: number }[],
  capacity: readonly number[],
  withinMinutes: number,
  intervalMinutes: number,
): Expected[] {
  const step = intervalMinutes * minuteMs;
  const within = withinMinutes * minuteMs;
  const queue: Batch[] = [];
  const kept = new Float64Array(arriving.length);
  const waited = new Float64Array(arriving.length);
  const used = new Float64Array(arriving.length);
  arriving.forEach(({ at, value }, slot) => {
    if (value > 0) queue.push({ at, slot, left: value });
    let room = capacity[slot] ?? 0;
    for (let first = queue[0]; first !== undefined && room > 1e-9; first = queue[0]) {
      const done = Math.min(first.left, room);
      if (at <= first.at + within) kept[first.slot] = (kept[first.slot] ?? 0) + done;
      waited[first.slot] = (waited[first.slot] ?? 0) + done * (at - first.at);
      used[slot] = (used[slot] ?? 0) + done;
      room -= done;
      first.left -= done;
      if (first.left <= 1e-9) queue.shift();
    }
  });
  const end = (arriving.at(-1)?.at ?? 0) + step;
  for (const { at, slot, left } of queue) if (at + within > end) kept[slot] = (kept[slot] ?? 0) + left;
  return arriving.map(({ value }, slot) => {
    const room = capacity[slot] ?? 0;
    return {
      serviceLevel: value > 0 ? Math.min(1, (kept[slot] ?? 0) / value) : null,
      occupancy: room > 0 ? (used[slot] ?? 0) / room : null,
      asaSeconds: value > 0 ? (waited[slot] ?? 0) / value / 1000 : null,
    };
  });
}
