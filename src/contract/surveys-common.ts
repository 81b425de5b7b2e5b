import { z } from 'zod';
import { dateSchema, idSchema, instantInSchema, instantSchema } from './common.ts';
import { dateOrderSchema, importSourceSchema, issueSchema, questionSchema } from './exchange.ts';
import { comparisonSchema } from './metrics.ts';
import { doneSchema } from './tickets.ts';
import { answerKinds, matchedBy, surveyShapes } from './words.ts';

export const line = (max: number) => z.string().trim().max(max);
export const count = z.number().int();
const intervalSchema = z.object({ low: z.number(), high: z.number() }).nullable();

/** Net promoter score, from -100 to 100, and its interval at 95 % in the same. */
export const npsSchema = z.object({
  n: count,
  promoters: count,
  passives: count,
  detractors: count,
  score: z.number().nullable(),
  interval: intervalSchema,
  /** Fewer than 30. */
  few: z.boolean(),
});
export type Nps = z.infer<typeof npsSchema>;

/** Share of those who are satisfied, with its interval at 95 %. */
export const csatSchema = z.object({
  n: count,
  satisfied: count,
  share: z.number().nullable(),
  interval: intervalSchema,
  few: z.boolean(),
});
export type Csat = z.infer<typeof csatSchema>;

export const total = z.number().int().min(0).max(1_000_000_000);
export const npsInSchema = z.union([
  z.object({ scores: z.array(z.number()).max(100_000) }),
  z.object({ promoters: total, passives: total, detractors: total }),
]);
export type NpsIn = z.infer<typeof npsInSchema>;
export const csatInSchema = z.union([
  z.object({
    scores: z.array(z.number()).max(100_000),
    /** The least score of who is satisfied: 4 of 5. */
    top: z.number().default(4),
  }),
  z.object({ satisfied: total, n: total }),
]);
export type CsatIn = z.infer<typeof csatInSchema>;

export const paretoItemSchema = z.object({ name: z.string().max(500), count: total });
export const paretoRowSchema = z.object({
  name: z.string(),
  count,
  share: z.number(),
  /** Of this one and all before it. */
  cumulative: z.number(),
  /** 1 for the most; those with as many have the same. */
  rank: count,
  /** One of the few that make up 80 % together. */
  vital: z.boolean(),
});
export type ParetoRow = z.infer<typeof paretoRowSchema>;

/** What a column of a survey's file is. */
export const columnKindSchema = z.enum([
  'nps',
  'csat',
  'csatWords',
  'verbatim',
  'list',
  'email',
  'ticket',
  'time',
  'responseId',
  'ignore',
]);
export type ColumnKind = z.infer<typeof columnKindSchema>;

const wordScores = z.record(z.string().max(500), z.number().min(0).max(100));
export const surveyColumnSchema = z.object({
  /** The question with its row, as the file has it; found again by it. */
  title: z.string().max(2000),
  kind: columnKindSchema,
  /** Of scores: columns with the same name are one figure, their mean. */
  group: line(200).nullable().default(null),
  /** Of `csat`: the most there is. */
  most: z.number().min(1).max(100).default(5),
  /** Of `csat` and `csatWords`: the least score of who is satisfied. */
  top: z.number().min(0).max(100).default(4),
  /** Of `csatWords`: what each answer counts, by it in lower case; what is not here is not counted. */
  words: wordScores.default({}),
});
export type SurveyColumn = z.infer<typeof surveyColumnSchema>;

export const surveyInspectionSchema = z.object({
  fileName: z.string(),
  shape: z.enum(surveyShapes),
  rows: count,
  columns: z.array(
    surveyColumnSchema.extend({
      /** Why it was proposed as that. */
      why: z.string(),
      sample: z.array(z.string()),
      /** Of columns with few answers: those there are, as written, commonest first. */
      answers: z.array(z.object({ text: z.string(), count })),
    }),
  ),
  /** The survey these questions are of, if one is known. */
  surveyId: idSchema.nullable(),
  name: z.string(),
  timeZone: z.string(),
  dateOrder: dateOrderSchema.nullable(),
  questions: z.array(questionSchema),
  notes: z.array(z.string()),
});
export type SurveyInspection = z.infer<typeof surveyInspectionSchema>;

export const surveyImportInSchema = z.object({
  source: importSourceSchema,
  /** Into this one, else a new one of that name. */
  surveyId: idSchema.nullable().default(null),
  name: line(200).default(''),
  /** As they are to be read, in the order of the file; left out: as proposed. */
  columns: z.array(surveyColumnSchema).max(2000).optional(),
  dateOrder: dateOrderSchema.optional(),
  timeZone: z.string().max(64).optional(),
  dryRun: z.boolean().default(false),
});

const matchesSchema = z.object({ ticket: count, foreign: count, solved: count, customer: count, none: count });
export const surveyImportSchema = z.object({
  surveyId: idSchema.nullable(),
  name: z.string(),
  counts: z.object({
    /** That come in. */
    responses: count,
    /** That are here already. */
    same: count,
    rejected: count,
  }),
  matched: matchesSchema,
  /** At most 1,000, in the order of the file. */
  issues: z.array(issueSchema),
  issuesTotal: count,
  questions: z.array(questionSchema),
  done: doneSchema.nullable(),
});
export type SurveyImport = z.infer<typeof surveyImportSchema>;

