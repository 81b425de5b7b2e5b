import { z } from 'zod';
import { dateSchema, desk, idSchema, instantSchema } from './common.ts';
import { doneSchema } from './tickets.ts';
import { gateKinds, helpKinds, newcomerStates } from './words.ts';

const line = (max: number) => z.string().trim().max(max);
const keySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'A key is a small letter, then small letters, digits and dashes.');

export const quizSchema = z.object({
  /** Of all questions, percent. */
  passPercent: z.number().min(1).max(100).default(80),
  questions: z
    .array(
      z.object({
        text: line(1000).min(1),
        options: z.array(line(300).min(1)).min(2).max(10),
        /** Places of all right ones, from 0. Agents are not told: it is empty for them. */
        right: z.array(z.number().int().min(0).max(9)).max(10),
      }),
    )
    .min(1)
    .max(100),
});
export type Quiz = z.infer<typeof quizSchema>;

export const onboardingTaskSchema = z.object({
  id: keySchema,
  name: line(200).min(1),
  detail: line(4000).default(''),
  /** Where to read it: an address or a place, as text. */
  material: line(2000).default(''),
  quiz: quizSchema.nullable().default(null),
});
export type OnboardingTask = z.infer<typeof onboardingTaskSchema>;

const [ticketsGate, qaGate, certificateGate] = gateKinds;
export const gateSchema = z.discriminatedUnion('kind', [
  /** Tickets of theirs that were solved since the stage began. */
  z.object({ kind: z.literal(ticketsGate), atLeast: z.number().int().min(1).max(10_000) }),
  /** The mean of the last so many reviews of their work since the stage began, out of five; fewer reviews leave it shut. */
  z.object({
    kind: z.literal(qaGate),
    reviews: z.number().int().min(1).max(100),
    atLeast: z.number().min(0).max(5),
  }),
  /** A certificate of that name that is valid today. */
  z.object({ kind: z.literal(certificateGate), name: line(200).min(1) }),
]);
export type Gate = z.infer<typeof gateSchema>;

export const stageSchema = z.object({
  id: keySchema,
  name: line(100).min(1),
  summary: line(1000).default(''),
  /** Days on which they work. */
  workDays: z.number().int().min(1).max(120),
  /** How much of a full agent they do meanwhile; staffing counts that. */
  rampPercent: z.number().min(0).max(100),
  tasks: z.array(onboardingTaskSchema).max(50).default([]),
  gates: z.array(gateSchema).max(10).default([]),
  /** Who has to say that it is done before the next begins. */
  signOff: z.object({ agent: z.boolean().default(true), trainer: z.boolean().default(true) }).prefault({}),
});
export type Stage = z.infer<typeof stageSchema>;

export const programmeBodySchema = z.object({
  name: line(100).min(1),
  summary: line(2000).default(''),
  stages: z.array(stageSchema).min(1).max(20),
  /** Given to whoever finishes it; null: none. */
  certificate: z
    .object({ name: line(200).min(1), validMonths: z.number().int().min(1).max(120).nullable().default(null) })
    .nullable()
    .default(null),
});
export type ProgrammeBody = z.infer<typeof programmeBodySchema>;

/** A programme of this desk, or a template that comes with Foredesk (`template`), which is used as it is or copied. */
export const programmeSchema = programmeBodySchema.extend({
  /** A UUID, or the name of a template. */
  key: z.string().min(1).max(60),
  template: z.boolean(),
  archived: z.boolean(),
  newcomers: z.number().int(),
});
export type Programme = z.infer<typeof programmeSchema>;

/** Days that do not count: paused, or off by the roster (time off, absence). The last day is one of them; null: until gone on with. */
export const gapSchema = z.object({
  from: dateSchema,
  to: dateSchema.nullable(),
  reason: line(300),
  kind: z.enum(['pause', 'away']),
});
export type Gap = z.infer<typeof gapSchema>;

