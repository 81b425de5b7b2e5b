import type { InstantIn } from '../../contract/common.ts';
import type { Clock, ClockState, Metric, Policy, SlaEventIn } from '../../contract/sla.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { toInstant } from '../calendar/instant.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { dueFrom, marksFrom, riskFrom } from './clock.ts';
import type { Running } from './clock.ts';
import { runEvents } from './engine.ts';
import type { ClockEvent, Run } from './engine.ts';
import { ledgerSink } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { prepareSla } from './prepare.ts';
import type { PreparedSla, SlaRules } from './prepare.ts';
import { whyOf } from './why.ts';

/**
 * A clock without its story; `nextAt`: when its state next changes, or it passes a mark, by itself (epoch ms; null: not
 * by itself); `markMinutes`: of the target's time, what was left at the last mark passed.
 */
export type ClockNumbers = Omit<Clock, 'ledger' | 'why'> & {
  readonly nextAt: number | null;
  readonly markMinutes: number | null;
};
export type Clocks = Readonly<Record<Metric, ClockNumbers>>;

const idle: ClockNumbers = {
  startedAt: null,
  targetMinutes: null,
  time: null,
  spentMinutes: 0,
  pausedMinutes: 0,
  dueAt: null,
  riskAt: null,
  metAt: null,
  breachedAt: null,
  state: 'idle',
  nextAt: null,
  markMinutes: null,
};

const stateOf = (clock: Readonly<Running>, riskAt: number | null, now: number): ClockState => {
  if (clock.breachedAt !== null) return 'breached';
  if (clock.phase === 'done') return 'met';
  if (clock.paused) return 'paused';
  return riskAt !== null && riskAt <= now ? 'atRisk' : 'running';
};

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** A clock that runs comes at risk at `riskAt` and breaches just after `dueAt`; all else waits for an event. SPEC SLA-9. */
const nextChange = (
  state: ClockState,
  riskAt: number | null,
  dueAt: number | null,
  markAt: number | null,
): number | null => {
  if (state === 'running') return earlier(riskAt, markAt);
  return state === 'atRisk' ? earlier(dueAt === null ? null : dueAt + 1, markAt) : null;
};

const numbersOf = (clock: Readonly<Running>, calendar: CompiledCalendar, now: number): ClockNumbers => {
  const { target } = clock;
  if (!target || clock.startedAt === null) return idle;
  const done = clock.phase === 'done';
  const dueAt = done ? clock.doneDueAt : dueFrom(clock, calendar, now);
  const riskAt = done ? clock.doneRiskAt : riskFrom(clock, calendar, now);
  const state = stateOf(clock, riskAt, now);
  const marks = marksFrom(clock, calendar, now);
  return {
    startedAt: clock.startedAt,
    targetMinutes: target.ms / minuteMs,
    time: target.business ? 'business' : 'calendar',
    spentMinutes: clock.spent / minuteMs,
    pausedMinutes: clock.pausedMs / minuteMs,
    dueAt,
    riskAt,
    metAt: clock.metAt,
    breachedAt: clock.breachedAt,
    state,
    nextAt: nextChange(state, riskAt, dueAt, marks.nextAt),
    markMinutes: marks.passedMs === null ? null : marks.passedMs / minuteMs,
  };
};

/**
 * A ticket's clocks from its events (epoch ms, time order, `created` first): no ledger, no words, for many tickets.
 * Faults INVALID, naming the event, on events out of order or that name what is not known. SPEC SLA-2.
 */
export const replayClocks = (rules: PreparedSla, events: readonly ClockEvent[], now: number): Clocks => {
  const run = runEvents(rules, events, now, null);
  return {
    firstResponse: numbersOf(run.first, run.calendar, now),
    nextResponse: numbersOf(run.next, run.calendar, now),
    periodicUpdate: numbersOf(run.update, run.calendar, now),
    resolution: numbersOf(run.resolution, run.calendar, now),
  };
};

const explained = (run: Run, clock: Readonly<Running>, ledger: Ledger, now: number): Clock => {
  const { nextAt: _, markMinutes: __, ...numbers } = numbersOf(clock, run.calendar, now);
  const segments = ledger[clock.metric];
  return { ...numbers, ledger: segments, why: whyOf(clock, numbers, segments, run.calendar.timeZone, now) };
};

/** As `replayClocks`, each clock with its ledger and its due time in words. SPEC SLA-20, SLA-21. */
export const explainClocks = (
  rules: PreparedSla,
  events: readonly ClockEvent[],
  now: number,
): Record<Metric, Clock> => {
  const ledger: Ledger = { firstResponse: [], nextResponse: [], periodicUpdate: [], resolution: [] };
  const run = runEvents(rules, events, now, ledgerSink(ledger));
  return {
    firstResponse: explained(run, run.first, ledger, now),
    nextResponse: explained(run, run.next, ledger, now),
    periodicUpdate: explained(run, run.update, ledger, now),
    resolution: explained(run, run.resolution, ledger, now),
  };
};

const inlineKey = (index: number) => `\u0000event ${index}`;

const clockEvent = (event: SlaEventIn, index: number): ClockEvent => {
  const at = toInstant(event.at);
  if (event.type === 'created') return { at, type: 'created', from: event.priority, to: event.status };
  if (!('to' in event)) return { at, type: event.type, from: null, to: null };
  return {
    at,
    type: event.type,
    from: null,
    to: typeof event.to === 'object' && event.to ? inlineKey(index) : event.to,
  };
};

const inlinePolicies = (events: readonly SlaEventIn[]): Record<string, Policy> => {
  const found: Record<string, Policy> = {};
  events.forEach((event, index) => {
    if (event.type === 'policy' && typeof event.to === 'object') {
      found[inlineKey(index)] = { ...event.to, name: event.to.name ?? event.to.id ?? 'given with the event' };
    }
  });
  return found;
};

/**
 * `sla.replay`: a ticket's clocks from its events alone, with ledgers and words. Events are in time order and begin with
 * `created`; those after `now` are left out. Faults INVALID, naming the event, where they are not. SPEC SLA-1 to SLA-21.
 */
export const replay = (
  input: SlaRules & { readonly events: readonly SlaEventIn[]; readonly now: InstantIn },
): Record<Metric, Clock> => {
  const rules = prepareSla({ ...input, policies: { ...input.policies, ...inlinePolicies(input.events) } });
  return explainClocks(rules, input.events.map(clockEvent), toInstant(input.now));
};
