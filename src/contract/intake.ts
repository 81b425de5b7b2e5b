import { z } from 'zod';
import { channelSchema, desk, idSchema, instantInSchema, instantSchema, prioritySchema } from './common.ts';
import { attachmentSchema, attachmentInSchema, requesterInSchema } from './customers.ts';
import { doneSchema, gradeSchema, languageSchema, maxBody, ticketRefSchema, ticketRowSchema } from './tickets.ts';
import { draftKinds, triageFields } from './words.ts';

const category = z.string().trim().max(200).nullable();
const body = z.string().max(maxBody);

/** The nine priorities: rows are impact 1 to 3, in each row urgency 1 to 3. SPEC TRI-2. */
export const matrixSchema = z.array(z.array(prioritySchema).length(3)).length(3);
export type Matrix = z.infer<typeof matrixSchema>;

/** What triage has to say of a ticket. */
export const triageFieldSchema = z.enum(triageFields);
export type TriageField = z.infer<typeof triageFieldSchema>;

/** One turn of a conversation that is taken down whole. */
export const turnSchema = z.object({
  who: z.enum(['customer', 'agent']),
  name: z.string().trim().min(1).max(200),
  /** As it stood in the transcript; not an instant. */
  stamp: z.string().max(60).nullable().default(null),
  text: z.string().trim().min(1).max(maxBody),
});
export type Turn = z.infer<typeof turnSchema>;

/** What a pasted or dropped thing is. `file`: kept as an attachment, not read. */
export const draftKindSchema = z.enum(draftKinds);