export const gateStateSchema = z.object({
  gate: gateSchema,
  /** What there is of it: tickets, the mean out of five, 1 for a certificate; null where nothing is there to average. */
  have: z.number().nullable(),
  /** How many reviews, tickets, certificates that is of. */
  n: z.number().int(),
  isOpen: z.boolean(),
  /** What it asks for and what there is: `QA average 3.60 of 4.00, 2 of 3 reviews`. */
  text: z.string(),
});
export type GateState = z.infer<typeof gateStateSchema>;

export const taskStateSchema = z.object({
  id: z.string(),
  doneAt: instantSchema.nullable(),
  doneBy: z.string(),
  /** Of a quiz: the best result, percent, and how often it was tried. */
  percent: z.number().nullable(),
  tries: z.number().int(),
});
export type TaskState = z.infer<typeof taskStateSchema>;

const signSchema = z.object({ at: instantSchema, by: z.string() }).nullable();

export const stageStateSchema = z.object({
  id: z.string(),
  /** As planned now, days off and more time counted in; of a stage that was passed, as it was. */
  startOn: dateSchema,
  endOn: dateSchema,
  /** Working days it was given beside its own. */
  extraDays: z.number().int(),
  state: z.enum(['passed', 'current', 'ahead']),
  passedAt: instantSchema.nullable(),
  tasks: z.array(taskStateSchema),
  /** Only of the current stage and those passed: ahead there is nothing to count. */
  gates: z.array(gateStateSchema),
  agentSigned: signSchema,
  trainerSigned: signSchema,
  /** What it still needs before it can be passed, in words. */
  missing: z.array(z.string()),
});
export type StageState = z.infer<typeof stageStateSchema>;

export const newcomerSchema = z.object({
  id: idSchema,
  personId: idSchema,
  trainerId: idSchema.nullable(),
  /** As it was when they began: a programme changed since does not change theirs. */
  programme: programmeBodySchema,
  programmeKey: z.string(),
  startOn: dateSchema,
  /** As planned now, and as it was planned on the first day. */
  endOn: dateSchema,
  firstEndOn: dateSchema,
  gaps: z.array(gapSchema),
  state: z.enum(newcomerStates),
  doneAt: instantSchema.nullable(),
  endReason: z.string(),
  stages: z.array(stageStateSchema),
  /** Of the stage they are in; null where it is done, ended or has not begun. */
  current: z.string().nullable(),
  /** Working days by which the current stage is over its end. */
  lateDays: z.number().int(),
  /** Tasks and sign-offs are done; what is left is for the data to show. */
  isBlocked: z.boolean(),
  help: z.enum(helpKinds),
  /** Why they stand where they stand on the board, in one line. */
  helpText: z.string(),
  rampPercent: z.number(),
});
export type Newcomer = z.infer<typeof newcomerSchema>;

export const certificateSchema = z.object({
  id: idSchema,
  personId: idSchema,
  name: z.string(),
  issuedOn: dateSchema,
  expiresOn: dateSchema.nullable(),
  note: z.string(),
  /** `soon`: within 30 days. */
  state: z.enum(['valid', 'soon', 'expired']),
});
export type Certificate = z.infer<typeof certificateSchema>;

const ofStage = z.object({ id: idSchema, stage: z.string().max(40) });

/** What the ramp curve shows of earlier newcomers: the middle of them, and where the middle half lies. */
const cohortSchema = z.object({ n: z.number().int(), low: z.number(), median: z.number(), high: z.number() });

