import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { desk, idSchema, instantInSchema, instantSchema, prioritySchema, statusSchema } from './common.ts';
import { ruleConditionsSchema } from './rules.ts';
import { metrics } from './words.ts';

export const metricSchema = z.enum(metrics);
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
  /** Instead: at risk from so many minutes before the target is used up, counted as the target is. */
  atRiskMinutes: z.number().positive().optional(),
  /** Marks before a breach at which it is said again, each once; what exceeds the target is passed over. SPEC SLA-40. */
  ladder: z
    .array(
      z.union([z.object({ minutesLeft: z.number().positive() }), z.object({ percent: z.number().min(1).max(99) })]),
    )
    .max(10)
    .optional(),
  /** Which tickets it is for; left out: every ticket. Of several the first in order is taken. SPEC SLA-41. */
  match: ruleConditionsSchema.optional(),
});
export type Policy = z.infer<typeof policySchema>;
export type PolicyIn = z.input<typeof policySchema>;

/** What the desk tells of a policy and takes back without a look. */
const told = z.unknown().optional();

/** A policy as it is handed in: its version, since when and by whom may come back with it. SPEC SLA-44. */
const givenPolicySchema = policySchema
  .extend({ version: told, since: told, savedAt: told, by: told })
  .transform(({ version: _, since: __, savedAt: ___, by: ____, ...policy }): Policy => policy);

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
  z.object({ at, type: z.literal('policy'), to: z.union([z.string(), givenPolicySchema]) }),
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

