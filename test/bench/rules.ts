import { addMinutes } from '../../src/domain/calendar/arithmetic.ts';
import { compiledFor } from '../../src/domain/calendar/compile.ts';
import { prng } from '../../src/domain/prng.ts';
import { defaultCalendar, defaultPolicy } from '../../src/domain/sla/default-policy.ts';
import { sampleDesk } from '../../src/domain/desk/sample/sample.ts';
import { prepareTimeline, sinceEver } from '../../src/domain/sla/timeline.ts';
import { slaEngine } from '../../src/main/store/sla-engine.ts';
import type { Row } from './stats.ts';

const perSecond = (count: number, work: () => void): number => {
  work();
  const from = performance.now();
  work();
  return count / ((performance.now() - from) / 1000);
};

/** Pure rules per second on one core; the floor is the same loop doing plain addition. */
export function rules(): Row[] {
  const calendar = compiledFor(defaultCalendar('Europe/Lisbon'));
  const random = prng(7);
  const count = 1_000_000;
  const start = Date.UTC(2020, 0, 1);
  const from = Float64Array.from({ length: count }, () => start + random.int(0, 10 * 365 * 86_400_000));
  const minutes = Float64Array.from({ length: count }, () => random.int(1, 5000));
  let sink = 0;
  const ours = perSecond(count, () => {
    for (let i = 0; i < count; i++) sink += addMinutes(calendar, from[i] ?? 0, minutes[i] ?? 0);
  });
  const floor = perSecond(count, () => {
    for (let i = 0; i < count; i++) sink += (from[i] ?? 0) + (minutes[i] ?? 0) * 60_000;
  });
  const until = Date.UTC(2026, 5, 10, 10);
  const drafts = [...sampleDesk({ tickets: 5000, seed: 1, until }).drafts];
  const events = drafts.reduce((sum, draft) => sum + draft.events.length, 0);
  const { policy, calendars } = defaultPolicy('Europe/Lisbon');
  const engine = slaEngine(prepareTimeline(sinceEver([policy], calendars)));
  const replay = perSecond(events, () => {
    for (const draft of drafts) sink += engine.clocks(draft.events, until).clocks.length;
  });
  if (!Number.isFinite(sink)) throw new Error('The work was not done');
  return [
    { name: 'calendar.add', ours, floor, unit: 'a second', better: 'more', note: 'floor: plain addition' },
    { name: 'clock events replayed, three metrics', ours: replay, floor: null, unit: 'a second', better: 'more' },
  ];
}
