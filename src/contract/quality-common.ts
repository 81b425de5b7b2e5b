import { z } from 'zod';

const line = (max: number) => z.string().trim().min(1).max(max);
const keySchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9_-]+$/, 'letters, digits, - and _ only');

/** What a criterion is scored on. Points go from 1 to `points`; yes is 1 and no is 0. */
export const scaleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('points'), points: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5)]) }),
  z.object({ kind: z.literal('yesNo') }),
  z.object({ kind: z.literal('numeric'), min: z.number().min(-1e6).max(1e6), max: z.number().min(-1e6).max(1e6) }),
]);
export type Scale = z.infer<typeof scaleSchema>;

/** Shown only while another criterion before it has been given a share within these bounds (0 the least, 1 the most). */
export const showIfSchema = z.object({
  criterion: keySchema,
  atLeast: z.number().min(0).max(1).default(0),
  atMost: z.number().min(0).max(1).default(1),
});

export const criterionSchema = z.object({
  id: keySchema,
  name: line(200),
  guidance: z.string().max(4000).default(''),
  scale: scaleSchema,
  /** 0 to 100, beside the others of its section. 0: noted, not counted. */
  weight: z.number().min(0).max(100),
  /** Whether "not applicable" can be said: its weight then goes to the others. */
  mayBeNA: z.boolean().default(false),
  /** A share at or below `at` fails the section or the whole card. */
  autoFail: z
    .object({ at: z.number().min(0).max(1).default(0), fails: z.enum(['section', 'card']) })
    .nullable()
    .default(null),
  /** Below this share a root cause has to be named. */
  causeBelow: z.number().min(0).max(1).nullable().default(null),
  /** Below this share a comment has to be written. */
  commentBelow: z.number().min(0).max(1).nullable().default(null),
  showIf: showIfSchema.nullable().default(null),
  /** What each level means, lowest first, with an example. */
  levels: z
    .array(z.object({ label: z.string().max(100), example: z.string().max(1000).default('') }))
    .max(10)
    .default([]),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const sectionSchema = z.object({
  id: keySchema,
  name: line(200),
  weight: z.number().min(0).max(100),
  /** Adds up to its weight, in percent, on top of the rest; the whole is at most 100. */
  bonus: z.boolean().default(false),
  criteria: z.array(criterionSchema).min(1).max(60),
});
export type Section = z.infer<typeof sectionSchema>;

export const scorecardBodySchema = z.object({
  name: line(100),
  /** What it is for, in words: `Chat`, `Calls of Billing`. */
  purpose: z.string().trim().max(500).default(''),
  sections: z.array(sectionSchema).min(1).max(30),
  /** Root causes to choose from. */
  causes: z.array(line(100)).max(60).default([]),
  /** From this score on, in percent, a review has passed; the seeds' 4.0 of 5. */
  passPercent: z.number().min(0).max(100).default(80),
});
export type ScorecardBody = z.infer<typeof scorecardBodySchema>;

/** A passage of a conversation that stands for a score. */
export const quoteSchema = z.object({
  /** The event it is from, and from which character to which. */
  eventId: z.string().min(1).max(100),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  text: z.string().max(2000),
});
export type Quote = z.infer<typeof quoteSchema>;

export const answerSchema = z.object({
  /** On the criterion's scale; `na` where it does not apply; null while it is open. */
  value: z
    .union([z.number(), z.literal('na')])
    .nullable()
    .default(null),
  comment: z.string().max(10_000).default(''),
  causes: z.array(line(100)).max(20).default([]),
  quotes: z.array(quoteSchema).max(20).default([]),
});
export type Answer = z.infer<typeof answerSchema>;

/** By criterion. */
export const answersSchema = z.record(keySchema, answerSchema);
export type Answers = z.infer<typeof answersSchema>;

export const scoreSchema = z.object({
  /** 0 to 100; null while nothing counts yet. */
  percent: z.number().nullable(),
  /** The same on five points, as targets are written: percent / 20. */
  outOfFive: z.number().nullable(),
  passed: z.boolean().nullable(),
  /** Everything that has to be said is said. */
  complete: z.boolean(),
  /** What is still to be said. */
  missing: z.array(z.object({ criterion: z.string(), what: z.enum(['value', 'cause', 'comment']) })),
  /** Criteria that failed the card or their section. */
  autoFailed: z.array(z.string()),
  sections: z.array(
    z.object({
      id: z.string(),
      percent: z.number().nullable(),
      /** Its weight in the whole once what does not apply has given its own away, in percent; for a bonus what it added. */
      weight: z.number(),
      autoFailed: z.boolean(),
    }),
  ),
  criteria: z.array(
    z.object({
      id: z.string(),
      shown: z.boolean(),
      /** 0 to 1; null where open, hidden or not applicable. */
      share: z.number().nullable(),
      /** Its weight in the whole, in percent. */
      weight: z.number(),
    }),
  ),
});
export type Score = z.infer<typeof scoreSchema>;

const figure = z.number().nullable();
/** A 95 % interval; null where there is none. */
const interval = z.tuple([z.number(), z.number()]).nullable();

export const agreementInputSchema = z.object({
  /** Per item one number per rater; null where a rater did not rate it. */
  ratings: z.array(z.array(z.number().nullable()).max(200)).min(1).max(20_000),
  weights: z.enum(['linear', 'quadratic']).optional(),
  /** Percent agreement counts ratings that differ by no more than this. */
  tolerance: z.number().min(0).default(0),
});
export type AgreementInput = z.infer<typeof agreementInputSchema>;

/** The same figures, each as its own kind of value. */
const figures = <Value extends z.ZodType>(value: Value) => ({
  /** Items on which all who rated them agree, of those that two or more rated; 0 to 100. */
  percent: value,
  /** Pairs of ratings of one item that agree; 0 to 100. */
  pairwisePercent: value,
  /** Two raters alone. */
  cohenKappa: value,
  weightedKappa: value,
  /** Every item rated by as many. */
  fleissKappa: value,
  alpha: z.object({ nominal: value, ordinal: value, interval: value, ratio: value }),
  /** Every item rated by all: of one rating, and of the mean of all raters. Shrout and Fleiss, McGraw and Wong. */
  icc: z.object({
    oneWay: value,
    agreement: value,
    consistency: value,
    oneWayMean: value,
    agreementMean: value,
    consistencyMean: value,
  }),
});

/** Null where a figure is not defined for these ratings. */
export const agreementSchema = z.object({
  items: z.number().int(),
  raters: z.number().int(),
  ...figures(figure),
  /** 95 % intervals of the same figures. */
  intervals: z.object(figures(interval)),
  /** Tests of the figures against no agreement: z or F, and how likely it is by chance. */
  tests: z.object({
    cohenKappa: z.object({ z: z.number(), p: z.number() }).nullable(),
    weightedKappa: z.object({ z: z.number(), p: z.number() }).nullable(),
    fleissKappa: z.object({ z: z.number(), p: z.number() }).nullable(),
    icc: z.object({ f: z.number(), p: z.number() }).nullable(),
  }),
});
export type Agreement = z.infer<typeof agreementSchema>;
