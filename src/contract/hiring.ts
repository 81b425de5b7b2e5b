import { z } from 'zod';
import { dateSchema, desk, idSchema, instantInSchema, instantSchema } from './common.ts';
import { doneSchema } from './tickets.ts';
import { candidateStages, seatStates } from './words.ts';

const line = (max: number) => z.string().trim().max(max);
const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'A key is a small letter, then small letters, digits and dashes.');

export const candidateStageSchema = z.enum(candidateStages);
export type CandidateStage = z.infer<typeof candidateStageSchema>;

export const seatSchema = z.object({
  id: idSchema,
  title: z.string(),
  team: z.string(),
  openedOn: dateSchema,
  /** From when on somebody is needed. */
  neededOn: dateSchema.nullable(),
  state: z.enum(seatStates),
  /** Who sits on it now. */
  personId: idSchema.nullable(),
  /** Candidates for it that are still in the running. */
  running: z.number().int(),
});
export type Seat = z.infer<typeof seatSchema>;

/** A test a candidate did: average handle time in a played call, a written answer. */
export const screeningSchema = z.object({
  name: line(100).min(1),
  /** What came of it, and how that is to be read. */
  value: z.number().min(-1_000_000).max(1_000_000),
  unit: line(20).default(''),
  /** Passed or not; null: nobody has said. */
  passed: z.boolean().nullable().default(null),
  note: line(1000).default(''),
});
export type Screening = z.infer<typeof screeningSchema>;

/** The same questions for everybody, each rated 1 to 5 by words that say what 1, 3 and 5 are. SPEC HIR-10. */
export const interviewFormSchema = z.object({
  questions: z
    .array(
      z.object({
        id: keySchema,
        competency: line(100).min(1),
        question: line(1000).min(1),
        /** What a 1, a 3 and a 5 sound like. */
        anchors: z.object({ low: line(500).default(''), middle: line(500).default(''), high: line(500).default('') }),
      }),
    )
    .min(1)
    .max(30),
});
export type InterviewForm = z.infer<typeof interviewFormSchema>;

export const interviewSchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** Who asked: each fills in a form of their own. */
  by: z.string(),
  byId: idSchema.nullable(),
  /** The form as it was. */
  form: interviewFormSchema,
  /** By question: 1 to 5, null where it was not asked. */
  ratings: z.record(z.string(), z.object({ rating: z.number().int().min(1).max(5).nullable(), note: z.string() })),
  recommend: z.enum(['yes', 'no', 'unsure']).nullable(),
  done: z.boolean(),
  /** Of those that were asked; null of none. */
  mean: z.number().nullable(),
});
export type Interview = z.infer<typeof interviewSchema>;

export const candidateRowSchema = z.object({
  id: idSchema,
  seatId: idSchema.nullable(),
  name: z.string(),
  stage: candidateStageSchema,
  /** Since when. */
  stageAt: instantSchema,
  appliedAt: instantSchema,
  /** Tests passed and not passed. */
  passed: z.number().int(),
  failed: z.number().int(),
  /** Mean of the interviews that are done and that whoever asks may read, 1 to 5; null of none. SPEC HIR-11, HIR-13. */
  interview: z.number().nullable(),
  /** How many those are. */
  interviews: z.number().int(),
  /** When everything of them as a candidate is deleted; null: they are still in the running. SPEC HIR-22. */
  deleteAt: instantSchema.nullable(),
});
export type CandidateRow = z.infer<typeof candidateRowSchema>;

