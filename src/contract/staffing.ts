import { z } from 'zod';
import { dateSchema, desk, instantInSchema, instantSchema } from './common.ts';

const share = z.number().min(0).max(1);

/** Voice in one interval, as the Erlang formulas take it. SPEC STF-1. */
export const loadSchema = z.object({
  model: z.enum(['erlangC', 'erlangA']),
  /** Contacts offered in the interval. */
  calls: z.number().min(0).max(10_000_000),
  intervalMinutes: z.number().positive().max(1440),
  ahtSeconds: z.number().positive().max(86_400),
  target: z.object({ share: share.max(0.9999), withinSeconds: z.number().min(0).max(86_400) }),
  /** Occupancy not to be exceeded, 0 to 1. */
  maxOccupancy: share.gt(0).optional(),
  /** Share of paid time in which nobody is on the queue: break, training, absence. */
  shrinkage: share.lt(1).optional(),
  /** Erlang A: mean time a caller waits before giving up. */
  patienceSeconds: z.number().positive().max(86_400).optional(),
});
export type Load = z.infer<typeof loadSchema>;

/** What to expect with so many agents. Shares are 0 to 1. Null where the queue has no steady state (Erlang C, overload). */
export const performanceSchema = z.object({
  agents: z.number().int(),
  /** Agents to put on the roster so that these are on the queue: agents / (1 - shrinkage), rounded up. */
  scheduledAgents: z.number().int(),
  /** Share answered within the target's time. Erlang A: of all offered, the abandoned counted as missed. */
  serviceLevel: share,
  occupancy: share,
  /** Chance that a contact has to wait at all. */
  waitProbability: share,
  /** Average speed of answer: mean wait of all contacts (Erlang A: of all, also those who give up). */
  asaSeconds: z.number().nullable(),
  /** Erlang A alone. */
  abandonProbability: share.optional(),
});
export type Performance = z.infer<typeof performanceSchema>;

export const forecastInputSchema = z.object({
  /** Counts per interval, in order of time; what is missing between first and last is taken as closed, not as zero. */
  series: z
    .array(z.object({ at: instantInSchema, value: z.number().min(0) }))
    .min(1)
    .max(400_000),
  intervalMinutes: z.number().int().min(5).max(1440),
  horizonDays: z.number().int().min(1).max(400),
  timeZone: z.string().min(1).max(64),
  /** Days that are not like others: left out of what is learnt, and forecast by what is said here. */
  events: z
    .array(
      z.object({
        date: dateSchema,
        name: z.string().max(200).default(''),
        /** What the day's volume is multiplied by; 0 is closed. */
        factor: z.number().min(0).max(100),
      }),
    )
    .max(2000)
    .default([]),
});
export type ForecastInput = z.infer<typeof forecastInputSchema>;

export const forecastSchema = z.object({
  /** The model chosen: lowest error in the back-test. */
  model: z.string(),
  forecast: z.array(z.object({ at: instantSchema, value: z.number(), low: z.number(), high: z.number() })),
  /** The same by day, its band from the errors of whole days. */
  days: z.array(z.object({ date: dateSchema, value: z.number(), low: z.number(), high: z.number() })),
  /** WAPE is the sum of absolute errors over the sum of what was, 0.1 for 10 %; of intervals, and of whole days. */
  backtest: z.array(z.object({ model: z.string(), wape: z.number(), wapePerDay: z.number(), days: z.number().int() })),
});
export type Forecast = z.infer<typeof forecastSchema>;

/** One interval of a planned day. */
export const simulatedIntervalSchema = z.object({
  at: instantInSchema,
  calls: z.number().min(0).max(1_000_000),
  agents: z.number().int().min(0).max(10_000),
});

export const simulateInputSchema = z.object({
  intervals: z.array(simulatedIntervalSchema).min(1).max(2000),
  intervalMinutes: z.number().positive().max(1440),
  ahtSeconds: z.number().positive().max(86_400),
  withinSeconds: z.number().min(0).max(86_400).default(20),
  patienceSeconds: z.number().positive().max(86_400).optional(),
  /** How many days are played; each is one strand of the fan. */
  runs: z.number().int().min(1).max(2000).default(100),
  seed: z.number().int().default(1),
});
export type SimulateDay = z.infer<typeof simulateInputSchema>;

const fan = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });

export const simulationSchema = z.object({
  runs: z.number().int(),
  serviceLevel: fan.extend({ ci95: z.tuple([z.number(), z.number()]) }),
  asaSeconds: fan,
  occupancy: fan,
  abandoned: fan,
  calls: fan,
  intervals: z.array(z.object({ at: instantSchema, serviceLevel: fan, asaSeconds: fan, occupancy: fan })),
});
export type Simulation = z.infer<typeof simulationSchema>;

/** The rules that need no desk. */
export const staffingRulesContract = {
  required: desk
    .route({ summary: 'The fewest agents that keep the target, by Erlang C or A, and what to expect with them.' })
    .input(loadSchema)
    .output(performanceSchema),
  performance: desk
    .route({ summary: 'What to expect with so many agents, by Erlang C or A.' })
    .input(loadSchema.extend({ agents: z.number().int().min(0).max(1_000_000) }))
    .output(performanceSchema),
  concurrency: desk
    .route({ summary: 'Agents for chat, each with several talks at once.' })
    .input(
      loadSchema.extend({
        /** Talks one agent holds at once. */
        concurrency: z.number().int().min(1).max(20),
        /** How much longer each talk takes for every further one beside it; 0.2 is 20 %. */
        slowdown: z.number().min(0).max(5).default(0),
      }),
    )
    .output(performanceSchema.extend({ slots: z.number().int(), effectiveAhtSeconds: z.number() })),
  backlog: desk
    .route({ summary: 'Agents per interval so that mail is answered in time: what has waited longest goes first.' })
    .input(
      z.object({
        intervalMinutes: z.number().positive().max(1440),
        ahtSeconds: z.number().positive().max(86_400),
        /** Every item has to be done within so many minutes of its arrival (of the first interval, for the backlog). */
        withinMinutes: z.number().positive().max(100_000),
        backlog: z.number().min(0).max(10_000_000).default(0),
        /** Mail that comes in each interval; `open` false: nobody works then. */
        arrivals: z
          .array(z.object({ at: instantInSchema, value: z.number().min(0), open: z.boolean().default(true) }))
          .min(1)
          .max(5000),
        maxOccupancy: share.gt(0).optional(),
        shrinkage: share.lt(1).optional(),
      }),
    )
    .output(
      z.object({
        intervals: z.array(
          z.object({
            at: instantSchema,
            agents: z.number(),
            scheduledAgents: z.number().int(),
            /** What waits at the end of the interval, and how much of it is late by then. */
            backlog: z.number(),
            late: z.number(),
          }),
        ),
      }),
    ),
  forecast: desk
    .route({
      summary: 'Contacts per interval to come, by the model that erred least on the last weeks, and by how much.',
    })
    .input(forecastInputSchema)
    .output(forecastSchema),
  simulate: desk
    .route({ summary: 'Plays a planned day many times, call by call: the fan of outcomes. Same seed, same fan.' })
    .input(simulateInputSchema)
    .output(simulationSchema),
};
