import type { ChangeOf, Comparison } from '../../contract/index.ts';
import { holm } from '../statistics/holm.ts';

export type Effect = {
  readonly adjustedP: number | null;
  readonly verdict: 'better' | 'worse' | 'noDifference' | 'early' | 'notMeasured';
};

const byChance = 0.05;

function verdictOf({ better, comparison }: ChangeOf, adjustedP: number | null): Effect['verdict'] {
  const { difference, enoughSample, verdict } = comparison;
  if (!enoughSample || difference === null) return 'early';
  if (verdict !== 'react' || adjustedP === null || adjustedP >= byChance) return 'noDifference';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}

/**
 * Which changes after coaching are more than noise: each has to be one to react to by itself (MET-1), and its p still below
 * 0.05 once raised for how many are looked at together (Holm 1979). Null: not measured. SPEC COA-20, COA-21.
 */
export function effects(changes: readonly (ChangeOf | null)[]): Effect[] {
  // Those of which too little is known are no tests.
  const tested = (change: ChangeOf | null): Comparison | null =>
    change !== null && change.comparison.enoughSample ? change.comparison : null;
  const raised = holm(changes.map((change) => tested(change)?.p ?? null));
  return changes.map((change, at) => {
    const adjustedP = raised[at] ?? null;
    return change === null
      ? { adjustedP: null, verdict: 'notMeasured' }
      : { adjustedP, verdict: verdictOf(change, adjustedP) };
  });
}
