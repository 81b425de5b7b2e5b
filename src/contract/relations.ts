import { z } from 'zod';
import { desk, idSchema, instantInSchema, instantSchema, prioritySchema, statusSchema } from './common.ts';
import { doneSchema, ticketRefSchema } from './tickets.ts';
import { callbackFlags, callbackStates, dispatchStates, linkKinds } from './words.ts';

const ids = z.array(idSchema).min(1).max(50);
const words = z.string().trim().max(10_000);
const said = words.min(1);

/** How one ticket stands to another: `parent`, it stands under the other; `duplicateOf`, it asks what the other asks. */
export const linkKindSchema = z.enum(linkKinds);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** A ticket as another one lists it. */
export const relatedTicketSchema = ticketRefSchema.extend({
  status: statusSchema,
  priority: prioritySchema,
  assigneeId: idSchema.nullable(),
  requester: z.string(),
});
export type RelatedTicket = z.infer<typeof relatedTicketSchema>;

export const dispatchStateSchema = z.enum(dispatchStates);

const ticketOf = ticketRefSchema.extend({ status: statusSchema, requester: z.string() });

/** Work handed to a person of the desk, or to a department or associate that is only a name here. SPEC DIS-1. */
export const dispatchRowSchema = z.object({
  id: idSchema,
  ticket: ticketOf,
  /** Null where it went to somebody who is not a person of this desk. */
  personId: idSchema.nullable(),
  name: z.string(),
  dueAt: instantSchema,
  overdue: z.boolean(),
  note: z.string(),
  state: dispatchStateSchema,
  /** What came of it; why, where it was cancelled. */
  result: z.string().nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  endedAt: instantSchema.nullable(),
  endedBy: z.string().nullable(),
});
export type DispatchRow = z.infer<typeof dispatchRowSchema>;

export const callbackStateSchema = z.enum(callbackStates);
export const callbackFlagSchema = z.enum(callbackFlags);

/** Why a call needs somebody before it is due, in words with times in the desk's zone. SPEC CBK-5. */
export const callbackFlagRowSchema = z.object({ kind: callbackFlagSchema, reason: z.string() });
export type CallbackFlagRow = z.infer<typeof callbackFlagRowSchema>;

/** A call promised to a customer. */
export const callbackRowSchema = z.object({
  id: idSchema,
  ticket: ticketOf,
  phone: z.string(),
  promisedAt: instantSchema,
  /** The day of the promise in the desk's zone, `YYYY-MM-DD`. */
  day: z.string(),
  ownerId: idSchema.nullable(),
  note: z.string(),
  state: callbackStateSchema,
  /** Calls that reached nobody, and how often another time was promised. */
  attempts: z.number().int(),
  moves: z.number().int(),
  /** What was said, or why it was missed, moved or cancelled. */
  result: z.string().nullable(),
  validatedAt: instantSchema.nullable(),
  validatedBy: z.string().nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  endedAt: instantSchema.nullable(),
  endedBy: z.string().nullable(),
  flags: z.array(callbackFlagRowSchema),
});
export type CallbackRow = z.infer<typeof callbackRowSchema>;

export const callbackCountsSchema = z.object({
  open: z.number().int(),
  /** Promised for today or earlier. */
  today: z.number().int(),
  overdue: z.number().int(),
  /** Of today, and nobody has confirmed them today. */
  unconfirmed: z.number().int(),
  /** Promised for today or earlier with any flag: what somebody has to look at. */
  needSomeone: z.number().int(),
});
export type CallbackCounts = z.infer<typeof callbackCountsSchema>;

export const relationsSchema = z.object({
  parent: relatedTicketSchema.nullable(),
  /** Unsolved ones first; the first 500. */
  children: z.array(relatedTicketSchema),
  openChildren: z.number().int(),
  related: z.array(relatedTicketSchema),
  duplicateOf: z.array(relatedTicketSchema),
  duplicates: z.array(relatedTicketSchema),
  splitFrom: z.array(relatedTicketSchema),
  splitInto: z.array(relatedTicketSchema),
  /** Where it went, and where that went: the last is the one that lives. */
  mergedInto: z.array(relatedTicketSchema),
  /** What was merged into it, the first 500. */
  merged: z.array(relatedTicketSchema),
  dispatches: z.array(dispatchRowSchema),
  callbacks: z.array(callbackRowSchema),
});
export type Relations = z.infer<typeof relationsSchema>;

const dispatchTo = z.union([z.object({ personId: idSchema }), z.object({ name: z.string().trim().min(1).max(200) })]);
const phone = z
  .string()
  .trim()
  .max(60)
  .refine((text) => (text.match(/\p{Nd}/gu) ?? []).length >= 3, 'Write a number that can be dialled.');
const made = doneSchema.extend({ id: idSchema });
const limit = z.number().int().min(1).max(1000).default(500);

