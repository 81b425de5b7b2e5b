import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from './date-text.ts';

export type ZonedInstant = {
  readonly at: number;
  /** The wall clock skipped this time (moved forward by the gap), or showed it twice (the first was taken). */
  readonly oddity: 'skipped' | 'twice' | null;
};

/** Turns wall-clock times of one zone into instants. */
export type ZoneClock = (local: LocalTime) => ZonedInstant;

const minuteMs = 60_000;
const dayMs = 86_400_000;

const asUtc = (t: LocalTime) => Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute, t.second, t.millisecond);

/** Whether the platform knows a zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A clock for a zone by its IANA name. Days on which the zone does not change its offset are remembered, so that a
 * column of a million times costs a few thousand look-ups. Throws RangeError for a zone that does not exist.
 */
export function zoneClock(timeZone: string): ZoneClock {
  const steady = new Map<number, number>();
  const offsetAt = (utcMs: number) =>
    Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  const offsetOfDay = (day: number): number => {
    // Offsets reach from -12 to +14 hours: if none changes from a day before to two days after, the day is steady.
    const offset = offsetAt((day - 1) * dayMs);
    return offset === offsetAt(day * dayMs) && offset === offsetAt((day + 2) * dayMs) ? offset : Number.NaN;
  };
  return (local) => {
    const utc = asUtc(local);
    if (local.offsetMinutes !== null) return { at: utc - local.offsetMinutes * minuteMs, oddity: null };
    const day = Math.floor(utc / dayMs);
    let offset = steady.get(day);
    if (offset === undefined) {
      offset = offsetOfDay(day);
      steady.set(day, offset);
    }
    return Number.isNaN(offset) ? onChangeDay(local, utc, timeZone) : { at: utc - offset, oddity: null };
  };
}

/** A time on a day the zone changes its offset: what is skipped moves forward, of what comes twice the first is taken. */
function onChangeDay(local: LocalTime, utc: number, timeZone: string): ZonedInstant {
  const plain = new Temporal.PlainDateTime(
    local.year,
    local.month,
    local.day,
    local.hour,
    local.minute,
    local.second,
    local.millisecond,
  );
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { at: earlier.epochMilliseconds, oddity: null };
  const skipped = earlier.epochMilliseconds + earlier.offsetNanoseconds / 1e6 !== utc;
  return skipped
    ? { at: later.epochMilliseconds, oddity: 'skipped' }
    : { at: earlier.epochMilliseconds, oddity: 'twice' };
}

/** An instant as ISO 8601 of a zone, to the second or finer, with its offset. */
export function localIso(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone });
}
