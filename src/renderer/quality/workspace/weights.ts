import type { ScorecardBody } from '../../../contract/index.ts';

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/**
 * What each criterion weighs in the whole while all of them count, in percent; in a bonus section, the most it can add.
 * What does not apply gives its own to the others: the score says what a criterion weighs then. SPEC QAL-2, QAL-4.
 */
export function plainWeights({ sections }: ScorecardBody): ReadonlyMap<string, number> {
  const whole = sum(sections.filter(({ bonus }) => !bonus).map(({ weight }) => weight));
  return new Map(
    sections.flatMap(({ bonus, weight, criteria }) => {
      const within = sum(criteria.map((each) => each.weight));
      const own = bonus ? weight : whole === 0 ? 0 : (100 * weight) / whole;
      return criteria.map((each) => [each.id, within === 0 ? 0 : (own * each.weight) / within] as const);
    }),
  );
}
