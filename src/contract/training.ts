import { z } from 'zod';
import { dateSchema, desk, idSchema, instantInSchema, instantSchema } from './common.ts';
import { doneSchema } from './tickets.ts';
import { currencyPattern, attendStates, enrolmentStates, topicKinds } from './words.ts';

const line = (max: number) => z.string().trim().max(max);

/** Why something is trained: a criterion of a scorecard, a category of tickets, or what somebody wrote down. */
export const trainingSourceSchema = z.object({
  kind: z.enum(topicKinds),
  /** Of a criterion. */
  scorecardId: idSchema.nullable().default(null),
  criterion: z.string().max(60).nullable().default(null),
  /** Of a category. */
  category: z.string().max(200).nullable().default(null),
  /** Of a topic. */
  topicId: idSchema.nullable().default(null),
});
export type TrainingSource = z.infer<typeof trainingSourceSchema>;

/** Something that a refresher could be about, with what speaks for it. */
export const trainingNeedSchema = z.object({
  source: trainingSourceSchema,
  title: z.string(),
  /** What speaks for it, with how many it is of: `3.1 of 5 over 42 reviews, 4 people below 3.5`. */
  why: z.string(),
  /** How many it is of: reviews, tickets; 1 for a topic. */
  n: z.number().int(),
  /** Too few to build on. */
  few: z.boolean(),
  /** People it would help most, those worst off first. */
  personIds: z.array(idSchema),
  /** The planned refresher that has it already. */
  refresherId: idSchema.nullable(),
});
export type TrainingNeed = z.infer<typeof trainingNeedSchema>;

export const topicSchema = z.object({
  id: idSchema,
  text: z.string(),
  material: z.string(),
  addedAt: instantSchema,
  addedBy: z.string(),
  /** The refresher that took it up. */
  refresherId: idSchema.nullable(),
});
export type TrainingTopic = z.infer<typeof topicSchema>;

export const refresherAttendanceSchema = z.object({
  personId: idSchema,
  state: z.enum(attendStates),
  /** Whether the roster keeps the time free for it. */
  placed: z.boolean(),
});
export type TrainingAttendance = z.infer<typeof refresherAttendanceSchema>;

export const refresherSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** Markdown. */
  agenda: z.string(),
  /** Where to read it: addresses or places, as text. */
  materials: z.string(),
  /** Null: not placed yet. */
  startAt: instantSchema.nullable(),
  minutes: z.number().int(),
  trainerId: idSchema.nullable(),
  state: z.enum(['planned', 'held', 'cancelled']),
  sources: z.array(trainingSourceSchema.extend({ title: z.string() })),
  attendance: z.array(refresherAttendanceSchema),
});
export type Refresher = z.infer<typeof refresherSchema>;

/** A stretch in which a refresher could be. Person-minutes: 30 is one person too few for half an hour. */
export const slotSchema = z.object({
  startAt: instantSchema,
  endAt: instantSchema,
  /** At queue work for the whole of it, so that they can come. */
  personIds: z.array(idSchema),
  /** Too few people in it as planned, and without those who come. */
  shortBefore: z.number(),
  shortAfter: z.number(),
});
export type TrainingSlot = z.infer<typeof slotSchema>;

export const courseSchema = z.object({
  id: idSchema,
  name: z.string(),
  provider: z.string(),
  /** For one person, in the desk's currency. */
  cost: z.number(),
  hours: z.number(),
  /** Where it is found. */
  link: z.string(),
  /** Of whoever does it; null: none, or one that does not expire. */
  certificate: z.string().nullable(),
  validMonths: z.number().int().nullable(),
  archived: z.boolean(),
});
export type Course = z.infer<typeof courseSchema>;

