import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { instantInSchema, instantSchema } from './common.ts';
import { activityKinds, lintRules, workKinds } from './words.ts';

/** Whatever names a person, a shift or a day off: an id of the desk, or of whoever tries a rule without one. */
const nameSchema = z.string().min(1).max(100);

export const workKindSchema = z.enum(workKinds);
export type WorkKind = z.infer<typeof workKindSchema>;
export const activityKindSchema = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof activityKindSchema>;

/** A part of a shift in which something else is done than the shift's queue work. */
export const activitySchema = z.object({
  kind: activityKindSchema,
  startAt: instantSchema,
  endAt: instantSchema,
});
export type Activity = z.infer<typeof activitySchema>;

/** A shift: from, to, the queue work that fills it, and the activities laid over it, in order, none over another. */
export const rosterShiftSchema = z.object({
  id: nameSchema,
  /** Null: an open shift that nobody has yet. */
  personId: nameSchema.nullable(),
  startAt: instantSchema,
  endAt: instantSchema,
  work: workKindSchema,
  activities: z.array(activitySchema).max(100),
});
export type RosterShift = z.infer<typeof rosterShiftSchema>;

/** A shift as it comes in: instants also as ISO 8601, an id of its own where none is given. */
export const rosterShiftInSchema = z.object({
  id: nameSchema.optional(),
  personId: nameSchema.nullable(),
  startAt: instantInSchema,
  endAt: instantInSchema,
  work: workKindSchema.default('calls'),
  activities: z
    .array(z.object({ kind: activityKindSchema, startAt: instantInSchema, endAt: instantInSchema }))
    .max(100)
    .default([]),
});
export type RosterShiftIn = z.infer<typeof rosterShiftInSchema>;

/** Who can be put on a roster, as far as its rules ask. */
export const rosterPersonSchema = z.object({
  id: nameSchema,
  name: z.string().max(200).default(''),
  team: z.string().max(100).nullable().default(null),
  /** Level by skill, 1 (learning) to 5 (teaches others). Skills are compared without case. */
  skills: z.record(z.string().min(1).max(100), z.number().int().min(1).max(5)).default({}),
  /** BCP 47. */
  languages: z.array(z.string().min(2).max(35)).max(50).default([]),
  /** Null: the desk's. */
  timeZone: z.string().max(64).nullable().default(null),
  /** Per week; null: none agreed. */
  contractMinutes: z.number().min(0).max(10_080).nullable().default(null),
  /** Weekly hours in which they can work, by the wall clock of their zone; null: any. A weekday left out is none. */
  availability: calendarSchema.shape.hours.unwrap().nullable().default(null),
  /** How much of a full agent they do, 0 to 100. */
  rampPercent: z.number().min(0).max(100).default(100),
  /** What that becomes, from an instant on, in order: a newcomer's programme as planned. SPEC ONB-30. */
  rampSteps: z
    .array(z.object({ fromAt: instantInSchema, percent: z.number().min(0).max(100) }))
    .max(30)
    .optional(),
});
export type RosterPerson = z.infer<typeof rosterPersonSchema>;

/** Somebody who is not there: approved time off, or an absence. */
export const awaySchema = z.object({ personId: nameSchema, startAt: instantInSchema, endAt: instantInSchema });
export type Away = z.infer<typeof awaySchema>;

export const lintRuleSchema = z.enum(lintRules);
export type LintRule = z.infer<typeof lintRuleSchema>;

/** How many people with a skill or language have to be there between two times of day, on some weekdays. SPEC LNT-10. */
export const coverRuleSchema = z.object({
  kind: z.enum(['skill', 'language']),
  name: z.string().trim().min(1).max(100),
  /** For a skill: the least level that counts. */
  minLevel: z.number().int().min(1).max(5).default(1),
  people: z.number().int().min(1).max(1000),
  hours: calendarSchema.shape.hours.unwrap(),
});
export type CoverRule = z.infer<typeof coverRuleSchema>;

/** The figures the lint and the proposals go by. Each rule can be switched off. SPEC LNT-1. */
export const rosterRulesSchema = z.object({
  off: z.array(lintRuleSchema).max(lintRules.length).default([]),
  /** Between the end of one shift and the start of the next. Directive 2003/88/EC, article 3: 11 hours. */
  minRestMinutes: z.number().min(0).max(2880).default(660),
  maxDaysInRow: z.number().int().min(1).max(31).default(5),
  maxShiftMinutes: z.number().min(15).max(1440).default(600),
  minShiftMinutes: z.number().min(15).max(1440).default(240),
  /** A shift longer than this needs a break. Directive 2003/88/EC, article 4: 6 hours. */
  breakAfterMinutes: z.number().min(0).max(1440).default(360),
  /** The breaks (lunch counts) of such a shift, together, at least. */
  minBreakMinutes: z.number().min(0).max(240).default(30),
  /** How far over the contract a week may go. */
  overContractMinutes: z.number().min(0).max(6000).default(0),
  cover: z.array(coverRuleSchema).max(100).default([]),
});
export type RosterRules = z.infer<typeof rosterRulesSchema>;

/** A change to one shift, or its removal, that would put a finding right. */
const shiftSetSchema = z.object({ shiftId: nameSchema, set: rosterShiftSchema.omit({ id: true }).nullable() });
export const remedySchema = shiftSetSchema.extend({
  /** What the button says: `Start at 10:00`. */
  label: z.string(),
  /** What has to be done with it, as one change: the other half of a night that is joined. */
  also: z.array(shiftSetSchema),
});
export type Remedy = z.infer<typeof remedySchema>;

export const findingSchema = z.object({
  rule: lintRuleSchema,
  severity: z.enum(['error', 'warning']),
  personId: nameSchema.nullable(),
  shiftIds: z.array(nameSchema),
  startAt: instantSchema,
  endAt: instantSchema,
  /** What is wrong: `Ada Lund has 9 h 30 of rest before Wednesday 08:00; the rule is 11 h.` */
  text: z.string(),
  /** What to do about it, in words. */
  fix: z.string(),
  remedies: z.array(remedySchema),
});
export type Finding = z.infer<typeof findingSchema>;
