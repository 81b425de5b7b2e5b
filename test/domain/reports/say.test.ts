import { describe, expect, it } from 'vitest';
import type { Comparison, Kpi, KpiName } from '../../../src/contract/index.ts';
import { kpiOf } from '../../../src/domain/metrics/kpis.ts';
import { compare } from '../../../src/domain/metrics/compare.ts';
import { agendaOf } from '../../../src/domain/reports/agenda.ts';
import { breachImpact, byImpact } from '../../../src/domain/reports/impact.ts';
import { reading, type Told } from '../../../src/domain/reports/reading.ts';
import { summaryOf } from '../../../src/domain/reports/summary.ts';
import { usualOf, usualWords } from '../../../src/domain/reports/usual.ts';
import { minutesWords, periodWords, shareWords } from '../../../src/domain/reports/words.ts';

const shares = (before: readonly [number, number], now: readonly [number, number]): Comparison =>
  compare({
    a: { n: before[1], successes: before[0] },
    b: { n: now[1], successes: now[0] },
    measure: 'median',
  });

function share(name: KpiName, before: readonly [number, number], now: readonly [number, number]) {
  const kpi: Kpi = kpiOf(name);
  const [hits, n] = now;
  const value = n === 0 ? null : hits / n;
  const told: Told = {
    name,
    n,
    hits,
    value,
    p90: null,
    mean: null,
    interval: null,
    comparison: shares(before, now),
    meetsTarget: kpi.target === null || value === null ? null : value >= kpi.target,
  };
  return { kpi, told };
}
const facts = { against: 'the week before', backlogBefore: 5, incidents: 0, actions: { open: 2, late: 1 } };

describe('the executive summary (REP-21)', () => {
  it('is three sentences, and says what moved beyond noise', () => {
    const all = [share('slaMet', [380, 400], [300, 400]), share('csat', [85, 100], [86, 100])];
    const said = summaryOf({ ...facts, all });
    expect(said).toHaveLength(3);
    expect(said[0]).toBe(
      'SLA compliance 75.0 % (n 400), off its target of 95.0 %; CSAT 86.0 % (n 100), on its target of 85.0 %.',
    );
    expect(said[1]).toBe(
      'Beyond noise, held against the week before: SLA compliance 75.0 % (n 400) after 95.0 % (n 400) (worse).',
    );
    expect(said[2]).toContain('2 action items are open, 1 late.');
  });

  it('says not to react where nothing moved beyond noise, with the largest move that may be chance', () => {
    const said = summaryOf({ ...facts, all: [share('csat', [30, 40], [34, 40]), share('slaMet', [38, 40], [38, 40])] });
    expect(said[1]).toBe(
      'No figure moved beyond noise, held against the week before; the largest move is CSAT 85.0 % (n 40) after 75.0 % (n 40): do not react yet.',
    );
  });

  it('says that there is too little, and that there is nothing', () => {
    const few = summaryOf({ ...facts, all: [share('csat', [1, 10], [9, 10])] });
    expect(few[0]).toContain('CSAT 90.0 % (n 10), on its target of 85.0 %, of too few to say');
    expect(few[1]).toBe('Too few to hold against the week before: do not react yet.');
    const none = summaryOf({
      ...facts,
      backlogBefore: null,
      actions: { open: 0, late: 0 },
      all: [share('csat', [0, 0], [0, 0])],
    });
    expect(none).toHaveLength(3);
    expect(none[0]).toBe('No CSAT to tell.');
    expect(none.join(' ')).not.toMatch(/NaN|null|undefined|Infinity/);
    expect(none[2]).toBe(
      '0 tickets came in and 0 were solved, 0 are left, no incident ran and no action item is open.',
    );
  });
});

