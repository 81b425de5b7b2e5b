import { z } from 'zod';
import { dateSchema, desk, fileSchema, idSchema, instantInSchema, instantSchema } from './common.ts';
import { comparisonSchema } from './metrics.ts';
import { doneSchema } from './tickets.ts';
import { coachingMetrics } from './words.ts';

const line = (max: number) => z.string().trim().max(max);
const words = z.string().max(100_000);

/** What is measured of somebody: a figure of the desk, or one criterion of a scorecard. */
export const metricRefSchema = z.object({
  kind: z.enum(coachingMetrics),
  scorecardId: idSchema.nullable().default(null),
  criterion: z.string().max(60).nullable().default(null),
});
export type MetricRef = z.infer<typeof metricRefSchema>;

export const evidenceSchema = z.object({ kind: z.enum(['ticket', 'review']), id: idSchema });
export type Evidence = z.infer<typeof evidenceSchema>;

/** Evidence with what it is called; `gone`: it is not here any more. */
const shownEvidenceSchema = evidenceSchema.extend({ number: z.number().int(), title: z.string(), gone: z.boolean() });

export const coachingActionSchema = z.object({
  id: idSchema,
  personId: idSchema,
  sessionId: idSchema.nullable(),
  text: z.string(),
  /** Who does it; null: whose page it is on. */
  ownerId: idSchema.nullable(),
  dueOn: dateSchema.nullable(),
  doneAt: instantSchema.nullable(),
});
export type CoachingAction = z.infer<typeof coachingActionSchema>;

export const coachingGoalSchema = z.object({
  id: idSchema,
  personId: idSchema,
  sessionId: idSchema.nullable(),
  /** The review it came of. */
  reviewId: idSchema.nullable(),
  text: z.string(),
  metric: metricRefSchema.nullable(),
  setAt: instantSchema,
  dueOn: dateSchema.nullable(),
  state: z.enum(['open', 'met', 'dropped']),
  closedAt: instantSchema.nullable(),
});
export type CoachingGoal = z.infer<typeof coachingGoalSchema>;

export const coachingSessionSchema = z.object({
  id: idSchema,
  personId: idSchema,
  /** Null: the coordinator whose desk it is. */
  coachId: idSchema.nullable(),
  at: instantSchema,
  minutes: z.number(),
  state: z.enum(['planned', 'held']),
  /** Markdown. Coach and agent read these. */
  agenda: z.string(),
  notes: z.string(),
  /** Markdown, of whoever asks, for nobody else. SPEC COA-3. */
  privateNotes: z.string(),
  evidence: z.array(shownEvidenceSchema),
  acknowledgedAt: instantSchema.nullable(),
  /** Said by the agent on acknowledging. */
  agentNote: z.string(),
});
export type CoachingSession = z.infer<typeof coachingSessionSchema>;

export const praiseSchema = z.object({
  id: idSchema,
  personId: idSchema,
  at: instantSchema,
  by: z.string(),
  text: z.string(),
  ticketId: idSchema.nullable(),
  ticketNumber: z.number().int().nullable(),
});
export type Praise = z.infer<typeof praiseSchema>;

/** A figure of somebody before and since, with which way is better. */
export const changeOfSchema = z.object({
  metric: metricRefSchema,
  name: z.string(),
  unit: z.enum(['share', 'minutes', 'score', 'percent']),
  better: z.enum(['more', 'less']),
  comparison: comparisonSchema,
});
export type ChangeOf = z.infer<typeof changeOfSchema>;

export const coachedSchema = z.object({
  personId: idSchema,
  /** How often there is a session, days. */
  cadenceDays: z.number().int(),
  lastAt: instantSchema.nullable(),
  nextAt: instantSchema.nullable(),
  /** Until when there has to be one; null for somebody who has had none. */
  dueAt: instantSchema.nullable(),
  overdueDays: z.number().int(),
  /** In sessions of the last 90 days. */
  minutes: z.number(),
  openGoals: z.number().int(),
  openActions: z.number().int(),
  lateActions: z.number().int(),
  unacknowledged: z.number().int(),
});
export type Coached = z.infer<typeof coachedSchema>;

export const agentPageSchema = z.object({
  coached: coachedSchema,
  /** What is compared: as long a time before as since. */
  since: z.object({
    from: instantSchema,
    split: instantSchema,
    to: instantSchema,
    reason: z.enum(['lastSession', 'month']),
  }),
  changes: z.array(changeOfSchema),
  criteria: z.array(changeOfSchema),
  solved: z.object({ before: z.number().int(), since: z.number().int() }),
  goals: z.array(coachingGoalSchema),
  actions: z.array(coachingActionSchema),
  praise: z.array(praiseSchema),
  sessions: z.array(coachingSessionSchema),
});
export type AgentPage = z.infer<typeof agentPageSchema>;

