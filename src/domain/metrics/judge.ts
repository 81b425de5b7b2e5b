import type { Comparison } from '../../contract/metrics.ts';
import { compareMedians } from '../statistics/sketch-ranks.ts';
import { compare, judged, leastDays, tested } from './compare.ts';
import {
  figureOf,
  hitsIn,
  isMinutes,
  isShare,
  sketchIn,
  type MinutesName,
  type Tally,
  type TicketsName,
} from './tally.ts';

/** Figures of some tickets, and of the days one by one where it is a count. */
export type Side = {
  readonly tally: Tally;
  readonly daily: readonly { readonly created: number; readonly solved: number }[];
};

function medians(name: MinutesName, a: Tally, b: Tally): Comparison {
  const [one, other] = [figureOf(name, a), figureOf(name, b)];
  const found = compareMedians(sketchIn(name, a), sketchIn(name, b));
  return judged(tested({ n: one.n, value: one.value }, { n: other.n, value: other.value }, found));
}

/** One figure of two stretches, the later with the earlier. Null of a backlog, which is no sample of anything. SPEC KPI-21. */
export function compareFigure(name: TicketsName, before: Side, now: Side): Comparison | null {
  if (name === 'backlog') return null;
  if (isMinutes(name)) return medians(name, before.tally, now.tally);
  if (isShare(name)) {
    const [[ha, na], [hb, nb]] = [hitsIn(name, before.tally), hitsIn(name, now.tally)];
    return compare({ a: { n: na, successes: ha }, b: { n: nb, successes: hb }, measure: 'median' });
  }
  // Counts by day: as many values as there are days.
  const values = ({ daily }: Side): number[] => daily.map((each) => each[name]);
  return compare({ a: { values: values(before) }, b: { values: values(now) }, measure: 'mean' }, leastDays);
}
