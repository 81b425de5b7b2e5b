import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { desk, idSchema, instantInSchema, instantSchema, prioritySchema, statusSchema } from './common.ts';

export const metricSchema = z.enum(['firstResponse', 'nextResponse', 'resolution']);
export type Metric = z.infer<typeof metricSchema>;

/** Minutes, in business time (the policy's calendar) or in calendar time (around the clock). */
export const targetSchema = z.object({ minutes: z.number().positive(), time: z.enum(['business', 'calendar']) });
export type Target = z.infer<typeof targetSchema>;

const targets = z.partialRecord(prioritySchema, targetSchema);

/** What is promised to whom. A metric without a target for a priority has no clock at that priority. SPEC SLA-1. */
export const policySchema = z.object({
  id: z.string().min(1).max(100).optional(),
  name: z.string().max(200).optional(),
  /** Key into the calendars given beside the policy. */
  calendar: z.string().min(1).max(100),
  targets: z.partialRecord(metricSchema, targets),
  /** Statuses in which a metric's clock stands still. */
  pauses: z.partialRecord(metricSchema, z.array(statusSchema)).default({}),
  /** What reopening a solved ticket does to the resolution clock: go on with the time spent, or start again. */
  reopen: z.enum(['resume', 'restart']).default('resume'),
  /** Share of the target after which a clock is at risk. */
  atRiskPercent: z.number().min(0).max(100).default(75),
});
export type Policy = z.infer<typeof policySchema>;
export type PolicyIn = z.input<typeof policySchema>;

const at = instantInSchema;
export const slaEventSchema = z.discriminatedUnion('type', [
  z.object({
    at,
    type: z.literal('created'),
    status: statusSchema.default('new'),
    priority: prioritySchema.default('p3'),
  }),
  z.object({ at, type: z.literal('customerMessage') }),
  z.object({ at, type: z.literal('agentReply') }),
  z.object({ at, type: z.literal('internalNote') }),
  z.object({ at, type: z.literal('status'), to: statusSchema }),
  z.object({ at, type: z.literal('priority'), to: prioritySchema }),
  z.object({ at, type: z.literal('assignee'), to: z.string().nullable() }),
  z.object({ at, type: z.literal('queue'), to: z.string().nullable() }),
  /** `to` is a policy, or the id of one in `policies`. */
  z.object({ at, type: z.literal('policy'), to: z.union([z.string(), policySchema]) }),
  /** `to` is a key into `calendars`. */
  z.object({ at, type: z.literal('calendar'), to: z.string() }),
]);
export type SlaEventIn = z.infer<typeof slaEventSchema>;

/**
 * `idle`: nothing to wait for. `met`: done by its due time. `breached`: its due time has passed, whether or not the
 * thing was done since (`metAt` tells). A clock that breached before it paused stays `breached`.
 */
export const clockStateSchema = z.enum(['idle', 'running', 'atRisk', 'paused', 'met', 'breached']);
export type ClockState = z.infer<typeof clockStateSchema>;

/** Why a stretch of time counted or not, in the order it happened. SPEC SLA-20. */
export const segmentSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  kind: z.enum(['counting', 'paused', 'closed', 'done', 'idle']),
  /** What began this segment, for example `created`, `status pending`, `closing`, `opening`, `agentReply`. */
  reason: z.string(),
  countedMinutes: z.number(),
  targetMinutes: z.number().nullable(),
});
export type Segment = z.infer<typeof segmentSchema>;

export const clockSchema = z.object({
  startedAt: instantSchema.nullable(),
  targetMinutes: z.number().nullable(),
  time: z.enum(['business', 'calendar']).nullable(),
  spentMinutes: z.number(),
  /** Time the clock stood still by status, in wall-clock minutes. */
  pausedMinutes: z.number(),
  /** While paused: the due time if it ran again now. */
  dueAt: instantSchema.nullable(),
  riskAt: instantSchema.nullable(),
  metAt: instantSchema.nullable(),
  breachedAt: instantSchema.nullable(),
  state: clockStateSchema,
  ledger: z.array(segmentSchema),
  /** "Why this due time?" in words, times in the calendar's zone. */
  why: z.string(),
});
export type Clock = z.infer<typeof clockSchema>;

/** Said once per clock and target, on time while the desk runs, at once on start or wake for what was missed. SPEC SLA-30. */
export const alertSchema = z.object({
  kind: z.enum(['atRisk', 'breached']),
  ticketId: idSchema,
  number: z.number().int(),
  subject: z.string(),
  metric: metricSchema,
  dueAt: instantSchema,
  firedAt: instantSchema,
  /** True where the desk was closed or asleep when it happened. */
  late: z.boolean(),
});
export type Alert = z.infer<typeof alertSchema>;

export const slaContract = {
  replay: desk
    .route({ summary: "A ticket's SLA clocks, from its events alone." })
    .input(
      z.object({
        policy: policySchema,
        policies: z.record(z.string(), policySchema).optional(),
        calendars: z.record(z.string(), calendarSchema),
        events: z.array(slaEventSchema).max(100_000),
        now: instantInSchema,
      }),
    )
    .output(z.record(metricSchema, clockSchema)),
  alerts: desk
    .route({ summary: 'Clocks that came at risk or breached, newest first.' })
    .input(z.object({ limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ alerts: z.array(alertSchema) })),
  policies: desk
    .route({ summary: "The desk's policies and calendars." })
    .output(z.object({ policies: z.array(policySchema), calendars: z.record(z.string(), calendarSchema) })),
};
