import type { Comparison, Figure, KpiName } from '../../contract/metrics.ts';
import { compareNps, netPromoter, npsCount, type NpsCounts } from '../statistics/nps.ts';
import { compareRatios, ratioOf, type Part } from '../statistics/ratio.ts';
import { judged, leastDays, leastSample, tested } from './compare.ts';

/** Figures that are not added up by day with the tickets: of responses, reviews, shifts and what they cost. SPEC KPI-13. */
const bounds = {
  /** A part is 1 of a promoter, -1 of a detractor, 0 of all others. */
  nps: [-100, 100],
  qaScore: [0, 5],
  adherence: [0, 1],
  ticketsPerAgent: [0, Infinity],
  costPerContact: [0, Infinity],
} as const satisfies Partial<Record<KpiName, readonly [number, number]>>;
export type PartsName = keyof typeof bounds;

export const isOfParts = (name: KpiName): name is PartsName => Object.hasOwn(bounds, name);
/** Below and above which no such figure is. */
export const boundsOf = (name: PartsName): readonly [low: number, high: number] => bounds[name];

/** An NPS is of percent of those who answered: 7 % of them are 7 points. SPEC KPI-14. */
const leastNpsChange = 7;

function countsOf(parts: readonly Part[]): NpsCounts {
  const promoters = parts.filter(({ top }) => top > 0).length;
  const detractors = parts.filter(({ top }) => top < 0).length;
  return { promoters, detractors, passives: parts.length - promoters - detractors };
}

function told(name: PartsName, parts: readonly Part[]): Pick<Figure, 'value' | 'interval'> {
  if (name === 'nps') {
    const found = netPromoter(countsOf(parts));
    return { value: found?.score ?? null, interval: found?.interval ?? null };
  }
  const { value = null, interval = null } = ratioOf(parts) ?? {};
  const [least, most] = bounds[name];
  return {
    value,
    interval: interval === null ? null : { low: Math.max(least, interval.low), high: Math.min(most, interval.high) },
  };
}

/** A figure of some parts; `n` is how many there are. Nothing of none, and where nothing stands below the line. */
export const partsFigure = (name: PartsName, parts: readonly Part[]): Figure => ({
  name,
  n: parts.length,
  hits: null,
  p90: null,
  mean: null,
  ...told(name, parts),
});

/** Two NPS of counts, the later with the earlier. SPEC KPI-14. */
export function compareNpsCounts(before: NpsCounts, now: NpsCounts): Comparison {
  const side = (counts: NpsCounts) => ({ n: npsCount(counts), value: netPromoter(counts)?.score ?? null });
  return judged(tested(side(before), side(now), compareNps(before, now)), leastNpsChange);
}

/** Two stretches of the same figure, the later with the earlier. SPEC KPI-14, KPI-15. */
export function compareParts(name: PartsName, before: readonly Part[], now: readonly Part[]): Comparison {
  if (name === 'nps') return compareNpsCounts(countsOf(before), countsOf(now));
  const side = (parts: readonly Part[]) => ({ n: parts.length, value: told(name, parts).value });
  const found = tested(side(before), side(now), compareRatios(before, now));
  return judged(found, null, name === 'costPerContact' ? leastDays : leastSample);
}
