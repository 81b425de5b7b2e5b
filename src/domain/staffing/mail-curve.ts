import type { InstantIn } from '../../contract/common.ts';
import { toInstant } from '../calendar/instant.ts';
import { Fault } from '../fault.ts';

export type MailInterval = { readonly at: InstantIn; readonly value: number; readonly open: boolean };

/** One interval on the line of time: ms from the first, and what had come before it, the backlog included. */
export type MailSpan = {
  readonly start: number;
  readonly end: number;
  readonly open: boolean;
  readonly value: number;
  readonly before: number;
};

export type MailCurve = {
  /** Epoch ms of the first interval, from which all else is counted. */
  readonly first: number;
  readonly spans: readonly MailSpan[];
  /** Where the mail that is due begins to come faster or slower, in order of time. */
  readonly turns: readonly number[];
  /** What has come by then, evenly within each interval; the backlog comes at 0. */
  readonly arrivedBy: (ms: number) => number;
  readonly dueBy: (ms: number) => number;
};

function spansOf(
  arrivals: readonly MailInterval[],
  first: number,
  lengthMs: number,
  backlog: number,
): readonly MailSpan[] {
  let before = backlog;
  let free = 0;
  return arrivals.map(({ at, value, open }, index) => {
    const start = toInstant(at) - first;
    if (start < free) {
      throw new Fault('INVALID', `Interval ${index + 1} begins before the one above it has ended.`, {
        field: `arrivals.${index}.at`,
      });
    }
    const span = { start, end: start + lengthMs, open, value, before };
    free = span.end;
    before += value;
    return span;
  });
}

/** The last span that starts by then; -1 before the first. */
function spanAt(spans: readonly MailSpan[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Mail as two curves over time: what has come and what is due by any moment. Between intervals nothing comes.
 * Faults INVALID, naming the interval, where two overlap or are out of order.
 */
export function mailCurve(
  arrivals: readonly MailInterval[],
  times: { readonly lengthMs: number; readonly withinMs: number; readonly backlog: number },
): MailCurve {
  const first = toInstant(arrivals[0]?.at ?? 0);
  const spans = spansOf(arrivals, first, times.lengthMs, times.backlog);
  const arrivedBy = (ms: number): number => {
    const span = spans[spanAt(spans, ms)];
    if (!span) return 0;
    return span.before + span.value * Math.min(1, (ms - span.start) / times.lengthMs);
  };
  return {
    first,
    spans,
    turns: spans.flatMap(({ start, end }) => [start + times.withinMs, end + times.withinMs]),
    arrivedBy,
    dueBy: (ms) => arrivedBy(ms - times.withinMs),
  };
}