describe('a reading', () => {
  it('is the verdict, in the way the figure is valued', () => {
    expect(reading(kpiOf('reopened'), shares([20, 400], [80, 400]))).toBe('worse: react');
    expect(reading(kpiOf('csat'), shares([200, 400], [300, 400]))).toBe('better: react');
    expect(reading(kpiOf('csat'), shares([2, 4], [3, 4]))).toBe('too few: do not react yet');
    expect(reading(kpiOf('csat'), shares([20, 40], [24, 40]))).toBe('do not react yet');
    expect(reading(kpiOf('csat'), shares([40_000, 50_000], [40_000, 50_000]))).toBe('steady');
    expect(reading(kpiOf('csat'), shares([0, 0], [24, 40]))).toBe('nothing before');
    expect(reading(kpiOf('csat'), shares([24, 40], [0, 0]))).toBe('nothing to tell');
    expect(reading(kpiOf('backlog'), null)).toBe('');
  });
});

describe('what is usual of a day (REP-21)', () => {
  const before = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 40 : 50));
  it('is told by the days before it alone', () => {
    expect(usualWords(usualOf([...before, 45]))).toMatch(/^as usual: /);
    expect(usualWords(usualOf([...before, 500]))).toMatch(/^above the usual /);
    expect(usualWords(usualOf([...before, 1]))).toMatch(/^below the usual /);
  });
  it('takes fifteen days to be known', () => {
    expect(usualOf([...before.slice(0, 14), 45])).toBeNull();
    expect(usualOf([...before.slice(0, 15), 45])).not.toBeNull();
    expect(usualWords(usualOf([]))).toBe('too few days to say what is usual');
  });
});

describe('impact (REP-22)', () => {
  it('of incidents: tickets, then how long they ran; of breaches: minutes over, four times for a P1', () => {
    const all = [
      { tickets: 2, minutes: 900 },
      { tickets: 9, minutes: 1 },
      { tickets: 2, minutes: 901 },
    ];
    expect(all.toSorted(byImpact).map(({ minutes }) => minutes)).toEqual([1, 901, 900]);
    expect(breachImpact({ over: 10, priority: 'p1' })).toBe(40);
    expect(breachImpact({ over: 10, priority: 'p4' })).toBe(10);
    expect(breachImpact({ over: 10, priority: null })).toBe(10);
  });
});

describe('words of days and values', () => {
  it.each([
    [{ from: '2026-03-02', days: 7 }, '2 to 8 Mar 2026'],
    [{ from: '2026-02-23', days: 7 }, '23 Feb to 1 Mar 2026'],
    [{ from: '2025-12-29', days: 7 }, '29 Dec 2025 to 4 Jan 2026'],
    [{ from: '2026-03-06', days: 1 }, 'Fri, 6 Mar 2026'],
    [{ from: '2026-02-01', days: 28 }, 'February 2026'],
    [{ from: '2026-02-01', days: 29 }, '1 Feb to 1 Mar 2026'],
  ])('%o is %s', (period, words) => {
    expect(periodWords(period)).toBe(words);
  });
  it('of minutes and shares', () => {
    expect([59.6, 119.4, 120, 125, 6000].map(minutesWords)).toEqual(['60 min', '119 min', '2 h', '2 h 5 min', '100 h']);
    expect([0, 0.9494, 1].map(shareWords)).toEqual(['0.0 %', '94.9 %', '100.0 %']);
  });
});

describe('an agenda (REP-33)', () => {
  it('gives what there is nothing of a minute, and names five at most', () => {
    const empty = agendaOf({ figures: [], incidents: [], actions: { open: 0, late: [] }, problems: [], needs: [] });
    expect(empty.map(({ minutes }) => minutes)).toEqual([1, 1, 1, 1, 1, 5]);
    const full = agendaOf({
      figures: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      incidents: ['x'],
      actions: { open: 3, late: ['call'] },
      problems: ['p'],
      needs: ['n'],
    });
    expect(full.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    expect(full[0]?.about).toBe('a, b, c, d, e and 2 more');
    expect(full[2]?.about).toBe('3 items open; late: call.');
  });
});
