import { describe, expect, test } from 'vitest';
import type { Comparison, Figure, Kpi, KpiName } from '../../../src/contract/index.ts';
import { compare } from '../../../src/domain/metrics/compare.ts';
import { kpiOf } from '../../../src/domain/metrics/kpis.ts';
import { figureRows } from '../../../src/renderer/metrics/export-rows.ts';
import { tileWords } from '../../../src/renderer/metrics/tile-words.ts';
import { typedTarget } from '../../../src/renderer/metrics/target.ts';
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
    expect(says('created', week, 7)).toBe('Do not react yet: 7 of 30 days needed');
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
