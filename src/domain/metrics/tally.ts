import type { PartsName } from './parts.ts';
import type { Figure, KpiName } from '../../contract/metrics.ts';
import { addTo, mergeInto, ordered, quantileOf, type Sketch } from '../statistics/sketch.ts';
import { wilson } from '../statistics/wilson.ts';

/** A clock of a ticket, as figures ask: how long it ran until it was met, and whether it had a target and kept it. */
export type ClockFact = {
  readonly minutes: number | null;
  /** Null: no target, or neither met nor late yet. */
  readonly met: boolean | null;
};

/** What is counted of a ticket on the day it came in. */
export type CreatedFact = { readonly first: ClockFact; readonly next: ClockFact };

/** What is counted of it on the day it was solved. */
export type SolvedFact = {
  readonly resolution: ClockFact;
  /** Null: it had no target at all. */
  readonly slaMet: boolean | null;
  readonly csat: boolean | null;
  /** Minutes that people worked on it; null: not known. */
  readonly handle: number | null;
  readonly escalated: boolean;
  readonly reopened: boolean;
  readonly replies: number;
};

/** Minutes of some clocks, and how many of those with a target kept it. */
export type ClockTally = { n: number; sum: number; target: number; met: number; readonly sketch: Map<number, number> };

/** Some tickets added up; tallies of parts add up to that of the whole. */
export type Tally = {
  created: number;
  readonly first: ClockTally;
  readonly next: ClockTally;
  solved: number;
  readonly resolution: ClockTally;
  /** No clock, and without a target: how long people worked. */
  readonly handle: ClockTally;
  slaTarget: number;
  slaMet: number;
  rated: number;
  good: number;
  escalated: number;
  reopened: number;
  oneContact: number;
};

const emptyClock = (): ClockTally => ({ n: 0, sum: 0, target: 0, met: 0, sketch: new Map() });
export const emptyTally = (): Tally => ({
  created: 0,
  first: emptyClock(),
  next: emptyClock(),
  solved: 0,
  resolution: emptyClock(),
  handle: emptyClock(),
  slaTarget: 0,
  slaMet: 0,
  rated: 0,
  good: 0,
  escalated: 0,
  reopened: 0,
  oneContact: 0,
});

function addClock(tally: ClockTally, { minutes, met }: ClockFact): void {
  if (minutes !== null) {
    tally.n += 1;
    tally.sum += minutes;
    addTo(tally.sketch, minutes);
  }
  if (met === null) return;
  tally.target += 1;
  if (met) tally.met += 1;
}

export function addCreated(tally: Tally, { first, next }: CreatedFact): void {
  tally.created += 1;
  addClock(tally.first, first);
  addClock(tally.next, next);
}

/** Whether one answer was enough. SPEC KPI-4. */
export const isOneContact = ({ replies, escalated, reopened }: SolvedFact): boolean =>
  replies <= 1 && !escalated && !reopened;

export function addSolved(tally: Tally, fact: SolvedFact): void {
  tally.solved += 1;
  addClock(tally.resolution, fact.resolution);
  addClock(tally.handle, { minutes: fact.handle, met: null });
  if (fact.slaMet !== null) {
    tally.slaTarget += 1;
    if (fact.slaMet) tally.slaMet += 1;
  }
  if (fact.csat !== null) {
    tally.rated += 1;
    if (fact.csat) tally.good += 1;
  }
  if (fact.escalated) tally.escalated += 1;
  if (fact.reopened) tally.reopened += 1;
  if (isOneContact(fact)) tally.oneContact += 1;
}

const counts = [
  'created',
  'solved',
  'slaTarget',
  'slaMet',
  'rated',
  'good',
  'escalated',
  'reopened',
  'oneContact',
] as const;
const clocks = ['first', 'next', 'resolution', 'handle'] as const;

/** Adds one tally to another. */
export function mergeTally(into: Tally, other: Tally): void {
  for (const name of counts) into[name] += other[name];
  for (const name of clocks) {
    const [own, more] = [into[name], other[name]];
    own.n += more.n;
    own.sum += more.sum;
    own.target += more.target;
    own.met += more.met;
    mergeInto(own.sketch, more.sketch);
  }
}

/** Figures of tickets, which are added up by day. */
export type TicketsName = Exclude<KpiName, PartsName>;
type ShareName = Exclude<TicketsName, keyof typeof minutesOf | 'created' | 'solved' | 'backlog'>;

const shareOf: Readonly<Record<ShareName, (tally: Tally) => readonly [hits: number, n: number]>> = {
  firstContactResolution: (tally) => [tally.oneContact, tally.solved],
  csat: (tally) => [tally.good, tally.rated],
  escalated: (tally) => [tally.escalated, tally.solved],
  reopened: (tally) => [tally.reopened, tally.solved],
  slaMet: (tally) => [tally.slaMet, tally.slaTarget],
  firstResponseMet: ({ first }) => [first.met, first.target],
  nextResponseMet: ({ next }) => [next.met, next.target],
  resolutionMet: ({ resolution }) => [resolution.met, resolution.target],
};

const minutesOf = {
  firstResponse: ({ first }: Tally) => first,
  nextResponse: ({ next }: Tally) => next,
  resolution: ({ resolution }: Tally) => resolution,
  handleTime: ({ handle }: Tally) => handle,
} as const;
export type MinutesName = keyof typeof minutesOf;

export const isMinutes = (name: KpiName): name is MinutesName => Object.hasOwn(minutesOf, name);
export const isShare = (name: KpiName): name is ShareName => Object.hasOwn(shareOf, name);

export const sketchIn = (name: MinutesName, tally: Tally): Sketch => minutesOf[name](tally).sketch;
export const hitsIn = (name: ShareName, tally: Tally): readonly [hits: number, n: number] => shareOf[name](tally);

const nothing = { hits: null, p90: null, mean: null, interval: null };

function minutesFigure(name: MinutesName, tally: Tally): Figure {
  const { n, sum, sketch } = minutesOf[name](tally);
  const all = ordered(sketch);
  const [value, p90] = [quantileOf(all, 0.5), quantileOf(all, 0.9)];
  return { ...nothing, name, n, value, p90, mean: n === 0 ? null : sum / n };
}

function shareFigure(name: ShareName, tally: Tally): Figure {
  const [hits, n] = shareOf[name](tally);
  return { ...nothing, name, n, hits, value: n === 0 ? null : hits / n, interval: wilson(hits, n) };
}

/** A figure of some tickets; `backlog` is a count of its own (see `backlogAfter`). SPEC KPI-1 to KPI-5. */
export function figureOf(name: Exclude<TicketsName, 'backlog'>, tally: Tally): Figure {
  if (isMinutes(name)) return minutesFigure(name, tally);
  if (name === 'created' || name === 'solved') return countFigure(name, tally[name]);
  return shareFigure(name, tally);
}

export const countFigure = (name: 'created' | 'solved' | 'backlog', n: number): Figure => ({
  ...nothing,
  name,
  n,
  value: n,
});
