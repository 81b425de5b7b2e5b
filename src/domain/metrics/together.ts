import type { Comparison } from '../../contract/metrics.ts';
import { holm } from '../statistics/holm.ts';
import { byChance } from './compare.ts';

/**
 * Comparisons that stand side by side: each p raised for how many there are (Holm 1979), and with it what to react to. Those of
 * which too few are known are no tests. SPEC KPI-22, COA-21, SUR-32, TRN-2.
 */
export function together<One extends Comparison | null>(comparisons: readonly One[]): One[] {
  const raised = holm(comparisons.map((each) => (each?.enoughSample === true ? each.p : null)));
  return comparisons.map((each, at) => {
    if (each === null) return each;
    const p = raised[at] ?? each.p;
    const isChance = each.verdict === 'react' && (p === null || p >= byChance);
    return { ...each, p, verdict: isChance ? 'notYet' : each.verdict };
  });
}

/** The p that was raised; null of what was no test. */
export const raisedP = ({ enoughSample, p }: Comparison): number | null => (enoughSample ? p : null);
