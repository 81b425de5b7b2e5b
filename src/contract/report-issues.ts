import { z } from 'zod';
import { dateSchema, desk, fileSchema, idSchema, instantInSchema, instantSchema } from './common.ts';
import { reportTableSchema } from './reports.ts';
import { doneSchema } from './tickets.ts';
import { emailPattern, reportFormats, reportKinds, reportSections } from './words.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const words = z.string().trim().max(10_000);

const reportKindSchema = z.enum(reportKinds);
export type ReportKind = z.infer<typeof reportKindSchema>;
const sectionKindSchema = z.enum(reportSections);
export type ReportSectionKind = z.infer<typeof sectionKindSchema>;
const formatSchema = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof formatSchema>;

/** The four of the seeds go by their kind, own ones by their id. */
const reportKeySchema = z.union([reportKindSchema, idSchema]);
export type ReportKey = z.infer<typeof reportKeySchema>;

/** When an issue is due, by the desk's clock. Null: by hand alone. SPEC REP-10. */
export const reportTimeSchema = z.object({
  /** `workday`: the nth day of the month that the desk works; `weekday`: the nth such weekday of the month. */
  every: z.enum(['day', 'week', 'workday', 'weekday']),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is HH:MM.'),
  /** 0: Monday. Of `week` and `weekday`. */
  weekday: z.number().int().min(0).max(6).default(0),
  /** Of `workday` 1 to 10 and `weekday` 1 to 4. */
  nth: z.number().int().min(1).max(10).default(1),
  /** Of `day`: leave out days on which the desk does not work. */
  workdays: z.boolean().default(true),
});
export type ReportTime = z.infer<typeof reportTimeSchema>;

/** What a report is made of: sections in their order. `note` has the words of `note`. */
const builtSchema = z.object({
  kind: reportKindSchema,
  title: line(120),
  sections: z.array(sectionKindSchema).min(1).max(reportSections.length),
  /** Words of one's own, where the section `note` stands. */
  note: words.default(''),
});
export type BuiltReport = z.infer<typeof builtSchema>;

const definitionSchema = builtSchema.extend({
  time: reportTimeSchema.nullable(),
  /** Addresses to which the draft of a mail goes. */
  recipients: z.array(z.email({ pattern: emailPattern }).max(254)).max(50),
  paused: z.boolean(),
});
export type ReportDefinition = z.infer<typeof definitionSchema>;

const reportSchema = definitionSchema.extend({
  key: reportKeySchema,
  /** One of the four that every desk has. */
  builtIn: z.boolean(),
  /** When the next issue is made. Null: paused, or by hand alone. */
  nextAt: instantSchema.nullable(),
  /** The latest issue. */
  last: z.object({ issueId: idSchema, madeAt: instantSchema }).nullable(),
  /** The issue that is due and could not be made, and why; it is tried again by itself. SPEC REP-14. */
  failed: z.object({ dueAt: instantSchema, message: z.string() }).nullable(),
});
export type Report = z.infer<typeof reportSchema>;

/** Sentences, then tables. A section of which there is nothing to tell says so in a sentence. */
export const reportSectionSchema = z.object({
  kind: sectionKindSchema,
  title: z.string(),
  lines: z.array(z.string()),
  tables: z.array(reportTableSchema),
});
export type ReportSection = z.infer<typeof reportSectionSchema>;

const periodSchema = z.object({ from: dateSchema, days: z.number().int() });

/** From which state of the desk an issue's numbers are. SPEC REP-4. */
const deskStateSchema = z.object({
  /** How many changes the desk had seen, and the last of them. */
  changes: z.number().int(),
  changeSet: idSchema.nullable(),
  /** Of the layout of the desk file. */
  schema: z.number().int(),
  tickets: z.number().int(),
});

const contentSchema = z.object({
  title: z.string(),
  kind: reportKindSchema,
  period: periodSchema,
  /** Against which it is held. */
  against: periodSchema,
  timeZone: z.string(),
  madeAt: instantSchema,
  state: deskStateSchema,
  /** Said before all sections: issues that were left out because the desk was closed too long. SPEC REP-12. */
  notes: z.array(z.string()),
  sections: z.array(reportSectionSchema),
});
export type ReportContent = z.infer<typeof contentSchema>;

const issueRowSchema = z.object({
  id: idSchema,
  key: reportKeySchema,
  kind: reportKindSchema,
  title: z.string(),
  period: periodSchema,
  /** For when it was due. Null: made by hand. */
  dueAt: instantSchema.nullable(),
  madeAt: instantSchema,
  /** It was given out. */
  sentAt: instantSchema.nullable(),
  comments: z.number().int(),
});
export type ReportIssueRow = z.infer<typeof issueRowSchema>;

