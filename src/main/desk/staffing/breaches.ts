import { hourOf } from '../../../domain/staffing/hours.ts';
import { breachForecast, type Capacity, type Done, type Owed } from '../../../domain/staffing/breach-forecast.ts';
import { minuteMs } from '../../../domain/calendar/wall-time.ts';
import { uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { readDueTickets, type DueTicket } from '../../store/contacts.ts';
import type { Core } from '../core.ts';
import { dayPlan, staffOf, type DayPlan } from './day.ts';
import type { Outlooks } from './outlook.ts';
import { today } from './outlook.ts';

const mostTickets = 5000;
const mostListed = 200;

/** Which stream a ticket is served by: the first that takes its channel and queue. */
function streamOf({ streams }: DayPlan, { channel, queue }: DueTicket): number {
  const queueId = uuidTextOrNull(queue);
  return streams.findIndex(
    ({ stream }) =>
      stream.channels.includes(channel) &&
      (stream.queueIds.length === 0 || (queueId !== null && stream.queueIds.includes(queueId))),
  );
}

/** What each stream can finish of what is owed, by interval from now on: its people's work less what comes new. */
function capacities(plan: DayPlan, more: readonly number[] = []): Capacity[] {
  const step = plan.settings.intervalMinutes * minuteMs;
  const staff = plan.streams.map(({ stream }) => staffOf(plan, stream).present);
  const slots = plan.streams[0]?.points ?? [];
  return slots.flatMap(({ at }, slot) => {
    if (at + step <= plan.now) return [];
    const left = Math.min(1, (at + step - plan.now) / step);
    const perStream = plan.streams.map(({ stream, points }, index) => {
      const people = ((staff[index]?.[slot] ?? 0) + (more[index] ?? 0)) * (1 - plan.settings.shrinkage);
      const finished = (people * stream.concurrency * plan.settings.intervalMinutes * 60) / stream.ahtSeconds;
      // Who answers calls and chats does so first; mail that comes new waits behind what is owed.
      const fresh = stream.work === 'mail' ? 0 : (points[slot]?.value ?? 0);
      return Math.max(0, finished - fresh) * left;
    });
    return [{ at: Math.max(at, plan.now), ms: left * step, perStream }];
  });
}

/** What one more person on a stream for the rest of the day would save. */
function moves(plan: DayPlan, owed: readonly Owed<number>[], late: number, step: number) {
  return plan.streams
    .flatMap(({ stream }, index) => {
      const more = plan.streams.map((_, other) => (other === index ? 1 : 0));
      const after = breachForecast(owed, capacities(plan, more), step).filter((one) => one.late).length;
      const saves = late - after;
      return saves > 0
        ? [{ label: `One more on ${stream.name.toLowerCase()} for the rest of the day`, saves, late: after }]
        : [];
    })
    .toSorted((a, b) => b.saves - a.saves);
}

/** Tickets that will be late by the end of the day, per hour, and what would save them. SPEC STF-50. */
export async function breaches(core: Core, outlook: Outlooks) {
  const plan = await dayPlan(core, outlook, today(core), true);
  const step = plan.settings.intervalMinutes * minuteMs;
  const tickets = readDueTickets(core.db, plan.now, plan.span.endAt, mostTickets);
  const owed = tickets.flatMap((ticket, index): Owed<number>[] => {
    const stream = streamOf(plan, ticket);
    return stream < 0 ? [] : [{ id: index, dueAt: ticket.dueAt, stream }];
  });
  const capacity = capacities(plan);
  const done = breachForecast(owed, capacity, step);
  const late = done.filter((one) => one.late).toSorted((a, b) => a.dueAt - b.dueAt);
  return {
    at: plan.now,
    hours: hoursOf(plan, done, capacity),
    tickets: late.slice(0, mostListed).flatMap(({ id, dueAt, doneAt }) => {
      const ticket = tickets[id];
      return ticket === undefined
        ? []
        : [{ id: uuidText(ticket.id), number: ticket.number, subject: ticket.subject, dueAt, doneAt }];
    }),
    late: late.length,
    moves: moves(plan, owed, late.length, step),
  };
}

/** By the hour in which they are due: how many, how much can be done in it, how many of them will be late. */
function hoursOf(plan: DayPlan, done: readonly Done<number>[], capacity: readonly Capacity[]) {
  const first = hourOf(plan.now, plan.span.startAt);
  const hours = new Map<number, { at: number; due: number; capacity: number; late: number }>();
  for (let at = first; at < plan.span.endAt; at += 60 * minuteMs) hours.set(at, { at, due: 0, capacity: 0, late: 0 });
  for (const { dueAt, late } of done) {
    const hour = hours.get(hourOf(dueAt, plan.span.startAt));
    if (hour === undefined) continue;
    hour.due += 1;
    if (late) hour.late += 1;
  }
  for (const { at, perStream } of capacity) {
    const hour = hours.get(hourOf(at, plan.span.startAt));
    if (hour !== undefined) hour.capacity += perStream.reduce((sum, each) => sum + each, 0);
  }
  return [...hours.values()];
}
