import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/renderer/ask/places.ts';
import { aw } from '../../../src/renderer/strings/en-ask.ts';

const shown = (values: readonly (number | string | null)[]): string[] =>
  values.flatMap((value) => (typeof value === 'number' ? [aw.figure(value, placesOf(values))] : []));

describe('figures of a column', () => {
  it('have as many places as one of them needs, two at most, so that they stand under each other', () => {
    expect(shown([1, 20, -3])).toEqual(['1', '20', '-3']);
    expect(shown([57.56, 63.3, 1234])).toEqual(['57.56', '63.30', '1,234.00']);
    expect(shown([0.1 + 0.2, 2])).toEqual(['0.3', '2.0']);
    expect(shown([1 / 3, 1])).toEqual(['0.33', '1.00']);
    expect(shown([-0.5, 4, null, 'p1'])).toEqual(['-0.5', '4.0']);
    expect(shown([null, 'p1'])).toEqual([]);
  });
});
