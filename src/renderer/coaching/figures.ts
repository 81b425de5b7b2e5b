import type { ChangeOf, Comparison } from '../../contract/index.ts';

/** `better`, `worse`: more than noise, so that there is something to react to. */
export type Said = 'better' | 'worse' | 'steady' | 'notYet';
/** Why one should not react yet. */
export type Why = 'none' | 'few' | 'small' | 'chance';

/** Whether a difference is the better way; null where there is none. */
export function isBetter(better: ChangeOf['better'], difference: number | null): boolean | null {
  return difference === null || difference === 0 ? null : difference > 0 === (better === 'more');
}

export function saidOf({ better, comparison: { verdict, difference } }: ChangeOf): Said {
  if (verdict !== 'react') return verdict;
  const way = isBetter(better, difference);
  return way === null ? 'notYet' : way ? 'better' : 'worse';
}

/** Why not to react yet, the plainest reason first; nothing on one side is its own. */
export function whysOf({ a, b, difference, enoughSample, bigEnough }: Comparison): readonly Why[] {
  if (a.n === 0 || b.n === 0 || difference === null) return ['none'];
  const whys: Why[] = [];
  if (!enoughSample) whys.push('few');
  if (!bigEnough) whys.push('small');
  return whys.length === 0 ? ['chance'] : whys;
}

/** How far a figure is from what it should be, beside what it was: what moved the wrong way most comes first, the unknown last. */
const badness = ({ better, comparison: { difference, relativeChange } }: ChangeOf): number => {
  const change = relativeChange ?? difference;
  return change === null ? -Infinity : better === 'more' ? -change : change;
};

/** Criteria with the worst first: by what they are now, those without a score last; of the same, by how far they fell. */
export function worstFirst(changes: readonly ChangeOf[]): readonly ChangeOf[] {
  const now = ({ comparison: { a, b } }: ChangeOf): number => b.value ?? a.value ?? Infinity;
  // Two that are both unknown differ by NaN.
  return changes.toSorted((x, y) => (now(x) === now(y) ? 0 : now(x) - now(y)) || compareBad(x, y));
}

const compareBad = (x: ChangeOf, y: ChangeOf): number => (badness(x) === badness(y) ? 0 : badness(y) - badness(x));
