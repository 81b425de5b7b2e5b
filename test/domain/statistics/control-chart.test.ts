import { describe, expect, it } from 'vitest';
import { individualsChart, limitsOf, sharesChart } from '../../../src/domain/statistics/control-chart.ts';

describe('a chart of individual values (KPI-30)', () => {
  // NIST/SEMATECH e-Handbook 6.3.2.2: batches of a flowrate.
  const flowrate = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

  it('has the centre and limits of the handbook', () => {
    const chart = individualsChart(flowrate);
    expect(chart.centre).toBeCloseTo(50.81, 10);
    // The handbook has d2 as 1.128.
    expect(chart.high).toBeCloseTo(55.8041, 2);
    expect(chart.low).toBeCloseTo(45.8159, 2);
    expect(chart.signals.every((signal) => signal === null)).toBe(true);
  });

  it('passes over days without a value, and says nothing of fewer than eight', () => {
    const holes = flowrate.flatMap((value) => [value, null]);
    expect(individualsChart(holes)).toMatchObject({
      centre: individualsChart(flowrate).centre,
      high: individualsChart(flowrate).high,
    });
    expect(individualsChart(flowrate.slice(0, 7))).toMatchObject({ low: null, high: null });
    expect(individualsChart([null])).toEqual({ centre: null, low: null, high: null, signals: [null] });
    expect(individualsChart(Array.from({ length: 9 }, () => 3))).toMatchObject({ low: 3, high: 3 });
  });

  it('limits are never beyond what a figure can be', () => {
    const unlike = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? 1 : 0.5));
    expect(individualsChart(unlike)).toMatchObject({ low: expect.toSatisfy((low: number) => low < 0) as number });
    expect(individualsChart(unlike, 0, 1)).toMatchObject({ low: 0, high: 1 });
  });

  it('tells what is beyond, and nine in a row on one side; a floor is no limit below nothing', () => {
    const line = [10, 11, 9, 10, 11, 9, 10, 11, 9, 30];
    expect(individualsChart(line).signals.at(-1)).toBe('beyond');
    const shifted = [...[4, 6, 5, 4, 6, 5, 4, 6, 5], ...[7, 8, 7, 8, 7, 8, 7, 8, 7]];
    const { signals } = individualsChart(shifted);
    expect(signals.slice(9)).toEqual(Array.from({ length: 9 }, () => 'run'));
    expect(individualsChart([1, 9, 1, 9, 1, 9, 1, 9, 1], 0).low).toBe(0);
  });
});

describe('a chart of shares (KPI-30)', () => {
  it('widens on days of few, and is the plain p chart where the line varies as chance would', () => {
    const days = [8, 12, 9, 11, 10, 13, 7, 10, 12, 8].map((hits) => ({ n: 100, hits }));
    const chart = sharesChart([...days, { n: 10, hits: 1 }, null, { n: 100, hits: 40 }]);
    const width = (at: number) => (chart.limits[at]?.high ?? 0) - (chart.limits[at]?.low ?? 0);
    expect(width(10)).toBeGreaterThan(width(0));
    expect(chart.limits[11]).toBeNull();
    expect(chart.signals[12]).toBe('beyond');
    expect(sharesChart([]).centre).toBeNull();
    expect(sharesChart([{ n: 0, hits: 0 }]).centre).toBeNull();
    expect(sharesChart(days.map(() => ({ n: 5, hits: 5 }))).limits[0]).toEqual({ low: 1, high: 1 });
  });
});

describe('limits by deviations', () => {
  it('are of a sample; of fewer than two there are none', () => {
    expect(limitsOf([2, 4, 4, 4, 5, 5, 7, 9], 2)).toMatchObject({ mean: 5 });
    expect(limitsOf([2, 4, 4, 4, 5, 5, 7, 9], 2)?.deviation).toBeCloseTo(2.138, 3);
    expect(limitsOf([1], 1)).toBeNull();
  });
});
