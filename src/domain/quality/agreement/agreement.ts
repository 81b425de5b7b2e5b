import type { Agreement, AgreementInput } from '../../../contract/quality-common.ts';
import { alpha, interval, nominal, ordinal, ratio } from './alpha.ts';
import type { Estimate } from './estimate.ts';
import { icc } from './icc.ts';
import { cohenKappa, fleissKappa, weightedKappa } from './kappa.ts';
import { percentAgreement, pairwiseAgreement } from './percent.ts';
import { readRatings } from './ratings.ts';

/** All estimates of some ratings, values and intervals still together. */
const estimates = (input: AgreementInput) => {
  const rated = readRatings(input.ratings);
  const { test: iccTest, ...iccs } = icc(rated);
  const cohen = cohenKappa(rated);
  const weighted = weightedKappa(rated, input.weights);
  const fleiss = fleissKappa(rated);
  return {
    items: rated.items.length,
    raters: rated.raters,
    figures: {
      percent: percentAgreement(rated, input.tolerance),
      pairwisePercent: pairwiseAgreement(rated, input.tolerance),
      cohenKappa: cohen,
      weightedKappa: weighted,
      fleissKappa: fleiss,
      alpha: {
        nominal: alpha(rated, nominal(rated)),
        ordinal: alpha(rated, ordinal(rated)),
        interval: alpha(rated, interval(rated)),
        ratio: alpha(rated, ratio(rated)),
      },
      icc: iccs,
    },
    tests: { cohenKappa: cohen.test, weightedKappa: weighted.test, fleissKappa: fleiss.test, icc: iccTest },
  };
};

type Figures = ReturnType<typeof estimates>['figures'];

/** One side of every estimate: its value, or its interval. */
const sideOf = <T>(figures: Figures, side: (estimate: Estimate) => T) => ({
  percent: side(figures.percent),
  pairwisePercent: side(figures.pairwisePercent),
  cohenKappa: side(figures.cohenKappa),
  weightedKappa: side(figures.weightedKappa),
  fleissKappa: side(figures.fleissKappa),
  alpha: {
    nominal: side(figures.alpha.nominal),
    ordinal: side(figures.alpha.ordinal),
    interval: side(figures.alpha.interval),
    ratio: side(figures.alpha.ratio),
  },
  icc: {
    oneWay: side(figures.icc.oneWay),
    agreement: side(figures.icc.agreement),
    consistency: side(figures.icc.consistency),
    oneWayMean: side(figures.icc.oneWayMean),
    agreementMean: side(figures.icc.agreementMean),
    consistencyMean: side(figures.icc.consistencyMean),
  },
});

/**
 * How far raters agree, by every figure that is defined for these ratings, each with its 95 % interval; null where one is
 * not. Refuses what is not a number. SPEC QAG-1 to QAG-7.
 */
export function agreement(input: AgreementInput): Agreement {
  const { items, raters, figures, tests } = estimates(input);
  return {
    items,
    raters,
    ...sideOf(figures, ({ value }) => value),
    intervals: sideOf(figures, ({ interval: found }) => found),
    tests,
  };
}
