import type { Comparison, Figure, Kpi } from '../../contract/index.ts';
import type { Against } from '../metrics/range.ts';
import { saidOf, whysOf } from '../ui/verdict.ts';
import { changeWords, type Unit } from './en-figures.ts';
import { number } from './en-words.ts';

const { missing } = changeWords;

/** What is compared with, in a sentence. */
export const period = (held: Against, days: number): string =>
  held === 'lastYear'
    ? days === 1
      ? 'the same day last year'
      : 'the same days last year'
    : days === 1
      ? 'the day before'
      : `the ${number(days)} days before`;

/** A count, a share or minutes as they stand on the screen, in the file and on the wall. */
export const value = (kind: 'count' | 'share' | 'minutes', told: number | null): string => {
  if (kind !== 'count') return changeWords.value(kind, told);
  return told === null || !Number.isFinite(told) ? missing : number(told);
};

export type InUnit = Pick<Kpi, 'kind' | 'unit'>;
/** Counts are compared by their days. */
export const unitOf = ({ kind, unit }: InUnit): Unit =>
  kind === 'count' || kind === 'rate' ? 'perDay' : kind === 'money' ? `money ${unit}` : kind;

/** A figure of any kind in its unit. */
export const amount = (kpi: InUnit, told: number | null): string =>
  kpi.kind === 'count' ? value('count', told) : changeWords.value(unitOf(kpi), told);

/** What a figure is of, where it is not of tickets. */
const samples: Readonly<Record<Kpi['sample'], readonly [one: string, many: string] | null>> = {
  tickets: null,
  responses: ['response', 'responses'],
  reviews: ['review', 'reviews'],
  agentDays: ['day of an agent', 'days of agents'],
  days: ['day', 'days'],
};
export const sampleWord = (sample: Kpi['sample'], of: number): string => {
  const words = samples[sample];
  return words === null ? '' : ` ${words[of === 1 ? 0 : 1]}`;
};

/** Fewer than are needed on one side: which, and how many there are. */
function few({ a, b }: Comparison, { leastSample: least, sample }: Kpi, than: string): string {
  const needed = `${number(least)}${sampleWord(sample, least)} needed`;
  return b.n < least ? `${number(b.n)} of ${needed}` : `${than}: ${number(a.n)} of ${needed}`;
}

/** What is too small to matter: an NPS is of percent, of which 7 are points. */
const small = ({ kind }: Pick<Kpi, 'kind'>): string => (kind === 'nps' ? '7 points' : '7 %');

function notYet(kpi: Kpi, comparison: Comparison, than: string): string {
  const [why] = whysOf(comparison);
  if (why === 'none') return comparison.a.n === 0 ? `nothing in ${than}` : 'nothing in these days';
  if (why === 'few') return few(comparison, kpi, than);
  return why === 'small' ? `a change below ${small(kpi)}` : 'may be chance';
}

const fewer = { less: 'fewer', more: 'more' } as const;
/** Of what has no word of its own it is better or worse. */
const ways: Readonly<Partial<Record<Kpi['kind'], { readonly less: string; readonly more: string }>>> = {
  minutes: { less: 'shorter', more: 'longer' },
  count: fewer,
  rate: fewer,
  money: { less: 'less', more: 'more' },
};

/** What a comparison says: how far apart in words, or that one should not react yet, and why. SPEC KPI-52. */
export function says(kpi: Kpi, comparison: Comparison | null, held: Against, days: number): string {
  if (comparison === null) return held === 'none' ? '' : 'A count at one moment: not compared';
  const said = saidOf({ better: kpi.better, comparison });
  const than = period(held, days);
  if (said === 'steady') return `${changeWords.said.steady}: as ${than}, within ${small(kpi)}`;
  if (said === 'notYet') return `${changeWords.said.notYet}: ${notYet(kpi, comparison, than)}`;
  const by = comparison.difference ?? 0;
  const way = by > 0 ? 'more' : 'less';
  const word = ways[kpi.kind]?.[way] ?? (said === 'changed' ? way : said);
  return `${changeWords.apartBy(unitOf(kpi), by)} ${word} than ${than}, more than noise`;
}

export const n = (
  { kind, sample }: Pick<Kpi, 'kind' | 'sample'>,
  { n: of, hits }: Pick<Figure, 'n' | 'hits'>,
): string =>
  kind === 'count' ? '' : `${hits === null ? '' : `${number(hits)} `}of ${number(of)}${sampleWord(sample, of)}`;

/** How sure a figure is, how long nine of ten took. */
export function spread(kpi: InUnit, { interval, p90 }: Pick<Figure, 'interval' | 'p90'>): string {
  if (interval !== null) return changeWords.between(unitOf(kpi), interval);
  return kpi.kind === 'minutes' && p90 !== null ? `nine of ten within ${changeWords.value('minutes', p90)}` : '';
}

const sides = { less: 'at most ', more: 'at least ', neither: '' } as const;
type Aimed = InUnit & Pick<Kpi, 'better' | 'target'>;
export const targetOf = (kpi: Aimed): string =>
  kpi.target === null ? 'none' : `${sides[kpi.better]}${amount(kpi, kpi.target)}`;
export const targetText = (kpi: Aimed): string => `Target ${targetOf(kpi)}`;

export const met = (is: boolean | null): string => (is === null ? '' : is ? 'Target met' : 'Target missed');
