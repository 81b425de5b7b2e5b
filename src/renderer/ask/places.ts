import type { AskValue } from '../../contract/index.ts';

const hundredths = (value: number): number => Math.round(value * 100);

/** Decimal places, 0 to 2, by which figures stand under each other: as many as one of them needs. */
export function placesOf(values: readonly (AskValue | undefined)[]): number {
  const parts = values.flatMap((value) => (typeof value === 'number' ? [hundredths(value) % 100] : []));
  if (parts.every((part) => part === 0)) return 0;
  return parts.every((part) => part % 10 === 0) ? 1 : 2;
}
