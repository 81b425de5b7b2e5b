import { z } from 'zod';
import { dateSchema } from './common.ts';
import { weekdays } from './words.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day is HH:MM, 00:00 to 24:00');

/** `["09:00","17:00"]`; may end at `24:00`, or before it starts to run past midnight (`["22:00","06:00"]`). */
export const intervalSchema = z.tuple([clockTime, clockTime]);
export type HoursInterval = z.infer<typeof intervalSchema>;

const hours = z.array(intervalSchema).max(48);

export type Weekday = (typeof weekdays)[number];

/** What a day that differs is called: `Christmas Day`, `Stock-taking`. */
const dayName = z.string().trim().min(1).max(200).optional();

/** A date alone, or with the name it is known by. */
export const holidaySchema = z.union([dateSchema, z.object({ date: dateSchema, name: dayName })]);
export type Holiday = z.infer<typeof holidaySchema>;

/** A day that comes back every year: closed, or with hours of its own. SPEC CAL-17. */
export const yearlySchema = z.object({
  month: z.number().int().min(1).max(12),
  day: z.number().int().min(1).max(31),
  name: dayName,
  /** Left out, or none: closed. */
  hours: hours.optional(),
});
export type YearlyDay = z.infer<typeof yearlySchema>;

/** When work is done: weekly hours by wall clock in one zone, and the days that differ. SPEC CAL-1 to CAL-19. */
export const calendarSchema = z.object({
  /** What people call it; counts for nothing. */
  name: z.string().trim().min(1).max(100).optional(),
  timeZone: z.string().min(1).max(64),
  hours: z.partialRecord(z.enum(weekdays), hours).default({}),
  holidays: z.array(holidaySchema).max(10_000).optional(),
  exceptions: z
    .array(z.object({ date: dateSchema, hours, name: dayName }))
    .max(10_000)
    .optional(),
  closures: z
    .array(z.object({ date: dateSchema, from: clockTime, to: clockTime, name: dayName }))
    .max(10_000)
    .optional(),
  yearly: z.array(yearlySchema).max(366).optional(),
  alwaysOpen: z.boolean().optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;
