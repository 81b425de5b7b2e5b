import { z } from 'zod';
import {
  channelSchema,
  desk,
  idSchema,
  instantInSchema,
  instantSchema,
  prioritySchema,
  statusSchema,
} from './common.ts';
import { clockSchema, metricSchema } from './sla.ts';
import { bandWords } from './words.ts';

/** The worst of a ticket's clocks. `none`: no clock runs (all met, done, or no policy). */
export const bandSchema = z.enum(bandWords);
export type Band = z.infer<typeof bandSchema>;

const text = (max: number) => z.string().max(max);
const tag = z.string().trim().min(1).max(100);
export const maxBody = 1_000_000;

/** Which tickets. Fields are joined by "and", the values of one field by "or". An absent field does not restrict. */
export const filterSchema = z.object({
  /** Not solved and not closed. */
  open: z.boolean().optional(),
  status: z.array(statusSchema).max(10).optional(),
  priority: z.array(prioritySchema).max(10).optional(),
  channel: z.array(channelSchema).max(20).optional(),
  band: z.array(bandSchema).max(10).optional(),
  /** Ids; `null` for no queue. */
  queue: z.array(idSchema.nullable()).max(500).optional(),
  /** Ids; `null` for nobody, `me` for the person the desk is set to, `off` for owners who are not here or off shift. */
  assignee: z
    .array(z.union([idSchema, z.literal(['me', 'off'])]).nullable())
    .max(500)
    .optional(),
  category: z.array(text(200).nullable()).max(500).optional(),
  tag: z.array(tag).max(50).optional(),
  requester: z.array(idSchema).max(500).optional(),
  createdFrom: instantInSchema.optional(),
  createdTo: instantInSchema.optional(),
  /** Solved within the desk's own today. */
  solvedToday: z.boolean().optional(),
  /** The customer has waited for an answer for so many hours or more. */
  waitingOverHours: z.number().min(0).max(100_000).optional(),
  /** Levels of escalation. */
  level: z.array(z.number().int().min(1).max(3)).max(3).optional(),
  /** Only tickets of drills, or none of them. */
  drill: z.boolean().optional(),
  /** A search query with operators, as typed. */
  text: text(1000).optional(),
});
export type Filter = z.infer<typeof filterSchema>;

export const sortKeySchema = z.enum([
  'due',
  'number',
  'created',
  'updated',
  'solved',
  'priority',
  'status',
  'subject',
  'requester',
  'queue',
  'assignee',
  'channel',
  'category',
  'band',
]);
export type SortKey = z.infer<typeof sortKeySchema>;
export const sortSchema = z.array(z.object({ by: sortKeySchema, descending: z.boolean().default(false) })).max(4);
export type Sort = z.infer<typeof sortSchema>;

export const groupKeySchema = z.enum(['status', 'priority', 'assignee', 'queue', 'channel', 'band']);
export type GroupKey = z.infer<typeof groupKeySchema>;

export const columnKeySchema = z.enum([
  'number',
  'priority',
  'subject',
  'requester',
  'queue',
  'channel',
  'assignee',
  'due',
  'status',
  'category',
  'tags',
  'created',
  'updated',
  'solved',
]);
export type ColumnKey = z.infer<typeof columnKeySchema>;

export const viewSchema = z.object({
  id: idSchema,
  name: text(100).min(1),
  /** Comes with the desk: can be changed and reset, not deleted. */
  pinned: z.boolean(),
  /** Shown in red while it has tickets. */
  urgent: z.boolean(),
  filter: filterSchema,
  sort: sortSchema,
  groupBy: groupKeySchema.nullable(),
  layout: z.enum(['table', 'kanban']),
  kanbanBy: z.enum(['status', 'assignee', 'priority', 'band']),
  columns: z
    .array(z.object({ key: columnKeySchema, width: z.number().int().min(24).max(2000) }))
    .min(1)
    .max(20),
});
export type View = z.infer<typeof viewSchema>;

/** The clock a row shows: of those that run the one due first, else the one that says most. */
export const rowClockSchema = z.object({
  metric: metricSchema,
  state: z.enum(['running', 'atRisk', 'breached', 'paused', 'met']),
  dueAt: instantSchema.nullable(),
  riskAt: instantSchema.nullable(),
  /** When what it waits for was done: the clock then stands, in time or late. */
  metAt: instantSchema.nullable(),
});

