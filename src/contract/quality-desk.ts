import { z } from 'zod';
import { channelSchema, dateSchema, idSchema, instantSchema, prioritySchema } from './common.ts';
import { agreementSchema, answersSchema, scoreSchema, scorecardBodySchema } from './quality-common.ts';
import { reviewStates, sampleKinds } from './words.ts';

/** A scorecard with its newest version. */
export const scorecardSchema = scorecardBodySchema.extend({
  id: idSchema,
  version: z.number().int(),
  savedAt: instantSchema,
  savedBy: z.string(),
  /** Retired ones score nothing new. */
  active: z.boolean(),
  reviews: z.number().int(),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

export const disputeSchema = z.object({
  by: z.string(),
  at: instantSchema,
  reason: z.string(),
  /** What the agent would have given, by criterion. */
  counter: z.record(z.string(), z.union([z.number(), z.literal('na')])),
  deadlineAt: instantSchema,
  secondReviewerId: idSchema.nullable(),
  outcome: z.enum(['upheld', 'overturned', 'partly']).nullable(),
  /** What stood before the decision, of criteria it changed, and the score then; null while it is not decided. */
  given: z.record(z.string(), z.union([z.number(), z.literal('na')]).nullable()).default({}),
  percentBefore: z.number().nullable().default(null),
  note: z.string(),
  decidedAt: instantSchema.nullable(),
});
export type Dispute = z.infer<typeof disputeSchema>;

/** A review without its conversation. */
export const reviewRowSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  ticketNumber: z.number().int(),
  subject: z.string(),
  channel: channelSchema,
  priority: prioritySchema,
  closedAt: instantSchema.nullable(),
  agentId: idSchema,
  reviewerId: idSchema.nullable(),
  scorecardId: idSchema,
  scorecardName: z.string(),
  version: z.number().int(),
  /** What a reviewer sees of a golden conversation is `random`. SPEC QAC-4. */
  kind: z.enum(sampleKinds),
  /** Why it was picked, in words. */
  why: z.string(),
  week: z.string(),
  sessionId: idSchema.nullable(),
  state: z.enum(reviewStates),
  percent: z.number().nullable(),
  passed: z.boolean().nullable(),
  autoFailed: z.boolean(),
  assignedAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  releasedAt: instantSchema.nullable(),
  /** Time taken over it, while it was on screen. */
  seconds: z.number(),
  skipReason: z.string(),
  disputed: z.boolean(),
  /** Until when its dispute is to be decided; null where none waits for that. */
  deadlineAt: instantSchema.nullable().default(null),
  conflicts: z.number().int(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

/** What was said, as a reviewer reads it. */
export const passageSchema = z.object({
  id: z.string(),
  at: instantSchema,
  author: z.string(),
  side: z.enum(['customer', 'agent', 'note', 'system']),
  text: z.string(),
});
export type Passage = z.infer<typeof passageSchema>;

export const qualityReviewSchema = reviewRowSchema.extend({
  card: scorecardBodySchema,
  answers: answersSchema,
  score: scoreSchema,
  conversation: z.array(passageSchema),
  dispute: disputeSchema.nullable(),
  acknowledgedAt: instantSchema.nullable(),
  /** Said by the agent on acknowledging. */
  agentNote: z.string(),
});
export type QualityReview = z.infer<typeof qualityReviewSchema>;

export const planSchema = z.object({
  /** Share of closed tickets to review each week, in percent; the seeds' 5 to 10. */
  sharePercent: z.number().min(0).max(100).default(5),
  minPerAgent: z.number().int().min(0).max(100).default(1),
  /** Risk-weighted picks a week, beside the random sample. */
  riskPicks: z.number().int().min(0).max(1000).default(5),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  reviewerIds: z.array(idSchema).max(200).default([]),
  /** Which scorecard is for which channel; the first that takes it, else the first of all. */
  cards: z
    .array(z.object({ scorecardId: idSchema, channels: z.array(channelSchema).max(8) }))
    .max(50)
    .default([]),
  targetOutOfFive: z.number().min(0).max(5).default(4),
  disputeDays: z.number().int().min(1).max(90).default(7),
});
export type QualityPlan = z.infer<typeof planSchema>;

export const weekSchema = z.object({
  /** `2026-W48`, by ISO 8601. */
  week: z.string(),
  startAt: instantSchema,
  endAt: instantSchema,
  closed: z.number().int(),
  wanted: z.number().int(),
  random: z.number().int(),
  risk: z.number().int(),
  done: z.number().int(),
  skipped: z.number().int(),
  /** Done reviews of the random sample over those wanted, 0 to 1. */
  coverage: z.number().nullable(),
});
export type SampleWeek = z.infer<typeof weekSchema>;

export const sessionSchema = z.object({
  id: idSchema,
  name: z.string(),
  scorecardId: idSchema,
  version: z.number().int(),
  /** Whose scores the others are held against; null: none. */
  baselineId: idSchema.nullable(),
  reviewerIds: z.array(idSchema),
  ticketIds: z.array(idSchema),
  state: z.enum(['open', 'closed']),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  done: z.number().int(),
  of: z.number().int(),
});
export type CalibrationSession = z.infer<typeof sessionSchema>;

export const countedSchema = z.object({
  n: z.number().int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Counted = z.infer<typeof countedSchema>;

export const leniencySchema = z.object({
  reviewerId: idSchema,
  n: z.number().int(),
  /** Mean of own score less the mean of the others on the same conversations, in percent points. */
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  p: z.number().nullable(),
  moreThanChance: z.boolean(),
});

export const sessionResultSchema = z.object({
  session: sessionSchema,
  overall: agreementSchema,
  criteria: z.array(z.object({ id: z.string(), name: z.string(), agreement: agreementSchema })),
  reviewers: z.array(leniencySchema.extend({ againstBaseline: countedSchema.nullable() })),
  items: z.array(
    z.object({
      ticketId: idSchema,
      number: z.number().int(),
      subject: z.string(),
      scores: z.array(z.object({ reviewerId: idSchema, reviewId: idSchema, percent: z.number().nullable() })),
      spread: z.number().nullable(),
    }),
  ),
});
export type SessionResult = z.infer<typeof sessionResultSchema>;

export const conflictSchema = z.object({
  id: z.string(),
  reviewId: idSchema,
  ticketNumber: z.number().int(),
  subject: z.string(),
  kind: z.enum(['value', 'form', 'ticket']),
  criterion: z.string(),
  criterionName: z.string(),
  field: z.string(),
  here: z.object({ value: z.string(), by: z.string(), at: instantSchema }),
  there: z.object({ value: z.string(), by: z.string(), at: instantSchema }),
});
export type QualityConflict = z.infer<typeof conflictSchema>;

export const packSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** `made`: written here for somebody. `opened`: brought here to be worked on. */
  role: z.enum(['made', 'opened']),
  at: instantSchema,
  reviewerName: z.string(),
  deskName: z.string(),
  reviews: z.number().int(),
  left: z.number().int().nullable(),
  redacted: z.boolean(),
  /** Opened ones need their passphrase after each start. */
  locked: z.boolean(),
  mergedAt: instantSchema.nullable(),
});
export type Pack = z.infer<typeof packSchema>;

export const redactionSchema = z.object({
  emails: z.boolean().default(true),
  phones: z.boolean().default(true),
  cards: z.boolean().default(true),
  ibans: z.boolean().default(true),
  names: z.boolean().default(false),
});

export const reviewFilterSchema = z.object({
  state: z.array(z.enum(reviewStates)).max(10).optional(),
  reviewerId: idSchema.optional(),
  agentId: idSchema.optional(),
  /** Of its agent. */
  team: z.string().max(200).optional(),
  scorecardId: idSchema.optional(),
  kind: z.array(z.enum(sampleKinds)).max(5).optional(),
  channel: z.array(channelSchema).max(8).optional(),
  sessionId: idSchema.optional(),
  week: z.string().max(10).optional(),
  ticketId: idSchema.optional(),
  from: dateSchema.optional(),
  days: z.number().int().min(1).max(1000).optional(),
  disputed: z.boolean().optional(),
  autoFailed: z.boolean().optional(),
  /** Criterion on which the score was below its most. */
  criterion: z.string().max(60).optional(),
});
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;
