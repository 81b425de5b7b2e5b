import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricSchema, policySchema } from '../../../src/contract/sla.ts';
import type { Policy } from '../../../src/contract/sla.ts';
import { addOpenMs, isOpenAt } from '../../../src/domain/calendar/arithmetic.ts';
import { compileCalendar } from '../../../src/domain/calendar/compile.ts';
import type { CompiledCalendar } from '../../../src/domain/calendar/compile.ts';
import type { ClockEvent } from '../../../src/domain/sla/engine.ts';
import { prepareSla } from '../../../src/domain/sla/prepare.ts';
import { explainClocks, replayClocks } from '../../../src/domain/sla/replay.ts';
import { at, calendars, policy } from './build.ts';

const minute = 60_000;
const metrics = metricSchema.options;
const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
const priorities = ['p1', 'p2', 'p3', 'p4'] as const;
const from = at('05 08:00');

const bare = (type: 'customerMessage' | 'agentReply' | 'internalNote') => fc.constant({ type, to: null });
const change = fc.oneof(
  bare('customerMessage'),
  bare('agentReply'),
  bare('internalNote'),
  fc.record({ type: fc.constant('status' as const), to: fc.constantFrom(...statuses) }),
);
const anyChange = fc.oneof(
  { weight: 4, arbitrary: change },
  fc.record({ type: fc.constant('priority' as const), to: fc.constantFrom(...priorities) }),
  fc.record({ type: fc.constant('policy' as const), to: fc.constantFrom('gold', 'base') }),
  fc.record({ type: fc.constant('calendar' as const), to: fc.constantFrom('office', 'late') }),
);
type Change = { readonly type: ClockEvent['type']; readonly to: string | null };

/** Whole minutes apart, some at one instant; over a week or two. */
const historyOf = (changes: fc.Arbitrary<Change>): fc.Arbitrary<ClockEvent[]> =>
  fc
    .record({
      priority: fc.constantFrom(...priorities),
      status: fc.constantFrom('new', 'open', 'pending'),
      steps: fc.array(
        fc.tuple(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 1500 })), changes),
        {
          maxLength: 14,
        },
      ),
    })
    .map(({ priority, status, steps }) => {
      let when = from;
      const events: ClockEvent[] = [{ at: when, type: 'created', from: priority, to: status }];
      for (const [gap, { type, to }] of steps) {
        when += gap * minute;
        events.push({ at: when, type, from: null, to });
      }
      return events;
    });
const history = historyOf(anyChange);
const later = fc.integer({ min: 0, max: 20_000 }).map((minutes) => from + minutes * minute);

const gold: Policy = policySchema.parse({
  calendar: 'late',
  targets: {
    firstResponse: { p1: { minutes: 20, time: 'calendar' }, p3: { minutes: 90, time: 'business' } },
    resolution: { p1: { minutes: 90, time: 'business' }, p2: { minutes: 300, time: 'calendar' } },
  },
  pauses: { firstResponse: ['hold'], resolution: ['hold'] },
  reopen: 'restart',
});
const rules = prepareSla({ policy: policy({ id: 'base' }), policies: { gold }, calendars });
/** One policy and priority throughout: what the laws about one target need. */
const plain = historyOf(change);

