import type { Calendar } from '../../../src/contract/calendar.ts';
import { policySchema, slaEventSchema } from '../../../src/contract/sla.ts';
import type { Clock, Metric, Policy, PolicyIn, SlaEventIn } from '../../../src/contract/sla.ts';
import { replay } from '../../../src/domain/sla/replay.ts';

/** `05 09:30` is in January 2026, UTC; the 5th is a Monday. */
export const at = (text: string): number => Date.parse(`2026-01-${text.replace(' ', 'T')}Z`);

export const say = (ms: number | null): string | null =>
  ms === null
    ? null
    : new Date(ms)
        .toISOString()
        .slice(8, ms % 60_000 === 0 ? 16 : 23)
        .replace('T', ' ');

export const office: Calendar = {
  timeZone: 'UTC',
  hours: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
  },
};
export const calendars: Record<string, Calendar> = {
  office,
  late: { timeZone: 'UTC', hours: { mon: [['12:00', '20:00']], tue: [['12:00', '20:00']] } },
  never: { timeZone: 'UTC', hours: {} },
};

/** 60 minutes around the clock for P1 and P2, 4 business hours for P3, nothing for P4; resolution twice that. */
export const policy = (over: Partial<PolicyIn> = {}): Policy =>
  policySchema.parse({
    calendar: 'office',
    targets: {
      firstResponse: {
        p1: { minutes: 60, time: 'calendar' },
        p2: { minutes: 60, time: 'business' },
        p3: { minutes: 240, time: 'business' },
      },
      nextResponse: { p1: { minutes: 30, time: 'calendar' }, p3: { minutes: 120, time: 'business' } },
      resolution: {
        p1: { minutes: 120, time: 'calendar' },
        p2: { minutes: 480, time: 'calendar' },
        p3: { minutes: 480, time: 'business' },
      },
    },
    pauses: { nextResponse: ['pending', 'hold'], resolution: ['pending', 'hold'] },
    ...over,
  });

/** `05 09:30 status pending`, one a line; `created open p1` takes status and priority. */
export const story = (text: string): SlaEventIn[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [, when = '', type, a, b] = /^\s*(\d\d \S+) (\w+) ?(\S+)? ?(\S+)?/.exec(line) ?? [];
      return slaEventSchema.parse(
        type === 'created' ? { at: at(when), type, status: a, priority: b } : { at: at(when), type, to: a ?? null },
      );
    });

export const clocksAt = (text: string, now: string, over: Partial<PolicyIn> = {}, policies?: Record<string, Policy>) =>
  replay({ policy: policy(over), policies, calendars, events: story(text), now: at(now) });

/** A clock in one line: state, spent/target, paused, due, met, breached. */
export const line = (clocks: Record<Metric, Clock>, metric: Metric): string => {
  const { state, spentMinutes, targetMinutes, pausedMinutes, dueAt, metAt, breachedAt } = clocks[metric];
  return [
    state,
    `${spentMinutes}/${targetMinutes ?? '-'}`,
    ...(pausedMinutes ? [`paused ${pausedMinutes}`] : []),
    ...(dueAt === null ? [] : [`due ${say(dueAt) ?? ''}`]),
    ...(metAt === null ? [] : [`met ${say(metAt) ?? ''}`]),
    ...(breachedAt === null ? [] : [`breached ${say(breachedAt) ?? ''}`]),
  ].join(', ');
};
