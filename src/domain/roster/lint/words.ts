import { minutesADay, minuteMs, timeOf, weekdayOf } from '../../calendar/wall-time.ts';
import { wallOf, type Zone } from '../../calendar/zone.ts';
import type { Context, Member } from './types.ts';

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `45 min`, `9 h 30`, `11 h`; cut to whole minutes. */
export function hoursInWords(minutes: number): string {
  const whole = Math.floor(minutes);
  const rest = whole % 60;
  if (whole < 60) return `${whole} min`;
  return rest === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${String(rest).padStart(2, '0')}`;
}

export const msInWords = (ms: number): string => hoursInWords(ms / minuteMs);

/** Where words are said: in whose zone, and whether a weekday alone would be two days. */
export type Place = { readonly zone: Zone; readonly zoneWord: string; readonly dated: boolean };

export const placeOf = ({ zone, zoneWord }: Member, { dated }: Context): Place => ({ zone, zoneWord, dated });

const dateWords = (day: number): string => {
  const date = new Date(day * minutesADay * minuteMs);
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ''}`;
};

/** `Wednesday`; `Wednesday 4 March` where the roster has two Wednesdays. */
export const dayInWords = (day: number, dated: boolean): string =>
  `${weekdayNames[weekdayOf(day)] ?? ''}${dated ? ` ${dateWords(day)}` : ''}`;

/** `08:00`. */
export const timeInWords = (zone: Zone, at: number): string => timeOf(wallOf(zone, at).minutes);

/** `Wednesday 08:00`, and the zone where it is not the desk's. */
export function whenInWords({ zone, zoneWord, dated }: Place, at: number): string {
  const { day, minutes } = wallOf(zone, at);
  return `${dayInWords(day, dated)} ${timeOf(minutes)}${zoneWord}`;
}

/** `Wednesday 08:00 to 16:00`, `Wednesday 22:00 to Thursday 06:00`, `Wednesday 16:00 to 24:00`. */
export function stretchInWords({ zone, zoneWord, dated }: Place, from: number, to: number): string {
  const start = wallOf(zone, from);
  const end = wallOf(zone, to);
  const first = `${dayInWords(start.day, dated)} ${timeOf(start.minutes)}`;
  if (end.day === start.day) return `${first} to ${timeOf(end.minutes)}${zoneWord}`;
  if (end.day === start.day + 1 && end.minutes === 0) return `${first} to 24:00${zoneWord}`;
  return `${first} to ${dayInWords(end.day, dated)} ${timeOf(end.minutes)}${zoneWord}`;
}

/** `Ada Lund's shift`, `An open shift`. */
export const shiftOf = ({ id, name }: Member): string => (id === null ? name : `${name}'s shift`);

/** ` New York time` of a zone that is not the desk's. */
export const zoneInWords = (timeZone: string, desk: string): string => {
  if (timeZone === desk) return '';
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return ` ${city} time`;
};
