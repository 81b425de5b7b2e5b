import { z } from 'zod';
import { channelSchema, desk, idSchema, instantSchema, prioritySchema, statusSchema } from './common.ts';
import { doneSchema, filterSchema, sortSchema } from './tickets.ts';
import { ticketFields } from './words.ts';

/** Which importer reads a file. `generic` maps columns by hand or by what was detected. */
export const formatSchema = z.enum(['servicenow', 'zendeskCsv', 'zendeskJson', 'boston311', 'generic']);
export type Format = z.infer<typeof formatSchema>;

export const ticketFieldSchema = z.enum(ticketFields);
export type TicketField = z.infer<typeof ticketFieldSchema>;

/** Where a file comes from: sent up in pieces by a window, or (command line only) a path. */
export const importSourceSchema = z.union([z.object({ uploadId: idSchema }), z.object({ path: z.string().min(1) })]);
export type ImportSource = z.infer<typeof importSourceSchema>;

export const dateOrderSchema = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof dateOrderSchema>;

export const yearOrderSchema = z.enum(['ymd', 'ydm']);
export type YearOrder = z.infer<typeof yearOrderSchema>;

/** A column made of another one. SPEC IMP-30, IMP-31. */
export const derivedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('split'),
    column: z.string().min(1),
    /** Names in braces, all else as it stands: `{Product} - {Issue}: "{Words}"`. */
    pattern: z.string().min(1).max(500),
  }),
  z.object({
    kind: z.literal('lookUp'),
    column: z.string().min(1),
    /** So many letters of it are the code; null: all of it. */
    letters: z.number().int().min(1).max(50).nullable().default(null),
    header: z.string().trim().min(1).max(200),
    /** By code, in any case; or names that begin with their code. */
    values: z.union([z.record(z.string(), z.string()), z.array(z.string().min(1)).min(1).max(5000)]),
  }),
]);
export type Derived = z.infer<typeof derivedSchema>;

