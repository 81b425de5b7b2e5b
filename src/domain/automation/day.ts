import { Temporal } from 'temporal-polyfill';

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayOf = (at: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
