import type { Counted } from '../../../contract/index.ts';

/** Fewer than this say nothing yet; fewer than thirty say it with a wide interval. The seeds' minimum sample is 30. */
export const fewest = 5;
export const enough = 30;

export type Judgement = 'none' | 'tooFew' | 'above' | 'below' | 'unsure';

/** What a mean says beside its target: nothing where there are too few, and only what its 95 % interval holds. SPEC QAD-5. */
export function judge({ n, mean, low, high }: Counted, target: number): Judgement {
  if (n === 0 || mean === null) return 'none';
  if (n < fewest || low === null || high === null) return 'tooFew';
  if (low >= target) return 'above';
  return high < target ? 'below' : 'unsure';
}

type Scored = { readonly score: Counted; readonly name: string };

/** Worst mean first; what has none comes last; of equals the one that is known better, then by name. */
export const worstFirst = <T extends Scored>(items: readonly T[]): readonly T[] =>
  items.toSorted(
    (a, b) =>
      (a.score.mean ?? Number.POSITIVE_INFINITY) - (b.score.mean ?? Number.POSITIVE_INFINITY) ||
      b.score.n - a.score.n ||
      a.name.localeCompare(b.name),
  );
