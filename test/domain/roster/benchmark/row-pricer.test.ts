import { describe, expect, it } from 'vitest';
import { prng } from '../../../../src/domain/prng.ts';
import type { Employee, Instance } from '../../../../src/domain/roster/benchmark/instance.ts';
import { parseInstance } from '../../../../src/domain/roster/benchmark/parse.ts';
import { rowBuffers, rowPricer } from '../../../../src/domain/roster/benchmark/row-pricer.ts';
import { rowViolations } from '../../../../src/domain/roster/benchmark/violations.ts';
import { madeInstance } from './made.ts';

/** Every row there is, by trying all. */
export function everyRow(instance: Instance, employee: Employee): number[][] {
  let rows: number[][] = [[]];
  for (let day = 0; day < instance.days; day += 1)
    rows = rows.flatMap((row) => [-1, ...instance.shifts.keys()].map((shift) => [...row, shift]));
  return rows.filter((row) => rowViolations(instance, employee, row).length === 0);
}

describe('the cheapest row of an employee', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('is that of trying every row, seed %i', (seed) => {
    const random = prng(seed, 3);
    const instance = parseInstance(madeInstance(seed));
    for (const given of instance.staff) {
      // The pricer leaves limits of single shifts to others.
      const employee = { ...given, maxShifts: given.maxShifts.map(() => 99) };
      const prices = Float64Array.from({ length: 14 }, () => random.int(-20, 20));
      const rows = everyRow(instance, employee);
      const priceOf = (row: readonly number[]): number =>
        row.reduce((sum, shift, day) => sum + (shift < 0 ? 0 : (prices[day * 2 + shift] ?? 0)), 0);
      const least = Math.min(...rows.map(priceOf));
      const pricer = rowPricer(instance, employee, rowBuffers());
      const best = pricer?.best(prices) ?? null;
      if (rows.length === 0) {
        expect(best).toBeNull();
        continue;
      }
      expect(best?.price).toBe(least);
      expect(rowViolations(instance, employee, best?.row ?? [])).toEqual([]);
      expect(priceOf(best?.row ?? [])).toBe(least);
      // Steps of rows at most 5 dearer, and no others.
      const near = rows.filter((row) => priceOf(row) <= least + 5);
      const steps = new Set(near.flatMap((row) => row.map((shift, day) => `${day} ${shift}`)));
      const arcs = pricer?.arcs(prices, 5) ?? [];
      expect(new Set(arcs.map(({ day, shift }) => `${day} ${shift}`))).toEqual(steps);
    }
  });
});
