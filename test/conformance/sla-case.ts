import type { Calendar } from '../../src/contract/calendar.ts';
import { policySchema, slaEventSchema } from '../../src/contract/sla.ts';
import type { ClockState, Metric, SlaEventIn } from '../../src/contract/sla.ts';
import { replay } from '../../src/domain/sla/replay.ts';
import { at, say } from './calendar-case.ts';

/** What is looked at of a clock: times in UTC as text, amounts in minutes. */
type Seen = {
  readonly state: ClockState;
  readonly due: string;
  readonly spent: number;
  readonly paused: number;
  readonly met: string;
  readonly breached: string;
};

/** A promise of one metric, what happened to the ticket, when we look, and what the source says is seen then. */
export type SlaCase = {
  readonly what: string;
  readonly calendar: Calendar;
  readonly time?: 'business' | 'calendar';
  readonly metric: Metric;
  readonly minutes: number;
  /** Statuses in which the clock stands still. */
  readonly pauses?: readonly ('pending' | 'hold')[];
  readonly reopen?: 'resume' | 'restart';
  /** `2013-03-21 09:30 status pending`; the first is `created`. UTC, or what an offset after the time says. */
  readonly events: readonly string[];
  readonly now: string;
  readonly theirs: Partial<Seen>;
};

/** The same where we read it another way: our answer, and the rule that says so. */
export type SlaDiffers = SlaCase & { readonly ours: Partial<Seen>; readonly spec: string };

export type SlaSource = {
  readonly product: string;
  /** Repository, commit and file, or the address of the page. */
  readonly file: string;
  readonly agrees: readonly SlaCase[];
  readonly differs: readonly SlaDiffers[];
};

const eventOf = (text: string): SlaEventIn => {
  const [, when = '', type, to] = /^(\S+ \S+(?: [+-]\d\d:\d\d)?) (\w+)(?: (\w+))?$/.exec(text) ?? [];
  return slaEventSchema.parse(
    type === 'created'
      ? { at: at(when), type, ...(to === undefined ? {} : { status: to }) }
      : { at: at(when), type, to },
  );
};

/** Replays a case and shows its clock. */
export const seenOf = (one: SlaCase): Seen => {
  const policy = policySchema.parse({
    calendar: 'hours',
    targets: { [one.metric]: { p3: { minutes: one.minutes, time: one.time ?? 'business' } } },
    pauses: { [one.metric]: one.pauses ?? [] },
    reopen: one.reopen ?? 'resume',
  });
  const clocks = replay({
    policy,
    calendars: { hours: one.calendar },
    events: one.events.map(eventOf),
    now: at(one.now),
  });
  const clock = clocks[one.metric];
  return {
    state: clock.state,
    due: say(clock.dueAt),
    spent: clock.spentMinutes,
    paused: clock.pausedMinutes,
    met: say(clock.metAt),
    breached: say(clock.breachedAt),
  };
};
