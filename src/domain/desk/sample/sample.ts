import { prng } from '../../prng.ts';
import type { TicketDraft } from '../../tickets/draft.ts';
import type { Arrival } from './arrival.ts';
import type { SampleTicket } from './care.ts';
import { caring } from './caring.ts';
import { placedArrivals, withFates } from './board.ts';
import { finished } from './conversation.ts';
import { arrivals, incidentArrivals, plan, type Plan } from './history.ts';
import { living } from './living.ts';
import { fill } from './slots.ts';
import { queues, staff } from './staff.ts';
import { draft, type Story, type Teller } from './story.ts';

export type SampleOptions = {
  readonly tickets: number;
  readonly seed: number;
  /** The end of the history, epoch ms: nothing happens later. */
  readonly until: number;
  /** The desk's zone; `Europe/Lisbon` unless told. */
  readonly timeZone?: string;
};

/** Where the sample's shop is, unless told. */
export const sampleZone = 'Europe/Lisbon';

export type SampleDesk = {
  readonly people: readonly { readonly name: string; readonly email: string; readonly timeZone: string }[];
  readonly queues: readonly string[];
  /** In order of creation. Can be gone through again, and gives the same. */
  readonly tickets: Iterable<SampleTicket>;
  /** The tickets alone. */
  readonly drafts: Iterable<TicketDraft>;
};

/** The days whose tickets may still be unsolved. */
const tailDays = 14;

function counts({ counts: all }: Plan, surplus: number): readonly number[] {
  // What is placed and what belongs to the incident is part of the number asked for: take it from the fullest days.
  const left = [...all];
  for (let taken = 0; taken < surplus; taken += 1) {
    const fullest = left.indexOf(Math.max(...left.slice(-tailDays - 16)));
    if (fullest >= 0) left[fullest] = (left[fullest] ?? 0) - 1;
  }
  return left;
}

function* allArrivals({ tickets, seed, until }: SampleOptions, made: Plan): Generator<Arrival> {
  const { days } = made;
  const extra = [
    ...placedArrivals(prng(seed, 2), days, until, tickets),
    ...incidentArrivals(prng(seed, 3), days, tickets),
  ];
  const perDay = counts(made, extra.length);
  const tail: Arrival[] = [...extra];
  const tailFrom = days.last - tailDays;
  for (let day = 0; day <= days.last; day += 1) {
    const today = arrivals(prng(seed, 4, days.last - day), days, day, perDay[day] ?? 0, until);
    if (day < tailFrom) yield* today;
    else tail.push(...today);
  }
  tail.sort((a, b) => a.at - b.at);
  yield* withFates(prng(seed, 5), days, tail, until, tickets);
}

/** No two neighbours on a board have one subject. */
function subjectOf(teller: Teller, story: Story, previous: string): string {
  for (let tries = 0; tries < 6; tries += 1) {
    const filled = fill(teller.rng.pick(story.arrival.topic.subjects), story.values);
    const subject = filled.charAt(0).toUpperCase() + filled.slice(1);
    if (subject !== previous) return subject;
  }
  return `${previous} (${story.who.name})`;
}

function* ticketsOf(options: SampleOptions): Generator<SampleTicket> {
  const { tickets, seed, until, timeZone = sampleZone } = options;
  const made = plan(tickets, seed, until, timeZone);
  const teller = { rng: prng(seed, 6), days: made.days, until, customers: Math.max(20, Math.round(tickets * 0.6)) };
  const care = caring({ tickets, seed, until, timeZone, ...made });
  let number = 0;
  let previous = '';
  for (const arrival of allArrivals(options, made)) {
    number += 1;
    const story = arrival.fate ? living(teller, arrival) : finished(teller, arrival);
    previous = subjectOf(teller, story, previous);
    yield care(draft(story, `S-${String(number).padStart(6, '0')}`, previous));
  }
}

function* drafts(options: SampleOptions): Generator<TicketDraft> {
  for (const each of ticketsOf(options)) yield each.draft;
}

/**
 * Made-up, believable work of a mid-size shop's customer service, the same for the same options to the last byte. Streams:
 * only the last two weeks are held in memory. SPEC SMP-1 to SMP-10.
 */
export function sampleDesk(options: SampleOptions): SampleDesk {
  return {
    people: staff.map(({ name, email, timeZone }) => ({ name, email, timeZone })),
    queues: [...queues],
    tickets: { [Symbol.iterator]: () => ticketsOf(options) },
    drafts: { [Symbol.iterator]: () => drafts(options) },
  };
}
