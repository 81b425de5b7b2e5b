import { z } from 'zod';
import { dateSchema, desk, instantInSchema, instantSchema } from './common.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'A time of day is HH:MM, 00:00 to 24:00.');

/** `["09:00","17:00"]`; may end at `24:00`, or before it starts to run past midnight (`["22:00","06:00"]`). */
export const intervalSchema = z.tuple([clockTime, clockTime]);
export type HoursInterval = z.infer<typeof intervalSchema>;

const hours = z.array(intervalSchema).max(48);

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** When work is done: weekly hours by wall clock in one zone, and the days that differ. SPEC CAL-1 to CAL-16. */
export const calendarSchema = z.object({
  timeZone: z.string().min(1).max(64),
  hours: z.partialRecord(z.enum(weekdays), hours).default({}),
  holidays: z.array(dateSchema).max(10_000).optional(),
  exceptions: z
    .array(z.object({ date: dateSchema, hours }))
    .max(10_000)
    .optional(),
  closures: z
    .array(z.object({ date: dateSchema, from: clockTime, to: clockTime }))
    .max(10_000)
    .optional(),
  alwaysOpen: z.boolean().optional(),
});
export type Calendar = z.infer<typeof calendarSchema>;

export const calendarContract = {
  add: desk
    .route({ summary: 'The instant that lies so many open minutes after (or, negative, before) another.' })
    .input(z.object({ calendar: calendarSchema, from: instantInSchema, minutes: z.number() }))
    .output(z.object({ at: instantSchema })),
  between: desk
    .route({ summary: 'Open minutes from one instant to another; negative when `to` is earlier.' })
    .input(z.object({ calendar: calendarSchema, from: instantInSchema, to: instantInSchema }))
    .output(z.object({ minutes: z.number() })),
  at: desk
    .route({ summary: 'Whether a calendar is open at an instant, and the edges around it.' })
    .input(z.object({ calendar: calendarSchema, at: instantInSchema }))
    .output(
      z.object({
        open: z.boolean(),
        nextOpenAt: instantSchema.nullable(),
        nextCloseAt: instantSchema.nullable(),
        previousCloseAt: instantSchema.nullable(),
      }),
    ),
  intervals: desk
    .route({ summary: 'The open periods between two instants, clipped to them.' })
    .input(z.object({ calendar: calendarSchema, from: instantInSchema, to: instantInSchema }))
    .output(z.object({ intervals: z.array(z.tuple([instantSchema, instantSchema])) })),
};
