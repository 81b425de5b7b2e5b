import { minuteMs } from '../../domain/calendar/wall-time.ts';
import { metrics } from '../../contract/words.ts';
import type { PreparedSla } from '../../domain/sla/prepare.ts';
import { replayClocks } from '../../domain/sla/replay.ts';
import { bandOf, rowClock } from '../../domain/sla/rows.ts';
import type { ClockEngine, SlimEvent, StoredClock } from './clock-engine.ts';

/** Events in, clocks out, as the store keeps them. */
export function slaEngine(rules: PreparedSla): ClockEngine {
  return {
    clocks(events, now) {
      const found = replayClocks(rules, createdFirst(events), now);
      const clocks = metrics.map((metric): StoredClock => {
        const { spentMinutes, pausedMinutes, time: _, ...clock } = found[metric];
        return {
          metric,
          ...clock,
          spentMs: Math.round(spentMinutes * minuteMs),
          pausedMs: Math.round(pausedMinutes * minuteMs),
        };
      });
      const shown = rowClock(found);
      return {
        clocks: clocks.filter(({ state }) => state !== 'idle'),
        band: bandOf(found),
        shown: shown && (clocks.find(({ metric }) => metric === shown.metric) ?? null),
      };
    },
  };
}

/**
 * Exports disagree with themselves: a newer one can bring an event from before the ticket was made. On the clock such an
 * event counts from the moment there is a ticket. SPEC SLA-2.
 */
export function createdFirst(events: readonly SlimEvent[]): readonly SlimEvent[] {
  if (events[0]?.type === 'created') return events;
  const created = events.find(({ type }) => type === 'created');
  if (created === undefined) {
    const at = events[0]?.at ?? 0;
    return [{ at, type: 'created', from: 'p3', to: 'new' }, ...events];
  }
  return [
    created,
    ...events.filter((event) => event !== created).map((event) => ({ ...event, at: Math.max(event.at, created.at) })),
  ];
}
