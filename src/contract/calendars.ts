import { z } from 'zod';
import { calendarSchema, intervalSchema } from './calendar.ts';
import { dateSchema, desk, instantInSchema, instantSchema } from './common.ts';
import { effectiveSchema } from './sla.ts';
import { doneSchema } from './tickets.ts';
import { dayKinds, dayReasons, holidayTypes } from './words.ts';

const minutes = z.number();
const year = z.number().int().min(1901).max(2198);
const clock = z.string().regex(/^\d\d:\d\d$/);

/** One day as the wall clock of the calendar's zone shows it. SPEC CAL-20. */
export const calendarDaySchema = z.object({
  date: dateSchema,
  /** Open minutes that pass on this date, whichever day they belong to. */
  minutes,
  kind: z.enum(dayKinds),
  /** What made it so. */
  why: z.enum(dayReasons),
  name: z.string().nullable(),
  /** What is open on this date, by the clock on the wall, `24:00` for its end. */
  hours: z.array(intervalSchema),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/** Monday to Sunday, also where it reaches into the year beside. */
export const calendarWeekSchema = z.object({
  week: z.number().int(),
  monday: dateSchema,
  minutes,
});

/** A change of the clocks: at `at` a clock goes from `from` to `to`. SPEC CAL-21. */
export const clockChangeSchema = z.object({
  at: instantSchema,
  date: dateSchema,
  from: clock,
  to: clock,
  offsetBeforeMinutes: z.number(),
  offsetAfterMinutes: z.number(),
  /** `skipped`: the times between do not come and move forward; `repeated`: they come twice and both count. */
  kind: z.enum(['skipped', 'repeated']),
});
export type ClockChange = z.infer<typeof clockChangeSchema>;

export const calendarProblemSchema = z.object({
  /** Path into the calendar: `hours.mon.1`, `exceptions.0.date`; empty where it is about the whole. */
  field: z.string(),
  message: z.string(),
});
export type CalendarProblem = z.infer<typeof calendarProblemSchema>;

/** A holiday somebody else wrote down; with `from` and `to` only a part of its day is closed. */
export const foundHolidaySchema = z.object({
  date: dateSchema,
  name: z.string(),
  from: clock.optional(),
  to: clock.optional(),
});
export type FoundHoliday = z.infer<typeof foundHolidaySchema>;

export const officialHolidaySchema = foundHolidaySchema.extend({
  type: z.enum(holidayTypes),
  /** In place of a holiday that falls on a free day. */
  substitute: z.boolean(),
});
export type OfficialHoliday = z.infer<typeof officialHolidaySchema>;

/** A country, a state or a region, by the code that `calendar.holidays` asks for. */
const place = z.object({ code: z.string(), name: z.string() });
export const countrySchema = place.extend({ states: z.array(place.extend({ regions: z.array(place) })) });
export type Country = z.infer<typeof countrySchema>;

/** A calendar as the desk keeps it. */
export const deskCalendarSchema = z.object({
  key: z.string(),
  name: z.string(),
  calendar: calendarSchema,
  version: z.number().int(),
  /** From when this version counts; null: since ever. */
  since: instantSchema.nullable(),
  /** The policies that count by it. */
  policies: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type DeskCalendar = z.infer<typeof deskCalendarSchema>;

const code = z.string().trim().min(1).max(20);
const years = z.array(year).min(1).max(20);
const key = z.string().min(1).max(100);

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
  check: desk
    .route({ summary: 'What is wrong with a calendar, at which field, and how long it is open in a usual week.' })
    .input(z.object({ calendar: z.looseObject({}) }))
    .output(z.object({ problems: z.array(calendarProblemSchema), minutesPerWeek: minutes.nullable() })),
  year: desk
    .route({ summary: 'Every day and week of a year: open minutes, what kind of day and why; and the clock changes.' })
    .input(z.object({ calendar: calendarSchema, year }))
    .output(
      z.object({
        days: z.array(calendarDaySchema),
        weeks: z.array(calendarWeekSchema),
        minutes,
        /** Of this year and the next. */
        changes: z.array(clockChangeSchema),
      }),
    ),
  regions: desk
    .route({ summary: 'Countries, states and regions whose holidays are known.' })
    .output(z.object({ countries: z.array(countrySchema) })),
  holidays: desk
    .route({ summary: 'The holidays of a country, state or region in some years, dated and named.' })
    .input(
      z.object({
        country: code,
        state: code.optional(),
        region: code.optional(),
        years,
        types: z.array(z.enum(holidayTypes)).min(1).max(5).default(['public', 'bank']),
      }),
    )
    .output(z.object({ holidays: z.array(officialHolidaySchema) })),
  ics: desk
    .route({ summary: 'The days of an ICS file that fall into some years. What cannot be used is said with its line.' })
    .input(
      z.object({
        text: z.string().max(4_000_000),
        years,
        /** Timed events are told by the clocks of this zone. */
        timeZone: z.string().min(1).max(64).default('UTC'),
      }),
    )
    .output(
      z.object({
        holidays: z.array(foundHolidaySchema.extend({ line: z.number().int() })),
        skipped: z.array(z.object({ line: z.number().int(), what: z.string(), why: z.string() })),
        /** Events that are well, but not in these years. */
        outside: z.number().int(),
      }),
    ),
  list: desk
    .route({ summary: "The desk's calendars, and which policies count by them." })
    .output(z.object({ calendars: z.array(deskCalendarSchema) })),
  save: desk
    .route({ summary: 'A new calendar, or a new version of the one with this key. An impossible one is refused.' })
    .input(
      z.object({
        key: key.optional(),
        name: z.string().trim().min(1).max(100),
        calendar: calendarSchema,
        effective: effectiveSchema,
      }),
    )
    .output(doneSchema.extend({ key, version: z.number().int(), recounted: z.number().int() })),
  remove: desk
    .route({ summary: 'Takes a calendar away that no policy counts by.' })
    .input(z.object({ key }))
    .output(doneSchema),
};
