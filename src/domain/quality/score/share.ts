import type { Criterion, Scale } from '../../../contract/quality-common.ts';
import { Fault } from '../../fault.ts';

/** Shares are compared as people mean them: 0.3 of a scale is 0.3, whatever its last binary digits say. SPEC QAL-9. */
const slack = 1e-9;
export const atOrBelow = (share: number, limit: number): boolean => share <= limit + slack;
export const below = (share: number, limit: number): boolean => share < limit - slack;
export const within = (share: number, least: number, most: number): boolean =>
  !below(share, least) && atOrBelow(share, most);

const words = (scale: Scale): string => {
  if (scale.kind === 'yesNo') return '0 for no or 1 for yes';
  return scale.kind === 'points' ? `a whole number from 1 to ${scale.points}` : `from ${scale.min} to ${scale.max}`;
};

const fits = (scale: Scale, value: number): boolean => {
  if (scale.kind === 'yesNo') return value === 0 || value === 1;
  if (scale.kind === 'numeric') return scale.min < scale.max && value >= scale.min && value <= scale.max;
  return Number.isInteger(value) && value >= 1 && value <= scale.points;
};

/** Where on its scale a value lies, from 0 the least to 1 the most. Refuses one that is not on it. SPEC QAL-1. */
export function shareOf({ id, name, scale }: Pick<Criterion, 'id' | 'name' | 'scale'>, value: number): number {
  if (!fits(scale, value))
    throw new Fault('INVALID', `“${name}” is scored ${words(scale)}; ${value} is not on that scale.`, {
      field: `answers.${id}.value`,
    });
  if (scale.kind === 'yesNo') return value;
  return scale.kind === 'points' ? (value - 1) / (scale.points - 1) : (value - scale.min) / (scale.max - scale.min);
}

/** The shares a scale can give, the least first; null where it can give any. */
export const sharesOf = (scale: Scale): readonly number[] | null => {
  if (scale.kind === 'numeric') return null;
  const steps = scale.kind === 'yesNo' ? 2 : scale.points;
  return Array.from({ length: steps }, (_, at) => at / (steps - 1));
};
