/**
 * What a proposal makes small, all in one measure: an hour of one person missing costs 10. The second person missing at
 * a time costs more than the first and the third more again, so that what is short is spread thin. SPEC PRO-2.
 */
export const weights = {
  /** An hour of the first person missing at a time, of the second, and of each further one. */
  under: [10, 15, 20],
  /** An hour of the first person too many at a time, and of each further one. */
  over: [1, 2],
  /** An hour with one person too few of a rule of cover. */
  rule: 40,
  /** A wish of weight 1 that is not met. */
  wish: 4,
  /** A week in which somebody works their whole contract: the square of the share, so that hours are spread. */
  spread: 2,
} as const;

/** What `short` people missing in an interval cost; below 0: too many. `hours` is the length of the interval. */
export function coverCost(short: number, hours: number): number {
  const [first, second, more] = weights.under;
  const [over, further] = weights.over;
  if (short <= 0) return hours * (Math.min(1, -short) * over + Math.max(0, -short - 1) * further);
  const twice = Math.min(1, Math.max(0, short - 1));
  return hours * (Math.min(1, short) * first + twice * second + Math.max(0, short - 2) * more);
}

/** What a share of a contract worked in a week costs. */
export const spreadCost = (share: number): number => weights.spread * share * share;
