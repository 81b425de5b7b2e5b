import type { Comparison } from '../../contract/index.ts';

/** A comparison of a figure, and which way of it is the better one. */
export type Judged = { readonly better: 'more' | 'less' | 'neither'; readonly comparison: Comparison };

/** `better`, `worse`: more than noise, so that there is something to react to. `changed`: the same of what is neither. */
export type Said = 'better' | 'worse' | 'changed' | 'steady' | 'notYet';
/** Why one should not react yet. */
export type Why = 'none' | 'few' | 'small' | 'chance';

/** Whether a difference is the better way; null where there is none. */
export function isBetter(better: 'more' | 'less', difference: number | null): boolean | null {
  return difference === null || difference === 0 ? null : difference > 0 === (better === 'more');
}

export function saidOf({ better, comparison: { verdict, difference } }: Judged): Said {
  if (verdict !== 'react') return verdict;
  if (better === 'neither') return 'changed';
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
