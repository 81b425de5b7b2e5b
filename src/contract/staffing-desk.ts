import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { channelSchema, dateSchema, desk, idSchema, instantInSchema, instantSchema } from './common.ts';
import { rosterShiftSchema, workKindSchema } from './roster-common.ts';
import { forecastSchema } from './staffing.ts';
import { doneSchema } from './tickets.ts';

/** Contacts that are staffed together: which tickets they are, who can take them, and what is promised. SPEC STF-20. */
export const streamSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(100),
  /** Which queue work serves it. */
  work: workKindSchema,
  channels: z.array(channelSchema).min(1).max(8),
  /** None: all queues. */
  queueIds: z.array(idSchema).max(100).default([]),
  /** Whoever serves it needs this skill; null: everybody on that work does. */
  skill: z.string().trim().min(1).max(100).nullable().default(null),
  /** When it is open, by the desk's clock; null: the hours of the policy that is for every ticket. */
  hours: calendarSchema.shape.hours.unwrap().nullable().default(null),
  ahtSeconds: z.number().min(1).max(86_400),
  /** Share of contacts answered within the time. For mail: the time in which each has to be done. */
  target: z.object({ share: z.number().min(0).max(0.9999), withinSeconds: z.number().min(0).max(864_000) }),
  model: z.enum(['erlangC', 'erlangA']).default('erlangA'),
  patienceSeconds: z.number().positive().max(86_400).default(180),
  /** Talks at once. */
  concurrency: z.number().int().min(1).max(20).default(1),
  maxOccupancy: z.number().gt(0).max(1).default(0.85),
});
export type Stream = z.infer<typeof streamSchema>;

export const staffingSettingsSchema = z.object({
  streams: z.array(streamSchema).min(1).max(20),
  /** Share of paid time off the queue that the roster does not show: illness, training, system trouble. */
  shrinkage: z.number().min(0).max(0.9).default(0.1),
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
  /** Contacts per agent per day that are neither too few nor too many. */
  loadBand: z.object({ low: z.number().min(0), high: z.number().min(1) }).default({ low: 40, high: 80 }),
});
export type StaffingSettings = z.infer<typeof staffingSettingsSchema>;

export const staffedIntervalSchema = z.object({
  at: instantSchema,
  /** Contacts forecast, with the band in which four of five days lie; after a reforecast, that. */
  forecast: z.number(),
  low: z.number(),
  high: z.number(),
  /** Contacts that came; null for what is still to come. */
  actual: z.number().nullable(),
  /** People on the work that keep the promise. */
  required: z.number(),
  /** People planned on it, each by how much of a full agent they do. */
  scheduled: z.number(),
  /** The same, less who is late, absent or left. */
  present: z.number(),
  serviceLevel: z.number().nullable(),
  occupancy: z.number().nullable(),
  asaSeconds: z.number().nullable(),
});
export type StaffedInterval = z.infer<typeof staffedIntervalSchema>;

export const staffedStreamSchema = z.object({
  stream: streamSchema,
  model: z.string().nullable(),
  /** Back-test error of the model, as a share; null where there is too little history. */
  wape: z.number().nullable(),
  wapePerDay: z.number().nullable(),
  /** Why there is no forecast, in words. */
  missing: z.string().nullable(),
  intervals: z.array(staffedIntervalSchema),
  /** Weighted by contacts, over the day. */
  serviceLevel: z.number().nullable(),
});
export type StaffedStream = z.infer<typeof staffedStreamSchema>;

export const forecastEventSchema = z.object({
  id: idSchema,
  date: dateSchema,
  name: z.string().trim().min(1).max(200),
  factor: z.number().min(0).max(100),
});
export type ForecastEvent = z.infer<typeof forecastEventSchema>;

/** A change to the day that would help, with what it does. SPEC STF-30. */
export const moveSchema = z.object({
  id: z.string(),
  kind: z.enum(['break', 'work', 'offQueue', 'overtime']),
  label: z.string(),
  effect: z.string(),
  /** People-intervals that are short, before and after. */
  shortBefore: z.number(),
  shortAfter: z.number(),
  serviceLevelBefore: z.number().nullable(),
  serviceLevelAfter: z.number().nullable(),
  shifts: z.array(rosterShiftSchema),
});
export type Move = z.infer<typeof moveSchema>;