export const ticketRowSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  subject: z.string(),
  requester: z.string(),
  channel: channelSchema,
  status: statusSchema,
  priority: prioritySchema,
  queueId: idSchema.nullable(),
  assigneeId: idSchema.nullable(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  solvedAt: instantSchema.nullable(),
  band: bandSchema,
  clock: rowClockSchema.nullable(),
  /** The customer wrote last and nobody has answered. */
  waiting: z.boolean(),
  /** How far it has been escalated: 1 (agent), 2 (coordinator), 3 (engineering). */
  level: z.number().int(),
  /** Part of a drill, not of the day's work: marked wherever it is shown. */
  drill: z.boolean(),
});
export type TicketRow = z.infer<typeof ticketRowSchema>;

export const eventTypeSchema = z.enum([
  'created',
  'customerMessage',
  'agentReply',
  'internalNote',
  'status',
  'priority',
  'assignee',
  'queue',
  'policy',
  'calendar',
  'subject',
  'category',
  'tags',
  'requester',
  'channel',
  'csat',
  'field',
  'impact',
  'urgency',
  'language',
  /** Escalated: level from, level to; the reason in `body`. */
  'level',
  /** `field` names the relation (parent, child, related, merged, split), `from` and `to` the other ticket (`#12`). */
  'link',
  'snooze',
  'callback',
  'dispatch',
  /** A rule acted: `field` names it, `body` says what it did. */
  'automation',
  'incident',
]);
export type EventType = z.infer<typeof eventTypeSchema>;

export const ticketEventSchema = z.object({
  id: idSchema,
  at: instantSchema,
  type: eventTypeSchema,
  author: z.object({ kind: z.enum(['customer', 'agent', 'system']), name: z.string() }),
  /** What was said, for messages, notes and survey answers. Plain text, never markup. */
  body: z.string().nullable(),
  /** For changes: values as stored (status, priority), or names (assignee, queue). Tags joined by spaces. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** For `field`: which one. */
  field: z.string().nullable(),
});
export type TicketEvent = z.infer<typeof ticketEventSchema>;

/** A ticket named by another. */
export const ticketRefSchema = z.object({ id: idSchema, number: z.number().int(), subject: z.string() });
export type TicketRef = z.infer<typeof ticketRefSchema>;

/** 1 (high) to 3 (low), as ITIL has impact and urgency. */
export const gradeSchema = z.number().int().min(1).max(3);

/** A BCP 47 tag, such as `en` or `pt-BR`. */
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language is a tag such as en.');

