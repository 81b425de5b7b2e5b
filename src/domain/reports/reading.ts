import type { Comparison, Figure, Kpi } from '../../contract/metrics.ts';
import { countWords, valueWords } from './words.ts';

/** A figure of a report's days, held against others. */
export type Told = Figure & { readonly comparison: Comparison | null; readonly meetsTarget: boolean | null };

export const notYet = 'do not react yet';

/** Which way it went, as people value it. */
function direction({ better }: Pick<Kpi, 'better'>, difference: number): string {
  if (better === 'neither') return difference > 0 ? 'more' : 'fewer';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}

/** What to make of a figure, in a word or two: the verdict of its comparison, and no other. SPEC REP-21, MET-1. */
export function reading(kpi: Pick<Kpi, 'better'>, comparison: Comparison | null): string {
  if (comparison === null) return '';
  const { verdict, enoughSample, difference, a, b } = comparison;
  if (b.n === 0) return 'nothing to tell';
  if (a.n === 0) return 'nothing before';
  if (verdict === 'react') return `${direction(kpi, difference ?? 0)}: react`;
  if (verdict === 'steady') return 'steady';
  return enoughSample ? notYet : `too few: ${notYet}`;
}

export const isReact = ({ comparison }: Pick<Told, 'comparison'>): boolean => comparison?.verdict === 'react';
export const isWorse = (kpi: Kpi, { comparison }: Pick<Told, 'comparison'>): boolean =>
  comparison?.verdict === 'react' && reading(kpi, comparison) === 'worse: react';

/** Of how many, where that says anything. */
export const ofN = ({ kind }: Kpi, { n }: Pick<Figure, 'n'>): string =>
  kind === 'count' ? '' : ` (n ${countWords(n)})`;

/** `CSAT 91.0 % (n 210)`. */
export const toldWords = (kpi: Kpi, figure: Figure): string =>
  `${kpi.title} ${valueWords(kpi.kind, figure.value)}${ofN(kpi, figure)}`;