/** Part of `tickets`: what tickets have to do with each other, and what was handed on or promised for them. */
export const relationsContract = {
  relations: desk
    .route({ summary: 'What a ticket has to do with others, its dispatches and its callbacks.' })
    .input(z.object({ id: idSchema }))
    .output(relationsSchema),
  merge: desk
    .route({ summary: 'Closes tickets into one: it takes their words as notes, their tags, promises and children.' })
    .input(z.object({ into: idSchema, from: ids, note: words.optional() }))
    .output(doneSchema),
  split: desk
    .route({ summary: 'A new ticket out of messages of another, linked both ways. Its clocks start now.' })
    .input(
      z.object({
        id: idSchema,
        eventIds: ids,
        /** Left out: the first line of the first message. */
        subject: z.string().trim().min(1).max(1000).optional(),
        /** Left out: the requester of the ticket. */
        requester: z
          .object({ name: z.string().trim().min(1).max(200), email: z.email().max(320).nullable().default(null) })
          .optional(),
      }),
    )
    .output(made.extend({ number: z.number().int() })),
  link: desk
    .route({ summary: 'Links a ticket to others, as one change set. As `parent` to exactly one.' })
    .input(z.object({ id: idSchema, kind: linkKindSchema, to: ids }))
    .output(doneSchema),
  unlink: desk
    .route({ summary: 'Takes a link between two tickets away.' })
    .input(z.object({ id: idSchema, kind: linkKindSchema, to: idSchema }))
    .output(doneSchema),
  solveChildren: desk
    .route({
      summary: 'Solves the open children of a ticket, and theirs; with `itself`, the ticket too. One change set.',
    })
    .input(z.object({ id: idSchema, itself: z.boolean().default(false) }))
    .output(doneSchema),
  dispatch: desk
    .route({ summary: 'Hands part of a ticket to a person, or to a department or associate by name, until a time.' })
    .input(z.object({ ticketId: idSchema, to: dispatchTo, dueAt: instantInSchema, note: words.default('') }))
    .output(made),
  dispatchChange: desk
    .route({ summary: 'Hands an open dispatch to somebody else, or changes its time or note.' })
    .input(
      z.object({
        id: idSchema,
        to: dispatchTo.optional(),
        dueAt: instantInSchema.optional(),
        note: words.optional(),
      }),
    )
    .output(doneSchema),
  dispatchDone: desk
    .route({ summary: 'A dispatch came back: what came of it.' })
    .input(z.object({ id: idSchema, result: said }))
    .output(doneSchema),
  dispatchCancel: desk
    .route({ summary: 'Calls a dispatch off, for a reason.' })
    .input(z.object({ id: idSchema, reason: said }))
    .output(doneSchema),
  dispatchReopen: desk
    .route({ summary: 'Opens a dispatch that ended, with a new time.' })
    .input(z.object({ id: idSchema, dueAt: instantInSchema }))
    .output(doneSchema),
  dispatches: desk
    .route({ summary: 'Dispatches: open ones by due time, so that overdue ones come first; ended ones newest first.' })
    .input(z.object({ state: z.enum(['open', 'ended']).default('open'), limit }))
    .output(
      z.object({
        dispatches: z.array(dispatchRowSchema),
        counts: z.object({ open: z.number().int(), overdue: z.number().int(), today: z.number().int() }),
      }),
    ),
  callback: desk
    .route({ summary: 'Promises a customer a call.' })
    .input(
      z.object({
        ticketId: idSchema,
        phone,
        promisedAt: instantInSchema,
        ownerId: idSchema.nullable().default(null),
        note: words.default(''),
      }),
    )
    .output(made),
  callbackChange: desk
    .route({ summary: 'Corrects the number, owner or note of an open callback; it then wants to be confirmed anew.' })
    .input(
      z.object({
        id: idSchema,
        phone: phone.optional(),
        ownerId: idSchema.nullable().optional(),
        note: words.optional(),
      }),
    )
    .output(doneSchema),
  callbackValidate: desk
    .route({ summary: 'Confirms open callbacks: number, owner and time are right as of now.' })
    .input(z.object({ ids: z.array(idSchema).min(1).max(500) }))
    .output(doneSchema),
  callbackTried: desk
    .route({ summary: 'Called and reached nobody; the promise stays open.' })
    .input(z.object({ id: idSchema, note: words.optional() }))
    .output(doneSchema),
  callbackDone: desk
    .route({ summary: 'The call was made: what was said.' })
    .input(z.object({ id: idSchema, result: said }))
    .output(doneSchema),
  callbackMissed: desk
    .route({ summary: 'The promise was not kept, and why.' })
    .input(z.object({ id: idSchema, reason: said }))
    .output(doneSchema),
  callbackMoved: desk
    .route({ summary: 'Another time was promised; the old promise stays in the record.' })
    .input(z.object({ id: idSchema, promisedAt: instantInSchema, reason: said }))
    .output(made),
  callbackCancel: desk
    .route({ summary: 'The call is not wanted any more.' })
    .input(z.object({ id: idSchema, reason: said }))
    .output(doneSchema),
  callbacks: desk
    .route({ summary: 'Callbacks by promised time with what is wrong with each; ended ones newest first.' })
    .input(
      z.object({
        /** `today`: open, promised for today or earlier in the desk's zone. */
        show: z.enum(['today', 'open', 'ended']).default('open'),
        limit,
      }),
    )
    .output(z.object({ callbacks: z.array(callbackRowSchema), counts: callbackCountsSchema })),
};
