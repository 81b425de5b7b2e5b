import { prng, type Prng } from '../../prng.ts';
import type { Priority } from '../../../contract/index.ts';
import type { Arrival } from './arrival.ts';
import { dayTable, hourOf, weekdayOf, type Days } from './days.ts';
import { arrivalHour, channels, channelWeights, workingDay } from './rates.ts';
import { ready, type ReadyTopic } from './slots.ts';
import { accounts } from './topics/accounts.ts';
import { billing } from './topics/billing.ts';
import { delivery } from './topics/delivery.ts';
import { returns } from './topics/returns.ts';
import { sales } from './topics/sales.ts';
import { incident, unusual } from './topics/special.ts';
import { technical } from './topics/technical.ts';

const hourMs = 3_600_000;

/** In the order of `queues`. */
const topics = [billing, delivery, accounts, returns, sales, technical].map((all) => all.map(ready));
const topicWeights = topics.map((all) => all.map((topic) => topic.weight));
const queueWeights = [20, 26, 15, 17, 12, 14];
const unusualTopics = unusual.map(ready);
const unusualWeights = unusual.map((topic) => topic.weight);
/** Where an unusual topic goes, in the order of `unusual`. */
const unusualQueues = [1, 3, 4, 0, 5];
const incidentTopic = ready(incident);

export type Plan = {
  readonly days: Days;
  /** Tickets per day of the table, all together the number asked for. */
  readonly counts: readonly number[];
};

/** Volume in the oldest part of the history beside that of today. */
const oldest = 0.75;

/** 2,000 tickets are ten working days, 100,000 about a year and a half: busier desks have longer histories. SPEC SMP-2. */
function workingDays(tickets: number): number {
  return Math.max(5, 10 * (tickets / 2000) ** 0.9365);
}

/** Arrivals of a day in units of a working day: weekday, the hours until now, the season before the holidays, chance. */
function weight(days: Days, day: number, untilHour: number, rng: Prng): number {
  const total = channelWeights(weekdayOf(days, day), untilHour).reduce((sum, each) => sum + each, 0) / workingDay;
  const label = days.label[day] ?? '';
  const season = /November|December/.test(label) ? 1.18 : /July|August/.test(label) ? 0.94 : 1;
  return total * season * (1 + 0.07 * rng.normal());
}

/** How many tickets each day brings, `tickets` in all. SPEC SMP-2. */
export function plan(tickets: number, seed: number, until: number, timeZone: string): Plan {
  const wanted = workingDays(tickets);
  const count = Math.ceil(wanted * 1.6) + 10;
  const days = dayTable(count, until, timeZone);
  const rng = prng(seed, 1);
  const weights: number[] = [];
  let sum = 0;
  for (let back = 0; back < count && sum < wanted; back += 1) {
    const hours = back === 0 ? hourOf(days, until) : 24;
    const growth = 1 - (1 - oldest) * Math.min(1, back / (wanted * 1.3));
    weights.unshift(Math.max(0, weight(days, days.last - back, hours, rng) * growth));
    sum = weights.reduce((all, each) => all + each, 0);
  }
  const lead = count - weights.length;
  let before = 0;
  const counts = weights.map((each) => {
    const from = Math.round((before / sum) * tickets);
    before += each;
    return Math.round((before / sum) * tickets) - from;
  });
  return { days, counts: [...Array.from({ length: lead }, () => 0), ...counts] };
}

function priorityFor(rng: Prng, queue: number, topic: ReadyTopic): Priority {
  if ((queue === 5 || queue === 0) && rng.chance(0.012)) return 'p1';
  return (['p2', 'p3', 'p4'] as const)[rng.weighted(topic.priorities)] ?? 'p3';
}

/** What somebody gets in touch about; one in a hundred is out of the ordinary. */
export function matter(rng: Prng): Pick<Arrival, 'queue' | 'topic' | 'priority'> {
  const odd = rng.chance(0.012) ? rng.weighted(unusualWeights) : -1;
  const queue = unusualQueues[odd] ?? rng.weighted(queueWeights);
  const topic = unusualTopics[odd] ?? topics[queue]?.[rng.weighted(topicWeights[queue] ?? [])];
  if (!topic) throw new RangeError('No such queue.');
  return { queue, topic, priority: priorityFor(rng, queue, topic) };
}

/** The arrivals of one day, in time order. */
export function arrivals(rng: Prng, days: Days, day: number, count: number, until: number): Arrival[] {
  const nine = days.nine[day] ?? 0;
  const hours = day === days.last ? hourOf(days, until) : 24;
  const weights = channelWeights(weekdayOf(days, day), hours);
  const all = Array.from({ length: count }, (): Arrival => {
    const channel = channels[rng.weighted(weights)] ?? 'email';
    const at = Math.round(nine + (arrivalHour(rng, channel, hours) - 9) * hourMs);
    return { at: Math.min(at, until), channel, ...matter(rng) };
  });
  return all.sort((a, b) => a.at - b.at);
}

/** One morning of the days before the last, when the checkout was down: many write within two hours. SPEC SMP-7. */
export function incidentArrivals(rng: Prng, days: Days, tickets: number): Arrival[] {
  const count = tickets < 200 ? 0 : Math.min(48, Math.round(tickets * 0.02));
  let day = days.last - 4;
  while (day > 0 && weekdayOf(days, day) > 5) day -= 1;
  const start = (days.nine[day] ?? 0) + (1.6 + rng.next() * 0.6) * hourMs;
  const incidentEnd = Math.round(start + 2.6 * hourMs);
  return Array.from({ length: count }, (_, index): Arrival => {
    // Most come soon after it began.
    const at = Math.round(start + (index === 0 ? 0 : rng.next() ** 1.7 * 1.95 * hourMs));
    const channel = channels[rng.weighted([35, 25, 28, 12])] ?? 'email';
    return { at, channel, queue: 5, topic: incidentTopic, priority: index < 3 ? 'p1' : 'p2', incidentEnd };
  });
}
