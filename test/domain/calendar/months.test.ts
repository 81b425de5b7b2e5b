import { describe, expect, it } from 'vitest';
import { monthsAfter } from '../../../src/domain/calendar/months.ts';

describe('the end of a certificate (TRN-23)', () => {
  it('is the same day so many months on, the last of the month where there is no such day', () => {
    expect(monthsAfter('2026-03-02', 12)).toBe('2027-03-02');
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2027-12-31', 2)).toBe('2028-02-29');
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28');
    expect(monthsAfter('2026-11-30', 1)).toBe('2026-12-30');
    expect(monthsAfter('2026-12-15', 120)).toBe('2036-12-15');
  });
});
