import type { Compare, Comparison } from '../../contract/metrics.ts';
import { Fault } from '../fault.ts';
import { welch } from '../statistics/means.ts';
import { differenceOfShares, sharesTest, type Share } from '../statistics/proportions.ts';
import { medianOf, rankTest } from '../statistics/ranks.ts';

/** The seeds' two tests: fewer are too few, and a smaller change is none. */
export const leastSample = 30;
/** Of what is counted day by day: four whole weeks, each weekday as often. A month up to today has 29 days that are over. */
export const leastDays = 28;
const leastChange = 0.07;
export const byChance = 0.05;

type Found = Pick<Comparison, 'a' | 'b' | 'difference' | 'interval' | 'p'>;

function shares(a: Share, b: Share): Found {
  for (const [side, { n, successes }] of [['a', a] as const, ['b', b] as const])
    if (successes > n)
      throw new Fault('INVALID', `There are more successes (${successes}) than there were (${n}).`, {
        field: `${side}.successes`,
      });
  const of = ({ n, successes }: Share) => ({ n, value: n === 0 ? null : successes / n });
  const [one, other] = [of(a), of(b)];
  return {
    a: one,
    b: other,
    difference: one.value === null || other.value === null ? null : other.value - one.value,
    interval: differenceOfShares(a, b),
    p: sharesTest(a, b),
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

type Tested = { readonly difference: number; readonly interval: Found['interval']; readonly p: number | null };

/** Two sides and what a test says of them; what it does not say is null. */
export const tested = (a: Found['a'], b: Found['b'], test: Tested | null): Found => ({
  a,
  b,
  difference: test?.difference ?? null,
  interval: test?.interval ?? null,
  p: test?.p ?? null,
});

function means(a: readonly number[], b: readonly number[]): Found {
  return tested({ n: a.length, value: meanOf(a) }, { n: b.length, value: meanOf(b) }, welch(a, b));
}

function middles(a: readonly number[], b: readonly number[]): Found {
  const found = rankTest(a, b);
  const side = (values: readonly number[]) => ({
    n: values.length,
    value: values.length === 0 ? null : medianOf(values),
  });
  return tested(side(a), side(b), found === null ? null : { ...found, difference: found.shift });
}

function foundOf({ a, b, measure }: Compare): Found {
  if ('values' in a && 'values' in b) return (measure === 'mean' ? means : middles)(a.values, b.values);
  if ('successes' in a && 'successes' in b) return shares(a, b);
  throw new Fault('INVALID', 'Both sides have to be counts, or both values.', { field: 'b' });
}

const relativeTo = (base: number | null, change: number): number | null =>
  base === null || base === 0 ? null : change / Math.abs(base);

/** Whether all that the change may be is too small to matter. */
function isSteady({ a, interval }: Found, leastBy: number | null): boolean {
  if (interval === null) return false;
  if (leastBy !== null) return interval.low > -leastBy && interval.high < leastBy;
  const [low, high] = [relativeTo(a.value, interval.low), relativeTo(a.value, interval.high)];
  return low !== null && high !== null && low > -leastChange && high < leastChange;
}

/**
 * Compares two periods or groups, the second with the first: shares, or values by their means or their middles. Says whether
 * to react: enough of both, a change that is big enough, and more than chance; `steady` where there is enough and the whole
 * interval is too small to matter; else `notYet`. Faults INVALID on sides of two kinds. SPEC MET-1 to MET-4.
 */
export const compare = (input: Compare, least = leastSample): Comparison => judged(foundOf(input), null, least);

/** From nothing to something is big, whatever nothing is multiplied by. */
function isBig(by: number, relative: number | null, leastBy: number | null): boolean {
  if (leastBy !== null) return Math.abs(by) >= leastBy;
  return relative === null ? by !== 0 : Math.abs(relative) >= leastChange;
}

/**
 * The same of what was found elsewhere: of sketches, of ratios. `leastBy`: the least change that is big enough, in the unit of
 * the figure, where a share of what it was says nothing: an NPS of 1 has doubled at 2. `least`: fewer on a side are too few.
 */
export function judged(found: Found, leastBy: number | null = null, least = leastSample): Comparison {
  const { a, b, difference, interval, p } = found;
  const relativeChange = difference === null || leastBy !== null ? null : relativeTo(a.value, difference);
  const enoughSample = a.n >= least && b.n >= least;
  const bigEnough = isBig(difference ?? 0, relativeChange, leastBy);
  const isMore = p !== null && p < byChance && interval !== null && (interval.low > 0 || interval.high < 0);
  const verdict =
    enoughSample && bigEnough && isMore ? 'react' : enoughSample && isSteady(found, leastBy) ? 'steady' : 'notYet';
  return { ...found, difference, relativeChange, enoughSample, bigEnough, verdict };
}
