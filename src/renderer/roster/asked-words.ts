import type { RosterShift, TimeOff } from '../../contract/index.ts';
import { rw } from '../strings/en-roster.ts';
import { locale } from '../strings/en.ts';
import { dayOf, dayStart } from '../ui/days.ts';
import { clockTime } from '../ui/format.ts';
import type { Asked } from './requests.ts';

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** `Tue 24 Nov` in the zone. */
export function shortDay(at: number, zone: string): string {
  let format = dayFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });
    dayFormats.set(zone, format);
  }
  return format.format(at).replace(',', '');
}

type Stretch = { readonly startAt: number; readonly endAt: number };

const isDayStart = (at: number, zone: string): boolean => dayStart(dayOf(at, zone), zone) === at;

/** `Tue 24 Nov`, `Tue 24 to Fri 27 Nov`, `Tue 24 Nov 09:00 to 12:00`, `Tue 24 Nov 22:00 to Wed 25 Nov 06:00`. */
export function stretchWords({ startAt, endAt }: Stretch, zone: string): string {
  const first = shortDay(startAt, zone);
  if (isDayStart(startAt, zone) && isDayStart(endAt, zone)) {
    const last = shortDay(endAt - 1, zone);
    return first === last ? first : `${first} to ${last}`;
  }
  // Midnight is the end of its day, not the start of the next.
  const midnight = isDayStart(endAt, zone);
  const last = shortDay(midnight ? endAt - 1 : endAt, zone);
  const until = midnight ? '24:00' : clockTime(endAt, zone);
  const day = first === last ? '' : `${last} `;
  return `${first} ${clockTime(startAt, zone)} to ${day}${until}`;
}

/** `Tue 24 Nov 09:00 to 17:00, calls`. */
export const shiftWords = (shift: Pick<RosterShift, 'startAt' | 'endAt' | 'work'>, zone: string): string =>
  `${stretchWords(shift, zone)}, ${rw.work[shift.work]}`;

type NameOf = (id: string) => string;

/** What somebody asks for, in a line. */
export function whatWords(asked: Asked, nameOf: NameOf): string {
  if (asked.kind === 'timeOff') return rw.requests.timeOffOf(rw.requests.timeOff[asked.row.kind]);
  const { kind, toPersonId } = asked.row;
  if (kind === 'claim') return rw.requests.request.claim;
  if (kind === 'swap') return rw.requests.swapWith(nameOf(toPersonId ?? ''));
  return toPersonId === null ? rw.requests.giveOpen : rw.requests.giveTo(nameOf(toPersonId));
}

/** When it would be. */
export function whenWords(asked: Asked, zone: string): string {
  if (asked.kind === 'timeOff') return stretchWords(asked.row, zone);
  return asked.shift === null ? rw.requests.gone : stretchWords(asked.shift, zone);
}

type Days = { readonly from: string; readonly to: string };
type Times = { readonly fromTime: string; readonly toTime: string };

/** From the first instant of a day to the last of another; with times, from one to the other. Null where it has no length. */
export function stretchOf(
  { from, to, fromTime, toTime }: Days & Times,
  wholeDays: boolean,
  instant: (date: string, time: string) => number | null,
  dayAfter: (date: string) => string | null,
): Pick<TimeOff, 'startAt' | 'endAt'> | null {
  const after = dayAfter(to);
  const startAt = instant(from, wholeDays ? '00:00' : fromTime);
  const endAt = wholeDays ? (after === null ? null : instant(after, '00:00')) : instant(to, toTime);
  return startAt === null || endAt === null || endAt <= startAt ? null : { startAt, endAt };
}