export const enrolmentSchema = z.object({
  id: idSchema,
  personId: idSchema,
  courseId: idSchema,
  on: dateSchema,
  cost: z.number(),
  state: z.enum(enrolmentStates),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

export const budgetRowSchema = z.object({
  personId: idSchema,
  amount: z.number(),
  /** Whether it is theirs, and not the one for everybody. */
  own: z.boolean(),
  spent: z.number(),
  /** Booked or planned, not done yet. */
  setAside: z.number(),
  left: z.number(),
});
export type BudgetRow = z.infer<typeof budgetRowSchema>;

export const trainingContract = {
  needs: desk
    .route({
      summary:
        'What to train next: criteria of reviews that are low, categories that go wrong, topics written down. With n.',
    })
    .input(z.object({ days: z.number().int().min(7).max(365).default(90) }))
    .output(z.object({ needs: z.array(trainingNeedSchema) })),
  topics: desk
    .route({ summary: 'What is new and has to be told: topics, those not taken up first.' })
    .output(z.object({ topics: z.array(topicSchema) })),
  topicSave: desk
    .route({ summary: 'A topic for a refresher, new or changed.' })
    .input(z.object({ id: idSchema.optional(), text: line(500).min(1), material: line(2000).default('') }))
    .output(doneSchema.extend({ id: idSchema })),
  topicRemove: desk
    .route({ summary: 'Takes a topic away.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  refreshers: desk
    .route({ summary: 'Refreshers, what is to come first. An agent finds those they are asked to.' })
    .output(z.object({ refreshers: z.array(refresherSchema) })),
  refresherSave: desk
    .route({ summary: 'A refresher, new or changed; what is left out stays. Who is invited is all who are named.' })
    .input(
      z.object({
        id: idSchema.optional(),
        title: line(200).min(1).optional(),
        agenda: z.string().max(100_000).optional(),
        materials: line(4000).optional(),
        minutes: z.number().int().min(15).max(240).optional(),
        trainerId: idSchema.nullable().optional(),
        state: z.enum(['planned', 'held', 'cancelled']).optional(),
        sources: z.array(trainingSourceSchema).max(30).optional(),
        personIds: z.array(idSchema).max(200).optional(),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  refresherRemove: desk
    .route({ summary: 'Takes a refresher away, and its time out of the shifts.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  slots: desk
    .route({ summary: 'Where a refresher fits: by how many can come, and how few people that leaves at the queues.' })
    .input(z.object({ id: idSchema, from: dateSchema, days: z.number().int().min(1).max(14).default(7) }))
    .output(z.object({ slots: z.array(slotSchema) })),
  place: desk
    .route({
      summary: 'Puts a refresher at a time and into the shifts of who can come; null takes it out of them.',
    })
    .input(z.object({ id: idSchema, startAt: instantInSchema.nullable(), publish: z.boolean().default(false) }))
    .output(doneSchema.extend({ placed: z.array(idSchema), notPlaced: z.array(idSchema) })),
  attend: desk
    .route({ summary: 'Who was there.' })
    .input(z.object({ id: idSchema, personIds: z.array(idSchema).min(1).max(200), state: z.enum(attendStates) }))
    .output(doneSchema),
  courses: desk
    .route({ summary: 'The catalogue of courses.' })
    .output(z.object({ courses: z.array(courseSchema), currency: z.string() })),
  courseSave: desk
    .route({ summary: 'A course of the catalogue, new or changed.' })
    .input(
      z.object({
        id: idSchema.optional(),
        name: line(200).min(1),
        provider: line(200).default(''),
        cost: z.number().min(0).max(1_000_000),
        hours: z.number().min(0).max(2000).default(0),
        link: line(2000).default(''),
        certificate: line(200).min(1).nullable().default(null),
        validMonths: z.number().int().min(1).max(120).nullable().default(null),
        archived: z.boolean().default(false),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  enrolments: desk
    .route({ summary: 'Who does which course in a year. An agent finds their own.' })
    .input(z.object({ year: z.number().int().min(1970).max(2200), personId: idSchema.optional() }))
    .output(z.object({ enrolments: z.array(enrolmentSchema) })),
  enrolmentSave: desk
    .route({
      summary:
        'Puts somebody on a course, or changes that. Done, it gives the certificate of the course. Over the budget it is told, not refused.',
    })
    .input(
      z.object({
        id: idSchema.optional(),
        personId: idSchema,
        courseId: idSchema,
        on: dateSchema,
        /** Null: what the course costs. */
        cost: z.number().min(0).max(1_000_000).nullable().default(null),
        state: z.enum(enrolmentStates).default('planned'),
      }),
    )
    .output(doneSchema.extend({ id: idSchema, overBudget: z.number() })),
  budget: desk
    .route({ summary: 'Budget per person of a year against spent and set aside. An agent finds their own.' })
    .input(z.object({ year: z.number().int().min(1970).max(2200) }))
    .output(z.object({ currency: z.string(), amount: z.number(), people: z.array(budgetRowSchema) })),
  budgetSave: desk
    .route({ summary: 'The budget of everybody, or of one person; null gives them everybody’s again.' })
    .input(
      z.object({
        personId: idSchema.optional(),
        amount: z.number().min(0).max(1_000_000).nullable(),
        /** ISO 4217. */
        currency: z.string().regex(currencyPattern, 'A currency is three capitals, such as USD.').optional(),
      }),
    )
    .output(doneSchema),
};
