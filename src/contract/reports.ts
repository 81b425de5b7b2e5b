import { z } from 'zod';
import { desk, idSchema, instantSchema } from './common.ts';
import { callbackRowSchema } from './relations.ts';
import { metricSchema } from './sla.ts';
import { filterSchema, ticketRowSchema } from './tickets.ts';

/** One of the coordinator's own blocks of the day, by wall clock in the desk's zone. SPEC STU-10. */
export const dayBlockSchema = z.object({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is HH:MM.'),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'A time of day is HH:MM, up to 24:00.'),
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['triage', 'quality', 'escalations', 'reports', 'other']),
});
export type DayBlock = z.infer<typeof dayBlockSchema>;

/** A number of tickets now, at the same time yesterday and on the same weekday a week ago. */
export const depthSchema = z.object({
  now: z.number().int(),
  yesterday: z.number().int(),
  lastWeek: z.number().int(),
});
export type Depth = z.infer<typeof depthSchema>;

/** Some rows of many: `total` says how many there are. */
const some = <Row extends z.ZodType>(row: Row) => z.object({ total: z.number().int(), rows: z.array(row) });

const line = z.object({ ticket: ticketRowSchema });

export const standUpSchema = z.object({
  at: instantSchema,
  /** When the desk last closed for the night: what came since is of the night. */
  since: instantSchema,
  breaches: some(line.extend({ metric: metricSchema, breachedAt: instantSchema })),
  incidents: some(line),
  /** Calls promised for today or before and still owed, by time. */
  callbacks: some(line.extend({ callback: callbackRowSchema })),
  orphans: some(line.extend({ reason: z.enum(['noOwner', 'away', 'inactive', 'offShift']) })),
  /** Customers who wait over 24 hours for an answer, longest first. */
  waits: some(line.extend({ waitingSince: instantSchema })),
  backlog: depthSchema,
  queues: z.array(depthSchema.extend({ queueId: idSchema.nullable() })),
});
export type StandUp = z.infer<typeof standUpSchema>;

/** A cell of a report; with a filter where it opens the tickets it counts. */
export const reportCellSchema = z.object({
  value: z.union([z.string(), z.number()]).nullable(),
  /** For a number of minutes or an instant: how to write it. */
  kind: z.enum(['text', 'count', 'instant', 'hours', 'share', 'minutes', 'number', 'date']),
  filter: filterSchema.optional(),
  ticketId: idSchema.optional(),
});
export type ReportCell = z.infer<typeof reportCellSchema>;

export const reportTableSchema = z.object({
  key: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(reportCellSchema)),
  /** How many rows there are where not all are here. */
  total: z.number().int(),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

export const reportsContract = {
  standUp: desk
    .route({ summary: 'The morning on one page: what broke overnight, what waits, how deep the queues are.' })
    .input(z.object({ limit: z.number().int().min(1).max(500).default(50) }))
    .output(standUpSchema),
  reconciliation: desk
    .route({
      summary: 'Open tickets by owner and by priority, and who waits over 24 hours; each cell opens its tickets.',
    })
    .output(z.object({ at: instantSchema, tables: z.array(reportTableSchema) })),
  reconciliationFile: desk
    .route({ summary: 'The reconciliation as a file: the same numbers as on screen.' })
    .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
    .output(z.object({ fileName: z.string(), type: z.string(), base64: z.string() })),
  day: desk.route({ summary: "The coordinator's own day in blocks, with what waits in each." }).output(
    z.object({
      at: instantSchema,
      blocks: z.array(
        dayBlockSchema.extend({
          fromAt: instantSchema,
          toAt: instantSchema,
          current: z.boolean(),
          /** What waits: named numbers, each with its tickets. */
          waits: z.array(z.object({ what: z.string(), count: z.number().int(), filter: filterSchema.optional() })),
        }),
      ),
    }),
  ),
  daySave: desk
    .route({ summary: "Changes the blocks of the coordinator's day. In order of time, none over another." })
    .input(z.object({ blocks: z.array(dayBlockSchema).max(24) }))
    .output(z.object({ blocks: z.array(dayBlockSchema) })),
};
