import type { Criterion } from '../../contract/quality-common.ts';
import { Fault } from '../fault.ts';

/** The least and the most of a scale, and whether only whole numbers are on it. */
export function rangeOf({ scale }: Pick<Criterion, 'scale'>): {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
} {
  switch (scale.kind) {
    case 'points':
      return { min: 1, max: scale.points, whole: true };
    case 'yesNo':
      return { min: 0, max: 1, whole: true };
    case 'numeric':
      return { min: scale.min, max: scale.max, whole: false };
  }
}

/** Faults INVALID where a value is not on the scale of its criterion, or "not applicable" may not be said of it. */
export function checkValue(criterion: Criterion, value: number | 'na'): void {
  if (value === 'na') {
    if (!criterion.mayBeNA)
      throw new Fault('INVALID', `“${criterion.name}” always applies. Give it a score.`, { field: 'value' });
    return;
  }
  const { min, max, whole } = rangeOf(criterion);
  if (value < min || value > max || (whole && !Number.isInteger(value)))
    throw new Fault(
      'INVALID',
      `“${criterion.name}” is scored from ${min} to ${max}${whole ? ' in whole points' : ''}.`,
      {
        field: 'value',
      },
    );
}