export const onboardingContract = {
  programmes: desk
    .route({ summary: 'Programmes that newcomers can be put on: those of this desk, then the templates.' })
    .output(z.object({ programmes: z.array(programmeSchema) })),
  programmeSave: desk
    .route({ summary: 'A programme, new or changed. Newcomers keep the one they began with.' })
    .input(z.object({ id: idSchema.optional(), programme: programmeBodySchema, archived: z.boolean().default(false) }))
    .output(doneSchema.extend({ id: idSchema })),
  newcomers: desk
    .route({ summary: 'Everybody on a programme, whom to help first. An agent finds themselves.' })
    .input(z.object({ withDone: z.boolean().default(false) }))
    .output(z.object({ newcomers: z.array(newcomerSchema) })),
  newcomer: desk
    .route({ summary: 'One newcomer.' })
    .input(z.object({ id: idSchema }))
    .output(newcomerSchema),
  start: desk
    .route({ summary: 'Puts somebody on a programme from a day on; their ramp follows its stages from then on.' })
    .input(
      z.object({
        personId: idSchema,
        /** Of a programme of this desk, or the name of a template. */
        programme: z.string().min(1).max(60),
        startOn: dateSchema,
        trainerId: idSchema.nullable().default(null),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  newcomerSave: desk
    .route({ summary: 'Who trains a newcomer; of one who has not begun, on which day they do.' })
    .input(z.object({ id: idSchema, trainerId: idSchema.nullable().optional(), startOn: dateSchema.optional() }))
    .output(doneSchema),
  taskDone: desk
    .route({ summary: 'A task is done, or not after all. One with a quiz is done by passing it.' })
    .input(ofStage.extend({ task: z.string().max(40), done: z.boolean().default(true) }))
    .output(doneSchema),
  quizAnswer: desk
    .route({ summary: 'A quiz is taken: places of what was chosen, question by question. The best result counts.' })
    .input(
      ofStage.extend({
        task: z.string().max(40),
        answers: z.array(z.array(z.number().int().min(0).max(9)).max(10)).max(100),
      }),
    )
    .output(doneSchema.extend({ percent: z.number(), passed: z.boolean(), right: z.array(z.boolean()) })),
  sign: desk
    .route({ summary: 'The agent or the trainer says that the current stage is done, or takes it back.' })
    .input(ofStage.extend({ as: z.enum(['agent', 'trainer']), done: z.boolean().default(true) }))
    .output(doneSchema),
  pass: desk
    .route({ summary: 'Passes the current stage. Refused, naming what is missing, until nothing is.' })
    .input(ofStage)
    .output(doneSchema),
  pause: desk
    .route({ summary: 'Stops the days from counting until it is gone on with.' })
    .input(z.object({ id: idSchema, paused: z.boolean(), reason: line(300).default('') }))
    .output(doneSchema),
  away: desk
    .route({ summary: 'Days on which they are not here: time off on the roster, and everything after them moves.' })
    .input(
      z.object({
        id: idSchema,
        from: dateSchema,
        to: dateSchema,
        kind: z.enum(['sick', 'holiday', 'other']).default('sick'),
        note: line(300).default(''),
      }),
    )
    .output(doneSchema),
  extend: desk
    .route({ summary: 'Gives the current stage more working days, or fewer of those it was given.' })
    .input(ofStage.extend({ workDays: z.number().int().min(-60).max(60), reason: line(300).default('') }))
    .output(doneSchema),
  end: desk
    .route({ summary: 'Ends a programme before it is done.' })
    .input(z.object({ id: idSchema, reason: line(300).min(1) }))
    .output(doneSchema),
  ramp: desk
    .route({ summary: 'How somebody comes on beside earlier newcomers of the programme: tickets solved by week.' })
    .input(z.object({ id: idSchema }))
    .output(
      z.object({
        weeks: z.array(
          z.object({
            /** From 1: seven days from the first one on. */
            week: z.number().int(),
            /** Null: not over yet, or still to come. */
            solved: z.number().int().nullable(),
            cohort: cohortSchema.nullable(),
          }),
        ),
        /** Earlier newcomers of the same programme. */
        others: z.number().int(),
      }),
    ),
  certificates: desk
    .route({ summary: 'Certificates, those that expire first. An agent finds their own.' })
    .input(z.object({ personId: idSchema.optional() }))
    .output(z.object({ certificates: z.array(certificateSchema) })),
  certificateSave: desk
    .route({ summary: 'A certificate of somebody, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        personId: idSchema,
        name: line(200).min(1),
        issuedOn: dateSchema,
        expiresOn: dateSchema.nullable().default(null),
        note: line(1000).default(''),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  certificateRemove: desk
    .route({ summary: 'Takes a certificate away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
};
