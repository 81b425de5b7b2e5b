import { Temporal } from 'temporal-polyfill';
import { Fault } from '../fault.ts';
import { dayMs, minuteMs } from './wall-time.ts';

/**
 * The changes of a zone's offset, found with Temporal once and kept: turning a wall-clock time into an instant is then
 * a search in a short list (Temporal itself takes some 10 microseconds). `offsets[k]` holds before `changes[k]`,
 * the last one after the last change; all in ms. `from` and `to` say how far the list is known.
 */
export type Zone = {
  readonly id: string;
  changes: number[];
  offsets: number[];
  from: number;
  to: number;
};

const zones = new Map<string, Zone>();

const at = (id: string, ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(id);
const offsetAt = (id: string, ms: number) => at(id, ms).offsetNanoseconds / 1e6;

const anchorMs = Date.UTC(2020, 0, 1);

/** The zone of an IANA name or a fixed offset. Faults INVALID where it is not known. SPEC CAL-1. */
export const zoneOf = (id: string): Zone => {
  const known = zones.get(id);
  if (known) return known;
  try {
    const zone = { id, changes: [], offsets: [offsetAt(id, anchorMs)], from: anchorMs, to: anchorMs };
    zones.set(id, zone);
    return zone;
  } catch {
    throw new Fault('INVALID', `"${id}" is not a time zone. Use a name such as Europe/Lisbon.`, { field: 'timeZone' });
  }
};

const learnOnwards = (zone: Zone, to: number) => {
  while (zone.to < to) {
    const change = at(zone.id, zone.to).getTimeZoneTransition('next');
    zone.to = change?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    if (!change) return;
    zone.changes.push(change.epochMilliseconds);
    zone.offsets.push(change.offsetNanoseconds / 1e6);
  }
};

const learnBackwards = (zone: Zone, from: number) => {
  while (zone.from > from) {
    const change = at(zone.id, zone.from).getTimeZoneTransition('previous');
    zone.from = change?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
    if (!change) return;
    zone.changes.unshift(zone.from);
    zone.offsets.unshift(offsetAt(zone.id, zone.from - 1));
  }
};

const marginMs = 2 * dayMs;

/**
 * The instant at which a clock on the wall shows so many minutes after midnight of a day (which may pass 1440). As
 * Temporal's `compatible`: a skipped time moves forward by what was skipped, of a repeated one the first counts.
 * SPEC CAL-4.
 */
export const instantOfWall = (zone: Zone, day: number, minutes: number): number => {
  const local = day * dayMs + minutes * minuteMs;
  learnOnwards(zone, local + marginMs);
  learnBackwards(zone, local - marginMs);
  const { changes, offsets } = zone;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (local - (offsets[middle] ?? 0) < (changes[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  const instant = local - (offsets[low] ?? 0);
  const skipped = low > 0 && instant < (changes[low - 1] ?? 0);
  return skipped ? local - (offsets[low - 1] ?? 0) : instant;
};

/** A change of a zone's offset: at `at` it goes from `before` to `after`, all in ms. */
export type OffsetChange = { readonly at: number; readonly before: number; readonly after: number };

/** The changes of offset from one instant up to another. */
export const offsetChanges = (zone: Zone, from: number, to: number): OffsetChange[] => {
  learnOnwards(zone, to);
  learnBackwards(zone, from);
  return zone.changes.flatMap((change, k) => {
    if (change < from || change >= to) return [];
    return [{ at: change, before: zone.offsets[k] ?? 0, after: zone.offsets[k + 1] ?? 0 }];
  });
};

/** What a clock on the wall shows at an instant: the day, and minutes (cut to whole ones) after its midnight. */
export const wallOf = (zone: Zone, instant: number): { readonly day: number; readonly minutes: number } => {
  learnOnwards(zone, instant + marginMs);
  learnBackwards(zone, instant - marginMs);
  const passed = zone.changes.filter((change) => change <= instant).length;
  const local = instant + (zone.offsets[passed] ?? 0);
  const day = Math.floor(local / dayMs);
  return { day, minutes: Math.floor((local - day * dayMs) / minuteMs) };
};

/** Whether a day exists in the zone: a few zones crossed the date line by leaving one out. SPEC CAL-5. */
export const dayExists = (zone: Zone, day: number): boolean =>
  instantOfWall(zone, day, 0) < instantOfWall(zone, day + 1, 0);
