import { z } from 'zod';
import { dateSchema, desk, idSchema, instantInSchema, instantSchema } from './common.ts';
import { doneSchema, ticketRefSchema, ticketRowSchema } from './tickets.ts';
import { escalationActions } from './words.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const prose = z.string().trim().max(10_000);

/** How far a ticket has gone: 1 (agent), 2 (coordinator), 3 (engineering). */
export const levelSchema = z.number().int().min(1).max(3);

/** One level: who has it, and how long a ticket may be theirs before it is resolved or passed on. SPEC ESC-1. */
export const escalationLevelSchema = z.object({
  level: levelSchema,
  name: line(100),
  minutes: z.number().positive().max(525_600),
  time: z.enum(['business', 'calendar']),
  ownerId: idSchema.nullable(),
  substituteId: idSchema.nullable(),
});
export type EscalationLevel = z.infer<typeof escalationLevelSchema>;

export const escalationSettingsSchema = z.object({
  levels: z.array(escalationLevelSchema).length(3),
  /** A P1 that nobody solved within these minutes goes to level 2 by itself. SPEC ESC-10. */
  automatic: z.object({ on: z.boolean(), minutes: z.number().positive().max(10_080) }),
  causes: z.array(line(100)).min(1).max(50),
  /** The share of tickets that may be escalated, in percent. */
  targetPercent: z.number().min(0).max(100),
});
export type EscalationSettings = z.infer<typeof escalationSettingsSchema>;

/** How long a level has had a ticket. Stands once the escalation has ended or the ticket is solved. SPEC ESC-3. */
export const ownershipSchema = z.object({
  startedAt: instantSchema,
  minutes: z.number(),
  time: z.enum(['business', 'calendar']),
  dueAt: instantSchema.nullable(),
  riskAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  state: z.enum(['running', 'atRisk', 'late', 'done', 'doneLate']),
});
export type Ownership = z.infer<typeof ownershipSchema>;

export const escalationSchema = z.object({
  id: idSchema,
  ticket: ticketRowSchema,
  level: levelSchema,
  ownerId: idSchema.nullable(),
  ownerName: z.string().nullable(),
  /** Why it is theirs: chosen, owner of the level, or substitute because the owner is away. */
  ownerReason: z.string(),
  cause: z.string(),
  reason: z.string(),
  automatic: z.boolean(),
  openedAt: instantSchema,
  acceptedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  ended: z.enum(['resolved', 'passedOn', 'deEscalated']).nullable(),
  resolution: z.string().nullable(),
  clock: ownershipSchema,
});
export type Escalation = z.infer<typeof escalationSchema>;

export const escalationActionSchema = z.enum(escalationActions);
export type EscalationAction = z.infer<typeof escalationActionSchema>;

/** One line of the log, which only grows. SPEC ESC-20. */
export const escalationLogEntrySchema = z.object({
  id: z.number().int(),
  at: instantSchema,
  actor: z.string(),
  action: escalationActionSchema,
  /** The entry says that this was taken back, or done again after that. */
  turn: z.enum(['done', 'takenBack', 'again']),
  level: levelSchema.nullable(),
  owner: z.string().nullable(),
  cause: z.string().nullable(),
  text: z.string(),
  resolution: z.string().nullable(),
  ticketId: idSchema.nullable(),
  ticketNumber: z.number().int().nullable(),
  ticketSubject: z.string().nullable(),
  incidentId: idSchema.nullable(),
  incidentTitle: z.string().nullable(),
  drill: z.boolean(),
});
export type EscalationLogEntry = z.infer<typeof escalationLogEntrySchema>;

export const escalationLogFilterSchema = z.object({
  from: instantInSchema.optional(),
  to: instantInSchema.optional(),
  ticketId: idSchema.optional(),
  incidentId: idSchema.optional(),
  level: z.array(levelSchema).max(3).optional(),
  action: z.array(escalationActionSchema).max(50).optional(),
  /** Words that stand in the text, the resolution, the ticket, the owner or the actor. */
  text: z.string().max(200).optional(),
  drills: z.enum(['with', 'without', 'only']).default('with'),
});
export type EscalationLogFilter = z.infer<typeof escalationLogFilterSchema>;

/** Where a walk ends: resolved here, with what to do, or passed to a level for a cause. */
export const treeOutcomeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('resolve'), instructions: line(5000) }),
  z.object({
    type: z.literal('escalate'),
    level: z.number().int().min(2).max(3),
    cause: line(100),
    instructions: z.string().trim().max(5000).default(''),
  }),
]);
export type TreeOutcome = z.infer<typeof treeOutcomeSchema>;

