import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AgreementInput } from '../../src/contract/quality-common.ts';
import { agreement } from '../../src/domain/quality/agreement/agreement.ts';
import { t975 } from '../../src/domain/statistics/distributions.ts';
import { kappaOf } from '../../src/domain/quality/agreement/kappa.ts';
import { hasShared, shared } from '../desk/import/support.ts';
import * as cases from './rater-agreement-cases.ts';

type Ratings = AgreementInput['ratings'];
const of = (ratings: Ratings, more: Partial<AgreementInput> = {}) => agreement({ ratings, tolerance: 0, ...more });
/** Lists of raters as lists of items. */
const turned = (raters: Ratings): Ratings => (raters[0] ?? []).map((_, item) => raters.map((row) => row[item] ?? null));
/** As printed: so many digits after the point. */
const printed = (value: number | null | undefined, digits: number) => Number((value ?? NaN).toFixed(digits));
const printedAll = (values: readonly number[] | null, digits: number) => values?.map((value) => printed(value, digits));
/** Half of an interval that is cut off at the top, over Student's t: the standard error it was made with. */
const errorOf = (value: number | null, interval: readonly [number, number] | null, items: number) =>
  ((value ?? NaN) - (interval?.[0] ?? NaN)) / t975(items - 1);
/** A table of counts as the ratings of two who filled it. */
const filled = (table: readonly (readonly number[])[]): Ratings =>
  table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])));
const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0) - 96);
const digits = (text: string) => Array.from(text, Number);

describe('percent agreement as irr prints it (QAG-3)', () => {
  it.each(cases.videoPublished)('within $tolerance', ({ tolerance, percent }) => {
    expect(of(cases.video, { tolerance }).percent).toBe(percent);
  });
});

describe("Cohen's kappa as others print it (QAG-4)", () => {
  it('irr: anxiety, raters 1 and 2, squared weights', () => {
    const found = of(
      cases.anxiety.map((row) => row.slice(0, 2)),
      { weights: 'quadratic' },
    );
    const { kappa, z, p } = cases.anxietyPublished.squared12;
    expect(printed(found.weightedKappa, 3)).toBe(kappa);
    expect(printed(found.tests.weightedKappa?.z, 2)).toBe(z);
    expect(printed(found.tests.weightedKappa?.p, 2)).toBe(p);
  });

  it('irr: anxiety, raters 2 and 3, of whom neither gave a 5: steps are counted among what was given', () => {
    const { plain23, equal23, squared23 } = cases.anxietyPublished;
    const pair = cases.anxiety.map((row) => row.slice(1));
    const linear = of(pair, { weights: 'linear' });
    const squared = of(pair, { weights: 'quadratic' });
    const both = [
      [linear.cohenKappa, linear.tests.cohenKappa, plain23],
      [linear.weightedKappa, linear.tests.weightedKappa, equal23],
      [squared.weightedKappa, squared.tests.weightedKappa, squared23],
    ] as const;
    for (const [value, test, published] of both) {
      expect(value).toBeCloseTo(published.kappa, 7);
      expect(test?.z).toBeCloseTo(published.z, 5);
      expect(printed(test?.p, 7)).toBe(published.p);
    }
  });

  it('irr: diagnoses, raters 2 and 3', () => {
    const found = of(cases.diagnoses.map((row) => digits(row).slice(1, 3)));
    expect(printed(found.cohenKappa, 3)).toBe(cases.diagnosesPublished.raters23.kappa);
    expect(printed(found.tests.cohenKappa?.z, 2)).toBe(cases.diagnosesPublished.raters23.z);
  });

  it('SAS: a table of 19, with both standard errors', () => {
    const { plain, linear } = cases.sasPublished;
    const found = of(filled(cases.sasTable), { weights: 'linear' });
    expect(printed(found.cohenKappa, 4)).toBe(plain.kappa);
    expect(printedAll(found.intervals.cohenKappa, 4)).toEqual(plain.interval);
    expect(printed(found.tests.cohenKappa?.z, 4)).toBe(plain.z);
    expect(printed(found.tests.cohenKappa?.p, 4)).toBe(plain.p);
    expect(printed(found.weightedKappa, 4)).toBe(linear.kappa);
    expect(printedAll(found.intervals.weightedKappa, 4)).toEqual(linear.interval);
    expect(printed(found.tests.weightedKappa?.z, 4)).toBe(linear.z);
    expect(printed(found.tests.weightedKappa?.p, 4)).toBe(linear.p);
  });

  it('Cohen 1968, by weights of his own', () => {
    const { n, shares, disagreement, kappa, weightedKappa } = cases.cohen1968;
    const cells = shares.flatMap((row, i) => row.map((share, j) => ({ row: i, column: j, share })));
    const crossed = { n, size: 3, cells };
    expect(printed(kappaOf(crossed, (i, j) => (i === j ? 1 : 0)).value, 3)).toBe(kappa);
    expect(printed(kappaOf(crossed, (i, j) => 1 - (disagreement[i]?.[j] ?? 0) / 6).value, 3)).toBe(weightedKappa);
  });
});

