import { z } from 'zod';
import { dateSchema, idSchema, instantInSchema, instantSchema } from './common.ts';
import { agentStateSchema, proposalSchema } from './roster.ts';
import {
  activityKindSchema,
  activitySchema,
  findingSchema,
  rosterShiftSchema,
  workKindSchema,
} from './roster-common.ts';
import { doneSchema } from './tickets.ts';
import { askStates, attendanceKinds, requestKinds, timeOffKinds } from './words.ts';

const line = (max: number) => z.string().trim().max(max);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is HH:MM.');

/** A shift of the desk: as it is being planned, and as it was last published. SPEC ROS-4. */
export const deskShiftSchema = rosterShiftSchema.extend({
  id: idSchema,
  personId: idSchema.nullable(),
  note: z.string(),
  /** Taken out of the plan, but still in what was published. */
  removed: z.boolean(),
  published: rosterShiftSchema.omit({ id: true }).extend({ personId: idSchema.nullable() }).nullable(),
  /** The plan differs from what was published. */
  draft: z.boolean(),
});
export type DeskShift = z.infer<typeof deskShiftSchema>;

export const timeOffSchema = z.object({
  id: idSchema,
  personId: idSchema,
  startAt: instantSchema,
  endAt: instantSchema,
  kind: z.enum(timeOffKinds),
  note: z.string(),
  state: z.enum(askStates),
  askedAt: instantSchema,
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
});
export type TimeOff = z.infer<typeof timeOffSchema>;

export const shiftRequestSchema = z.object({
  id: idSchema,
  kind: z.enum(requestKinds),
  shiftId: idSchema,
  /** Who asks. */
  personId: idSchema,
  toPersonId: idSchema.nullable(),
  otherShiftId: idSchema.nullable(),
  state: z.enum(askStates),
  note: z.string(),
  askedAt: instantSchema,
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
});
export type ShiftRequest = z.infer<typeof shiftRequestSchema>;

/** A stretch of a shift in which somebody was not there. */
export const attendanceSchema = z.object({
  id: idSchema,
  personId: idSchema,
  kind: z.enum(attendanceKinds),
  startAt: instantSchema,
  endAt: instantSchema,
  reason: z.string(),
  at: instantSchema,
  by: z.string(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const excuseSchema = z.object({
  id: idSchema,
  personId: idSchema,
  startAt: instantSchema,
  endAt: instantSchema,
  reason: z.string(),
  by: z.string(),
});
export type Excuse = z.infer<typeof excuseSchema>;

export const agentStateEntrySchema = z.object({
  id: idSchema,
  personId: idSchema,
  state: agentStateSchema,
  startAt: instantSchema,
  endAt: instantSchema.nullable(),
});
export type AgentStateEntry = z.infer<typeof agentStateEntrySchema>;

/** A shift by the clock on the wall, to be put on any day. */
export const shiftTemplateSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  start: clock,
  minutes: z.number().int().min(15).max(1440),
  work: workKindSchema,
  activities: z
    .array(
      z.object({
        kind: activityKindSchema,
        /** Minutes after the start. */
        offset: z.number().int().min(0).max(1440),
        minutes: z.number().int().min(5).max(1440),
      }),
    )
    .max(40),
});
export type ShiftTemplate = z.infer<typeof shiftTemplateSchema>;

/** Weeks that follow one another and begin anew: for each weekday a template or none. */
export const rotationSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  /** The Monday on which the first week began. */
  anchor: dateSchema,
  weeks: z.array(z.array(idSchema.nullable()).length(7)).min(1).max(26),
  /** Who works it, and how many weeks later than the first each is. */
  people: z.array(z.object({ personId: idSchema, offset: z.number().int().min(0).max(25) })).max(200),
});
export type Rotation = z.infer<typeof rotationSchema>;

export const shiftPatchSchema = z.object({
  /** Left out: a new one. */
  id: idSchema.optional(),
  personId: idSchema.nullable(),
  startAt: instantInSchema,
  endAt: instantInSchema,
  work: workKindSchema.default('calls'),
  activities: z
    .array(activitySchema.extend({ startAt: instantInSchema, endAt: instantInSchema }))
    .max(100)
    .default([]),
  note: line(1000).default(''),
});
export type ShiftPatch = z.input<typeof shiftPatchSchema>;

export const rosterImportSchema = z.object({
  /** What the file was taken for. */
  kind: z.string(),
  /** Columns that look like pay: not read, nowhere kept. */
  dropped: z.array(z.string()),
  counts: z.object({
    people: z.number().int(),
    shifts: z.number().int(),
    states: z.number().int(),
    same: z.number().int(),
    rejected: z.number().int(),
  }),
  issues: z.array(z.object({ line: z.number().int(), reason: z.string(), column: z.string().optional() })),
  /** What has to be answered before its rows can be read: asked, never guessed. */
  questions: z.array(
    z.object({
      kind: z.enum(['dateOrder', 'durationUnit', 'state']),
      /** For `state`: the word of the file. */
      value: z.string().nullable(),
      text: z.string(),
      options: z.array(z.object({ value: z.string(), label: z.string() })),
      suggested: z.string().nullable(),
    }),
  ),
  /** People the file names that are not on this desk. */
  unknown: z.array(z.object({ key: z.string(), name: z.string() })),
  notes: z.array(z.string()),
  findings: z.array(findingSchema),
  done: doneSchema.nullable(),
});
export type RosterImport = z.infer<typeof rosterImportSchema>;

/** A proposal that is being worked out, or stands: nothing of it is on the roster before it is taken over. */
export const planJobSchema = z.object({
  id: idSchema,
  from: dateSchema,
  days: z.number().int(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  progress: z.object({ cost: z.number(), bound: z.number(), seconds: z.number() }).nullable(),
  secondsAllowed: z.number(),
  proposal: proposalSchema.nullable(),
  error: z.string().nullable(),
});
export type PlanJob = z.infer<typeof planJobSchema>;
