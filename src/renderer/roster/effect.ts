import type { WorkKind } from '../../contract/index.ts';

/** An interval that becomes short, or shorter: people needed, there before, and there after. */
export type ShortInterval = {
  readonly at: number;
  readonly work: WorkKind;
  readonly required: number;
  readonly before: number;
  readonly after: number;
};

/** Intervals of one work that follow one another. Instants in epoch ms; `short` is the worst of them, in people. */
type ShortStretch = {
  readonly work: WorkKind;
  readonly startAt: number;
  readonly endAt: number;
  readonly short: number;
  /** How much of the worst was short before, too. */
  readonly already: number;
  readonly intervals: readonly ShortInterval[];
};

const usualMs = 30 * 60_000;
const lengths: readonly number[] = [15, 30, 60].map((minutes) => minutes * 60_000);

/** How long the intervals are: the desk says only when each begins. The least distance between two of one work. */
export function intervalMs(intervals: readonly ShortInterval[], told?: number): number {
  if (told !== undefined) return told;
  const gaps = intervals.flatMap((one, index) => {
    const next = intervals.slice(index + 1).find(({ work }) => work === one.work);
    return next === undefined ? [] : [next.at - one.at];
  });
  const least = Math.min(...gaps);
  return lengths.includes(least) ? least : usualMs;
}

/** People missing in an interval, to a tenth: part-time newcomers count as parts. */
export const shortOf = ({ required, after }: Pick<ShortInterval, 'required' | 'after'>): number =>
  Math.max(0, Math.round((required - after) * 10) / 10);

/** Short intervals as stretches, by start. Those of one work that touch are one stretch, however short each of them is. */
export function stretchesOf(intervals: readonly ShortInterval[], lengthMs: number): readonly ShortStretch[] {
  const open = new Map<WorkKind, ShortStretch>();
  const done: ShortStretch[] = [];
  for (const interval of intervals.toSorted((a, b) => a.at - b.at)) {
    const before = open.get(interval.work);
    const touches = before?.endAt === interval.at;
    if (before !== undefined && !touches) done.push(before);
    const held = touches ? before : undefined;
    const short = shortOf(interval);
    const worse = held === undefined || short > held.short;
    open.set(interval.work, {
      work: interval.work,
      startAt: held?.startAt ?? interval.at,
      endAt: interval.at + lengthMs,
      short: worse ? short : held.short,
      already: worse ? shortOf({ ...interval, after: interval.before }) : held.already,
      intervals: [...(held?.intervals ?? []), interval],
    });
  }
  return [...done, ...open.values()].sort((a, b) => a.startAt - b.startAt || a.work.localeCompare(b.work));
}

/** What strips are drawn of: the short intervals of one day and work. */
export type DayStrip = { readonly day: string; readonly work: WorkKind; readonly intervals: readonly ShortInterval[] };

export function stripsOf(intervals: readonly ShortInterval[], dayOf: (at: number) => string): readonly DayStrip[] {
  const strips = new Map<string, { day: string; work: WorkKind; intervals: ShortInterval[] }>();
  for (const interval of intervals.toSorted((a, b) => a.at - b.at)) {
    const day = dayOf(interval.at);
    const key = `${day} ${interval.work}`;
    const strip = strips.get(key) ?? { day, work: interval.work, intervals: [] };
    strip.intervals.push(interval);
    strips.set(key, strip);
  }
  return [...strips.values()];
}
