import { describe, expect, test } from 'vitest';
import type { Comparison, Figure, Kpi, KpiName } from '../../../src/contract/index.ts';
import { compare } from '../../../src/domain/metrics/compare.ts';
import { kpiOf } from '../../../src/domain/metrics/kpis.ts';
import { compareParts } from '../../../src/domain/metrics/parts.ts';
import { drawn } from '../../../src/renderer/metrics/line.ts';
import { figureRows } from '../../../src/renderer/metrics/export-rows.ts';
import { tileWords } from '../../../src/renderer/metrics/tile-words.ts';
import { targetBounds, typedTarget } from '../../../src/renderer/metrics/target.ts';
import type { FigureRow, Told } from '../../../src/renderer/metrics/use-numbers.ts';
import { mw } from '../../../src/renderer/strings/en-metrics.ts';
import { csvText } from '../../../src/domain/exchange/csv-write.ts';

const shares = (a: number, b: number, n = 1000): Comparison =>
  compare({ a: { n, successes: a }, b: { n, successes: b }, measure: 'median' });
const says = (name: KpiName, comparison: Comparison | null, days = 30): string =>
  mw.says(kpiOf(name), comparison, 'before', days);
const times = (length: number, from: number): number[] => Array.from({ length }, (_, at) => from + (at % 10));

const figure = (name: KpiName, part: Partial<Figure> = {}): Told => ({
  name,
  n: 0,
  value: null,
  hits: null,
  p90: null,
  mean: null,
  interval: null,
  comparison: null,
  meetsTarget: null,
  ...part,
});

describe('what a comparison says (KPI-52)', () => {
  test('how far, which way, than what, and that it is more than noise', () => {
    expect(says('csat', shares(500, 700))).toBe('20 points better than the 30 days before, more than noise');
    expect(says('escalated', shares(500, 700))).toBe('20 points worse than the 30 days before, more than noise');
    expect(says('escalated', shares(700, 500), 1)).toBe('20 points better than the day before, more than noise');
    const faster = compare({ a: { values: times(100, 60) }, b: { values: times(100, 30) }, measure: 'median' });
    expect(says('firstResponse', faster)).toBe('typically 30 min shorter than the 30 days before, more than noise');
    const more = compare({ a: { values: times(90, 60) }, b: { values: times(90, 90) }, measure: 'mean' });
    expect(mw.says(kpiOf('created'), more, 'lastYear', 90)).toBe(
      '30 a day more than the same days last year, more than noise',
    );
  });
  test('do not react yet is an answer, with what is lacking', () => {
    expect(says('csat', shares(5, 9, 12))).toBe('Do not react yet: 12 of 30 needed');
    const past = compare({ a: { n: 12, successes: 5 }, b: { n: 400, successes: 300 }, measure: 'median' });
    expect(says('csat', past)).toBe('Do not react yet: the 30 days before: 12 of 30 needed');
    expect(says('csat', shares(0, 0, 0))).toBe('Do not react yet: nothing in the 30 days before');
    expect(says('csat', shares(500, 520))).toBe('Do not react yet: a change below 7 %');
    expect(says('csat', shares(20, 25, 40))).toBe('Do not react yet: may be chance');
    const week = compare({ a: { values: times(7, 60) }, b: { values: times(7, 90) }, measure: 'mean' });
    expect(says('created', week, 7)).toBe('Do not react yet: 7 of 28 days needed');
    expect(says('csat', shares(90_000, 90_100, 100_000))).toBe('Steady: as the 30 days before, within 7 %');
  });
  test('what is not compared says so, or nothing where nothing was asked for', () => {
    expect(says('backlog', null)).toBe('A count at one moment: not compared');
    expect(mw.says(kpiOf('csat'), null, 'none', 30)).toBe('');
  });
});

describe('a figure in words', () => {
  test('value, of how many, how sure; nothing is told as such, never NaN', () => {
    const told = figure('csat', { n: 405, hits: 352, value: 352 / 405, interval: { low: 0.833, high: 0.899 } });
    expect(tileWords(kpiOf('csat'), told, 'none', 30)).toMatchObject({
      value: '86.9 %',
      of: '352 of 405',
      spread: '83.3 % to 89.9 %',
      label: 'CSAT: 86.9 %. 352 of 405. 83.3 % to 89.9 %',
    });
    const slow = figure('firstResponse', { n: 10, value: 65, p90: 156 });
    expect(tileWords(kpiOf('firstResponse'), slow, 'none', 30)).toMatchObject({
      value: '65 min',
      spread: 'nine of ten within 2 h 36',
    });
    expect(tileWords(kpiOf('csat'), figure('csat', { hits: 0 }), 'none', 30).label).toBe(
      'CSAT: nothing to tell. 0 of 0',
    );
    expect(mw.value('count', Number.NaN)).toBe('–');
  });
  test('a target stands in its field as it was typed', () => {
    const of = (kind: Kpi['kind'], target: number | null): string => typedTarget({ kind, target });
    expect([of('share', 0.855), of('share', 0.07), of('minutes', 60), of('count', null)]).toEqual([
      '85.5',
      '7',
      '60',
      '',
    ]);
    expect(mw.targetOf({ ...kpiOf('escalated'), target: 0.05 })).toBe('at most 5 %');
  });
});

