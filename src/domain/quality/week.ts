import { dayNumber, weekdayOf } from '../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../calendar/zone.ts';

/** A week of sampling: Monday to Sunday by the desk's clock, called as ISO 8601 does. */
export type Week = { readonly week: string; readonly startAt: number; readonly endAt: number };

/** The week that an instant lies in. The year is that of its Thursday (ISO 8601). */
export function weekAt(timeZone: string, at: number): Week {
  const zone = zoneOf(timeZone);
  const { day } = wallOf(zone, at);
  const monday = day - weekdayOf(day);
  const thursday = new Date((monday + 3) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const first = dayNumber(`${year}-01-04`);
  const number = 1 + (monday - (first - weekdayOf(first))) / 7;
  return {
    week: `${year}-W${String(number).padStart(2, '0')}`,
    startAt: instantOfWall(zone, monday, 0),
    endAt: instantOfWall(zone, monday + 7, 0),
  };
}

/** The week so many weeks before that of an instant, by the clock on the wall: whatever the hours of the days between. */
export function weekBefore(timeZone: string, at: number, weeks: number): Week {
  const zone = zoneOf(timeZone);
  return weekAt(timeZone, instantOfWall(zone, wallOf(zone, at).day - 7 * weeks, 12 * 60));
}