describe("Fleiss' kappa as others print it (QAG-5)", () => {
  it('irr: the diagnoses of Fleiss 1971', () => {
    const found = of(cases.diagnoses.map(digits));
    expect(printed(found.fleissKappa, 7)).toBe(cases.diagnosesPublished.kappa);
    expect(printed(found.tests.fleissKappa?.z, 5)).toBe(cases.diagnosesPublished.z);
  });

  it('Wikipedia: 14 raters of ten subjects', () => {
    const ratings = cases.fourteenRaters.map((row) =>
      row.flatMap((count, value) => Array.from({ length: count }, () => value)),
    );
    expect(printed(of(ratings).fleissKappa, 2)).toBe(cases.fourteenRatersPublished);
  });

  it('Gwet: the interval, four raters of 15 persons', () => {
    const found = of(turned(cases.fourRaters.map(letters)));
    const { value, error, interval } = cases.fourRatersPublished.fleiss;
    expect(printed(found.fleissKappa, 3)).toBe(value);
    expect(printed(errorOf(found.fleissKappa, found.intervals.fleissKappa, 15), 3)).toBe(error);
    expect(printedAll(found.intervals.fleissKappa, 3)).toEqual(interval);
  });
});

describe("Krippendorff's alpha as others print it (QAG-6)", () => {
  it('Krippendorff 2011, with the intervals of Gwet: 12 units by four, some left out', () => {
    const found = of(cases.nominalUnits);
    const published = cases.nominalUnitsPublished;
    expect(found).toMatchObject({ items: 11, raters: 4 });
    expect(printed(found.alpha.ordinal, 3)).toBe(published.ordinal.alpha);
    for (const level of ['nominal', 'interval', 'ratio'] as const) {
      expect(printed(found.alpha[level], 3)).toBe(published[level].alpha);
      expect(printedAll(found.intervals.alpha[level], 3)).toEqual(published[level].interval);
      expect(printed(errorOf(found.alpha[level], found.intervals.alpha[level], 11), 3)).toBe(published[level].error);
    }
  });

  it('Wikipedia: three coders of 15 units', () => {
    const coders = cases.wikipedia.map((row) => row.split(' ').map((word) => (word === '*' ? null : Number(word))));
    const { alpha } = of(turned(coders));
    expect(printed(alpha.nominal, 3)).toBe(cases.wikipediaPublished.nominal);
    expect(printed(alpha.interval, 3)).toBe(cases.wikipediaPublished.interval);
  });

  it.each([
    ['five observers, some left out', turned(cases.fiveObservers), cases.fiveObserversPublished],
    [
      'four raters, none left out',
      turned(cases.fourRaters.map(letters)),
      { ...cases.fourRatersPublished.alpha, alpha: cases.fourRatersPublished.alpha.value },
    ],
  ] as const)('Gwet: %s', (_, ratings, published) => {
    const found = of(ratings);
    expect(printed(found.alpha.nominal, 3)).toBe(published.alpha);
    expect(printed(errorOf(found.alpha.nominal, found.intervals.alpha.nominal, 15), 3)).toBe(published.error);
    expect(printedAll(found.intervals.alpha.nominal, 3)).toEqual(published.interval);
  });
});