const nodeId = z.string().trim().min(1).max(40);
export const treeNodeSchema = z.union([
  z.object({
    id: nodeId,
    question: line(500),
    answers: z
      .array(z.object({ text: line(200), to: nodeId }))
      .min(1)
      .max(9),
  }),
  z.object({ id: nodeId, outcome: treeOutcomeSchema }),
]);
export type TreeNode = z.infer<typeof treeNodeSchema>;

/** Questions with answers that lead on, and leaves. The first node is where a walk begins. SPEC ESC-30. */
export const treeBodySchema = z.object({ name: line(100), nodes: z.array(treeNodeSchema).min(1).max(200) });
export type TreeBody = z.infer<typeof treeBodySchema>;
export const treeSchema = treeBodySchema.extend({ id: idSchema });
export type Tree = z.infer<typeof treeSchema>;

export const reviewSchema = z.object({
  happened: prose,
  cause: prose,
  /** What we change so that it does not come again. */
  change: prose,
  ownerId: idSchema.nullable(),
  dueOn: dateSchema.nullable(),
});
export type Review = z.infer<typeof reviewSchema>;

export const incidentSchema = z.object({
  id: idSchema,
  title: z.string(),
  impact: z.string(),
  drill: z.boolean(),
  scenario: z.string().nullable(),
  startedAt: instantSchema,
  startedBy: z.string(),
  closedAt: instantSchema.nullable(),
  /** Null where the parent ticket is gone. */
  ticket: ticketRefSchema,
  linked: z.number().int(),
  linkedOpen: z.number().int(),
  review: reviewSchema.nullable(),
});
export type Incident = z.infer<typeof incidentSchema>;

export const incidentStepSchema = z.object({
  id: idSchema,
  at: instantSchema,
  actor: z.string(),
  action: escalationActionSchema,
  text: z.string(),
});
export type IncidentStep = z.infer<typeof incidentStepSchema>;

export const scenarioSchema = z.object({ key: z.string(), name: z.string(), about: z.string(), tickets: z.number() });

