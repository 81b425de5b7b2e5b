import type { Outcome } from '../../contract/index.ts';

export type FigureKey = 'contacts' | 'serviceLevel' | 'asa' | 'occupancy' | 'short' | 'over' | 'worst';

/** What a difference means for the day. `none`: neither good nor bad. */
export type Verdict = 'better' | 'worse' | 'same' | 'none';

export type Compared = {
  readonly key: FigureKey;
  readonly before: number | null;
  readonly after: number | null;
  /** After less before, in the unit of the figure; null where one of the two is not known. */
  readonly by: number | null;
  readonly verdict: Verdict;
};

/** Which way is better, and from how much on a difference is one. */
const figures: readonly {
  readonly key: FigureKey;
  readonly pick: (outcome: Outcome) => number | null;
  readonly good: 1 | -1 | 0;
  readonly least: number;
}[] = [
  { key: 'contacts', pick: ({ contacts }) => contacts, good: 0, least: 0.5 },
  { key: 'serviceLevel', pick: ({ serviceLevel }) => serviceLevel, good: 1, least: 0.005 },
  { key: 'asa', pick: ({ asaSeconds }) => asaSeconds, good: -1, least: 0.5 },
  { key: 'occupancy', pick: ({ occupancy }) => occupancy, good: 0, least: 0.005 },
  { key: 'short', pick: ({ shortHours }) => shortHours, good: -1, least: 0.05 },
  { key: 'over', pick: ({ overHours }) => overHours, good: 0, least: 0.05 },
  { key: 'worst', pick: ({ worst }) => worst?.short ?? 0, good: -1, least: 0.05 },
];

function verdictOf(by: number | null, good: 1 | -1 | 0, least: number): Verdict {
  if (by === null) return 'none';
  if (Math.abs(by) < least) return 'same';
  if (good === 0) return 'none';
  return Math.sign(by) === good ? 'better' : 'worse';
}

/** The figures of a day before and after a change, in the order they are read. */
export const compared = (before: Outcome, after: Outcome): readonly Compared[] =>
  figures.map(({ key, pick, good, least }) => {
    const [was, is] = [pick(before), pick(after)];
    const by = was === null || is === null ? null : is - was;
    return { key, before: was, after: is, by, verdict: verdictOf(by, good, least) };
  });
