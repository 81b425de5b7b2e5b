import { z } from 'zod';
import { dateSchema, desk, fileSchema, idSchema, instantSchema } from './common.ts';
import { importSourceSchema } from './exchange.ts';
import {
  agreementInputSchema,
  agreementSchema,
  answerSchema,
  answersSchema,
  scoreSchema,
  scorecardBodySchema,
} from './quality-common.ts';
import {
  conflictSchema,
  countedSchema as counted,
  leniencySchema,
  packSchema,
  planSchema,
  redactionSchema,
  reviewFilterSchema as filter,
  reviewRowSchema,
  qualityReviewSchema,
  scorecardSchema,
  sessionResultSchema,
  sessionSchema,
  weekSchema,
} from './quality-desk.ts';
import { doneSchema } from './tickets.ts';

const line = (max: number) => z.string().trim().max(max);
const problem = z.object({ path: z.string(), text: z.string() });

const cards = {
  score: desk
    .route({ summary: 'The score of a form: by section and criterion, what is missing, what failed. Needs no desk.' })
    .input(z.object({ card: scorecardBodySchema, answers: answersSchema.default({}) }))
    .output(scoreSchema),
  agreement: desk
    .route({
      summary: 'How far raters agree: percent, kappas, Krippendorff alpha, ICC, with intervals. Needs no desk.',
    })
    .input(agreementInputSchema)
    .output(agreementSchema),
  cards: desk
    .route({ summary: 'The scorecards, newest versions.' })
    .output(z.object({ cards: z.array(scorecardSchema) })),
  cardCheck: desk
    .route({ summary: 'What is wrong with a scorecard. Needs no desk.' })
    .input(z.object({ card: scorecardBodySchema }))
    .output(z.object({ problems: z.array(problem) })),
  cardSave: desk
    .route({ summary: 'Makes a scorecard, or a new version of one: reviews made before keep theirs.' })
    .input(z.object({ id: idSchema.optional(), card: scorecardBodySchema, active: z.boolean().default(true) }))
    .output(doneSchema.extend({ id: idSchema, version: z.number().int() })),
  cardVersions: desk
    .route({ summary: 'All versions of a scorecard.' })
    .input(z.object({ id: idSchema }))
    .output(
      z.object({
        versions: z.array(
          z.object({
            version: z.number().int(),
            savedAt: instantSchema,
            savedBy: z.string(),
            card: scorecardBodySchema,
          }),
        ),
      }),
    ),
  cardTemplates: desk
    .route({ summary: 'Scorecards to begin with: ticket, chat, call.' })
    .output(z.object({ templates: z.array(scorecardBodySchema) })),
  cardExport: desk
    .route({ summary: 'A scorecard as JSON.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
  cardImport: desk
    .route({ summary: 'A scorecard from JSON, as a new one.' })
    .input(z.object({ text: z.string().max(1_000_000) }))
    .output(doneSchema.extend({ id: idSchema, version: z.number().int() })),
};

const sampling = {
  plan: desk
    .route({ summary: 'How much is sampled, by whom it is reviewed, with which scorecards.' })
    .output(planSchema),
  planSave: desk.route({ summary: 'Changes the plan of sampling.' }).input(planSchema).output(planSchema),
  weeks: desk
    .route({ summary: 'The last weeks: closed, wanted, drawn, done, skipped.' })
    .input(z.object({ count: z.number().int().min(1).max(53).default(8) }))
    .output(z.object({ weeks: z.array(weekSchema) })),
  draw: desk
    .route({ summary: 'Draws, or tops up, the sample of a week, and gives it to reviewers.' })
    .input(z.object({ date: dateSchema.optional() }))
    .output(doneSchema.extend({ week: z.string(), random: z.number().int(), risk: z.number().int() })),
};

const reviewing = {
  reviews: desk
    .route({ summary: 'Reviews by filter: what is to be done first by age, what is done newest first.' })
    .input(z.object({ filter: filter.default({}), limit: z.number().int().min(1).max(2000).default(200) }))
    .output(z.object({ reviews: z.array(reviewRowSchema), total: z.number().int() })),
  review: desk
    .route({ summary: 'One review with its conversation, form, answers and score.' })
    .input(z.object({ id: idSchema, pack: idSchema.optional() }))
    .output(qualityReviewSchema),
  reviewMake: desk
    .route({ summary: 'Picks a ticket for review by hand.' })
    .input(
      z.object({
        ticketId: idSchema,
        scorecardId: idSchema.optional(),
        reviewerId: idSchema.nullable().default(null),
        kind: z.enum(['manual', 'golden']).default('manual'),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  answer: desk
    .route({ summary: 'Keeps an answer, as typed: value, comment, causes, quotes; each by itself.' })
    .input(
      z.object({
        id: idSchema,
        pack: idSchema.optional(),
        criterion: z.string().max(60),
        set: z.object({
          value: z
            .union([z.number(), z.literal('na')])
            .nullable()
            .optional(),
          comment: answerSchema.shape.comment.unwrap().optional(),
          causes: answerSchema.shape.causes.unwrap().optional(),
          quotes: answerSchema.shape.quotes.unwrap().optional(),
        }),
        /** Seconds spent since the last answer. */
        seconds: z.number().min(0).max(86_400).default(0),
      }),
    )
    .output(z.object({ score: scoreSchema, changeSet: idSchema.nullable() })),
  finish: desk
    .route({ summary: 'The review is done. Refused while something is missing, naming it.' })
    .input(z.object({ id: idSchema, pack: idSchema.optional() }))
    .output(doneSchema),
  reopen: desk
    .route({ summary: 'A done review is worked on again; a released one is taken back from the agent.' })
    .input(z.object({ id: idSchema, pack: idSchema.optional() }))
    .output(doneSchema),
  skip: desk
    .route({ summary: 'Leaves a pick out, with the reason.' })
    .input(z.object({ id: idSchema, pack: idSchema.optional(), reason: line(1000).min(1) }))
    .output(doneSchema),
  assign: desk
    .route({ summary: 'Gives reviews to somebody else; nobody reviews themselves.' })
    .input(z.object({ ids: z.array(idSchema).min(1).max(2000), reviewerId: idSchema.nullable() }))
    .output(doneSchema),
  release: desk
    .route({ summary: 'Shows done reviews to their agents.' })
    .input(z.object({ ids: z.array(idSchema).min(1).max(2000) }))
    .output(doneSchema),
  acknowledge: desk
    .route({ summary: 'The agent has read it, with a word if they like.' })
    .input(z.object({ id: idSchema, note: line(4000).default('') }))
    .output(doneSchema),
  dispute: desk
    .route({ summary: 'The agent does not agree: why, and what they would have given.' })
    .input(
      z.object({
        id: idSchema,
        pack: idSchema.optional(),
        reason: line(4000).min(1),
        counter: z.record(z.string().max(60), z.union([z.number(), z.literal('na')])).default({}),
        secondReviewerId: idSchema.nullable().default(null),
      }),
    )
    .output(doneSchema),
  decide: desk
    .route({ summary: 'A second reviewer decides a dispute; what is overturned gets the values given.' })
    .input(
      z.object({
        id: idSchema,
        outcome: z.enum(['upheld', 'overturned', 'partly']),
        note: line(4000).default(''),
        values: z.record(z.string().max(60), z.union([z.number(), z.literal('na')])).default({}),
      }),
    )
    .output(doneSchema),
  reviewFile: desk
    .route({ summary: 'One review to print: a PDF, or a page of HTML in which nothing runs.' })
    .input(z.object({ id: idSchema, format: z.enum(['html', 'pdf']).default('pdf') }))
    .output(
      fileSchema.extend({
        /** Letters that the face of the PDF cannot draw; each is an empty box in it. The page has them. */
        missing: z.number().int(),
      }),
    ),
};

const calibrating = {
  sessions: desk.route({ summary: 'Calibration sessions.' }).output(z.object({ sessions: z.array(sessionSchema) })),
  sessionMake: desk
    .route({ summary: 'Several score the same conversations blind.' })
    .input(
      z.object({
        name: line(200).min(1),
        scorecardId: idSchema,
        ticketIds: z.array(idSchema).min(1).max(100),
        reviewerIds: z.array(idSchema).min(2).max(50),
        baselineId: idSchema.nullable().default(null),
      }),
    )
    .output(doneSchema.extend({ id: idSchema })),
  sessionClose: desk
    .route({ summary: 'Ends a session: from here on all see all scores.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  sessionResult: desk
    .route({ summary: 'Agreement by criterion and reviewer, who is lenient and whether by more than chance.' })
    .input(z.object({ id: idSchema }))
    .output(sessionResultSchema),
  graders: desk
    .route({ summary: 'Grade the grader: leniency, drift and golden conversations of each reviewer over time.' })
    .input(z.object({ days: z.number().int().min(7).max(1000).default(180) }))
    .output(
      z.object({
        reviewers: z.array(
          leniencySchema.extend({
            driftPerMonth: z.number().nullable(),
            driftLow: z.number().nullable(),
            driftHigh: z.number().nullable(),
            golden: counted,
            minutesPerReview: z.number().nullable(),
            disputes: z.number().int(),
            overturned: z.number().int(),
          }),
        ),
      }),
    ),
};

const group = z.object({
  key: z.string(),
  name: z.string(),
  score: counted,
  autoFails: z.number().int(),
  filter,
});
const reporting = {
  dashboard: desk
    .route({
      summary:
        'QA score against its target by agent, team, criterion, channel; trend, auto-fails, blind spots, coverage.',
    })
    .input(
      z.object({
        days: z.number().int().min(1).max(1000).default(30),
        kind: z.enum(['random', 'all']).default('random'),
      }),
    )
    .output(
      z.object({
        targetOutOfFive: z.number(),
        overall: counted,
        autoFailRate: z.object({
          n: z.number().int(),
          share: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
        }),
        agents: z.array(group),
        teams: z.array(group),
        channels: z.array(group),
        criteria: z.array(
          z.object({ scorecardId: idSchema, criterion: z.string(), name: z.string(), score: counted, filter }),
        ),
        weeks: z.array(z.object({ week: z.string(), score: counted })),
        /** Agents without enough reviews for anything to be said, and criteria mostly N/A. */
        blindSpots: z.array(z.object({ text: z.string(), filter })),
        coverage: z.array(weekSchema),
        reviewers: z.array(z.object({ reviewerId: idSchema, reviews: z.number().int(), minutes: z.number() })),
        disputes: z.object({
          n: z.number().int(),
          decided: z.number().int(),
          overturned: z.number().int(),
          byCriterion: z.array(
            z.object({
              criterion: z.string(),
              name: z.string(),
              disputed: z.number().int(),
              overturned: z.number().int(),
            }),
          ),
        }),
      }),
    ),
  exportFile: desk
    .route({ summary: 'Reviews with a column per criterion, as CSV or XLSX.' })
    .input(z.object({ filter: filter.default({}), format: z.enum(['csv', 'xlsx']) }))
    .output(fileSchema),
};

const travelling = {
  packs: desk
    .route({ summary: 'Packs made here and packs opened here.' })
    .output(z.object({ packs: z.array(packSchema) })),
  packMake: desk
    .route({ summary: 'Writes an encrypted pack of reviews for one reviewer, conversations redacted if asked.' })
    .input(
      z.object({
        reviewIds: z.array(idSchema).min(1).max(2000),
        passphrase: z.string().min(8).max(500),
        name: line(100).default(''),
        redact: redactionSchema.nullable().default(null),
      }),
    )
    .output(z.object({ pack: packSchema, fileName: z.string(), base64: z.string() })),
  packOpen: desk
    .route({ summary: 'Opens a pack here to be worked on; nothing of it is on this desk but the sealed box.' })
    .input(
      z.object({ source: importSourceSchema.optional(), id: idSchema.optional(), passphrase: z.string().max(500) }),
    )
    .output(z.object({ pack: packSchema, reviews: z.array(reviewRowSchema) })),
  packReviews: desk
    .route({ summary: 'The reviews of an opened pack.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ pack: packSchema, reviews: z.array(reviewRowSchema) })),
  packSave: desk
    .route({ summary: 'The opened pack as a file, with what was done in it, sealed by the same passphrase.' })
    .input(z.object({ id: idSchema }))
    .output(z.object({ fileName: z.string(), base64: z.string() })),
  packClose: desk
    .route({ summary: 'Forgets an opened pack; the file that was saved stays where it is.' })
    .input(z.object({ id: idSchema }))
    .output(doneSchema),
  packMerge: desk
    .route({
      summary: 'Brings a pack home: what was done in it, as one change that can be undone. Twice changes nothing.',
    })
    .input(z.object({ source: importSourceSchema, passphrase: z.string().max(500) }))
    .output(
      doneSchema.extend({
        merged: z.number().int(),
        same: z.number().int(),
        conflicts: z.array(conflictSchema),
      }),
    ),
  conflicts: desk
    .route({ summary: 'What two people said differently.' })
    .output(z.object({ conflicts: z.array(conflictSchema) })),
  conflictChoose: desk
    .route({ summary: 'Settles a conflict: what was said here, or there.' })
    .input(z.object({ id: z.string().max(300), choice: z.enum(['here', 'there']) }))
    .output(doneSchema),
};

export const qualityContract = { ...cards, ...sampling, ...reviewing, ...calibrating, ...reporting, ...travelling };