test('the file has what the screen has, the value in full beside it, and no formula (KPI-56)', () => {
  const value = 0.869135802469136;
  const row: FigureRow = {
    key: 'q',
    label: '=Billing',
    figures: [figure('csat', { n: 405, hits: 352, value }), figure('created', { n: 2000, value: 2000 })],
  };
  const context = { from: '2026-10-29', days: 30, place: 'All tickets', against: 'none', compared: null } as const;
  const [heads = [], csat = [], ...rest] = figureRows([row], [kpiOf('csat'), kpiOf('created')], context);
  const at = (name: string): string | undefined => csat[heads.indexOf(name)];
  expect([at('Shown'), at('Value'), at('Of'), at('Counted for it')]).toEqual(['86.9 %', String(value), '405', '352']);
  expect(Number(at('Value'))).toBe(value);
  expect(rest).toHaveLength(1);
  expect(csvText([csat])).toContain("'=Billing");
});

describe('figures that are not of tickets, in words (KPI-13 to KPI-18)', () => {
  const parts = (length: number, from: number) =>
    Array.from({ length }, (_, at) => ({ top: from + (at % 3) / 10, bottom: 1 }));
  const signs = (good: number, bad: number) =>
    [...Array<number>(good).fill(1), ...Array<number>(bad).fill(-1)].map((top) => ({ top, bottom: 1 }));

  test('value, of how many of what, and how sure', () => {
    const nps = figure('nps', { n: 36, value: -12.5, interval: { low: -40.3, high: 9.5 } });
    expect(tileWords(kpiOf('nps'), nps, 'none', 30)).toMatchObject({
      value: '−12.5',
      of: 'of 36 responses',
      spread: '−40.3 to 9.5',
    });
    const qa = figure('qaScore', { n: 1, value: 4.25, interval: { low: 4, high: 4.5 } });
    expect(tileWords(kpiOf('qaScore'), qa, 'none', 30)).toMatchObject({
      value: '4.25 of 5',
      of: 'of 1 review',
      spread: '4.00 to 4.50 of 5',
    });
    const adherence = figure('adherence', { n: 40, value: 0.914 });
    expect(tileWords(kpiOf('adherence'), adherence, 'none', 30)).toMatchObject({
      value: '91.4 %',
      of: 'of 40 days of agents',
    });
    expect(
      tileWords(kpiOf('ticketsPerAgent'), figure('ticketsPerAgent', { n: 9, value: 12.34 }), 'none', 30).value,
    ).toBe('12.3 a day');
    const cost = { ...kpiOf('costPerContact'), unit: 'EUR' };
    const told = figure('costPerContact', { n: 29, value: 4.567, interval: { low: 4, high: 5.2 } });
    expect(tileWords(cost, told, 'none', 30)).toMatchObject({
      value: '€4.57',
      of: 'of 29 days',
      spread: '€4 to €5.20',
    });
  });

  test('what is lacking is said in place of a figure, and nothing is held against it', () => {
    const kpi = { ...kpiOf('costPerContact'), lacks: 'No cost is entered: say what an hour of an agent costs' };
    const comparison = compareParts('costPerContact', [], []);
    expect(tileWords(kpi, { ...figure('costPerContact'), comparison }, 'before', 30)).toMatchObject({
      value: '–',
      of: kpi.lacks,
      says: '',
      label: `Cost per contact: nothing to tell. ${kpi.lacks}`,
    });
  });

  test('comparisons are in points, in words of their own, and say what there is too little of', () => {
    expect(says('nps', compareParts('nps', signs(50, 50), signs(80, 20)))).toBe(
      '60 points better than the 30 days before, more than noise',
    );
    expect(says('nps', compareParts('nps', signs(5, 5), signs(80, 20)))).toBe(
      'Do not react yet: the 30 days before: 10 of 30 responses needed',
    );
    expect(says('nps', compareParts('nps', signs(5010, 4990), signs(5070, 4930)))).toBe(
      'Steady: as the 30 days before, within 7 points',
    );
    expect(says('qaScore', compareParts('qaScore', parts(40, 4), parts(40, 3)))).toBe(
      '1.00 worse than the 30 days before, more than noise',
    );
    expect(says('ticketsPerAgent', compareParts('ticketsPerAgent', parts(40, 10), parts(40, 14)))).toBe(
      '4 a day more than the 30 days before, more than noise',
    );
    const cost = { ...kpiOf('costPerContact'), unit: 'USD' };
    expect(mw.says(cost, compareParts('costPerContact', parts(40, 6), parts(40, 4)), 'before', 30)).toBe(
      '$2 less than the 30 days before, more than noise',
    );
  });

  test('targets and definitions are in their unit', () => {
    expect(mw.targetText(kpiOf('nps'))).toBe('Target at least 20');
    expect(mw.targetText({ ...kpiOf('costPerContact'), unit: 'USD', target: 4.5 })).toBe('Target at most $4.50');
    expect([targetBounds('nps'), targetBounds('score'), targetBounds('money')]).toEqual([
      [-100, 100],
      [0, 5],
      [0, 1_000_000],
    ]);
    expect(mw.detail.apartOf(kpiOf('adherence').apart)).toBe('agent, team');
    expect(mw.detail.leastOf(30, 'responses')).toBe('30 responses on both sides; fewer are too few to react to');
  });

  test('an NPS is drawn from -100 to 100, with what is below nothing below the middle', () => {
    const nps = (value: number) => ({
      date: '2026-01-01',
      figure: figure('nps', { n: 9, value }),
      low: null,
      high: null,
      signal: null,
    });
    const series = { fresh: { at: 0, days: 0 }, centre: 0, days: [nps(-100), nps(0), nps(100)] };
    const chart = drawn('nps', series, 20, { left: 0, top: 0, width: 100, height: 100 });
    expect(chart.line).toBe('M0 100 L50 50 L100 0');
    expect([chart.centre, chart.target]).toEqual([50, 40]);
  });
});
