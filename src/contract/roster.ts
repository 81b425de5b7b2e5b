import { z } from 'zod';
import { dateSchema, desk, instantInSchema, instantSchema } from './common.ts';
import {
  awaySchema,
  findingSchema,
  rosterPersonSchema,
  rosterRulesSchema,
  rosterShiftInSchema,
  rosterShiftSchema,
  workKindSchema,
} from './roster-common.ts';
import { agentStates } from './words.ts';

const nameSchema = z.string().min(1).max(100);
const timeZoneSchema = z.string().min(1).max(64);

export const agentStateSchema = z.enum(agentStates);
export type AgentState = z.infer<typeof agentStateSchema>;

export const lintInputSchema = z.object({
  timeZone: timeZoneSchema,
  people: z.array(rosterPersonSchema).max(2000),
  shifts: z.array(rosterShiftInSchema).max(50_000),
  away: z.array(awaySchema).max(50_000).default([]),
  holidays: z.array(z.union([dateSchema, z.object({ date: dateSchema, name: z.string().max(200) })])).default([]),
  rules: rosterRulesSchema.prefault({}),
  /** Findings that touch this stretch alone; the shifts around it are still looked at. */
  from: instantInSchema.optional(),
  to: instantInSchema.optional(),
});
export type LintInput = z.infer<typeof lintInputSchema>;

export const adherenceInputSchema = z.object({
  /** What was planned: the shifts, each with a person. */
  shifts: z.array(rosterShiftInSchema).max(50_000),
  /** What was done: `endAt` null is still so. States of one person that overlap: the one that began last counts. */
  states: z
    .array(
      z.object({
        personId: nameSchema,
        state: agentStateSchema,
        startAt: instantInSchema,
        endAt: instantInSchema.nullable().default(null),
      }),
    )
    .max(500_000),
  /** Excused stretches: neither for nor against anybody. */
  exceptions: z
    .array(
      z.object({
        personId: nameSchema,
        startAt: instantInSchema,
        endAt: instantInSchema,
        reason: z.string().max(1000).default(''),
      }),
    )
    .max(50_000)
    .default([]),
  from: instantInSchema,
  to: instantInSchema,
  /** Nothing after it is counted: what is still to come is neither adhered to nor missed. */
  now: instantInSchema.optional(),
  intervalMinutes: z.number().int().min(5).max(1440).default(15),
  /** Team by person, for the sums by team. */
  teams: z.record(nameSchema, z.string().max(100)).default({}),
});
export type AdherenceInput = z.infer<typeof adherenceInputSchema>;

/** Of a stretch: shares are 0 to 1, null where nothing was scheduled. SPEC ADH-3, ADH-4. */
export const adherenceFiguresSchema = z.object({
  scheduledMinutes: z.number(),
  adherentMinutes: z.number(),
  /** Excused, and so in neither of the two. */
  excusedMinutes: z.number(),
  /** Queue work that was planned, and that was done, whenever. */
  plannedWorkMinutes: z.number(),
  workedMinutes: z.number(),
  adherence: z.number().nullable(),
  conformance: z.number().nullable(),
});
export type AdherenceFigures = z.infer<typeof adherenceFiguresSchema>;

export const adherenceSchema = z.object({
  all: adherenceFiguresSchema,
  people: z.array(
    adherenceFiguresSchema.extend({
      personId: nameSchema,
      /** Where they were elsewhere than planned: what was planned, what was done. */
      deviations: z.array(
        z.object({
          startAt: instantSchema,
          endAt: instantSchema,
          planned: z.string().nullable(),
          state: agentStateSchema.nullable(),
          excused: z.boolean(),
        }),
      ),
    }),
  ),
  teams: z.array(adherenceFiguresSchema.extend({ team: z.string() })),
  intervals: z.array(adherenceFiguresSchema.extend({ at: instantSchema })),
});
export type Adherence = z.infer<typeof adherenceSchema>;

export const demandSchema = z.object({
  at: instantInSchema,
  work: workKindSchema.default('calls'),
  /** People on that work in the interval that begins at `at`, whole or in parts. */
  required: z.number().min(0).max(10_000),
});
export type Demand = z.infer<typeof demandSchema>;

