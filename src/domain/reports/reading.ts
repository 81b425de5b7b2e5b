import type { Comparison, Figure, Kpi } from '../../contract/metrics.ts';
import { countWords, valueWords } from './words.ts';

/** A figure of a report's days, held against others. */
export type Told = Figure & { readonly comparison: Comparison | null; readonly meetsTarget: boolean | null };

export const notYet = 'do not react yet';

/** Which way a figure went beyond noise, as people value it; null: it did not. */
export function moveOf(
  { better }: Pick<Kpi, 'better'>,
  comparison: Comparison | null,
): 'better' | 'worse' | 'more' | 'fewer' | null {
  if (comparison?.verdict !== 'react') return null;
  const isMore = (comparison.difference ?? 0) > 0;
  if (better === 'neither') return isMore ? 'more' : 'fewer';
  return isMore === (better === 'more') ? 'better' : 'worse';
}

/** What to make of a figure, in a word or two: the verdict of its comparison, and no other. SPEC REP-21, MET-1. */
export function reading(kpi: Pick<Kpi, 'better'>, comparison: Comparison | null): string {
  if (comparison === null) return '';
  const { verdict, enoughSample, a, b } = comparison;
  const move = moveOf(kpi, comparison);
  if (b.n === 0) return 'nothing to tell';
  if (a.n === 0) return 'nothing before';
  if (move !== null) return `${move}: react`;
  if (verdict === 'steady') return 'steady';
  return enoughSample ? notYet : `too few: ${notYet}`;
}

export const isReact = ({ comparison }: Pick<Told, 'comparison'>): boolean => comparison?.verdict === 'react';
export const isWorse = (kpi: Kpi, { comparison }: Pick<Told, 'comparison'>): boolean =>
  moveOf(kpi, comparison) === 'worse';

/** Of how many, where that says anything. */
export const ofN = ({ kind }: Kpi, { n }: Pick<Figure, 'n'>): string =>
  kind === 'count' ? '' : ` (n ${countWords(n)})`;

/** `CSAT 91.0 % (n 210)`. */
export const toldWords = (kpi: Kpi, figure: Figure): string =>
  `${kpi.title} ${valueWords(kpi.kind, figure.value)}${ofN(kpi, figure)}`;
