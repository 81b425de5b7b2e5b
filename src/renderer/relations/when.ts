import { Temporal } from 'temporal-polyfill';

/** A day and a time of day as fields hold them: `YYYY-MM-DD` and `HH:MM`; either may be empty while one types. */
export type When = { readonly date: string; readonly time: string };

/** An instant as a day and a time of a zone. */
export function whenOf(at: number, zone: string): When {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The instant a day and a time mean in a zone (a skipped time moves forward); null where they do not make one. */
export function instantOfWhen({ date, time }: When, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

const quarterMs = 15 * 60_000;
const hourMs = 3_600_000;

export type Quick = 'inTwoHours' | 'today' | 'tomorrow' | 'nextWeek';

/** Times that are meant most often. `today` is left out once it has passed. */
export function quickWhens(now: number, zone: string): readonly (readonly [Quick, When])[] {
  const { date } = whenOf(now, zone);
  const later = (days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
  const evening: When = { date, time: '17:00' };
  const all = [
    ['inTwoHours', whenOf(Math.ceil((now + 2 * hourMs) / quarterMs) * quarterMs, zone)],
    ['today', evening],
    ['tomorrow', { date: later(1), time: '10:00' }],
    ['nextWeek', { date: later(7), time: '10:00' }],
  ] as const;
  return all.filter(([name]) => name !== 'today' || (instantOfWhen(evening, zone) ?? 0) > now);
}
