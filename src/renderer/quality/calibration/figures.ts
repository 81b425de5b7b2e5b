import type { Agreement } from '../../../contract/index.ts';

export type FigureName =
  'percent' | 'cohenKappa' | 'weightedKappa' | 'fleissKappa' | 'alphaOrdinal' | 'alphaInterval' | 'icc' | 'iccMean';
/** Why there is no figure. */
export type WhyNot = 'onlyTwo' | 'asMany' | 'allRated' | 'noItems' | 'alike';
export type Figure = {
  readonly name: FigureName;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly whyNot: WhyNot | null;
};

/** Why a figure is not defined for some ratings, the plainest reason first. */
function whyNot(name: FigureName, { items, raters, percent }: Agreement): WhyNot {
  if (items === 0 || percent === null) return 'noItems';
  if ((name === 'cohenKappa' || name === 'weightedKappa') && raters !== 2) return 'onlyTwo';
  // Nothing varies: agreement by chance is certain, and a figure that takes chance away has nothing left.
  if (percent === 100) return 'alike';
  if (name === 'fleissKappa') return 'asMany';
  return name === 'icc' || name === 'iccMean' ? 'allRated' : 'alike';
}

/** The figures of some ratings in the order they are read, with their intervals or why there is none. */
export function figuresOf(agreement: Agreement): readonly Figure[] {
  const { alpha, icc, intervals } = agreement;
  const rows: readonly (readonly [FigureName, number | null, readonly [number, number] | null])[] = [
    ['percent', agreement.percent, intervals.percent],
    ['cohenKappa', agreement.cohenKappa, intervals.cohenKappa],
    ['weightedKappa', agreement.weightedKappa, intervals.weightedKappa],
    ['fleissKappa', agreement.fleissKappa, intervals.fleissKappa],
    ['alphaOrdinal', alpha.ordinal, intervals.alpha.ordinal],
    ['alphaInterval', alpha.interval, intervals.alpha.interval],
    ['icc', icc.agreement, intervals.icc.agreement],
    ['iccMean', icc.agreementMean, intervals.icc.agreementMean],
  ];
  return rows.map(([name, value, interval]) => ({
    name,
    value,
    interval,
    whyNot: value === null ? whyNot(name, agreement) : null,
  }));
}

export type Reliance = 'rely' | 'tentative' | 'not' | 'unsure' | 'unknown' | 'same';

/** From here on conclusions hold, and from here on they hold tentatively: Krippendorff 2004, Content Analysis, p. 241. */
const reliable = 0.8;
const tentative = 0.667;

type Alpha = { readonly value: number | null; readonly interval: readonly [number, number] | null };

/**
 * What may be built on scores that agree so far, by Krippendorff's alpha. `unsure`: its interval holds what can be used and
 * what cannot, so that the figure alone says nothing; `same`: all gave the same throughout. SPEC QAC-5.
 */
export function relianceOf({ value, interval }: Alpha, percent: number | null): Reliance {
  if (value === null) return percent === 100 ? 'same' : 'unknown';
  if (interval === null || (interval[0] < tentative && interval[1] >= tentative)) return 'unsure';
  if (interval[0] >= reliable) return 'rely';
  return interval[0] >= tentative ? 'tentative' : 'not';
}

type Spread = { readonly spread: number | null; readonly number: number };

/** The conversations on which scores lie furthest apart first. */
export const bySpread = <T extends Spread>(items: readonly T[]): readonly T[] =>
  items.toSorted((a, b) => (b.spread ?? -1) - (a.spread ?? -1) || a.number - b.number);
