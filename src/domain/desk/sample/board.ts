import type { Prng } from '../../prng.ts';
import type { Arrival, Fate } from './arrival.ts';
import { businessBetween, subtractBusiness, type Days } from './days.ts';
import { matter } from './history.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A ticket put where its clock says something: due in so many minutes (late, if negative). */
type Placed = { readonly clock: 'p1' | 'first' | 'next' | 'resolution'; readonly due: number };

/** The most telling first, for small samples take only some. Due times over minutes and hours, some at risk, some late. */
const placed: readonly Placed[] = [
  { clock: 'p1', due: 6.2 },
  { clock: 'first', due: 12 },
  { clock: 'resolution', due: 24.5 },
  { clock: 'first', due: -41 },
  { clock: 'next', due: 17.3 },
  { clock: 'next', due: 38 },
  { clock: 'resolution', due: -95 },
  { clock: 'first', due: 2.8 },
  { clock: 'first', due: 31 },
  { clock: 'resolution', due: 96 },
  { clock: 'next', due: -18 },
  { clock: 'first', due: 53 },
  { clock: 'resolution', due: 210 },
  { clock: 'next', due: 58 },
];

/** Minutes of the default policy's answers to all but P1, and hours of its resolution of P3. */
const answerMinutes = 240;
const resolutionHours = 72;

function place(rng: Prng, days: Days, until: number, { clock, due }: Placed): Arrival {
  const about = { ...matter(rng), channel: 'email' as const };
  const later = (due + rng.next()) * minuteMs;
  switch (clock) {
    case 'p1':
      return {
        ...about,
        queue: about.queue,
        at: Math.round(until - hourMs + later),
        priority: 'p1',
        fate: { kind: 'unanswered' },
      };
    case 'first': {
      const at = subtractBusiness(days, until, answerMinutes - later / minuteMs);
      return { ...about, at, priority: 'p3', fate: { kind: 'unanswered' } };
    }
    case 'next': {
      const messageAt = subtractBusiness(days, until, answerMinutes - later / minuteMs);
      const at = Math.round(messageAt - (5 + 14 * rng.next()) * hourMs);
      return { ...about, at, priority: 'p3', fate: { kind: 'waiting', messageAt } };
    }
    case 'resolution': {
      const at = Math.round(until - resolutionHours * hourMs + later);
      return { ...about, at, priority: rng.chance(0.5) ? 'p3' : 'p4', fate: { kind: 'working' } };
    }
  }
}

/** The tickets whose clocks are about to say something when the history ends. SPEC SMP-6. */
export function placedArrivals(rng: Prng, days: Days, until: number, tickets: number): Arrival[] {
  const count = tickets < 3 ? 0 : Math.min(placed.length, Math.max(1, Math.round(tickets * 0.008)));
  return placed.slice(0, count).map((each) => place(rng, days, until, each));
}

/** How many tickets are unsolved at the end: about 300, fewer in a small sample. */
function unsolved(tickets: number): number {
  return Math.min(300, Math.round(tickets * 0.15));
}

type Weigh = (arrival: Arrival, ageHours: number) => number;

/** `count` of those without a fate, drawn by weight without replacement (Efraimidis and Spirakis, 2006). */
function draw(rng: Prng, all: readonly Arrival[], until: number, count: number, weigh: Weigh): readonly number[] {
  const keyed = all.flatMap((arrival, index) => {
    const free = arrival.fate === undefined && arrival.incidentEnd === undefined && arrival.priority !== 'p1';
    const weight = free ? weigh(arrival, (until - arrival.at) / hourMs) : 0;
    return weight > 0 ? [{ index, key: -Math.log(1 - rng.next()) / weight }] : [];
  });
  keyed.sort((a, b) => a.key - b.key);
  return keyed.slice(0, Math.max(0, count)).map((each) => each.index);
}

const slowness = { email: 1, social: 0.8, chat: 0.35, phone: 0.3 } as const;

function activeFate(rng: Prng, arrival: Arrival, businessMinutes: number, ageHours: number): Fate {
  const calmHours = arrival.priority === 'p2' ? 30 : 46;
  if (ageHours < calmHours && businessMinutes < 160 && rng.chance(ageHours < 0.5 ? 0.9 : 0.75))
    return { kind: 'unanswered' };
  return { kind: ageHours < calmHours && rng.chance(0.5) ? 'working' : 'waiting' };
}

/** Decides which of the latest arrivals are not solved when the history ends, and how they stand. SPEC SMP-6. */
export function withFates(rng: Prng, days: Days, all: readonly Arrival[], until: number, tickets: number): Arrival[] {
  const goal = unsolved(tickets) - all.filter((arrival) => arrival.fate).length;
  const fated = [...all];
  const give = (index: number, fate: Fate) => {
    const arrival = fated[index];
    if (arrival) fated[index] = { ...arrival, fate };
  };
  const pendings = draw(rng, fated, until, Math.round(goal * 0.2), (arrival, age) =>
    age > 2 && age < 192 ? slowness[arrival.channel] * Math.exp(-age / 50) : 0,
  );
  for (const index of pendings) give(index, { kind: 'pending' });
  const holds = draw(rng, fated, until, Math.round(goal * 0.06), (_, age) =>
    age > 5 && age < 288 ? Math.exp(-age / 90) : 0,
  );
  for (const index of holds) give(index, { kind: 'hold' });
  const rest = goal - pendings.length - holds.length;
  const active = draw(rng, fated, until, rest, (arrival, age) =>
    age < 110 ? slowness[arrival.channel] * Math.exp(-age / 24) * (age < 1 ? 6 : age < 3 ? 3 : 1) : 0,
  );
  for (const index of active) {
    const arrival = fated[index];
    if (!arrival) continue;
    const business = businessBetween(days, arrival.at, until);
    give(index, activeFate(rng, arrival, business, (until - arrival.at) / hourMs));
  }
  return withSolvedToday(rng, days, fated, until, tickets);
}

/** Solved on the last day so far, at most; and what comes of itself by the end of a working day. */
const solvedToday = 90;
const solvedAnyway = 65;

/** Among older tickets some are solved in the working hours of the last day, so that it has a morning's work behind it. */
function withSolvedToday(rng: Prng, days: Days, all: readonly Arrival[], until: number, tickets: number): Arrival[] {
  const nine = days.nine[days.last] ?? until;
  const share = businessBetween(days, nine, until) / 480;
  const most = Math.min(solvedToday, tickets * 0.045) * Math.min(1, share * 8);
  const fated = [...all];
  const chosen = draw(rng, fated, until, Math.round(most - solvedAnyway * share), (arrival, age) =>
    age > 8 && age < 110 ? slowness[arrival.channel] * Math.exp(-age / 40) : 0,
  );
  for (const index of chosen) {
    const arrival = fated[index];
    if (arrival)
      fated[index] = { ...arrival, fate: { kind: 'solved', at: Math.round(nine + (until - nine) * rng.next()) } };
  }
  return fated;
}