const commentSchema = z.object({ id: idSchema, at: instantSchema, byId: idSchema.nullable(), text: z.string() });

export const actionItemSchema = z.object({
  id: idSchema,
  text: z.string(),
  ownerId: idSchema.nullable(),
  dueOn: dateSchema.nullable(),
  madeAt: instantSchema,
  doneAt: instantSchema.nullable(),
  /** In whose report it came up. */
  issueId: idSchema.nullable(),
  /** Open, and its day is past. */
  late: z.boolean(),
  /** In how many issues it has stood that tell all actions; a daily one tells only what is due. */
  carried: z.number().int(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

const page = z.object({ limit: z.number().int().min(1).max(500).default(100), before: instantSchema.optional() });

export const reportIssuesContract = {
  list: desk
    .route({ summary: 'Every report: what it is made of, when the next issue is due, and the latest.' })
    .output(z.object({ reports: z.array(reportSchema) })),
  save: desk
    .route({ summary: 'Makes a report of one’s own (without `key`), or changes one.' })
    .input(definitionSchema.extend({ key: reportKeySchema.optional() }))
    .output(doneSchema.extend({ key: reportKeySchema })),
  remove: desk
    .route({ summary: 'Takes a report of one’s own away; its issues stay. One of the four goes back to how it came.' })
    .input(z.object({ key: reportKeySchema }))
    .output(doneSchema),
  preview: desk
    .route({ summary: 'What an issue would say now; nothing is kept.' })
    .input(z.object({ report: z.union([reportKeySchema, builtSchema]), at: instantInSchema.optional() }))
    .output(contentSchema),
  previewFile: desk
    .route({ summary: 'What an issue would say now, as a file; nothing is kept.' })
    .input(
      z.object({
        report: z.union([reportKeySchema, builtSchema]),
        at: instantInSchema.optional(),
        format: formatSchema,
      }),
    )
    .output(fileSchema),
  make: desk
    .route({ summary: 'Makes an issue now, beside those that are due.' })
    .input(z.object({ key: reportKeySchema, at: instantInSchema.optional() }))
    .output(doneSchema.extend({ issueId: idSchema })),
  issues: desk
    .route({ summary: 'Issues, the latest first.' })
    .input(page.extend({ key: reportKeySchema.optional() }))
    .output(z.object({ total: z.number().int(), issues: z.array(issueRowSchema) })),
  issue: desk
    .route({ summary: 'An issue as it was made: the same numbers for good, and what was said of it.' })
    .input(z.object({ issueId: idSchema }))
    .output(
      z.object({
        row: issueRowSchema,
        content: contentSchema,
        comments: z.array(commentSchema),
        /** The issue before of the same report. */
        before: idSchema.nullable(),
      }),
    ),
  issueFile: desk
    .route({ summary: 'An issue as a file: PDF, XLSX, CSV, HTML, or the draft of a mail with the PDF in it.' })
    .input(z.object({ issueId: idSchema, format: formatSchema }))
    .output(fileSchema),
  issueRemove: desk
    .route({ summary: 'Takes an issue away. One that was due is not made again.' })
    .input(z.object({ issueId: idSchema }))
    .output(doneSchema),
  sent: desk
    .route({ summary: 'Says that an issue was given out. Refused where it was already, unless `again`.' })
    .input(z.object({ issueId: idSchema, again: z.boolean().default(false) }))
    .output(doneSchema),
  comment: desk
    .route({ summary: 'Says something of an issue. It does not change what the issue says.' })
    .input(z.object({ issueId: idSchema, text: line(10_000) }))
    .output(doneSchema.extend({ id: idSchema })),
  commentRemove: desk
    .route({ summary: 'Takes a comment away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  items: desk
    .route({ summary: 'Action items: those open, the earliest due first, then those done lately.' })
    .input(z.object({ done: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(200) }))
    .output(z.object({ open: z.number().int(), late: z.number().int(), items: z.array(actionItemSchema) })),
  itemSave: desk
    .route({ summary: 'Makes an action item (without `id`), or changes one.' })
    .input(
      z.object({
        id: idSchema.optional(),
        text: line(1000),
        ownerId: idSchema.nullable().default(null),
        dueOn: dateSchema.nullable().default(null),
        issueId: idSchema.nullable().default(null),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  itemDone: desk
    .route({ summary: 'An action item is done, or is not after all.' })
    .input(z.object({ id: idSchema, done: z.boolean() }))
    .output(doneSchema),
  itemRemove: desk
    .route({ summary: 'Takes an action item away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
};
