import type { Status } from '../../contract/common.ts';
import type { Metric } from '../../contract/sla.ts';
import { openMsBetween } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { runEvents } from './engine.ts';
import type { ClockEvent } from './engine.ts';
import type { PreparedSla } from './prepare.ts';

/** A stretch in which a clock stood paused while the customer's message had no answer. */
export type PausedStretch = {
  readonly metric: Metric;
  readonly status: string;
  /** Who had the ticket when it began, by name; `undefined` where no event tells: whoever has it now. */
  readonly owner: string | null | undefined;
  readonly from: number;
  readonly to: number;
  /** Open minutes of the policy's calendar. */
  readonly minutes: number;
  /** It lasts still. */
  readonly standing: boolean;
};

type Span = { readonly from: number; readonly to: number };

const isDone = (status: string | null): boolean => status === 'solved' || status === 'closed';

/** From the first message without an answer to the answer, or to the solution. */
const askedSpans = (events: readonly ClockEvent[], now: number): Span[] => {
  const spans: Span[] = [];
  let since: number | null = null;
  for (const { at, type, to } of events) {
    if (at > now) break;
    if (type === 'customerMessage') since ??= at;
    else if (since !== null && (type === 'agentReply' || (type === 'status' && isDone(to)))) {
      spans.push({ from: since, to: at });
      since = null;
    }
  }
  return since === null ? spans : [...spans, { from: since, to: now }];
};

/** What status the ticket had, one span a status. */
const statusSpans = (events: readonly ClockEvent[], now: number): (Span & { readonly status: string })[] => {
  const changes = events.filter(({ at, type }) => at <= now && (type === 'created' || type === 'status'));
  return changes.map(({ at, to }, i) => ({
    from: at,
    to: changes[i + 1]?.at ?? now,
    status: to ?? ('new' satisfies Status),
  }));
};

/** Tells who had it from the changes of owner: a ticket may be made with one, and no event says so. */
const ownerAt = (events: readonly ClockEvent[], at: number): string | null | undefined => {
  const changes = events.filter(({ type }) => type === 'assignee');
  const before = changes.findLast((change) => change.at <= at);
  if (before !== undefined) return before.to;
  const [next] = changes;
  return next === undefined ? undefined : next.from;
};

/** Every stretch of a ticket up to now in which a clock stood paused although the customer had written. SPEC SLA-48. */
export const pausedWhileAsked = (rules: PreparedSla, events: readonly ClockEvent[], now: number): PausedStretch[] => {
  const asked = askedSpans(events, now);
  if (asked.length === 0) return [];
  const paused: (Span & { readonly metric: Metric; readonly calendar: CompiledCalendar })[] = [];
  runEvents(rules, events, now, (clock, calendar, from, to) => {
    if (clock.phase === 'active' && clock.target && clock.paused)
      paused.push({ metric: clock.metric, calendar, from, to });
  });
  const statuses = statusSpans(events, now);
  return paused.flatMap((pause) =>
    asked.flatMap((ask) =>
      statuses.flatMap((has) => {
        const from = Math.max(pause.from, ask.from, has.from);
        const to = Math.min(pause.to, ask.to, has.to);
        if (from >= to) return [];
        const minutes = openMsBetween(pause.calendar, from, to) / minuteMs;
        const { metric } = pause;
        return [{ metric, status: has.status, owner: ownerAt(events, from), from, to, minutes, standing: to === now }];
      }),
    ),
  );
};

/** Minutes that stretches of one ticket cover, of two clocks paused at once the longer. */
export const longestMinutes = (stretches: readonly PausedStretch[]): number => {
  const byMetric = new Map<Metric, number>();
  for (const { metric, minutes } of stretches) byMetric.set(metric, (byMetric.get(metric) ?? 0) + minutes);
  return Math.max(0, ...byMetric.values());
};