export const rateSchema = z.object({
  /** Tickets created in the period, drills left out. */
  created: z.number().int(),
  escalated: z.number().int(),
  /** Percent; null where nothing was created. */
  percent: z.number().nullable(),
  /** The Wilson interval at 95 %, in percent. SPEC ESC-40. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  targetPercent: z.number(),
  verdict: z.enum(['tooFew', 'above', 'within', 'unsure']),
  causes: z.array(z.object({ cause: z.string(), escalated: z.number().int() })),
});
export type EscalationRate = z.infer<typeof rateSchema>;

const ids = z.array(idSchema).max(1000);

export const escalationContract = {
  settings: desk
    .route({ summary: 'Levels with their owners and times, the automatic rule, causes and the target rate.' })
    .output(escalationSettingsSchema),
  settingsSave: desk
    .route({ summary: 'Changes the levels, the automatic rule, causes or the target rate; refused whole if wrong.' })
    .input(escalationSettingsSchema.partial())
    .output(doneSchema),
  escalate: desk
    .route({ summary: 'Passes a ticket to a higher level: says who has it now, and why they.' })
    .input(
      z.object({
        ticketId: idSchema,
        level: z.number().int().min(2).max(3),
        cause: line(100),
        reason: prose.default(''),
        ownerId: idSchema.optional(),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, ownerId: idSchema.nullable(), ownerReason: z.string() })),
  accept: desk
    .route({ summary: 'The owner takes an escalation in hand; without an owner, who sits here becomes it.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  handOver: desk
    .route({ summary: 'Gives an escalation to somebody else on the same level; the clock goes on.' })
    .input(z.object({ id: idSchema, ownerId: idSchema, reason: prose.default('') }))
    .output(doneSchema),
  act: desk
    .route({ summary: 'Writes down what was done about an escalation.' })
    .input(z.object({ id: idSchema, text: line(10_000) }))
    .output(doneSchema),
  resolve: desk
    .route({ summary: 'Ends an escalation with its resolution, and solves the ticket or gives it back to level 1.' })
    .input(z.object({ id: idSchema, resolution: line(10_000), solve: z.boolean().default(false) }))
    .output(doneSchema),
  deEscalate: desk
    .route({ summary: 'Gives a ticket back to the level below.' })
    .input(z.object({ id: idSchema, reason: line(10_000) }))
    .output(doneSchema),
  board: desk
    .route({ summary: 'Open escalations by level with their clocks, due first on top.' })
    .input(z.object({ drills: z.boolean().default(true) }))
    .output(z.object({ levels: z.array(escalationLevelSchema.extend({ escalations: z.array(escalationSchema) })) })),
  ticket: desk
    .route({ summary: 'How a ticket was escalated: what is open, what was before, and which incident it belongs to.' })
    .input(z.object({ ticketId: idSchema }))
    .output(
      z.object({
        level: levelSchema,
        open: escalationSchema.nullable(),
        earlier: z.array(escalationSchema),
        incident: incidentSchema.nullable(),
      }),
    ),
  log: desk
    .route({ summary: 'The escalation log, newest first.' })
    .input(
      escalationLogFilterSchema.extend({
        limit: z.number().int().min(1).max(1000).default(200),
        offset: z.number().int().min(0).default(0),
      }),
    )
    .output(z.object({ entries: z.array(escalationLogEntrySchema), total: z.number().int() })),
  logCsv: desk
    .route({ summary: 'The escalation log as CSV, oldest first, safe to open in a spreadsheet.' })
    .input(escalationLogFilterSchema)
    .output(z.object({ fileName: z.string(), text: z.string(), entries: z.number().int() })),
  rate: desk
    .route({ summary: 'Which share of the tickets of a period was escalated, how sure that is, and for which causes.' })
    .input(z.object({ from: instantInSchema, to: instantInSchema }))
    .output(rateSchema),
  trees: desk
    .route({ summary: 'The decision trees, by name, and examples to begin with.' })
    .output(z.object({ trees: z.array(treeSchema), examples: z.array(treeBodySchema) })),
  treeSave: desk
    .route({ summary: 'A new decision tree, or the one with this id changed. Refused if an answer leads nowhere.' })
    .input(treeBodySchema.extend({ id: idSchema.optional() }))
    .output(doneSchema.extend({ id: idSchema })),
  treeRemove: desk
    .route({ summary: 'Takes a decision tree away; what was walked stays on the tickets.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  walk: desk
    .route({ summary: 'Notes a walked tree on a ticket and does what its end says. Answers by position, from 0.' })
    .input(
      z.object({ treeId: idSchema, ticketId: idSchema, answers: z.array(z.number().int().min(0).max(8)).max(200) }),
    )
    .output(doneSchema.extend({ outcome: treeOutcomeSchema, ownerReason: z.string().nullable() })),
  incidents: desk
    .route({ summary: 'Incidents and drills, the running ones first.' })
    .input(z.object({ running: z.boolean().optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.object({ incidents: z.array(incidentSchema) })),
  incident: desk
    .route({ summary: 'One incident with its timeline and its tickets.' })
    .input(z.object({ id: idSchema }))
    .output(
      z.object({
        incident: incidentSchema,
        timeline: z.array(incidentStepSchema),
        tickets: z.array(ticketRowSchema),
      }),
    ),
  declare: desk
    .route({ summary: 'Declares an incident: one parent ticket, at P1, and those linked to it.' })
    .input(
      z.object({
        title: line(300),
        impact: prose.default(''),
        ticketId: idSchema.optional(),
        linkedIds: ids.default([]),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, ticketId: idSchema, number: z.number().int() })),
  timeline: desk
    .route({ summary: 'Adds a line to the timeline of an incident.' })
    .input(z.object({ id: idSchema, text: line(10_000) }))
    .output(doneSchema),
  link: desk
    .route({ summary: 'Links tickets to an incident.' })
    .input(z.object({ id: idSchema, ticketIds: ids.min(1) }))
    .output(doneSchema),
  unlink: desk
    .route({ summary: 'Takes tickets out of an incident.' })
    .input(z.object({ id: idSchema, ticketIds: ids.min(1) }))
    .output(doneSchema),
  suggest: desk
    .route({ summary: 'Open tickets of the last hours that look like an incident, likeliest first.' })
    .input(z.object({ id: idSchema, hours: z.number().positive().max(168).default(8) }))
    .output(z.object({ tickets: z.array(z.object({ ticket: ticketRowSchema, why: z.string() })) })),
  updateAll: desk
    .route({ summary: 'One public reply on every open ticket of an incident, names filled in, as one change set.' })
    .input(z.object({ id: idSchema, body: line(100_000) }))
    .output(doneSchema),
  close: desk
    .route({ summary: 'Closes an incident, and solves its tickets where asked.' })
    .input(z.object({ id: idSchema, text: prose.default(''), solveAll: z.boolean().default(false) }))
    .output(doneSchema),
  review: desk
    .route({ summary: 'Keeps the review of an incident: what happened, why, what changes, who sees to it by when.' })
    .input(reviewSchema.extend({ id: idSchema }))
    .output(doneSchema),
  scenarios: desk
    .route({ summary: 'The drills that can be run.' })
    .output(z.object({ scenarios: z.array(scenarioSchema) })),
  drillStart: desk
    .route({ summary: 'Starts a drill: an incident with sample tickets, all marked as a drill.' })
    .input(z.object({ scenario: z.string().min(1).max(100) }))
    .output(doneSchema.extend({ id: idSchema })),
  drillEnd: desk
    .route({ summary: 'Ends a drill and closes its tickets.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  drillRemove: desk
    .route({ summary: 'Removes a drill that has ended, with all of its tickets; the log keeps what was done.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
};
