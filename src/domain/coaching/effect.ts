import type { ChangeOf, Comparison } from '../../contract/index.ts';
import { raisedP, together } from '../metrics/together.ts';

export type Effect = {
  readonly adjustedP: number | null;
  readonly verdict: 'better' | 'worse' | 'noDifference' | 'early' | 'notMeasured';
};

function verdictOf(better: ChangeOf['better'], { difference, enoughSample, verdict }: Comparison): Effect['verdict'] {
  if (!enoughSample || difference === null) return 'early';
  if (verdict !== 'react') return 'noDifference';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}

/**
 * Which changes after coaching are more than noise: each has to be one to react to by itself (MET-1), and its p still below
 * 0.05 once raised for how many are looked at together (Holm 1979). Null: not measured. SPEC COA-20, COA-21.
 */
export function effects(changes: readonly (ChangeOf | null)[]): Effect[] {
  const judged = together(changes.map((change) => change?.comparison ?? null));
  return changes.map((change, at) => {
    const comparison = judged[at] ?? null;
    return change === null || comparison === null
      ? { adjustedP: null, verdict: 'notMeasured' }
      : { adjustedP: raisedP(comparison), verdict: verdictOf(change.better, comparison) };
  });
}
