/** A ticket whose answer is owed, and which work it is. */
export type Owed<Id> = { readonly id: Id; readonly dueAt: number; readonly stream: number };

/** Items a stream can finish in an interval; `ms` is how long it is, where it is cut short. */
export type Capacity = { readonly at: number; readonly ms?: number; readonly perStream: readonly number[] };

export type Done<Id> = Owed<Id> & {
  /** When its turn is over; null: not within the time looked at. */
  readonly doneAt: number | null;
  readonly late: boolean;
};

/**
 * What will be late: each stream works its tickets off by due time, the one due first goes first, as many an interval as
 * its people can finish once new contacts have had their share. Earliest due date first makes the most lateness small,
 * so what is late here is late by any order that treats all alike. Source: Jackson, Scheduling a production line to
 * minimize maximum tardiness, 1955. SPEC STF-50.
 */
export function breachForecast<Id>(
  owed: readonly Owed<Id>[],
  capacity: readonly Capacity[],
  intervalMs: number,
): Done<Id>[] {
  const streams = [...new Set(owed.map(({ stream }) => stream))];
  return streams.flatMap((stream) => {
    const queue = owed.filter((one) => one.stream === stream).toSorted((a, b) => a.dueAt - b.dueAt);
    const done: Done<Id>[] = [];
    let next = 0;
    let begun = 0;
    for (const { at, perStream, ms = intervalMs } of capacity) {
      const rate = perStream[stream] ?? 0;
      let room = rate;
      for (let one = queue[next]; one !== undefined && room > 0; one = queue[next]) {
        const need = 1 - begun;
        if (need > room + 1e-9) {
          begun += room;
          break;
        }
        room -= need;
        begun = 0;
        const doneAt = Math.round(at + (1 - room / rate) * ms);
        done.push({ ...one, doneAt, late: doneAt > one.dueAt });
        next += 1;
      }
    }
    const last = capacity.at(-1);
    const until = (last?.at ?? 0) + (last?.ms ?? intervalMs);
    return [...done, ...queue.slice(next).map((one) => ({ ...one, doneAt: null, late: one.dueAt < until }))];
  });
}
