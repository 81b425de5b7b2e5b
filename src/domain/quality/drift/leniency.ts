import { holm } from '../../statistics/holm.ts';
import { type Difference, paired } from './paired.ts';

type Scores = readonly (readonly (number | null)[])[];

/** How lenient a reviewer is: above 0 more than the others. `p` is raised for the number of reviewers. */
export type Leniency = Difference & { readonly reviewerId: string; readonly moreThanChance: boolean };

const given = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** Below this it is more than chance. */
const significant = 0.05;

const judged = (reviewerIds: readonly string[], differences: readonly Difference[]): Leniency[] => {
  const raised = holm(differences.map(({ p }) => p));
  return differences.map((each, at) => {
    const p = raised[at] ?? null;
    return { reviewerId: reviewerIds[at] ?? '', ...each, p, moreThanChance: p !== null && p < significant };
  });
};

/** Own score less the mean of what the others gave, on each item that both have scored. */
const fromOthers = (scores: Scores, reviewer: number): number[] =>
  scores.flatMap((item) => {
    const own = item[reviewer] ?? null;
    const others = given(item.filter((_, at) => at !== reviewer));
    return own === null || others.length === 0
      ? []
      : [own - others.reduce((sum, value) => sum + value, 0) / others.length];
  });

/**
 * Who is lenient or strict, by how much, and whether by more than chance: scores per item, one place per reviewer, null
 * where one did not score it. Reviewers come back in their order. Where one is far off, the others look the other way by
 * their part of it: a baseline tells who is. SPEC QAG-8.
 */
export const leniency = (input: { readonly reviewerIds: readonly string[]; readonly scores: Scores }): Leniency[] =>
  judged(
    input.reviewerIds,
    input.reviewerIds.map((_, reviewer) => paired(fromOthers(input.scores, reviewer))),
  );

/** The same beside scores known to be right, one per item; null where there is none. SPEC QAG-9. */
export const compareToBaseline = (input: {
  readonly reviewerIds: readonly string[];
  readonly scores: Scores;
  readonly baseline: readonly (number | null)[];
}): (Leniency & { readonly meanError: number | null })[] => {
  const differences = input.reviewerIds.map((_, reviewer) =>
    input.scores.flatMap((item, at) => {
      const own = item[reviewer] ?? null;
      const right = input.baseline[at] ?? null;
      return own === null || right === null ? [] : [own - right];
    }),
  );
  const found = judged(input.reviewerIds, differences.map(paired));
  return found.map((each, reviewer) => {
    const own = differences[reviewer] ?? [];
    const meanError = own.length === 0 ? null : own.reduce((sum, one) => sum + Math.abs(one), 0) / own.length;
    return { ...each, meanError };
  });
};
