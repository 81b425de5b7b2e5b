import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/contract/calendar.ts';
import type { Policy, PolicyIn } from '../../../src/contract/sla.ts';
import type { ClockEvent } from '../../../src/domain/sla/engine.ts';
import { metrics } from '../../../src/contract/words.ts';
import { explainClocks, replayClocks } from '../../../src/domain/sla/replay.ts';
import { prepareTimeline, sinceEver, type SlaTimeline } from '../../../src/domain/sla/timeline.ts';
import { at, calendars, policy } from './build.ts';

const minute = 60_000;
const from = at('05 08:00');
const statuses = ['open', 'pending', 'hold', 'solved'] as const;
const step = fc.oneof(
  fc.constant({ type: 'customerMessage' as const, to: null }),
  fc.constant({ type: 'agentReply' as const, to: null }),
  fc.record({ type: fc.constant('status' as const), to: fc.constantFrom(...statuses) }),
  fc.record({ type: fc.constant('priority' as const), to: fc.constantFrom('p1', 'p2', 'p3', 'p4') }),
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 1200 }), step), { maxLength: 12 }).map((steps) => {
  let when = from;
  const events: ClockEvent[] = [{ at: when, type: 'created', from: 'p3', to: 'new' }];
  for (const [gap, { type, to }] of steps) events.push({ at: (when += gap * minute), type, from: null, to });
  return events;
});
const later = fc.integer({ min: 0, max: 10_000 }).map((minutes) => from + minutes * minute);

const base = policy({ id: 'base', name: 'Base' });
const other: Policy = policy({
  id: 'base',
  name: 'Base',
  calendar: 'late',
  targets: {
    firstResponse: { p3: { minutes: 45, time: 'business' } },
    resolution: { p1: { minutes: 15, time: 'calendar' } },
  },
  reopen: 'restart',
});
const first = sinceEver([base], calendars);
const withVersion = (body: Policy, since: number | null): SlaTimeline => ({
  ...first,
  policies: { base: [...first.policies.base!, { version: 2, from: since, body }] },
});
type Change = { readonly policy: Policy; readonly office: Calendar };
const target = fc.option(
  fc.record({ minutes: fc.integer({ min: 1, max: 3000 }), time: fc.constantFrom('business', 'calendar') }),
  { nil: undefined },
);
const targets = fc.record({ p1: target, p2: target, p3: target, p4: target });
const pauses = fc.subarray(['new', 'open', 'pending', 'hold'] as const);
/** Another policy under the same id, and other opening hours under the same name. */
const rulesChange: fc.Arbitrary<Change> = fc.record({
  policy: fc
    .record({
      targets: fc.record({
        firstResponse: targets,
        nextResponse: targets,
        periodicUpdate: targets,
        resolution: targets,
      }),
      pauses: fc.record({ nextResponse: pauses, periodicUpdate: pauses, resolution: pauses }),
      calendar: fc.constantFrom('office', 'late'),
      reopen: fc.constantFrom('resume', 'restart'),
      atRiskPercent: fc.integer({ min: 0, max: 100 }),
    })
    .map((over) => policy({ id: 'base', name: 'Base', ...(JSON.parse(JSON.stringify(over)) as Partial<PolicyIn>) })),
  office: fc.constantFrom<Calendar>(
    calendars.office!,
    { timeZone: 'UTC', hours: { mon: [['06:00', '22:00']], wed: [['10:00', '11:30']] } },
    { timeZone: 'Europe/Lisbon', hours: { tue: [['09:00', '17:00']], sun: [['00:00', '12:00']] } },
  ),
});
const onTop = (rules: SlaTimeline, { policy: body, office }: Change, since: number | null): SlaTimeline => {
  const versions = { version: rules.policies.base!.length + 1, from: since };
  return {
    ...rules,
    policies: { base: [...rules.policies.base!, { ...versions, body }] },
    calendars: { ...rules.calendars, office: [...rules.calendars.office!, { ...versions, body: office }] },
  };
};
const changed = (change: Change, since: number | null): SlaTimeline => onTop(first, change, since);
const [plain, numbers] = [prepareTimeline(first), { numRuns: 300 }];

describe('versions of rules (SLA-42)', () => {
  it('saved from now on never change what was counted before', () => {
    fc.assert(
      fc.property(history, later, later, (events, now, saved) => {
        const clocks = explainClocks(prepareTimeline(withVersion(other, saved)), events, Math.max(now, saved));
        const before = explainClocks(plain, events, saved);
        for (const metric of metrics) {
          const counted = (all: typeof clocks) =>
            all[metric].ledger
              .filter(({ from: start, to }) => start < saved && to <= saved)
              .map(({ from: start, to, countedMinutes, kind }) => [start, to, countedMinutes, kind]);
          // The stretch that was running when the rules changed may have been cut there: all before it stands.
          for (const piece of counted(before).slice(0, -1)) expect(counted(clocks)).toContainEqual(piece);
        }
        if (now < saved)
          expect(replayClocks(prepareTimeline(withVersion(other, saved)), events, now)).toEqual(
            replayClocks(plain, events, now),
          );
      }),
      numbers,
    );
  });

  it('that say the same change nothing', () => {
    fc.assert(
      fc.property(history, later, later, (events, now, saved) => {
        expect(replayClocks(prepareTimeline(withVersion({ ...base }, saved)), events, now)).toEqual(
          replayClocks(plain, events, now),
        );
      }),
      numbers,
    );
  });

  it('saved as of always, or before the ticket was made, are as if they had been there from the first', () => {
    const always = prepareTimeline(sinceEver([other], calendars));
    fc.assert(
      fc.property(history, later, fc.constantFrom(null, from - minute, from), (events, now, since) => {
        expect(replayClocks(prepareTimeline(withVersion(other, since)), events, now)).toEqual(
          replayClocks(always, events, now),
        );
      }),
      numbers,
    );
  });

  it('saved from now on leave every clock that is done with every number it has', () => {
    fc.assert(
      fc.property(history, rulesChange, later, later, (events, change, now, saved) => {
        const known = events.filter((event) => event.at < saved);
        fc.pre(known.length > 0);
        const before = replayClocks(plain, known, saved);
        const after = replayClocks(prepareTimeline(changed(change, saved)), known, Math.max(now, saved));
        for (const metric of metrics) if (before[metric].metAt !== null) expect(after[metric]).toEqual(before[metric]);
      }),
      numbers,
    );
  });

  it('saved as of always, whatever was saved before, count as if there had never been other rules', () => {
    fc.assert(
      fc.property(history, rulesChange, rulesChange, later, later, (events, earlier, change, now, saved) => {
        const twice = onTop(changed(earlier, saved), change, null);
        const only = prepareTimeline(sinceEver([change.policy], { ...calendars, office: change.office }));
        expect(replayClocks(prepareTimeline(twice), events, now)).toEqual(replayClocks(only, events, now));
      }),
      numbers,
    );
  });
});
