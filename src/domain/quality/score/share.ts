import type { Criterion, Scale } from '../../../contract/quality-common.ts';
import { Fault } from '../../fault.ts';
import { rangeOf } from '../values.ts';

/** Shares are compared as people mean them: 0.3 of a scale is 0.3, whatever its last binary digits say. SPEC QAL-9. */
const slack = 1e-9;
export const atOrBelow = (share: number, limit: number): boolean => share <= limit + slack;
export const below = (share: number, limit: number): boolean => share < limit - slack;
export const within = (share: number, least: number, most: number): boolean =>
  !below(share, least) && atOrBelow(share, most);

/** Where on its scale a value lies, from 0 the least to 1 the most. Refuses one that is not on it. SPEC QAL-1. */
export function shareOf(criterion: Pick<Criterion, 'id' | 'name' | 'scale'>, value: number): number {
  const { min, max, whole } = rangeOf(criterion);
  if (min < max && value >= min && value <= max && (!whole || Number.isInteger(value)))
    return (value - min) / (max - min);
  const words = `from ${min} to ${max}${whole ? ' in whole points' : ''}`;
  throw new Fault('INVALID', `“${criterion.name}” is scored ${words}; ${value} is not on that scale.`, {
    field: `answers.${criterion.id}.value`,
  });
}

/** The shares a scale can give, the least first; null where it can give any. */
export const sharesOf = (scale: Scale): readonly number[] | null => {
  if (scale.kind === 'numeric') return null;
  const steps = scale.kind === 'yesNo' ? 2 : scale.points;
  return Array.from({ length: steps }, (_, at) => at / (steps - 1));
};
