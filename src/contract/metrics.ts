import { z } from 'zod';
import { desk } from './common.ts';

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
  /** 30 or more on both sides. */
  enoughSample: z.boolean(),
  /** 7 % or more. */
  bigEnough: z.boolean(),
  /** `steady`: enough, and the whole interval is below 7 %. `notYet`: do not react yet. */
  verdict: z.enum(['react', 'steady', 'notYet']),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const metricsContract = {
  compare: desk
    .route({ summary: 'Whether two periods or groups differ by more than noise, and whether to react.' })
    .input(compareSchema)
    .output(comparisonSchema),
};
