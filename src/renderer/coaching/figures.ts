import type { ChangeOf } from '../../contract/index.ts';

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
