import { individualsChart } from '../statistics/control-chart.ts';

/** The last of some values, and whether it lies beyond what is usual of those before and it; null: too few to tell. */
export type Usual = { readonly low: number; readonly high: number; readonly value: number } | null;

/** Fewer days are no habit. */
const leastDays = 15;

/** By the individuals chart of the values, the last of which is looked at. SPEC REP-21, KPI-30. */
export function usualOf(values: readonly (number | null)[]): Usual {
  const value = values.at(-1) ?? null;
  const { low, high } = individualsChart([...values.slice(0, -1)], 0);
  const known = values.slice(0, -1).filter((each) => each !== null).length;
  return value === null || low === null || high === null || known < leastDays ? null : { low, high, value };
}

export function usualWords(usual: Usual): string {
  if (usual === null) return 'too few days to say what is usual';
  const { low, high, value } = usual;
  const [least, most] = [Math.ceil(low), Math.floor(high)];
  // No whole number lies between them where the days hardly differ.
  const limits = least > most ? `${low.toFixed(1)} to ${high.toFixed(1)}` : `${least} to ${most}`;
  return value > high ? `above the usual ${limits}` : value < low ? `below the usual ${limits}` : `as usual: ${limits}`;
}