export const whatIfSchema = z.object({
  /** More or fewer people on a stream's work all day. */
  agents: z.number().int().min(-50).max(50).default(0),
  ahtPercent: z.number().min(-90).max(500).default(0),
  volumePercent: z.number().min(-100).max(1000).default(0),
  /** A spike: more contacts between two instants. */
  spike: z
    .object({ startAt: instantInSchema, endAt: instantInSchema, percent: z.number().min(-100).max(2000) })
    .optional(),
  absentIds: z.array(idSchema).max(200).default([]),
  /** Minutes by which the first work of the day begins later (negative: earlier). */
  laterMinutes: z.number().int().min(-720).max(720).default(0),
});
export type WhatIf = z.infer<typeof whatIfSchema>;

const outcome = z.object({
  contacts: z.number(),
  serviceLevel: z.number().nullable(),
  occupancy: z.number().nullable(),
  asaSeconds: z.number().nullable(),
  /** People-hours short and over. */
  shortHours: z.number(),
  overHours: z.number(),
  worst: z.object({ at: instantSchema, short: z.number() }).nullable(),
});
export type Outcome = z.infer<typeof outcome>;

/** What is asked of the staffing of a desk. */
export const staffingDeskContract = {
  settings: desk.route({ summary: 'Streams, promises, handle times, shrinkage.' }).output(staffingSettingsSchema),
  settingsSave: desk
    .route({ summary: 'Changes streams, promises, handle times, shrinkage.' })
    .input(staffingSettingsSchema)
    .output(staffingSettingsSchema),
  day: desk
    .route({ summary: 'A day by interval and stream: forecast, came, required, scheduled, present, what to expect.' })
    .input(z.object({ date: dateSchema, draft: z.boolean().default(true) }))
    .output(
      z.object({
        date: dateSchema,
        at: instantSchema,
        startAt: instantSchema,
        endAt: instantSchema,
        intervalMinutes: z.number().int(),
        streams: z.array(staffedStreamSchema),
        /** Forecast for the rest of the day over the plan since opening, as a factor; null before there is enough. */
        reforecast: z.number().nullable(),
      }),
    ),
  outlook: desk
    .route({ summary: 'The forecast of a stream for days to come, with the back-test of every model.' })
    .input(z.object({ streamId: z.string(), days: z.number().int().min(1).max(56).default(14) }))
    .output(
      z.object({
        forecast: forecastSchema.nullable(),
        missing: z.string().nullable(),
        /** Contacts per day of the last weeks. */
        history: z.array(z.object({ date: dateSchema, value: z.number() })),
        days: z.array(
          z.object({
            date: dateSchema,
            value: z.number(),
            low: z.number(),
            high: z.number(),
            requiredHours: z.number(),
          }),
        ),
      }),
    ),
  events: desk
    .route({ summary: 'Days that are not like others: what their volume is multiplied by.' })
    .output(z.object({ events: z.array(forecastEventSchema) })),
  eventSave: desk
    .route({ summary: 'Makes or changes such a day.' })
    .input(forecastEventSchema.extend({ id: idSchema.optional() }))
    .output(doneSchema.extend({ id: idSchema })),
  eventRemove: desk
    .route({ summary: 'Removes such a day.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  whatIf: desk
    .route({ summary: 'The day as it is planned beside the day as it would be.' })
    .input(z.object({ date: dateSchema, change: whatIfSchema }))
    .output(
      z.object({
        streams: z.array(z.object({ id: z.string(), name: z.string(), before: outcome, after: outcome })),
      }),
    ),
  moves: desk
    .route({ summary: 'What is short for the rest of a day, and changes that would help, best first.' })
    .input(z.object({ date: dateSchema }))
    .output(
      z.object({
        short: z
          .object({ startAt: instantSchema, endAt: instantSchema, work: workKindSchema, people: z.number() })
          .nullable(),
        words: z.string(),
        moves: z.array(moveSchema),
      }),
    ),
  breaches: desk
    .route({
      summary: 'Tickets that will be late by the end of the day, per hour, given queue, clocks and planned staff.',
    })
    .output(
      z.object({
        at: instantSchema,
        hours: z.array(z.object({ at: instantSchema, due: z.number().int(), capacity: z.number(), late: z.number() })),
        tickets: z.array(
          z.object({
            id: idSchema,
            number: z.number().int(),
            subject: z.string(),
            dueAt: instantSchema,
            doneAt: instantSchema.nullable(),
          }),
        ),
        late: z.number().int(),
        /** What would save how many of them. */
        moves: z.array(z.object({ label: z.string(), saves: z.number().int(), late: z.number().int() })),
      }),
    ),
};