/** Review, session, goal, and the figure before and after. */
export const chainSchema = z.object({
  goal: coachingGoalSchema,
  change: changeOfSchema.nullable(),
  /** p raised for how many are looked at together (Holm); null where there is none. */
  adjustedP: z.number().nullable(),
  /** `notMeasured`: it has no figure. `early`: too little time or too few since. */
  verdict: z.enum(['better', 'worse', 'noDifference', 'early', 'notMeasured']),
});
export type Chain = z.infer<typeof chainSchema>;

const sessionSet = z.object({
  coachId: idSchema.nullable().optional(),
  at: instantInSchema.optional(),
  minutes: z.number().int().min(0).max(480).optional(),
  state: z.enum(['planned', 'held']).optional(),
  agenda: words.optional(),
  notes: words.optional(),
  privateNotes: words.optional(),
  evidence: z.array(evidenceSchema).max(100).optional(),
});

export const coachingContract = {
  overview: desk
    .route({ summary: 'Everybody with how long ago they were coached, overdue ones first. An agent finds themselves.' })
    .output(z.object({ people: z.array(coachedSchema) })),
  page: desk
    .route({ summary: 'What changed of somebody since the last session, and what is open.' })
    .input(z.object({ personId: idSchema }))
    .output(agentPageSchema),
  session: desk
    .route({ summary: 'One session.' })
    .input(z.object({ id: idSchema }))
    .output(
      coachingSessionSchema.extend({ actions: z.array(coachingActionSchema), goals: z.array(coachingGoalSchema) }),
    ),
  sessionMake: desk
    .route({ summary: 'Plans a session; what is open goes on its agenda where none is given.' })
    .input(sessionSet.extend({ personId: idSchema, at: instantInSchema }))
    .output(doneSchema.extend({ id: idSchema })),
  sessionSet: desk
    .route({ summary: 'Keeps what is typed of a session, field by field; on the disk before it answers.' })
    .input(z.object({ id: idSchema, set: sessionSet }))
    .output(doneSchema),
  sessionRemove: desk
    .route({ summary: 'Takes a session away; its actions and goals stay with the person.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  followUp: desk
    .route({ summary: 'Plans the next session by the cadence, open actions on its agenda.' })
    .input(z.object({ id: idSchema, days: z.number().int().min(1).max(365).optional() }))
    .output(doneSchema.extend({ id: idSchema })),
  acknowledge: desk
    .route({ summary: 'The agent has read a session that was held, and may say something to it.' })
    .input(z.object({ id: idSchema, note: line(4000).default('') }))
    .output(doneSchema),
  goalSave: desk
    .route({ summary: 'A goal, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        personId: idSchema,
        sessionId: idSchema.nullable().default(null),
        reviewId: idSchema.nullable().default(null),
        text: line(1000).min(1),
        metric: metricRefSchema.nullable().default(null),
        dueOn: dateSchema.nullable().default(null),
        state: z.enum(['open', 'met', 'dropped']).default('open'),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  actionSave: desk
    .route({ summary: 'An action with its owner and date, new or changed; with `done`, done now or not after all.' })
    .input(
      z.object({
        id: idSchema.optional(),
        personId: idSchema,
        sessionId: idSchema.nullable().default(null),
        text: line(1000).min(1),
        ownerId: idSchema.nullable().default(null),
        dueOn: dateSchema.nullable().default(null),
        done: z.boolean().default(false),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  actionRemove: desk
    .route({ summary: 'Takes an action away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  praiseSave: desk
    .route({ summary: 'Says something good, to be read by its agent.' })
    .input(z.object({ personId: idSchema, text: line(2000).min(1), ticketId: idSchema.nullable().default(null) }))
    .output(doneSchema.extend({ id: idSchema })),
  cadenceSave: desk
    .route({ summary: 'How often somebody is coached, in days; without a person, everybody else.' })
    .input(z.object({ personId: idSchema.optional(), days: z.number().int().min(1).max(365) }))
    .output(doneSchema),
  dossier: desk
    .route({ summary: 'Everything of one person over some days, as a PDF or JSON that they may read.' })
    .input(
      z.object({
        personId: idSchema,
        from: dateSchema,
        days: z.number().int().min(1).max(400),
        format: z.enum(['pdf', 'json']).default('pdf'),
        /** The private notes of whoever asks; nobody else's ever go along. */
        withPrivate: z.boolean().default(false),
      }),
    )
    .output(fileSchema.extend({ missing: z.number().int() })),
  effects: desk
    .route({
      summary: 'Which coaching worked: each goal with its figure before and after, and whether it is more than noise.',
    })
    .input(z.object({ personId: idSchema.optional(), days: z.number().int().min(7).max(180).default(30) }))
    .output(z.object({ chains: z.array(chainSchema) })),
};