/** How a file's columns and values become tickets. `null` date order or zone: not known, so it must be asked. */
export const mappingSchema = z.object({
  format: formatSchema,
  /** One per column of the file, in its order, then those made of them; headers may repeat. */
  columns: z.array(z.object({ header: z.string(), field: ticketFieldSchema })).max(2000),
  /** Columns made of others; in `columns` they stand behind those of the file, in this order. */
  derived: z.array(derivedSchema).max(20).optional(),
  dateOrder: dateOrderSchema.nullable(),
  /** Of dates that begin with the year: `ydm` where a spreadsheet swapped day and month. Left out: `ymd`. SPEC IMP-32. */
  yearOrder: yearOrderSchema.nullable().optional(),
  timeZone: z.string().max(64).nullable(),
  /** Values as they stand in the file, folded to lower case. */
  values: z.object({
    status: z.record(z.string(), statusSchema),
    priority: z.record(z.string(), prioritySchema),
    channel: z.record(z.string(), channelSchema),
  }),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** What has to be confirmed before anything is read in: never guessed silently. */
export const questionSchema = z.object({
  kind: z.enum(['dateOrder', 'yearOrder', 'timeZone']),
  text: z.string(),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  /** What Foredesk would choose, or null where the file gives no hint. */
  suggested: z.string().nullable(),
});
export type Question = z.infer<typeof questionSchema>;

export const inspectionSchema = z.object({
  fileName: z.string(),
  bytes: z.number(),
  container: z.enum(['csv', 'xlsx', 'json', 'ndjson']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  mapping: mappingSchema,
  /** The saved mapping that fits these headers, if one does. */
  savedMapping: z.string().nullable(),
  sample: z.array(z.array(z.string())),
  questions: z.array(questionSchema),
  notes: z.array(z.string()),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const issueSchema = z.object({
  /** Line of the file (1 is the header), or the place of the record in a JSON file. */
  line: z.number().int(),
  severity: z.enum(['reject', 'warning']),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
export type ImportIssue = z.infer<typeof issueSchema>;

export const importJobSchema = z.object({
  id: idSchema,
  mode: z.enum(['dryRun', 'import']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  fileName: z.string(),
  rowsRead: z.number().int(),
  bytesRead: z.number(),
  bytesTotal: z.number(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().nullable(),
  /** Tickets, but for `reject`: rows. */
  counts: z.object({
    create: z.number().int(),
    update: z.number().int(),
    skip: z.number().int(),
    reject: z.number().int(),
    events: z.number().int(),
  }),
  /** The first few of each action, with its reason and line. */
  plan: z.array(
    z.object({
      action: z.enum(['create', 'update', 'skip']),
      line: z.number().int(),
      externalId: z.string(),
      subject: z.string(),
      reason: z.string(),
    }),
  ),
  issues: z.array(issueSchema),
  issuesTotal: z.number().int(),
  changeSet: idSchema.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

const startSchema = z.object({
  source: importSourceSchema,
  /** Left out: as inspected, or the saved mapping that fits; fails with INVALID if a question stands open. */
  mapping: mappingSchema.optional(),
  format: formatSchema.optional(),
  mode: z.enum(['dryRun', 'import']),
});

export const exchangeContract = {
  uploadStart: desk
    .route({ summary: 'Begins to send a file up in pieces.' })
    .input(z.object({ fileName: z.string().min(1).max(500), bytes: z.number().int().min(0).max(4_000_000_000) }))
    .output(z.object({ uploadId: idSchema, chunkBytes: z.number().int() })),
  uploadChunk: desk
    .route({ summary: 'The next piece, in base64.' })
    .input(z.object({ uploadId: idSchema, offset: z.number().int().min(0), data: z.string().max(1_500_000) }))
    .output(z.object({ received: z.number().int() })),
  inspect: desk
    .route({ summary: 'What a file is, how its columns would be mapped, and what must be confirmed.' })
    .input(
      z.object({
        source: importSourceSchema,
        format: formatSchema.optional(),
        /** Columns to make of others before anything is looked at; goes before a saved mapping. */
        derived: z.array(derivedSchema).max(20).optional(),
      }),
    )
    .output(inspectionSchema),
  start: desk
    .route({ summary: 'Starts a dry run or an import; follow it with `job` or on `desk.live`.' })
    .input(startSchema)
    .output(importJobSchema),
  run: desk.route({ summary: 'A dry run or an import, to its end.' }).input(startSchema).output(importJobSchema),
  job: desk
    .route({ summary: 'How far a job is.' })
    .input(z.object({ id: idSchema }))
    .output(importJobSchema),
  cancel: desk
    .route({ summary: 'Stops a job; an import leaves nothing behind.' })
    .input(z.object({ id: idSchema }))
    .output(importJobSchema),
  rejects: desk
    .route({
      summary: 'The rejected rows of a job as CSV: line, reason, then the row as it stood. Formulas are defused.',
    })
    .input(z.object({ id: idSchema }))
    .output(z.object({ fileName: z.string(), csv: z.string() })),
  batches: desk.route({ summary: 'What was imported, newest first.' }).output(
    z.object({
      batches: z.array(
        z.object({
          id: idSchema,
          fileName: z.string(),
          format: z.string(),
          at: instantSchema,
          created: z.number().int(),
          updated: z.number().int(),
          rejected: z.number().int(),
          undone: z.boolean(),
        }),
      ),
    }),
  ),
  undo: desk
    .route({ summary: 'Removes an imported batch whole, and takes back what it updated.' })
    .input(z.object({ batch: idSchema }))
    .output(doneSchema),
  mappings: desk
    .route({ summary: 'The saved mappings, by name.' })
    .output(z.object({ mappings: z.array(z.object({ name: z.string(), mapping: mappingSchema })) })),
  mappingSave: desk
    .route({ summary: 'Saves a mapping under a name; found again by its headers.' })
    .input(z.object({ name: z.string().trim().min(1).max(100), mapping: mappingSchema }))
    .output(z.object({ name: z.string() })),
  mappingDelete: desk
    .route({ summary: 'Forgets a saved mapping.' })
    .input(z.object({ name: z.string() }))
    .output(z.object({})),
  exportCsv: desk
    .route({ summary: 'The tickets a filter finds as CSV, formulas defused; at most 50,000 rows.' })
    .input(
      z.object({
        filter: filterSchema,
        sort: sortSchema,
        /** With the days to resolve or open, and whether they are less than so many: timely. SPEC IMP-33. */
        timelyDays: z.number().int().min(1).max(3650).nullable().default(null),
      }),
    )
    .output(z.object({ fileName: z.string(), csv: z.string(), rows: z.number().int(), total: z.number().int() })),
};
