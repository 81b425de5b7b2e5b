import { Temporal } from 'temporal-polyfill';

const instantOf = (at: number | string): Temporal.Instant =>
  typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(at) : Temporal.Instant.from(at);

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayOf = (at: number | string, zone: string): string =>
  instantOf(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first instant of a day in a zone, epoch ms. Not always midnight: some zones skip it. */
export const dayStart = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).startOfDay().epochMilliseconds;

/** A time of day on the day after an instant, by the clock on the wall; a time the clocks skip comes as much later. */
export const tomorrowAt = (at: number | string, time: string, zone: string): number =>
  Temporal.PlainDate.from(dayOf(at, zone))
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

/** The last millisecond of a day in a zone, epoch ms. */
export const dayEnd = (day: string, zone: string): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).startOfDay().epochMilliseconds - 1;
