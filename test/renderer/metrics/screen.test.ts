import { describe, expect, test } from 'vitest';
import type { KpiName } from '../../../src/contract/index.ts';
import { kpiOf } from '../../../src/domain/metrics/kpis.ts';
import { spotBeside } from '../../../src/renderer/metrics/spots.ts';
import { moved, neighbour } from '../../../src/renderer/ui/order.ts';
import { nextSort, sortedRows } from '../../../src/renderer/metrics/by-rows.ts';
import { causesOf, fewOf } from '../../../src/renderer/metrics/causes.ts';
import { drawn, type Series } from '../../../src/renderer/metrics/line.ts';
import { nextSpan, ownDays, rangeOf } from '../../../src/renderer/metrics/range.ts';
import type { FigureRow } from '../../../src/renderer/metrics/use-numbers.ts';
import { valuesOf } from '../../../src/renderer/metrics/narrow-picker.tsx';
import { wallGrid } from '../../../src/renderer/metrics/wall-grid.ts';

const none = { hits: null, p90: null, mean: null, interval: null };
const rowOf = (label: string, name: KpiName, value: number | null, n = value ?? 0): FigureRow => ({
  key: label,
  label,
  figures: [{ ...none, name, n, value, comparison: null, meetsTarget: null }],
});

describe('days', () => {
  test('end today, or are from and to as given; what is no range falls back', () => {
    expect(rangeOf('2026-03-02', 30, null)).toEqual({ from: '2026-02-01', days: 30, own: false });
    expect(rangeOf('2026-03-02', 7, { from: '2026-01-01', to: '2026-01-31' })).toEqual({
      from: '2026-01-01',
      days: 31,
      own: true,
    });
    expect(rangeOf('2026-03-02', 7, { from: '2026-02-01', to: '2026-01-01' }).own).toBe(false);
    expect(ownDays({ from: '2020-01-01', to: '2026-01-01' })).toBeNull();
    expect([nextSpan(7, -1), nextSpan(7, 1), nextSpan(90, 1)]).toEqual([7, 30, 90]);
  });
});

describe('tiles', () => {
  const order = ['csat', 'created', 'solved'] as const;
  test('move within their row and stop at its ends', () => {
    expect(moved(order, 'csat', 1)).toEqual(['created', 'csat', 'solved']);
    expect(moved(order, 'csat', 9)).toEqual(['created', 'solved', 'csat']);
    expect(moved(order, 'csat', -1)).toEqual(order);
    expect([neighbour(order, 'created'), neighbour(order, 'solved'), neighbour(['csat'], 'csat')]).toEqual([
      'solved',
      'created',
      null,
    ]);
  });
  test('the one above or below is the nearest across, in a row that is not full too', () => {
    const spots = [
      { left: 0, top: 0 },
      { left: 100, top: 0 },
      { left: 200, top: 0 },
      { left: 0, top: 50 },
      { left: 100, top: 50 },
    ];
    expect([0, 1, 2, 3].map((at) => spotBeside(spots, at, 1))).toEqual([3, 4, 4, null]);
    expect(spotBeside(spots, 4, -1)).toBe(1);
  });
});

test('rows are sorted by a figure, those without one last either way', () => {
  const rows = [rowOf('a', 'csat', 0.5), rowOf('b', 'csat', null), rowOf('c', 'csat', 0.9)];
  const by = (sort: Parameters<typeof sortedRows>[1]) => sortedRows(rows, sort).map(({ label }) => label);
  const down = nextSort(null, 'csat');
  const up = nextSort(down, 'csat');
  expect([by(down), by(up), by(nextSort(up, 'csat'))]).toEqual([
    ['c', 'a', 'b'],
    ['a', 'c', 'b'],
    ['a', 'b', 'c'],
  ]);
});

test('causes are the most first and come to all of it; those of nothing are left out', () => {
  const bars = causesOf(
    [
      rowOf('few', 'created', 10),
      rowOf('none', 'created', 0),
      rowOf('most', 'created', 70),
      rowOf('some', 'created', 20),
    ],
    'created',
  );
  expect(bars.map(({ label, n, soFar }) => [label, n, soFar])).toEqual([
    ['most', 70, 0.7],
    ['some', 20, 0.9],
    ['few', 10, 1],
  ]);
  expect(fewOf(bars)).toBe(2);
  expect(causesOf([], 'escalated')).toEqual([]);
});

test('a line has gaps where there is nothing, marks what stands out, and is no NaN of nothing', () => {
  const day = (value: number | null, signal: 'beyond' | null = null): Series['days'][number] => ({
    date: '2026-01-01',
    figure: { ...none, name: 'csat', n: value === null ? 0 : 10, value },
    low: value === null ? null : 0.2,
    high: value === null ? null : 0.9,
    signal,
  });
  const box = { left: 0, top: 0, width: 100, height: 100 };
  const fresh = { at: 0, days: 0 };
  const series: Series = { fresh, centre: 0.5, days: [day(0.5), day(null), day(1, 'beyond'), day(0), day(0.5)] };
  const chart = drawn('share', series, kpiOf('csat').target, box);
  expect(chart.line).toBe('M0 50 M50 0 L75 100 L100 50');
  expect(chart.bands).toHaveLength(2);
  expect(chart.signals).toEqual([{ at: [50, 0], kind: 'beyond' }]);
  expect(chart.lone).toEqual([[0, 50]]);
  const empty = drawn('minutes', { fresh, centre: null, days: [day(null)] }, null, box);
  expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/);
});

test('tiles fill the wall: as large as its size lets them be, legible at 4K', () => {
  expect(wallGrid(14, 3840, 2160)).toMatchObject({ columns: 5, rows: 3 });
  expect(wallGrid(14, 3840, 2160).unit).toBeGreaterThan(30);
  expect(wallGrid(1, 800, 600)).toMatchObject({ columns: 1, rows: 1 });
  expect(wallGrid(0, 512, 350).columns).toBe(1);
});

test('where tiles would be too small to read they keep their size and are scrolled', () => {
  const small = wallGrid(14, 512, 350);
  expect(small.unit).toBeGreaterThanOrEqual(9);
  expect(512 / small.columns).toBeGreaterThanOrEqual(9 * 19);
  expect((small.tile ?? 0) * small.rows).toBeGreaterThan(350);
  expect(wallGrid(14, 1280, 800).tile).toBeNull();
});

test('a category by the name of a row of all others can be narrowed to, all other customers cannot', () => {
  const rows = [{ key: 'others', label: 'others' }];
  expect(valuesOf('category', rows)).toEqual([{ by: 'category', key: 'others', label: 'others' }]);
  expect(valuesOf('customer', rows)).toEqual([]);
});
