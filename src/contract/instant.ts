/** An instant that was read, in epoch ms; or why the text is none, in words. */
export type InstantRead = { readonly ms: number } | { readonly problem: string };

const like = 'Write it like 2026-03-01T09:00:00Z or 2026-03-01T09:00+02:00.';
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

const day = /^([+-]\d{6}|\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d))$/;
const time = /^(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?$/;
const basicTime = /^(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?$/;
const shift = /^([+\-\u2212])(\d\d)(?::?(\d\d))?$/;

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Midnight UTC; null for a day that does not exist. */
function dayOf(text: string): number | null {
  const [, years = '', month = '', date = '', basicMonth, basicDate] = day.exec(text) ?? [];
  const [y, m, d] = [Number(years), Number(basicMonth ?? month), Number(basicDate ?? date)];
  if (years === '-000000' || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  // `Date.UTC` takes years below 100 for those of the last century; the calendar comes again every 400 years.
  const leap = 2000 + (((y % 400) + 400) % 400);
  return Date.UTC(leap, m - 1, d) + ((y - leap) / 400) * 146_097 * dayMs;
}

/** Since midnight, in ms; null for a time no clock shows. 24:00 ends the day; a leap second is the one before it. */
function timeOf(text: string): number | null {
  const [, hours = '', minutes = '0', seconds = '0', fraction = ''] = time.exec(text) ?? basicTime.exec(text) ?? [];
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  if (hours === '' || h > 24 || m > 59 || s > 60 || (h === 24 && (m > 0 || s > 0 || Number(fraction) > 0))) return null;
  return h * 60 * minuteMs + m * minuteMs + Math.min(s, 59) * 1000 + ms;
}

/** What lies between UTC and the clock that was read, in ms; null for what is no offset. */
function offsetOf(text: string): number | null {
  if (text === 'Z') return 0;
  const [, sign, hours = '', minutes = '0'] = shift.exec(text) ?? [];
  const [h, m] = [Number(hours), Number(minutes)];
  if (hours === '' || h > 23 || m > 59) return null;
  return (sign === '+' ? 1 : -1) * (h * 60 + m) * minuteMs;
}

const whole = /^([+-]?\d[\d-]*?)(?:[T ](\d[\d:.,]*)(Z|[+\-\u2212][\d:]+)?)?$/;
/** As far as `Date` reaches, in ms. */
const reach = 8.64e15;

/**
 * Reads ISO 8601 (2019, and RFC 3339) with an offset or `Z`: extended or basic, seconds and their fraction (after a point
 * or a comma) left out or not, letters large or small. What is finer than a millisecond is cut off. SPEC CAL-27.
 */
export function readInstant(given: string): InstantRead {
  const text = given.trim().toUpperCase();
  const [matched, date = '', clock, offset] = whole.exec(text) ?? [];
  const said = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  if (matched === undefined || !day.test(date)) return { problem: `“${said}” is not an instant. ${like}` };
  const midnight = dayOf(date);
  if (midnight === null) return { problem: `“${said}” names a day that does not exist. ${like}` };
  if (clock === undefined)
    return { problem: `“${said}” is a day and no instant: it needs a time, and an offset or Z. ${like}` };
  const since = timeOf(clock);
  if (since === null) return { problem: `“${said}” names a time that does not exist. ${like}` };
  if (offset === undefined)
    return { problem: `“${said}” has no offset, so it could be meant in any time zone. Add Z or an offset. ${like}` };
  const east = offsetOf(offset);
  if (east === null) return { problem: `“${said}” has an offset that does not exist. ${like}` };
  const ms = midnight + since - east;
  return Math.abs(ms) > reach ? { problem: `“${said}” is too far away. ${like}` } : { ms };
}
