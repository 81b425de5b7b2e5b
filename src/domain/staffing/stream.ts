import type { Stream } from '../../contract/staffing-desk.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { mailAgents } from './backlog.ts';
import { chatAgents } from './concurrency.ts';
import { mailFlow, type Expected } from './mail-flow.ts';
import { performance, required } from './required.ts';

/** What comes to a stream in one interval, and whether anybody works then. */
export type Arriving = { readonly at: number; readonly contacts: number; readonly open: boolean };

/** How a stream is staffed: the share of paid time off the queue, and how long an interval is. */
export type Staffing = { readonly shrinkage: number; readonly intervalMinutes: number };

/** Each further talk beside one makes it so much longer. SPEC STF-22. */
const slowdown = 0.1;

const loadOf = (stream: Stream, { shrinkage, intervalMinutes }: Staffing, calls: number) => ({
  model: stream.model,
  calls,
  intervalMinutes,
  ahtSeconds: stream.ahtSeconds,
  target: stream.target,
  maxOccupancy: stream.maxOccupancy,
  shrinkage,
  patienceSeconds: stream.patienceSeconds,
});

/**
 * Mail that comes while nobody works waits for the opening, and its time begins there: a promise in hours of work.
 * SPEC STF-23.
 */
export function openedMail(arriving: readonly Arriving[]): { at: number; value: number; open: boolean }[] {
  let waiting = 0;
  return arriving.map(({ at, contacts, open }) => {
    const value = open ? contacts + waiting : 0;
    waiting = open ? 0 : waiting + contacts;
    return { at, value, open };
  });
}

/** Whole seconds of a promise as minutes, at least one. */
const withinMinutes = (stream: Stream): number => Math.max(1, stream.target.withinSeconds / 60);

/** Intervals after the last one in which nothing comes, for as long as the promise of the last mail runs. */
function afterwards(stream: Stream, { intervalMinutes }: Staffing, arriving: readonly Arriving[]): Arriving[] {
  const last = arriving.at(-1);
  if (last === undefined) return [];
  const count = Math.min(mostAfter, Math.ceil(withinMinutes(stream) / intervalMinutes));
  const step = intervalMinutes * minuteMs;
  return Array.from({ length: count }, (_, index) => ({
    at: last.at + (index + 1) * step,
    contacts: 0,
    open: last.open,
  }));
}

const mostAfter = 500;

/** People on the work of a stream, by interval, that keep its promise; shrinkage counted in. SPEC STF-22. */
export function requiredPeople(stream: Stream, staffing: Staffing, arriving: readonly Arriving[]): number[] {
  if (stream.work === 'mail') {
    // Past the day's end, so that what comes last is counted as due: else the evening looks as if nobody were needed.
    const { intervals } = mailAgents({
      intervalMinutes: staffing.intervalMinutes,
      ahtSeconds: stream.ahtSeconds,
      withinMinutes: withinMinutes(stream),
      backlog: 0,
      arrivals: openedMail([...arriving, ...afterwards(stream, staffing, arriving)]),
      maxOccupancy: stream.maxOccupancy,
      shrinkage: staffing.shrinkage,
    });
    return intervals.slice(0, arriving.length).map(({ scheduledAgents }) => scheduledAgents);
  }
  const known = new Map<number, number>();
  return arriving.map(({ contacts, open }) => {
    // Who calls while it is closed is promised nothing. SPEC STF-22.
    const calls = open ? Math.max(0, contacts) : 0;
    const before = known.get(calls);
    if (before !== undefined) return before;
    const load = loadOf(stream, staffing, calls);
    const people = needed(stream, load);
    known.set(calls, people);
    return people;
  });
}

function needed(stream: Stream, load: ReturnType<typeof loadOf>): number {
  // A call every four hours is no reason to keep somebody waiting for it.
  if (load.calls * (60 / load.intervalMinutes) < fewestPerHour) return 0;
  if (stream.work === 'calls') return required(load).scheduledAgents;
  return chatAgents({ ...load, concurrency: stream.concurrency, slowdown }).scheduledAgents;
}

const fewestPerHour = 0.25;

/** What to expect by interval with so many people on the work. SPEC STF-24. */
export function expectations(
  stream: Stream,
  staffing: Staffing,
  arriving: readonly Arriving[],
  people: readonly number[],
): Expected[] {
  const there = people.map((count) => count * (1 - staffing.shrinkage));
  if (stream.work === 'mail') {
    const capacity = there.map((count) => (count * staffing.intervalMinutes * 60) / stream.ahtSeconds);
    return mailFlow(openedMail(arriving), capacity, withinMinutes(stream), staffing.intervalMinutes);
  }
  return arriving.map(({ contacts, open }, index) =>
    open ? expected(stream, staffing, contacts, there[index] ?? 0) : nothing,
  );
}

const nothing: Expected = { serviceLevel: null, occupancy: null, asaSeconds: null };

function expected(stream: Stream, staffing: Staffing, contacts: number, there: number): Expected {
  const agents = Math.round(there * (stream.work === 'chat' ? stream.concurrency : 1));
  if (contacts <= 0) return { ...nothing, occupancy: agents > 0 ? 0 : null };
  if (agents === 0) return { serviceLevel: 0, occupancy: null, asaSeconds: null };
  const longer = stream.work === 'chat' ? 1 + slowdown * (stream.concurrency - 1) : 1;
  const load = { ...loadOf(stream, staffing, contacts), ahtSeconds: stream.ahtSeconds * longer, agents };
  const { serviceLevel, occupancy, asaSeconds } = performance(load);
  return { serviceLevel, occupancy, asaSeconds };
}

/** The service level of a day: each interval by what comes in it. Null where nothing comes. */
export function serviceLevelOf(arriving: readonly Arriving[], expected: readonly Expected[]): number | null {
  let kept = 0;
  let all = 0;
  arriving.forEach(({ contacts }, index) => {
    const level = expected[index]?.serviceLevel;
    if (level === null || level === undefined || contacts <= 0) return;
    kept += level * contacts;
    all += contacts;
  });
  return all === 0 ? null : kept / all;
}