export const draftSchema = z.object({
  kind: draftKindSchema,
  channel: channelSchema.nullable(),
  subject: z.string(),
  body: z.string(),
  /** Who asks, as far as the text says; `customerId` where the desk knows them. */
  requester: z
    .object({
      customerId: idSchema.nullable(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  /** Who handed it on, where it was forwarded. */
  forwardedBy: z.object({ name: z.string(), email: z.string().nullable() }).nullable(),
  /** A chat, turn by turn; `who` is a guess. */
  turns: z.array(turnSchema),
  sentAt: instantSchema.nullable(),
  messageId: z.string().nullable(),
  /** The ticket this is an answer on, and how that shows. */
  belongsTo: ticketRefSchema.extend({ why: z.string() }).nullable(),
  attachments: z.array(z.object({ uploadId: idSchema, name: z.string(), type: z.string(), bytes: z.number().int() })),
  /** What was left out or is not certain, in words. */
  notes: z.array(z.string()),
});
export type IntakeDraft = z.infer<typeof draftSchema>;

const share = z.object({ n: z.number().int(), complete: z.number().int() });

export const intakeContract = {
  intake: desk
    .route({ summary: 'A new ticket with its triage; refused, naming what is missing, until that is complete.' })
    .input(
      z.object({
        channel: channelSchema.nullable().default(null),
        requester: requesterInSchema.nullable().default(null),
        subject: z.string().trim().max(1000).default(''),
        body: body.default(''),
        category: category.default(null),
        impact: gradeSchema.nullable().default(null),
        urgency: gradeSchema.nullable().default(null),
        /** Another than the matrix gives; needs `overrideReason`. */
        priority: prioritySchema.optional(),
        overrideReason: z.string().trim().max(1000).default(''),
        queueId: idSchema.nullable().default(null),
        assigneeId: idSchema.nullable().default(null),
        language: languageSchema.nullable().default(null),
        tags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
        /** A conversation in place of `body`, oldest first. */
        turns: z.array(turnSchema).max(2000).default([]),
        attachments: z.array(attachmentInSchema).max(50).default([]),
        /** Of the mail it came as: answers to it are known by this. */
        messageId: z.string().max(1000).nullable().default(null),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, number: z.number().int() })),
  triage: desk
    .route({ summary: 'Completes the triage of a ticket; what is left out stays as it is.' })
    .input(
      z.object({
        id: idSchema,
        subject: z.string().trim().max(1000).optional(),
        category: category.optional(),
        impact: gradeSchema.optional(),
        urgency: gradeSchema.optional(),
        queueId: idSchema.optional(),
        language: languageSchema.nullable().optional(),
        priority: prioritySchema.optional(),
        overrideReason: z.string().trim().max(1000).default(''),
      }),
    )
    .output(doneSchema),
  append: desk
    .route({ summary: 'Adds a message of the customer, with attachments, to a ticket that is there.' })
    .input(
      z.object({
        id: idSchema,
        body: body.default(''),
        turns: z.array(turnSchema).max(2000).default([]),
        attachments: z.array(attachmentInSchema).max(50).default([]),
        messageId: z.string().max(1000).nullable().default(null),
      }),
    )
    .output(doneSchema),
  matrix: desk
    .route({ summary: 'Which priority impact and urgency give.' })
    .output(z.object({ matrix: matrixSchema, isDefault: z.boolean() })),
  matrixSave: desk
    .route({ summary: 'Changes the matrix: all nine cells at once.' })
    .input(z.object({ matrix: matrixSchema }))
    .output(doneSchema),
  triageCompliance: desk
    .route({ summary: 'How many of the tickets taken in here have their triage complete.' })
    .input(
      z.object({
        /** So many days of the desk, today included; or an exact stretch. */
        days: z.number().int().min(1).max(3660).default(1),
        from: instantInSchema.optional(),
        to: instantInSchema.optional(),
      }),
    )
    .output(
      share.extend({
        from: instantSchema,
        to: instantSchema,
        /** 0 to 1; null where no ticket was taken in. */
        share: z.number().nullable(),
        target: z.number(),
        byPerson: z.array(share.extend({ name: z.string() })),
        byChannel: z.array(share.extend({ channel: channelSchema })),
        /** The newest 200. */
        incomplete: z.array(
          ticketRefSchema.extend({
            missing: z.array(triageFieldSchema),
            by: z.string(),
            channel: channelSchema,
            createdAt: instantSchema,
          }),
        ),
      }),
    ),
  duplicates: desk
    .route({ summary: 'Tickets that are likely the same matter, the likeliest first, each with why.' })
    .input(
      z.object({
        requester: requesterInSchema.nullable().default(null),
        subject: z.string().max(1000),
        body: body.default(''),
      }),
    )
    .output(
      z.object({
        duplicates: z.array(z.object({ ticket: ticketRowSchema, score: z.number(), why: z.string() })),
      }),
    ),
  parse: desk
    .route({ summary: 'Reads a mail, a chat transcript or text into a draft of a ticket; writes nothing.' })
    .input(
      z.object({
        text: z.string().max(2_000_000).optional(),
        /** A file sent up in pieces (`exchange.uploadStart`), or here in base64. */
        uploadId: idSchema.optional(),
        data: z.string().max(1_500_000).optional(),
        fileName: z.string().max(500).optional(),
        kind: z.enum(['auto', 'eml', 'chat', 'text']).default('auto'),
      }),
    )
    .output(draftSchema),
  attachments: desk
    .route({ summary: 'What is attached to a ticket, oldest first.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ attachments: z.array(attachmentSchema) })),
  attach: desk
    .route({ summary: 'Attaches files to a ticket.' })
    .input(z.object({ id: idSchema, attachments: z.array(attachmentInSchema).min(1).max(50) }))
    .output(doneSchema),
  detach: desk
    .route({ summary: 'Takes an attachment off its ticket.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  download: desk
    .route({ summary: 'A piece of an attachment in base64, for saving under its name. Nothing here opens it.' })
    .input(z.object({ id: idSchema, offset: z.number().int().min(0).default(0) }))
    .output(
      z.object({ fileName: z.string(), bytes: z.number().int(), data: z.string(), next: z.number().int().nullable() }),
    ),
};
