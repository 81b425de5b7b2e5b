/** A week of somebody beside the same week of earlier newcomers. */
export type RampWeek = {
  readonly week: number;
  readonly solved: number | null;
  readonly cohort: { readonly n: number; readonly low: number; readonly median: number; readonly high: number } | null;
};

/** The last week that is over; undefined before the first is. */
export const latestOf = (weeks: readonly RampWeek[]): RampWeek | undefined =>
  weeks.findLast(({ solved }) => solved !== null);

/** The middle half of fewer says nothing of most. */
const fewestOthers = 4;

/** Where a week lies beside the middle half of earlier newcomers; null where there are too few to compare with. */
export function placeIn({ solved, cohort }: RampWeek): 'below' | 'within' | 'above' | null {
  if (solved === null || cohort === null || cohort.n < fewestOthers) return null;
  if (solved < cohort.low) return 'below';
  return solved > cohort.high ? 'above' : 'within';
}

/** The largest figure that is drawn. */
export const mostOf = (weeks: readonly RampWeek[]): number =>
  Math.max(0, ...weeks.flatMap(({ solved, cohort }) => [solved ?? 0, cohort?.high ?? 0]));

const fewest = 4;

/** The weeks up to the last of which something is known. */
export function shownWeeks(weeks: readonly RampWeek[]): readonly RampWeek[] {
  const last = weeks.findLastIndex(({ solved, cohort }) => solved !== null || cohort !== null);
  return last === -1 ? [] : weeks.slice(0, Math.max(fewest, last + 1));
}