/** Said once per clock and mark, on time while the desk runs, at once on start or wake for what was missed. SPEC SLA-30. */
export const alertSchema = z.object({
  /** `ladder`: a mark before the breach, `markMinutes` of the target left. */
  kind: z.enum(['atRisk', 'breached', 'ladder']),
  markMinutes: z.number().nullable(),
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

/** A policy as the desk keeps it: with its place in the order, and which version of it counts since when. */
export const deskPolicySchema = policySchema.extend({
  id: z.string(),
  name: z.string(),
  version: z.number().int(),
  /** Null: since ever. */
  since: instantSchema.nullable(),
});
export type DeskPolicy = z.infer<typeof deskPolicySchema>;

/** From when a change counts: `now` leaves all that was promised and counted as it was; `always` counts everything anew. */
export const effectiveSchema = z.enum(['now', 'always']).default('now');

/** Rules as they would be: policies in order in place of the desk's, calendars by key over the desk's. */
export const slaDraftSchema = z.object({
  policies: z.array(givenPolicySchema).max(100).optional(),
  calendars: z.record(z.string(), calendarSchema).optional(),
});
export type SlaDraft = z.infer<typeof slaDraftSchema>;

/** One clock for a comparison. */
export const clockOutcomeSchema = z.object({
  state: clockStateSchema,
  targetMinutes: z.number().nullable(),
  dueAt: instantSchema.nullable(),
  metAt: instantSchema.nullable(),
});
export type ClockOutcome = z.infer<typeof clockOutcomeSchema>;

const shortTicket = z.object({ id: idSchema, number: z.number().int(), subject: z.string() });

/** How many clocks were met, how many breached, how many are neither yet; compliance is met of met and breached. */
export const complianceSchema = z.object({
  met: z.number().int(),
  breached: z.number().int(),
  open: z.number().int(),
});
export type Compliance = z.infer<typeof complianceSchema>;

export const snoozeSchema = z.object({
  ticketId: idSchema,
  metric: metricSchema,
  until: instantSchema,
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type Snooze = z.infer<typeof snoozeSchema>;

const saved = z.object({ version: z.number().int(), recounted: z.number().int(), changeSet: idSchema.nullable() });

export const slaContract = {
  replay: desk
    .route({ summary: "A ticket's SLA clocks, from its events alone." })
    .input(
      z.object({
        policy: givenPolicySchema,
        policies: z.record(z.string(), givenPolicySchema).optional(),
        calendars: z.record(z.string(), calendarSchema),
        events: z.array(slaEventSchema).max(100_000),
        now: instantInSchema,
      }),
    )
    .output(z.record(metricSchema, clockSchema)),
  alerts: desk
    .route({ summary: 'Clocks that came at risk, passed a mark or breached, newest first.' })
    .input(z.object({ limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ alerts: z.array(alertSchema) })),
  policies: desk
    .route({ summary: "The desk's policies and calendars." })
    .output(z.object({ policies: z.array(deskPolicySchema), calendars: z.record(z.string(), calendarSchema) })),
  policySave: desk
    .route({ summary: 'A new policy, before the last, or a new version of the one with this id.' })
    .input(z.object({ policy: givenPolicySchema, effective: effectiveSchema }))
    .output(saved.extend({ id: z.string() })),
  policyRemove: desk
    .route({ summary: 'Takes a policy away; its tickets go to the next that fits. The last one, for all, stays.' })
    .input(z.object({ id: z.string() }))
    .output(saved.omit({ version: true })),
  policyOrder: desk
    .route({ summary: 'Puts the policies into another order. Names every policy once; the one for all stays last.' })
    .input(z.object({ ids: z.array(z.string()).min(1).max(100) }))
    .output(saved.omit({ version: true })),
  policyHistory: desk
    .route({ summary: 'All versions of a policy, newest first, with who saved them.' })
    .input(z.object({ id: z.string() }))
    .output(z.object({ versions: z.array(deskPolicySchema.extend({ savedAt: instantSchema, by: z.string() })) })),
  preview: desk
    .route({ summary: 'What changed rules would do to open tickets now, before they are saved. Changes nothing.' })
    .input(z.object({ draft: slaDraftSchema, limit: z.number().int().min(1).max(200).default(20) }))
    .output(
      z.object({
        /** How many tickets are open, and how many of them were looked at: the 5,000 due first. */
        open: z.number().int(),
        looked: z.number().int(),
        /** Of those looked at, by the policy they would be under, in the order of the draft. */
        matched: z.array(z.object({ policy: z.string(), tickets: z.number().int() })),
        /** Open tickets whose policy or some due time would change. */
        changed: z.number().int(),
        /** Of those the first due; else the first due of all. */
        tickets: z.array(
          shortTicket.extend({
            policyBefore: z.string(),
            policyAfter: z.string(),
            clocks: z.array(z.object({ metric: metricSchema, before: clockOutcomeSchema, after: clockOutcomeSchema })),
          }),
        ),
      }),
    ),
  policyReplay: desk
    .route({ summary: 'The last days again under changed rules: compliance before and after, and what flips.' })
    .input(
      z.object({
        draft: slaDraftSchema,
        days: z.number().int().min(1).max(730).default(90),
        limit: z.number().int().min(0).max(1000).default(200),
      }),
    )
    .output(
      z.object({
        from: instantSchema,
        to: instantSchema,
        /** Tickets created in these days. */
        tickets: z.number().int(),
        rows: z.array(
          z.object({
            metric: metricSchema,
            priority: prioritySchema,
            before: complianceSchema,
            after: complianceSchema,
          }),
        ),
        flips: z.array(
          shortTicket.extend({
            priority: prioritySchema,
            metric: metricSchema,
            before: clockOutcomeSchema,
            after: clockOutcomeSchema,
          }),
        ),
        /** How many there are, of which `flips` has the first: newly late, and no longer late. */
        toBreached: z.number().int(),
        toMet: z.number().int(),
      }),
    ),
  ledger: desk
    .route({ summary: "A ticket's clocks with every segment, its policy, and its due times in words for a customer." })
    .input(z.union([z.object({ id: idSchema }), z.object({ number: z.number().int() })]))
    .output(
      z.object({
        ticket: shortTicket,
        policy: z.object({ id: z.string(), name: z.string(), version: z.number().int() }),
        calendar: z.string(),
        timeZone: z.string(),
        clocks: z.record(metricSchema, clockSchema),
        snoozes: z.array(snoozeSchema),
      }),
    ),
  pauseAudit: desk
    .route({ summary: 'Clocks that stood paused while the customer had written, by owner and status.' })
    .input(
      z.object({
        from: instantInSchema.optional(),
        to: instantInSchema.optional(),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(
      z.object({
        from: instantSchema,
        to: instantSchema,
        /** Tickets looked at: those touched in the time asked for. */
        tickets: z.number().int(),
        rows: z.array(
          shortTicket.extend({
            /** The name of who had it when it began. */
            assignee: z.string().nullable(),
            status: statusSchema,
            metric: metricSchema,
            /** When the customer wrote, or the pause began, whichever came later; and when it ended (now, if it stands). */
            from: instantSchema,
            to: instantSchema,
            /** Open minutes of the policy's calendar that did not count. */
            minutes: z.number(),
            standing: z.boolean(),
          }),
        ),
        /** How many there are, of which `rows` has the longest. */
        total: z.number().int(),
        groups: z.array(
          z.object({
            assignee: z.string().nullable(),
            status: statusSchema,
            tickets: z.number().int(),
            minutes: z.number(),
          }),
        ),
      }),
    ),
  snooze: desk
    .route({
      summary: 'Holds back warnings of a clock until a time, for a reason that stays in the log. Never a breach.',
    })
    .input(
      z.object({
        ticketId: idSchema,
        metric: metricSchema,
        until: instantInSchema,
        reason: z.string().trim().min(3).max(500),
      }),
    )
    .output(z.object({ snooze: snoozeSchema, changeSet: idSchema.nullable() })),
};
