import { Temporal } from 'temporal-polyfill';

/** The first instant of the day that lay so many days before the day of `now` in a zone; epoch ms. */
export const startOfDay = (timeZone: string, now: number, daysBefore = 0): number =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ days: daysBefore })
    .toZonedDateTime(timeZone).epochMilliseconds;
