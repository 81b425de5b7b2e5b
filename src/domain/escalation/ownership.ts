import type { Ownership } from '../../contract/escalation.ts';
import { reachOpenMs } from '../calendar/arithmetic.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { minuteMs } from '../calendar/wall-time.ts';

/** The share of the time after which it is getting tight. */
const riskShare = 0.75;

export type OwnershipIn = Pick<Ownership, 'startedAt' | 'minutes' | 'time'> & {
  /** Ended, or the ticket solved, whichever came first; null while it runs. */
  readonly endedAt: number | null;
};

/**
 * How long a level has had a ticket, against the time it has for it: business minutes by the calendar given, others
 * around the clock. Due exactly at the mark is in time; late strictly after it, as SLA clocks are. SPEC ESC-3.
 */
export function ownershipClock(given: OwnershipIn, calendar: CompiledCalendar, now: number): Ownership {
  const reach = (minutes: number): number | null => {
    const ms = Math.round(minutes * minuteMs);
    return given.time === 'calendar' ? given.startedAt + ms : reachOpenMs(calendar, given.startedAt, ms);
  };
  const dueAt = reach(given.minutes);
  const riskAt = reach(given.minutes * riskShare);
  const at = given.endedAt ?? now;
  const late = dueAt !== null && at > dueAt;
  const running = late ? 'late' : riskAt !== null && at >= riskAt ? 'atRisk' : 'running';
  const state = given.endedAt === null ? running : late ? 'doneLate' : 'done';
  return { ...given, dueAt, riskAt, state };
}
