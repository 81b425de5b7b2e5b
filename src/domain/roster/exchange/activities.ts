import type { Activity } from '../../../contract/roster-common.ts';
import { activityKinds } from '../../../contract/words.ts';
import { minuteMs, timeOf } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../calendar/zone.ts';
import type { Zone } from '../../calendar/zone.ts';
import { createDateReader } from '../../exchange/date-reader.ts';
import { folded } from '../../exchange/header-names.ts';
import { shown } from '../../exchange/item.ts';
import { localIso } from '../../exchange/zone-clock.ts';
import { readClock } from './clock-text.ts';

const gridMs = 15 * minuteMs;

type Span = { readonly startAt: number; readonly endAt: number };

/**
 * An unpaid break of so many minutes in the middle of a shift, its start on the quarter of an hour nearest to the
 * middle, or as near as the shift allows. Null where the break does not fit. SPEC RIO-9.
 */
export function breakInTheMiddle({ startAt, endAt }: Span, minutes: number): Activity | null {
  const length = Math.round(minutes * minuteMs);
  if (length >= endAt - startAt) return null;
  const middle = Math.round((startAt + endAt - length) / 2 / gridMs) * gridMs;
  const begin = Math.min(Math.max(middle, startAt), endAt - length);
  return { kind: 'break', startAt: begin, endAt: begin + length };
}

/** The first instant from `from` on at which the wall shows so many minutes after midnight; looks at two days. */
function nextOnWall(zone: Zone, from: number, minutes: number): number {
  const { day } = wallOf(zone, from);
  const today = instantOfWall(zone, day, minutes);
  return today >= from ? today : instantOfWall(zone, day + 1, minutes);
}

const spanOnWall = (zone: Zone, from: number, minutes: readonly [number, number]): Span => {
  const startAt = nextOnWall(zone, from, minutes[0]);
  return { startAt, endAt: nextOnWall(zone, startAt, minutes[1]) };
};

const minuteOf = (zone: Zone, at: number) => wallOf(zone, at).minutes;

/**
 * Activities as `lunch 12:00-12:30; break 15:00-15:15`, by the wall clock; where that would read back as other
 * instants (the hour that comes twice, seconds) as ISO 8601 from/to. SPEC RIO-12.
 */
export function writeActivities(activities: readonly Activity[], shift: Span, timeZone: string): string {
  const zone = zoneOf(timeZone);
  return activities
    .map(({ kind, startAt, endAt }) => {
      const minutes = [minuteOf(zone, startAt), minuteOf(zone, endAt)] as const;
      const again = spanOnWall(zone, shift.startAt, minutes);
      const exact = again.startAt === startAt && again.endAt === endAt;
      return exact
        ? `${kind} ${timeOf(minutes[0])}-${timeOf(minutes[1])}`
        : `${kind} ${localIso(startAt, timeZone)}/${localIso(endAt, timeZone)}`;
    })
    .join('; ');
}

const kinds: ReadonlyMap<string, Activity['kind']> = new Map(activityKinds.map((kind) => [folded(kind), kind]));
/** No activity is longer to write. */
const mostChars = 200;
const entryPattern = /^(\p{L}[\p{L} ]*?)\s+(\S.*?)\s*(?:\/|–|\s-\s|-(?=\d{1,2}[:.h]\d{2}$))\s*(\S.*)$/u;

type Read = { readonly activities: readonly Activity[] } | { readonly activities: null; readonly reason: string };

const bad = (reason: string): Read => ({ activities: null, reason });

/** The reverse of `writeActivities`: in order, none over another, all within the shift, or the reason why not. */
export function readActivities(text: string, shift: Span, timeZone: string): Read {
  const zone = zoneOf(timeZone);
  const read = createDateReader('ymd', timeZone);
  const activities: Activity[] = [];
  for (const entry of text.split(';').map((part) => part.trim())) {
    if (entry === '') continue;
    const [, word = '', from = '', to = ''] = entryPattern.exec(entry.slice(0, mostChars)) ?? [];
    const kind = kinds.get(folded(word));
    if (kind === undefined) return bad(`"${shown(entry)}" is no activity. Write it as lunch 12:00-12:30.`);
    const clocks = [readClock(from), readClock(to)] as const;
    const span =
      clocks[0] !== null && clocks[1] !== null
        ? spanOnWall(zone, shift.startAt, [clocks[0] / minuteMs, clocks[1] / minuteMs])
        : { startAt: read(from).at ?? Number.NaN, endAt: read(to).at ?? Number.NaN };
    activities.push({ kind, ...span });
  }
  activities.sort((a, b) => a.startAt - b.startAt);
  const wrong = activities.find((activity, index) => !fits(activity, activities[index - 1], shift));
  return wrong === undefined ? { activities } : bad('The activities must lie within the shift, one after another.');
}

const fits = ({ startAt, endAt }: Activity, before: Activity | undefined, shift: Span): boolean =>
  endAt > startAt && startAt >= (before?.endAt ?? shift.startAt) && endAt <= shift.endAt;