export const wishSchema = z.object({
  personId: nameSchema,
  date: dateSchema,
  /** `off`: not that day. `on`: that day. `start`: from this time of day. */
  kind: z.enum(['off', 'on', 'start']),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  weight: z.number().min(0).max(1000).default(1),
});
export type Wish = z.infer<typeof wishSchema>;

export const proposeInputSchema = z.object({
  timeZone: timeZoneSchema,
  /** First day and how many days. */
  from: dateSchema,
  days: z.number().int().min(1).max(28).default(7),
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
  people: z.array(rosterPersonSchema).min(1).max(200),
  demand: z.array(demandSchema).max(20_000),
  /** What stands already and stays: it covers demand and takes rest and hours. */
  fixed: z.array(rosterShiftInSchema).max(10_000).default([]),
  away: z.array(awaySchema).max(10_000).default([]),
  wishes: z.array(wishSchema).max(10_000).default([]),
  rules: rosterRulesSchema.prefault({}),
  /** Lengths a shift may have, in minutes, breaks included; from the rules if left out. */
  shiftMinutes: z.array(z.number().int().min(60).max(1440)).max(20).optional(),
  seconds: z.number().min(1).max(600).default(20),
});
export type ProposeInput = z.infer<typeof proposeInputSchema>;

export const shortSchema = z.object({
  at: instantSchema,
  work: workKindSchema,
  required: z.number(),
  scheduled: z.number(),
  /** Why nobody fills it: nobody available, hours used up, rest, not worth a shift. */
  why: z.string(),
});

export const proposalSchema = z.object({
  /** `optimal`: proven. `feasible`: the best found in the time. `cancelled`: the best found until then. */
  status: z.enum(['optimal', 'feasible', 'cancelled']),
  shifts: z.array(rosterShiftSchema),
  short: z.array(shortSchema),
  /** What the solver made small: under-cover, over-cover, wishes not met. */
  cost: z.number(),
  bound: z.number(),
  /** (cost - bound) / cost, 0 where cost is 0. */
  gap: z.number(),
  seconds: z.number(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const breaksInputSchema = z.object({
  timeZone: timeZoneSchema,
  shifts: z.array(rosterShiftInSchema).max(2000),
  demand: z.array(demandSchema).max(20_000),
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(15),
  /** Breaks and lunches that begin before this stay where they are. */
  now: instantInSchema.optional(),
  rules: rosterRulesSchema.prefault({}),
});
export type BreaksInput = z.infer<typeof breaksInputSchema>;

/** The rules that need no desk. */
export const rosterRulesContract = {
  lint: desk
    .route({ summary: 'What is wrong with a roster, how to put it right, and the change that would.' })
    .input(lintInputSchema)
    .output(z.object({ findings: z.array(findingSchema) })),
  adherence: desk
    .route({ summary: 'Adherence and conformance from a plan and a log of states, by person, team and interval.' })
    .input(adherenceInputSchema)
    .output(adherenceSchema),
  propose: desk
    .route({
      summary: 'Shifts and breaks for some days, by a solver: what it costs, the bound, and what is still short.',
    })
    .input(proposeInputSchema)
    .output(proposalSchema),
  breaks: desk
    .route({ summary: 'Breaks and lunches of given shifts put anew where they hurt least.' })
    .input(breaksInputSchema)
    .output(z.object({ shifts: z.array(rosterShiftSchema), shortBefore: z.number(), shortAfter: z.number() })),
  benchmark: desk
    .route({
      summary: 'Solves a shift scheduling instance in the text format of Curtois and Qu: cost, proven bound, roster.',
    })
    .input(z.object({ instance: z.string().min(1).max(5_000_000), seconds: z.number().min(1).max(3600).default(60) }))
    .output(
      z.object({
        cost: z.number(),
        bound: z.number(),
        /** By employee: the shift of each day, `-` for none. */
        roster: z.record(z.string(), z.array(z.string())),
        status: z.enum(['optimal', 'feasible', 'cancelled']),
        seconds: z.number(),
        /** Limits of the instance that contradict themselves and were left aside, in words. SPEC PRO-23. */
        waived: z.array(z.string()),
      }),
    ),
};