export const ticketSchema = ticketRowSchema.extend({
  requesterId: idSchema,
  requesterEmail: z.string().nullable(),
  /** Where it was imported from, and its id there. */
  source: z.object({ system: z.string(), externalId: z.string() }).nullable(),
  fields: z.record(z.string(), z.string()),
  csat: z.enum(['good', 'bad']).nullable(),
  impact: gradeSchema.nullable(),
  urgency: gradeSchema.nullable(),
  language: z.string().nullable(),
  parent: ticketRefSchema.nullable(),
  mergedInto: ticketRefSchema.nullable(),
  clocks: z.record(metricSchema, clockSchema),
  /** How many earlier events than those sent there are. */
  earlierEvents: z.number().int(),
  /** The newest 500 at most, oldest first. */
  events: z.array(ticketEventSchema),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Some tickets by id, or all that a filter finds but a few. */
export const selectionSchema = z.union([
  z.object({ ids: z.array(idSchema).min(1).max(10_000) }),
  z.object({ filter: filterSchema, except: z.array(idSchema).max(10_000).default([]) }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** What a command did: how many tickets it touched, what to call it, and the change set that undo takes back. */
export const doneSchema = z.object({ changed: z.number().int(), label: z.string(), changeSet: idSchema.nullable() });
export type Done = z.infer<typeof doneSchema>;

const body = z.string().trim().min(1).max(maxBody);

export const ticketPatchSchema = z.object({
  status: statusSchema.optional(),
  priority: prioritySchema.optional(),
  queueId: idSchema.nullable().optional(),
  assigneeId: idSchema.nullable().optional(),
  category: text(200).nullable().optional(),
  subject: text(1000).min(1).optional(),
  addTags: z.array(tag).max(50).optional(),
  removeTags: z.array(tag).max(50).optional(),
  impact: gradeSchema.nullable().optional(),
  urgency: gradeSchema.nullable().optional(),
  language: languageSchema.nullable().optional(),
  /** Custom fields by name; null takes one away. */
  fields: z.record(z.string().min(1).max(200), text(10_000).nullable()).optional(),
});
export type TicketPatch = z.infer<typeof ticketPatchSchema>;

const matchSchema = z.object({ text: z.string(), hit: z.boolean() });

export const ticketsContract = {
  window: desk
    .route({ summary: 'A window of rows of a board, by position.' })
    .input(
      z.object({
        filter: filterSchema,
        sort: sortSchema,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ rows: z.array(ticketRowSchema) })),
  counts: desk
    .route({ summary: 'How many tickets a filter finds, and per group.' })
    .input(z.object({ filter: filterSchema, groupBy: groupKeySchema.optional() }))
    .output(
      z.object({
        total: z.number().int(),
        groups: z.array(z.object({ key: z.string().nullable(), count: z.number().int() })),
      }),
    ),
  get: desk
    .route({ summary: 'One ticket with its conversation, events and explained clocks. By id, or by number.' })
    .input(z.union([z.object({ id: idSchema }), z.object({ number: z.number().int() })]))
    .output(ticketSchema),
  events: desk
    .route({ summary: "A ticket's events before the position given, oldest first." })
    .input(
      z.object({
        id: idSchema,
        skipNewest: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(1000).default(500),
      }),
    )
    .output(z.object({ events: z.array(ticketEventSchema), earlierEvents: z.number().int() })),
  create: desk
    .route({ summary: 'A new ticket.' })
    .input(
      z.object({
        subject: z.string().trim().min(1).max(1000),
        requester: z.object({
          name: z.string().trim().min(1).max(200),
          email: z.email().max(320).nullable().default(null),
        }),
        body: z.string().max(maxBody).default(''),
        channel: channelSchema.default('phone'),
        priority: prioritySchema.default('p3'),
        queueId: idSchema.nullable().default(null),
        assigneeId: idSchema.nullable().default(null),
        category: text(200).nullable().default(null),
        tags: z.array(tag).max(50).default([]),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, number: z.number().int() })),
  reply: desk
    .route({ summary: 'A public reply to the requester; with `status`, the status it leaves the ticket in.' })
    .input(z.object({ id: idSchema, body, status: statusSchema.optional() }))
    .output(doneSchema),
  note: desk
    .route({ summary: 'An internal note.' })
    .input(z.object({ id: idSchema, body }))
    .output(doneSchema),
  receive: desk
    .route({
      summary: 'A message from the requester, taken down by hand. Reopens what was pending, on hold or solved.',
    })
    .input(z.object({ id: idSchema, body }))
    .output(doneSchema),
  update: desk
    .route({ summary: 'Changes one ticket or many at once, as one change set.' })
    .input(z.object({ selection: selectionSchema, set: ticketPatchSchema }))
    .output(doneSchema),
  search: desk
    .route({ summary: 'Full-text search with operators; the best 50 with what matched.' })
    .input(z.object({ query: text(1000), limit: z.number().int().min(1).max(50).default(50) }))
    .output(
      z.object({
        hits: z.array(
          z.object({
            ticket: ticketRowSchema,
            subject: z.array(matchSchema),
            excerpt: z.array(matchSchema).nullable(),
          }),
        ),
        /** What in the query was not understood, in words. */
        problems: z.array(z.string()),
      }),
    ),
  suggest: desk
    .route({ summary: 'What could stand where the caret is in a search query.' })
    .input(z.object({ query: text(1000), caret: z.number().int().min(0) }))
    .output(
      z.object({
        suggestions: z.array(
          z.object({ insert: z.string(), label: z.string(), from: z.number().int(), to: z.number().int() }),
        ),
      }),
    ),
  views: desk
    .route({ summary: 'The saved views in order, each with its count.' })
    .output(z.object({ views: z.array(viewSchema.extend({ count: z.number().int() })) })),
  viewSave: desk
    .route({ summary: 'Creates a view, or changes the one with this id.' })
    .input(viewSchema.omit({ pinned: true, id: true }).extend({ id: idSchema.optional() }))
    .output(viewSchema),
  viewDelete: desk
    .route({ summary: 'Deletes a view; a pinned one goes back to how it came.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({})),
};
