import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
const quarterMs = 900_000;

/**
 * A clock that writes an epoch ms as `YYYY-MM-DD HH:MM:SS` of a zone, as SQLite's own date functions read it. Days on which
 * the zone keeps its offset are remembered: a million times are written in a second. Throws RangeError for no zone. SPEC ASK-2.
 */
export function localClock(timeZone: string): (at: number) => string {
  const days = new Map<number, number>();
  const quarters = new Map<number, number>();
  const offsetAt = (at: number): number =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  const known = (cache: Map<number, number>, key: number, find: () => number): number => {
    const before = cache.get(key);
    if (before !== undefined) return before;
    const found = find();
    cache.set(key, found);
    return found;
  };
  const offsetOf = (at: number): number => {
    const day = Math.floor(at / dayMs);
    const steady = known(days, day, () => {
      const offset = offsetAt(day * dayMs);
      return offset === offsetAt((day + 1) * dayMs) ? offset : Number.NaN;
    });
    if (!Number.isNaN(steady)) return steady;
    const quarter = Math.floor(at / quarterMs);
    return known(quarters, quarter, () => offsetAt(quarter * quarterMs));
  };
  offsetAt(0);
  return (at) => new Date(at + offsetOf(at)).toISOString().slice(0, 19).replace('T', ' ');
}
