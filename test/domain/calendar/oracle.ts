import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../../../src/contract/words.ts';
import type { Calendar, HoursInterval } from '../../../src/contract/calendar.ts';

const minute = 60_000;

/** As written in SPEC CAL-3 and CAL-4, with Temporal for each edge of each day. */
const edges = (calendar: Calendar, date: Temporal.PlainDate, [from, to]: HoursInterval): [number, number] => {
  const at = (time: string, plus: number) => {
    const days = plus + (time === '24:00' ? 1 : 0);
    return date
      .add({ days })
      .toPlainDateTime(Temporal.PlainTime.from(time === '24:00' ? '00:00' : time))
      .toZonedDateTime(calendar.timeZone).epochMilliseconds;
  };
  return [at(from, 0), at(to, to <= from ? 1 : 0)];
};

const hoursOn = (calendar: Calendar, date: Temporal.PlainDate): readonly HoursInterval[] => {
  const name = date.toString();
  if (calendar.holidays?.some((one) => (typeof one === 'string' ? one : one.date) === name)) return [];
  const exception = calendar.exceptions?.find((one) => one.date === name);
  if (exception) return exception.hours;
  const yearly = calendar.yearly?.find((one) => one.month === date.month && one.day === date.day);
  if (yearly) return yearly.hours ?? [];
  if (calendar.alwaysOpen) return [['00:00', '24:00']];
  return calendar.hours[weekdays[date.dayOfWeek - 1] ?? 'mon'] ?? [];
};

/**
 * Deliberately slow: a flag for every minute of some days, set and unset interval by interval. Knows nothing of
 * sorted spans, sums or searches. `open[i]` is the minute that begins at `from + i` minutes.
 */
export const minuteOracle = (calendar: Calendar, firstDate: string, days: number) => {
  const first = Temporal.PlainDate.from(firstDate);
  const from = first.toZonedDateTime('UTC').epochMilliseconds;
  const open = new Uint8Array(days * 1440);
  const mark = (spans: readonly [number, number][], flag: number) => {
    for (const [start, end] of spans) {
      for (let at = start; at < end; at += minute) {
        const i = (at - from) / minute;
        if (i >= 0 && i < open.length) open[i] = flag;
      }
    }
  };
  const dates = Array.from({ length: days + 4 }, (_, i) => first.add({ days: i - 2 })).filter((date) =>
    date.toZonedDateTime(calendar.timeZone).toPlainDate().equals(date),
  );
  for (const date of dates)
    mark(
      hoursOn(calendar, date).map((hours) => edges(calendar, date, hours)),
      1,
    );
  for (const date of dates) {
    const closures = (calendar.closures ?? []).filter((one) => one.date === date.toString());
    mark(
      closures.map((one) => edges(calendar, date, [one.from, one.to])),
      0,
    );
  }
  return { from, open };
};

/** Counts flags. */
export const oracleBetween = (open: Uint8Array, from: number, to: number): number => {
  let sum = 0;
  for (let i = Math.min(from, to); i < Math.max(from, to); i += 1) sum += open[i] ?? 0;
  return to < from ? 0 - sum : sum;
};

/** Walks minute by minute until enough are open; null where the flags run out. */
export const oracleAdd = (open: Uint8Array, from: number, minutes: number): number | null => {
  let left = Math.abs(minutes);
  let i = from;
  while (left > 0) {
    if (minutes < 0) i -= 1;
    if (i < 0 || i >= open.length) return null;
    left -= open[i] ?? 0;
    if (minutes > 0) i += 1;
  }
  return i;
};