describe('intraclass correlation as others print it (QAG-7)', () => {
  it('irr: anxiety, two-way agreement with its interval and test', () => {
    const found = of(cases.anxiety);
    const { agreement: value, interval, f, p } = cases.anxietyPublished.icc;
    expect(printed(found.icc.agreement, 3)).toBe(value);
    expect(printedAll(found.intervals.icc.agreement, 3)).toEqual(interval);
    expect(printed(found.tests.icc?.f, 2)).toBe(f);
    expect(printed(found.tests.icc?.p, 4)).toBe(p);
  });

  it('pyirr: three raters far apart agree little and are consistent', () => {
    const { icc } = of(turned(cases.farApart));
    expect(printed(icc.consistency, 3)).toBe(cases.farApartPublished.consistency);
    expect(printed(icc.agreement, 3)).toBe(cases.farApartPublished.agreement);
  });

  it('Shrout and Fleiss 1979: all six', () => {
    const found = of(cases.shroutFleiss);
    const { oneWayInterval, ...published } = cases.shroutFleissPublished;
    for (const [kind, value] of Object.entries(published))
      expect(printed(found.icc[kind as keyof typeof published], 2), kind).toBe(value);
    expect(printedAll(found.intervals.icc.oneWay, 2)).toEqual(oneWayInterval);
  });
});

const folder = 'rater-agreement/published-values.json';
const unless = hasShared(folder) ? '' : ' (not run: the data folder is not beside this checkout)';

describe.runIf(hasShared(folder))(`the copies above${unless}`, () => {
  const table = (name: string) =>
    readFileSync(shared(`rater-agreement/${name}`), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) =>
        line
          .split(',')
          .slice(1)
          .map((cell) => (cell === '' ? null : Number(cell))),
      );

  it('are what the data folder has', () => {
    const text = readFileSync(shared(folder), 'utf8');
    expect(table('anxiety.csv')).toEqual(cases.anxiety);
    expect(table('video.csv')).toEqual(cases.video);
    expect(table('nmm.csv')).toEqual(cases.nominalUnits);
    expect(JSON.parse(text)).toMatchObject({
      'anxiety.csv': {
        cohen_kappa_r1r2_squared_weights: cases.anxietyPublished.squared12.kappa,
        cohen_z_r1r2_squared: cases.anxietyPublished.squared12.z,
        icc_twoway_agreement_single: cases.anxietyPublished.icc.agreement,
        icc_F: cases.anxietyPublished.icc.f,
        icc_p: cases.anxietyPublished.icc.p,
        icc_ci95: cases.anxietyPublished.icc.interval,
      },
      krippendorff_2011_nmm_12units_4raters: {
        alpha_nominal: cases.nominalUnitsPublished.nominal.alpha,
        alpha_ordinal: cases.nominalUnitsPublished.ordinal.alpha,
        alpha_interval: cases.nominalUnitsPublished.interval.alpha,
        alpha_ratio: cases.nominalUnitsPublished.ratio.alpha,
        alpha_nominal_se: cases.nominalUnitsPublished.nominal.error,
        alpha_nominal_ci95: cases.nominalUnitsPublished.nominal.interval,
      },
      wikipedia_krippendorff_3coders_15units: {
        A: cases.wikipedia[0],
        B: cases.wikipedia[1],
        C: cases.wikipedia[2],
        alpha_nominal: cases.wikipediaPublished.nominal,
        alpha_interval: cases.wikipediaPublished.interval,
      },
      icc_3x20_shrout_like: {
        r1: cases.farApart[0],
        r2: cases.farApart[1],
        r3: cases.farApart[2],
        icc_twoway_consistency: cases.farApartPublished.consistency,
        icc_twoway_agreement: cases.farApartPublished.agreement,
      },
      cohen_1968_3x3_n200: {
        proportions: cases.cohen1968.shares,
        kappa: cases.cohen1968.kappa,
        weighted_kappa_with_disagreement_weights_0_1_3_1_0_6_3_6_0: cases.cohen1968.weightedKappa,
      },
    });
  });
});