export const candidateSchema = candidateRowSchema.extend({
  email: z.string(),
  phone: z.string(),
  source: z.string(),
  notes: z.string(),
  reason: z.string(),
  screenings: z.array(screeningSchema),
  /** Others' forms are shown once one's own is done, or the candidate is out of the interviews. SPEC HIR-11. */
  interviewForms: z.array(interviewSchema),
  /** Forms of others that are not shown yet: to be read after one’s own, or not done. */
  hiddenForms: z.number().int(),
  personId: idSchema.nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One candidate in the running per open seat. */
export const pipelineSchema = z.object({
  open: z.number().int(),
  running: z.number().int(),
  /** Candidates per open seat; null where none is open. */
  perSeat: z.number().nullable(),
  /** Open seats that have no candidate of their own. */
  bare: z.array(idSchema),
  verdict: z.enum(['enough', 'short', 'noSeats']),
});
export type Pipeline = z.infer<typeof pipelineSchema>;

export const hiringContract = {
  overview: desk
    .route({ summary: 'Seats, candidates by stage, and whether there is one candidate for each open seat.' })
    .input(z.object({ withClosed: z.boolean().default(false) }))
    .output(
      z.object({
        seats: z.array(seatSchema),
        candidates: z.array(candidateRowSchema),
        pipeline: pipelineSchema,
        retentionDays: z.number().int(),
      }),
    ),
  seatSave: desk
    .route({ summary: 'A seat, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        title: line(200).min(1),
        team: line(100).default(''),
        neededOn: dateSchema.nullable().default(null),
        state: z.enum(seatStates).default('open'),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  candidate: desk
    .route({ summary: 'One candidate, with tests and interviews.' })
    .input(z.object({ id: idSchema }))
    .output(candidateSchema),
  candidateSave: desk
    .route({ summary: 'A candidate, new or changed; what is left out stays.' })
    .input(
      z.object({
        id: idSchema.optional(),
        seatId: idSchema.nullable().optional(),
        name: line(200).min(1).optional(),
        email: z.union([z.literal(''), z.email().max(320)]).optional(),
        phone: line(60).optional(),
        source: line(200).optional(),
        notes: z.string().max(100_000).optional(),
        screenings: z.array(screeningSchema).max(30).optional(),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  candidateMove: desk
    .route({ summary: 'Moves a candidate to another stage. Hiring is a call of its own.' })
    .input(
      z.object({
        id: idSchema,
        stage: candidateStageSchema.exclude(['hired']),
        reason: line(1000).default(''),
      }),
    )
    .output(doneSchema),
  candidateForget: desk
    .route({ summary: 'Deletes everything of a candidate now, for good. Not for somebody who was hired.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  interviewSave: desk
    .route({
      summary:
        'One’s own interview form of a candidate, kept as it is filled in; `done` shows it to others, `done: false` takes it up again.',
    })
    .input(
      z.object({
        candidateId: idSchema,
        at: instantInSchema.optional(),
        ratings: z
          .record(
            keySchema,
            z.object({ rating: z.number().int().min(1).max(5).nullable(), note: line(4000).default('') }),
          )
          .optional(),
        recommend: z.enum(['yes', 'no', 'unsure']).nullable().optional(),
        done: z.boolean().optional(),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  hire: desk
    .route({
      summary: 'Hires a candidate: the seat is filled, they are a person of the desk, on a programme if wanted.',
    })
    .input(
      z.object({
        id: idSchema,
        startOn: dateSchema,
        /** Of a programme of this desk, or the name of a template; null: none. */
        programme: z.string().min(1).max(60).nullable().default(null),
        trainerId: idSchema.nullable().default(null),
        team: line(100).optional(),
      }),
    )
    .output(doneSchema.extend({ personId: idSchema, newcomerId: idSchema.nullable() })),
  settings: desk
    .route({ summary: 'How long rejected candidates are kept, and the questions of an interview.' })
    .output(z.object({ retentionDays: z.number().int(), form: interviewFormSchema })),
  settingsSave: desk
    .route({ summary: 'Changes them. Interviews begun keep the questions they began with.' })
    .input(
      z.object({
        retentionDays: z.number().int().min(0).max(3650).optional(),
        form: interviewFormSchema.optional(),
      }),
    )
    .output(doneSchema),
};