export const surveyQuestionSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(answerKinds),
  most: z.number(),
  top: z.number(),
});
export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>;

export const surveySchema = z.object({
  id: idSchema,
  name: z.string(),
  responses: count,
  firstAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
  /** Those with words in them, and how many of these nobody has read yet. */
  withWords: count,
  unread: count,
  questions: z.array(surveyQuestionSchema),
});
export type Survey = z.infer<typeof surveySchema>;

const figureSchema = z.object({ nps: npsSchema.nullable(), csat: csatSchema.nullable() });
export type SurveyFigure = z.infer<typeof figureSchema>;
const byIdSchema = z.array(z.object({ id: idSchema.nullable(), name: z.string(), figure: figureSchema }));

export const scoredSchema = z.object({
  question: surveyQuestionSchema,
  surveyId: idSchema,
  surveyName: z.string(),
  total: figureSchema,
  /** Month by month, oldest first; months without an answer have n 0. */
  months: z.array(z.object({ month: z.string(), figure: figureSchema })),
  /** Of answers that are of a ticket. */
  queues: byIdSchema,
  agents: byIdSchema,
});
export type Scored = z.infer<typeof scoredSchema>;

export const codeSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** What it belongs to; blank: nothing above it. */
  theme: z.string(),
  /** Words or phrases that suggest it. */
  words: z.array(z.string()),
  uses: count,
});
export type SurveyCode = z.infer<typeof codeSchema>;

const hitSchema = z.object({
  codeId: idSchema,
  name: z.string(),
  /** What was found, as it stands in the text. */
  found: z.array(z.string()),
});

export const surveyResponseSchema = z.object({
  id: idSchema,
  surveyId: idSchema,
  at: instantSchema,
  /** Null for an agent, and where none was given. */
  email: z.string().nullable(),
  scores: z.array(z.object({ questionId: idSchema, title: z.string(), score: z.number(), most: z.number() })),
  /** Unhappy with one of the questions: a detractor, or not satisfied. */
  low: z.boolean(),
  texts: z.array(z.object({ title: z.string(), text: z.string() })),
  ticket: z.object({ id: idSchema, number: count, subject: z.string(), agentId: idSchema.nullable() }).nullable(),
  customerId: idSchema.nullable(),
  customer: z.string().nullable(),
  matchedBy: z.enum(matchedBy).nullable(),
  codes: z.array(z.object({ id: idSchema, name: z.string() })),
  /** What the rules would add, less what was turned down. */
  suggested: z.array(hitSchema),
  /** When its words were read, by a person or by the rules alone; null: not yet. */
  readAt: instantSchema.nullable(),
});
export type SurveyResponse = z.infer<typeof surveyResponseSchema>;

export const responseFilterSchema = z.object({
  surveyId: idSchema.nullable().default(null),
  from: instantInSchema.nullable().default(null),
  to: instantInSchema.nullable().default(null),
  /** `low`: unhappy. `unread`: with words that nobody has read. `unmatched`: of no ticket. */
  only: z.enum(['all', 'low', 'unread', 'words', 'unmatched']).default('all'),
  codeId: idSchema.nullable().default(null),
  text: z.string().max(500).default(''),
});
export type ResponseFilter = z.infer<typeof responseFilterSchema>;

export const themeSchema = z.object({
  codeId: idSchema,
  name: z.string(),
  theme: z.string(),
  mentions: count,
  /** Of the responses that were read. */
  share: z.number(),
  /** Of those who do not mention it, and of those who do. */
  comparison: comparisonSchema,
  /** What it costs the mean of all: how much higher that of those who do not mention it is. Null where nobody scored. */
  cost: z.number().nullable(),
  adjustedP: z.number().nullable(),
  verdict: z.enum(['lower', 'higher', 'noDifference', 'few']),
});
export type Theme = z.infer<typeof themeSchema>;

const recurrenceSideSchema = z.object({
  comparison: comparisonSchema,
  verdict: z.enum(['less', 'more', 'same', 'early']),
});
export type RecurrenceSide = z.infer<typeof recurrenceSideSchema>;

export const problemSchema = z.object({
  id: idSchema,
  title: z.string(),
  codeId: idSchema.nullable(),
  /** Of tickets. */
  category: z.string().nullable(),
  whys: z.array(z.string()),
  action: z.string(),
  ownerId: idSchema.nullable(),
  dueOn: dateSchema.nullable(),
  doneAt: instantSchema.nullable(),
  madeAt: instantSchema,
  /** Null until the action is done. */
  recurrence: z
    .object({
      from: instantSchema,
      to: instantSchema,
      responses: recurrenceSideSchema.nullable(),
      tickets: recurrenceSideSchema.nullable(),
    })
    .nullable(),
});
export type Problem = z.infer<typeof problemSchema>;
