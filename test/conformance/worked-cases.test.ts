import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../src/domain/exchange/csv-reader.ts';
import { limitsOf } from '../../src/domain/statistics/control-chart.ts';
import { hasShared, shared } from '../desk/import/support.ts';

/** Rows by header, of a file with Unix line ends. */
function table(name: string): Record<string, string>[] {
  const text = readFileSync(shared(`worked-cases/${name}`), 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const reader = createCsvReader({ delimiter: ',', newline: '\n' });
  const [head, ...records] = [...reader.push(text), ...reader.end()];
  return records
    .filter(({ cells }) => cells.length > 1)
    .map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((title, at) => [title, cells[at] ?? ''])));
}

const isoOf = (date: string): string => date.split('/').reverse().join('-');

describe.skipIf(!hasShared('worked-cases'))('worked case 119: complaints outside of their limits, by week', () => {
  const complaints = hasShared('worked-cases') ? table('119/inputs/input_01.csv') : [];
  const weeks = Map.groupBy(complaints, ({ Week }) => Week);
  const limits = (deviations: number) =>
    new Map(
      [...weeks].map(([week, rows]) => [
        week,
        limitsOf(
          rows.map(({ Complaints }) => Number(Complaints)),
          deviations,
        ),
      ]),
    );

  it.each([
    [1, 'output_01.csv', 'Lower Control Limit', 'Upper Control Limit'],
    [2, 'output_02.csv', 'Lower Control Limit (2SD)', 'Upper Control Limit (2SD)'],
    [3, 'output_03.csv', 'Lower Control Limit (3SD)', 'Upper Control Limit (3SD)'],
  ] as const)('at %i deviations has the outliers and limits of %s', (deviations, file, lower, upper) => {
    const by = limits(deviations);
    const wanted = table(`119/expected/${file}`);
    const key = (date: string | undefined, row: Record<string, string>) =>
      `${date} ${row.Week} ${row.Complaints} ${row.Department}`;
    const outside = complaints.filter(({ Week, Complaints }) => {
      const of = by.get(Week);
      return of != null && (Number(Complaints) < of.low || Number(Complaints) > of.high);
    });
    expect(outside.map((row) => key(isoOf(row.Date ?? ''), row)).sort()).toEqual(
      wanted.map((row) => key(row.Date, row)).sort(),
    );
    for (const row of wanted) {
      const of = by.get(row.Week);
      expect(of?.mean).toBeCloseTo(Number(row.Mean), 9);
      expect(of?.deviation).toBeCloseTo(Number(row['Standard Deviation']), 9);
      expect(of?.low).toBeCloseTo(Number(row[lower]), 9);
      expect(of?.high).toBeCloseTo(Number(row[upper]), 9);
    }
  });
});
