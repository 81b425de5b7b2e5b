import type { DateOrder, YearOrder } from '../../contract/index.ts';
import { Fault } from '../fault.ts';
import { readDate } from './date-text.ts';
import { isTimeZone, zoneClock } from './zone-clock.ts';

export type DateCell =
  { readonly at: number; readonly warning: string | null } | { readonly at: null; readonly reason: string };

const cacheSize = 50_000;

/** Whether a header says that its times are in UTC, as in "Start Date (UTC)". */
export const saysUtc = (header: string) => /\b(?:utc|gmt)\b(?!\s*[+-]\s*\d)/i.test(header);

/** Reads the date cells of one zone and order; equal texts are read once. Throws Fault INVALID for an unknown zone. */
export function createDateReader(
  order: DateOrder,
  timeZone: string,
  yearOrder: YearOrder = 'ymd',
): (text: string) => DateCell {
  if (!isTimeZone(timeZone)) {
    throw new Fault('INVALID', `There is no time zone "${timeZone}". Choose one such as Europe/Berlin.`, {
      field: 'timeZone',
    });
  }
  const clock = zoneClock(timeZone);
  const cache = new Map<string, DateCell>();
  const read = (text: string): DateCell => {
    const date = readDate(text, order, yearOrder);
    if (date.kind === 'bad') return { at: null, reason: date.reason };
    if (date.kind === 'instant') return { at: date.at, warning: null };
    const { at, oddity } = clock(date.local);
    return { at, warning: oddity === null ? null : oddityWords[oddity](timeZone) };
  };
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    if (cache.size >= cacheSize) cache.clear();
    const cell = read(text);
    cache.set(text, cell);
    return cell;
  };
}

const oddityWords = {
  skipped: (zone: string) => `The clocks of ${zone} skipped this time; it was moved forward.`,
  twice: (zone: string) => `The clocks of ${zone} showed this time twice; the first was taken.`,
} as const;