describe('clocks, whatever happens to a ticket', () => {
  it('are the same with and without a ledger (SLA-20)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const fast = replayClocks(rules, events, now);
        const full = explainClocks(rules, events, now);
        for (const metric of metrics) {
          const { nextAt: _, markMinutes: __, ...numbers } = fast[metric];
          expect(full[metric]).toMatchObject(numbers);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('have a ledger without holes that adds up to the time spent (SLA-20)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const clocks = explainClocks(rules, events, now);
        for (const metric of metrics) {
          const { ledger, startedAt, spentMinutes, pausedMinutes } = clocks[metric];
          if (now === from) continue;
          expect([ledger[0]?.from, ledger.at(-1)?.to]).toEqual([from, now]);
          ledger.slice(1).forEach((segment, i) => expect(segment.from).toBe(ledger[i]?.to));
          const cycle = ledger.filter((segment) => startedAt !== null && segment.from >= startedAt);
          const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(cycle.map((one) => one.countedMinutes))).toBeCloseTo(spentMinutes, 6);
          const paused = cycle.filter(({ kind }) => kind === 'paused').map((one) => (one.to - one.from) / minute);
          expect(sum(paused)).toBeCloseTo(pausedMinutes, 6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on what comes later (SLA-2)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const known = events.filter((event) => event.at <= now);
        expect(replayClocks(rules, events, now)).toEqual(replayClocks(rules, known, now));
      }),
      { numRuns: 300 },
    );
  });

  it('change by themselves at nextAt and not before (SLA-9)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const known = events.filter((event) => event.at <= now);
        const state = (metric: (typeof metrics)[number], when: number) =>
          replayClocks(rules, known, when)[metric].state;
        for (const metric of metrics) {
          const clock = replayClocks(rules, known, now)[metric];
          const until = clock.nextAt ?? now + 40 * 24 * 60 * minute;
          expect(until).toBeGreaterThan(now);
          expect(state(metric, until - 1)).toBe(clock.state);
          if (clock.nextAt !== null) expect(state(metric, clock.nextAt)).not.toBe(clock.state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never take time spent back while nothing happens (SLA-3)', () => {
    fc.assert(
      fc.property(history, later, later, (events, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const known = events.filter((event) => event.at <= early);
        const [before, after] = [replayClocks(rules, known, early), replayClocks(rules, known, late)];
        for (const metric of metrics) {
          expect(after[metric].spentMinutes).toBeGreaterThanOrEqual(before[metric].spentMinutes);
          expect(after[metric].pausedMinutes).toBeGreaterThanOrEqual(before[metric].pausedMinutes);
          if (before[metric].breachedAt !== null) expect(after[metric].breachedAt).toBe(before[metric].breachedAt);
          if (before[metric].state === 'running') expect(after[metric].dueAt).toBe(before[metric].dueAt);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are due when the calendar has passed what is left (SLA-5)', () => {
    const office = compileCalendar(calendars.office!);
    fc.assert(
      fc.property(plain, later, (events, now) => {
        const clocks = replayClocks(rules, events, now);
        for (const metric of metrics) {
          const { state, dueAt, spentMinutes, targetMinutes, time } = clocks[metric];
          if (state !== 'running' && state !== 'atRisk' && state !== 'paused') continue;
          const left = Math.round(((targetMinutes ?? 0) - spentMinutes) * minute);
          expect(left).toBeGreaterThanOrEqual(0);
          // Nothing left: it is due at the closing behind us, or now where it stands still.
          if (left > 0) expect(dueAt).toBe(time === 'business' ? addOpenMs(office, now, left) : now + left);
          else expect(dueAt).toBeLessThanOrEqual(now);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stand still once, however often it is said (SLA-4)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const doubled = events.flatMap((event) => (event.type === 'status' ? [event, event] : [event]));
        expect(replayClocks(rules, doubled, now)).toEqual(replayClocks(rules, events, now));
      }),
      { numRuns: 300 },
    );
  });

  it('do not mind notes, queues and assignees (SLA-10)', () => {
    fc.assert(
      fc.property(history, later, (events, now) => {
        const noisy = events.flatMap((event): ClockEvent[] => [
          event,
          { at: event.at, type: 'internalNote', from: null, to: null },
          { at: event.at, type: 'queue', from: null, to: 'Billing' },
          { at: event.at, type: 'assignee', from: null, to: null },
        ]);
        expect(replayClocks(rules, noisy, now)).toEqual(replayClocks(rules, events, now));
      }),
      { numRuns: 100 },
    );
  });
});

const isDone = (status: string) => status === 'solved' || status === 'closed';

const nothing = () => ({
  status: '',
  unanswered: false,
  answered: false,
  first: { spent: 0, paused: 0 },
  next: { on: false, spent: 0, paused: 0 },
  resolution: { spent: 0, paused: 0 },
});

/** What one event does to what is awaited, in the words of the SPEC. */
const hear = (seen: ReturnType<typeof nothing>, { type, to }: ClockEvent) => {
  const wasDone = isDone(seen.status);
  if (type === 'created' || type === 'status') seen.status = to ?? '';
  if (type === 'customerMessage') seen.unanswered = true;
  if (type === 'agentReply' || (isDone(seen.status) && !wasDone)) {
    seen.answered = true;
    seen.next.on = false;
    seen.unanswered = false;
  }
  const awaited = seen.unanswered && seen.answered && !isDone(seen.status);
  if (awaited && !seen.next.on) seen.next = { on: true, spent: 0, paused: 0 };
};

/** Deliberately naive: walks every minute from creation to now, under one policy and priority. */
const walk = (calendar: CompiledCalendar, business: boolean, events: readonly ClockEvent[], now: number) => {
  const seen = nothing();
  for (let when = from; when <= now; when += minute) {
    for (const event of events.filter((one) => one.at === when)) hear(seen, event);
    if (when === now) break;
    const still = seen.status === 'pending' || seen.status === 'hold';
    const counts = !business || isOpenAt(calendar, when) ? 1 : 0;
    const tick = (clock: { spent: number; paused: number }) => {
      if (still) clock.paused += 1;
      else clock.spent += counts;
    };
    if (!seen.answered) seen.first.spent += counts;
    if (seen.next.on) tick(seen.next);
    if (!isDone(seen.status)) tick(seen.resolution);
  }
  return seen;
};

describe('clocks beside a walk over every minute (SLA-3, SLA-4, SLA-10 to SLA-14)', () => {
  it('spend and stand still the same minutes', () => {
    const office = compileCalendar(calendars.office!);
    fc.assert(
      fc.property(plain, later, (events, now) => {
        const priority = events[0]?.from;
        fc.pre(priority === 'p1' || priority === 'p3');
        const seen = walk(office, priority === 'p3', events, now);
        const { firstResponse, nextResponse, resolution } = replayClocks(rules, events, now);
        expect(firstResponse.spentMinutes).toBe(seen.first.spent);
        expect(firstResponse.metAt !== null).toBe(seen.answered);
        expect([nextResponse.spentMinutes, nextResponse.pausedMinutes]).toEqual([seen.next.spent, seen.next.paused]);
        expect([resolution.spentMinutes, resolution.pausedMinutes]).toEqual([
          seen.resolution.spent,
          seen.resolution.paused,
        ]);
        expect(resolution.metAt !== null).toBe(isDone(seen.status));
      }),
      { numRuns: 150 },
    );
  });
});
