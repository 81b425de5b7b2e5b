import { dateOf, dayMs, dayNumber, weekdayOf } from './wall-time.ts';

/** A day that comes back every year (or every few), as iCalendar's RRULE of `FREQ=YEARLY` can say it. */
export type YearlyRule = {
  readonly everyYears: number;
  readonly count: number | null;
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string | null;
  readonly month: number;
  /** Day of the month, from its end where negative; or the n-th of a weekday (0 is Monday), likewise. */
  readonly on: { readonly monthDay: number } | { readonly nth: number; readonly weekday: number };
};

type Parts = Readonly<Record<string, unknown>>;
const understood = new Set(['freq', 'interval', 'count', 'until', 'bymonth', 'bymonthday', 'byday', 'wkst']);
const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The one value of a part that may be a list; undefined: not there, null: several. */
const single = (value: unknown): string | undefined | null => {
  if (value === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.length === 1 ? String(list[0]) : null;
};

const whole = (text: string | undefined | null, otherwise: number): number | null => {
  if (text === undefined) return otherwise;
  return text !== null && /^[+-]?\d{1,4}$/.test(text) ? Number(text) : null;
};

const onWeekday = (text: string): YearlyRule['on'] | null => {
  const [, nth, code = ''] = /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? [];
  return nth === undefined ? null : { nth: Number(nth), weekday: weekdayCodes.indexOf(code) };
};

const onOf = (parts: Parts, startDay: number): YearlyRule['on'] | null => {
  const weekday = single(parts.byday);
  const monthDay = whole(single(parts.bymonthday), startDay);
  if (weekday === undefined) return monthDay === null || monthDay === 0 ? null : { monthDay };
  // An n-th weekday counts within a month only where one is named; beside a day of the month it means another thing.
  if (weekday === null || parts.bymonth === undefined || parts.bymonthday !== undefined) return null;
  return onWeekday(weekday);
};

/**
 * Reads the parts of an RRULE, lower case, of an event that starts on a date. A text says why it cannot be used: only
 * days that come back once a year are holidays.
 */
export const yearlyRule = (parts: Parts, start: string): YearlyRule | string => {
  if (String(parts.freq).toUpperCase() !== 'YEARLY') return 'It does not come back once a year. Add its days by hand.';
  const other = Object.keys(parts).find((part) => !understood.has(part));
  if (other !== undefined) return `It repeats by ${other.toUpperCase()}, which is not read here. Add its days by hand.`;
  const everyYears = whole(single(parts.interval), 1);
  const month = whole(single(parts.bymonth), Number(start.slice(5, 7)));
  const count = parts.count === undefined ? null : whole(single(parts.count), 1);
  const on = onOf(parts, Number(start.slice(8, 10)));
  if (everyYears === null || everyYears < 1 || month === null || month < 1 || month > 12 || on === null)
    return 'It comes back on several days of a year, or on none. Add its days by hand.';
  const until = typeof parts.until === 'string' ? parts.until.slice(0, 10) : null;
  return { everyYears, count, until, month, on };
};

const dayIn = ({ month, on }: YearlyRule, year: number): number | null => {
  const first = Date.UTC(year, month - 1, 1) / dayMs;
  const days = Date.UTC(year, month, 1) / dayMs - first;
  const nth = (place: number, size: number): number => (place > 0 ? place - 1 : size + place);
  if ('monthDay' in on) {
    const at = nth(on.monthDay, days);
    return at >= 0 && at < days ? first + at : null;
  }
  const firstSuch = (on.weekday - weekdayOf(first) + 7) % 7;
  const at = firstSuch + 7 * nth(on.nth, Math.ceil((days - firstSuch) / 7));
  return at >= firstSuch && at < days ? first + at : null;
};

/** The days of a rule from its start on until the end of a year, both `YYYY-MM-DD`; the start is always one of them. */
export const yearlyDays = (rule: YearlyRule, start: string, lastYear: number): string[] => {
  const startDay = dayNumber(start);
  const days = [startDay];
  const most = rule.count ?? Infinity;
  for (let year = Number(start.slice(0, 4)); year <= lastYear && days.length < most; year += rule.everyYears) {
    const day = dayIn(rule, year);
    if (day === null || day <= startDay) continue;
    if (rule.until !== null && dateOf(day) > rule.until) break;
    days.push(day);
  }
  return days.map(dateOf);
};
