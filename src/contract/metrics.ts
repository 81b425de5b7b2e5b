import { z } from 'zod';
import { dateSchema, desk, idSchema, instantSchema } from './common.ts';
import { doneSchema } from './tickets.ts';
import { currencyPattern, kpiDimensions, kpiNames, kpiSamples } from './words.ts';

const many = 100_000;
const countSchema = z.object({
  n: z.number().int().min(0).max(1_000_000_000),
  successes: z.number().int().min(0).max(1_000_000_000),
});
const valuesSchema = z.object({ values: z.array(z.number()).max(many) });
const sideSchema = z.union([countSchema, valuesSchema]);

export const compareSchema = z.object({
  /** What is compared with: the period before, the others. */
  a: sideSchema,
  b: sideSchema,
  /** Of values: their middles, told by ranks (times), or their means (scores). */
  measure: z.enum(['median', 'mean']).default('median'),
});
export type Compare = z.infer<typeof compareSchema>;

const summarySchema = z.object({
  n: z.number().int(),
  /** The share, the median or the mean; null of nothing. */
  value: z.number().nullable(),
});

export const comparisonSchema = z.object({
  a: summarySchema,
  b: summarySchema,
  /** Of `b` less `a`, in their unit; of medians the shift. Null where one of them is of nothing. */
  difference: z.number().nullable(),
  /** Beside what `a` is; null where that is nothing or 0. */
  relativeChange: z.number().nullable(),
  /** 95 %, of the difference; null where there is none. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Two-sided; null where there is none. */
  p: z.number().nullable(),
  /** `leastSample` of the figure or more on both sides: 30, of what is counted by days 28. */
  enoughSample: z.boolean(),
  /** 7 % or more, of an NPS 7 points. */
  bigEnough: z.boolean(),
  /** `steady`: enough, and the whole interval is below that. `notYet`: do not react yet. */
  verdict: z.enum(['react', 'steady', 'notYet']),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const kpiNameSchema = z.enum(kpiNames);
export type KpiName = z.infer<typeof kpiNameSchema>;
const dimensionSchema = z.enum(kpiDimensions);
export type KpiDimension = z.infer<typeof dimensionSchema>;

/** What an hour of an agent costs the desk, all in. SPEC KPI-18. */
const costSchema = z.object({
  /** Of an hour, to the cent. */
  amount: z.number().min(0.01, 'An hour costs a cent or more.').max(1_000_000),
  currency: z.string().regex(currencyPattern, 'A currency is three capitals, such as USD.'),
});
export type HourCost = z.infer<typeof costSchema>;

/** A figure as it is defined: shown with it wherever it stands. SPEC KPI-1. */
export const kpiSchema = z.object({
  name: kpiNameSchema,
  title: z.string(),
  /** `minutes`: of working time, as the clocks count. `score`: out of five. `nps`: -100 to 100. `rate`: tickets of one agent a day. */
  kind: z.enum(['share', 'minutes', 'count', 'score', 'nps', 'rate', 'money']),
  /** In words; of money its currency, three capitals. */
  unit: z.string(),
  better: z.enum(['more', 'less', 'neither']),
  /** How it is worked out, in words. */
  formula: z.string(),
  /** On which day what it is of counts. */
  day: z.enum(['created', 'solved', 'end', 'answered', 'reviewed', 'worked', 'over']),
  /** What it is compared by, one by one: what fewer than `leastSample` of are too few. */
  sample: z.enum(kpiSamples),
  /** By what it is told apart; by all else it is not told. SPEC KPI-13. */
  apart: z.array(dimensionSchema),
  /** In its unit: shares 0 to 1. Null: none is set. */
  target: z.number().nullable(),
  /** Fewer are too few to react to. */
  leastSample: z.number().int(),
  /** Who answers for it. */
  owner: z.string(),
  source: z.string(),
  /** What has to be there before it can be told, in words; null: nothing. */
  lacks: z.string().nullable(),
});
export type Kpi = z.infer<typeof kpiSchema>;

/** One figure of some tickets, responses, reviews or days. Null where there is nothing to tell it of. */
export const figureSchema = z.object({
  name: kpiNameSchema,
  /** Of how many. */
  n: z.number().int(),
  /** A share, the median in minutes, a count, a score out of five, an NPS, a rate or money. */
  value: z.number().nullable(),
  /** Of a share, how many; else null. */
  hits: z.number().int().nullable(),
  /** Of minutes: nine of ten were at or below. */
  p90: z.number().nullable(),
  mean: z.number().nullable(),
  /** 95 %: of a share (Wilson), an NPS (Rocks 2016), of all else that is no minutes and no count by t. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A dimension's value: `key` is an id, a code word or text; `label` is what people call it. */
const placeSchema = z.object({ key: z.string(), label: z.string() });

/** One dimension's value to which everything is narrowed. */
const narrowSchema = z.object({ by: dimensionSchema, key: z.string().max(300) });
export type Narrow = z.infer<typeof narrowSchema>;

const rangeSchema = z.object({
  from: dateSchema,
  days: z.number().int().min(1).max(1100),
  within: narrowSchema.nullable().default(null),
});

/** When what is told was last worked out, and whether all of it is there. */
const freshSchema = z.object({ at: instantSchema, days: z.number().int() });

const against = ['before', 'lastYear', 'none'] as const;

export const metricsContract = {
  compare: desk
    .route({ summary: 'Whether two periods or groups differ by more than noise, and whether to react.' })
    .input(compareSchema)
    .output(comparisonSchema),
  kpis: desk.route({ summary: 'Every figure with its definition, target, sample and source.' }).output(
    z.object({
      kpis: z.array(kpiSchema),
      /** What an hour of an agent costs; null: nobody said, or it is not for whoever asks. */
      cost: costSchema.nullable(),
    }),
  ),
  targetSave: desk
    .route({ summary: 'Sets the target of a figure, or with null takes it away, and who answers for it.' })
    .input(
      z.object({
        name: kpiNameSchema,
        target: z.number().min(-100).max(1_000_000).nullable(),
        /** Left out: as it is. Empty: the coordinator. */
        owner: z.string().trim().max(200).optional(),
      }),
    )
    .output(doneSchema),
  costSave: desk
    .route({ summary: 'What an hour of an agent costs, or with null nothing that anybody knows.' })
    .input(z.object({ cost: costSchema.nullable() }))
    .output(doneSchema),
  figures: desk
    .route({
      summary:
        'All figures of some days, as a whole or told apart, beside the days before or those of last year, with what to react to.',
    })
    .input(
      rangeSchema.extend({ by: dimensionSchema.nullable().default(null), against: z.enum(against).default('before') }),
    )
    .output(
      z.object({
        fresh: freshSchema,
        /** What it is held against; null: nothing. */
        against: z.object({ from: dateSchema, days: z.number().int() }).nullable(),
        rows: z.array(
          placeSchema.extend({
            figures: z.array(
              figureSchema.extend({
                /** Of both stretches; null where nothing is compared. p raised for how many stand beside it (Holm). */
                comparison: comparisonSchema.nullable(),
                meetsTarget: z.boolean().nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
  series: desk
    .route({ summary: 'One figure day by day with its control chart: what is usual, and which days are not.' })
    .input(rangeSchema.extend({ name: kpiNameSchema }))
    .output(
      z.object({
        fresh: freshSchema,
        centre: z.number().nullable(),
        days: z.array(
          z.object({
            date: dateSchema,
            figure: figureSchema,
            low: z.number().nullable(),
            high: z.number().nullable(),
            signal: z.enum(['beyond', 'run']).nullable(),
          }),
        ),
      }),
    ),
  distribution: desk
    .route({ summary: 'How minutes are spread: how many tickets in each step, and the quantiles.' })
    .input(rangeSchema.extend({ name: z.enum(['firstResponse', 'nextResponse', 'resolution', 'handleTime']) }))
    .output(
      z.object({
        fresh: freshSchema,
        n: z.number().int(),
        quantiles: z.array(z.object({ share: z.number(), minutes: z.number() })),
        steps: z.array(z.object({ from: z.number(), to: z.number().nullable(), n: z.number().int() })),
        /** Told quantiles are off by no more than this share. */
        error: z.number(),
      }),
    ),
  heat: desk
    .route({ summary: 'Tickets that came in by weekday and hour of the desk’s clock, on a mean week of those days.' })
    .input(rangeSchema.pick({ from: true, days: true }))
    .output(
      z.object({
        fresh: freshSchema,
        cells: z.array(
          z.object({
            /** 0: Monday. */
            weekday: z.number().int(),
            hour: z.number().int(),
            n: z.number().int(),
            /** How many of these weekdays there were. */
            days: z.number().int(),
          }),
        ),
      }),
    ),
  ageing: desk.route({ summary: 'Open tickets by how old they are, now.' }).output(
    z.object({
      n: z.number().int(),
      steps: z.array(
        z.object({
          fromDays: z.number(),
          toDays: z.number().nullable(),
          n: z.number().int(),
          breached: z.number().int(),
        }),
      ),
    }),
  ),
  behind: desk
    .route({
      summary:
        'The tickets behind a figure: those it is of, and of a share those that count for it; of answers and reviews those they are about.',
    })
    .input(
      rangeSchema.extend({
        name: kpiNameSchema,
        /** Of a share: those that count for it, those that do not, or all. */
        which: z.enum(['all', 'hits', 'misses']).default('all'),
        /** The row of a table that is narrowed already: both hold. Not of a backlog, which tables that are narrowed have not. */
        row: narrowSchema.nullable().default(null),
        /** 0: Monday. Only what counts of these days: a cell of the heat map. Not of a backlog. */
        weekday: z.number().int().min(0).max(6).nullable().default(null),
        limit: z.number().int().min(1).max(5000).default(500),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        /** What the figure is of, where that is no tickets: how many responses, reviews or days; else null. */
        of: z.number().int().nullable(),
        tickets: z.array(
          z.object({
            id: idSchema,
            number: z.number().int(),
            subject: z.string(),
            createdAt: instantSchema,
            solvedAt: instantSchema.nullable(),
            /** Of minutes: how many. */
            minutes: z.number().nullable(),
            hit: z.boolean().nullable(),
          }),
        ),
      }),
    ),
};
