import { describe, expect, it } from 'vitest';
import { baseFilter, isPart } from '../../../src/renderer/quality/dashboard/filters.ts';
import { judge, worstFirst } from '../../../src/renderer/quality/dashboard/judge.ts';
import { placeOf, spanAround, spanFor, whiskerOf } from '../../../src/renderer/quality/dashboard/whisker-geometry.ts';

const counted = (n: number, mean: number | null, low: number | null = null, high: number | null = null) => ({
  n,
  mean,
  low,
  high,
});

describe('what a mean says beside its target (QAD-2)', () => {
  it('is nothing where there are too few, and only what the interval holds', () => {
    expect(judge(counted(0, null), 4)).toBe('none');
    expect(judge(counted(4, 2, 1, 3), 4)).toBe('tooFew');
    expect(judge(counted(40, 4.3, 4.1, 4.5), 4)).toBe('above');
    expect(judge(counted(40, 4.1, 4, 4.2), 4)).toBe('above');
    expect(judge(counted(40, 3.5, 3.2, 3.8), 4)).toBe('below');
    expect(judge(counted(40, 3.8, 3.5, 4), 4)).toBe('unsure');
  });

  it('puts the worst first and what has no reviews last; of equals the surer one', () => {
    const rows = [
      { name: 'none', score: counted(0, null) },
      { name: 'good', score: counted(9, 4.5) },
      { name: 'few', score: counted(2, 3) },
      { name: 'many', score: counted(20, 3) },
    ];
    expect(worstFirst(rows).map(({ name }) => name)).toEqual(['many', 'few', 'good', 'none']);
  });
});

describe('dot and whisker', () => {
  it('keeps within the drawing and says where it goes on', () => {
    const span = { from: 3, to: 5 };
    expect(whiskerOf(counted(9, 4, 2, 4.5), span, 200)).toEqual({
      dot: 100,
      low: 0,
      high: 150,
      cutLow: true,
      cutHigh: false,
    });
    expect(whiskerOf(counted(1, 4), span, 200)).toMatchObject({ low: 100, high: 100, cutLow: false });
    expect(whiskerOf(counted(0, null), span, 200)).toBeNull();
    expect(placeOf(9, span, 100)).toBe(100);
  });

  it('spans all means and the target with room about them, in halves', () => {
    expect(spanFor([counted(30, 4.4, 4.2, 4.6)], 4)).toEqual({ from: 3.5, to: 5 });
    expect(spanFor([counted(30, 2.4, 2.1, 2.7)], 4)).toEqual({ from: 1.5, to: 5 });
    // The interval of very few does not press the others together.
    expect(spanFor([counted(3, 4.4, 0.2, 5)], 4)).toEqual({ from: 3.5, to: 5 });
    expect(spanFor([], 4)).toEqual({ from: 3.5, to: 5 });
    expect(spanFor([counted(30, 0.1, 0, 0.3)], 4)).toEqual({ from: 0, to: 5 });
  });

  it('spans differences evenly about nothing', () => {
    expect(spanAround([null, -10, 4])).toEqual({ from: -20, to: 20 });
    expect(spanAround([])).toEqual({ from: -5, to: 5 });
    expect(spanAround([90])).toEqual({ from: -100, to: 100 });
  });
});

describe('the reviews behind a figure (QAD-1)', () => {
  it('are those of the days up to today, and of the random sample alone unless all are wanted', () => {
    expect(baseFilter('2026-11-27', 30, 'random')).toEqual({
      from: '2026-10-29',
      days: 30,
      state: ['done', 'released', 'acknowledged', 'disputed'],
      kind: ['random'],
    });
    expect(baseFilter('2026-11-27', 7, 'all')).not.toHaveProperty('kind');
  });

  it('are a part of them only where something else narrows them', () => {
    const base = baseFilter('2026-11-27', 30, 'random');
    expect(isPart(base)).toBe(false);
    expect(isPart({ ...base, channel: ['chat'] })).toBe(true);
  });
});
