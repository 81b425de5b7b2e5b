import { describe, expect, it } from 'vitest';
import { isApartBy, kpis } from '../../../src/domain/metrics/kpis.ts';
import { compareParts, isOfParts, partsFigure } from '../../../src/domain/metrics/parts.ts';

const answers = (promoters: number, passives: number, detractors: number) =>
  [...Array<number>(promoters).fill(1), ...Array<number>(passives).fill(0), ...Array<number>(detractors).fill(-1)].map(
    (top) => ({ top, bottom: 1 }),
  );
const scores = (...all: readonly number[]) => all.map((top) => ({ top, bottom: 1 }));

describe('figures of parts (KPI-13 to KPI-18)', () => {
  it('keep to their scale, and have no interval of one alone', () => {
    expect(partsFigure('nps', answers(15, 12, 9))).toMatchObject({
      n: 36,
      hits: null,
      value: expect.closeTo(16.667, 3) as number,
    });
    expect(partsFigure('qaScore', scores(5, 5, 4)).interval?.high).toBe(5);
    expect(partsFigure('qaScore', scores(4))).toMatchObject({ n: 1, value: 4, interval: null });
    expect(partsFigure('adherence', [])).toMatchObject({ n: 0, value: null, interval: null });
  });

  it('an NPS changes by points: 7 of them are enough, and a share of what it was says nothing', () => {
    const small = compareParts('nps', answers(5010, 0, 4990), answers(5070, 0, 4930));
    // From 0.2 to 1.4 it is seven times what it was, and steady.
    expect(small).toMatchObject({ relativeChange: null, bigEnough: false, verdict: 'steady' });
    expect(compareParts('nps', answers(500, 0, 500), answers(600, 0, 400))).toMatchObject({
      bigEnough: true,
      verdict: 'react',
    });
    expect(compareParts('nps', answers(20, 0, 9), answers(0, 0, 90))).toMatchObject({
      enoughSample: false,
      verdict: 'notYet',
    });
    // 60 of 1000 points apart is below 7 and may yet be more.
    expect(compareParts('nps', answers(500, 0, 500), answers(530, 0, 470))).toMatchObject({
      bigEnough: false,
      verdict: 'notYet',
    });
  });

  it('scores are told apart by Welch, and by 7 % of what they were', () => {
    const [low, high] = [
      Array.from({ length: 40 }, (_, at) => 3 + (at % 3) / 2),
      Array.from({ length: 40 }, (_, at) => 4 + (at % 3) / 2),
    ];
    expect(compareParts('qaScore', scores(...low), scores(...high))).toMatchObject({
      verdict: 'react',
      difference: expect.closeTo(1, 9) as number,
    });
    expect(compareParts('qaScore', [], scores(4))).toMatchObject({
      a: { n: 0, value: null },
      difference: null,
      verdict: 'notYet',
    });
  });

  it('each has an owner, a unit, a sample and what it is told apart by; what is not of tickets has no hour', () => {
    for (const { name, owner, unit, kind, source, leastSample, sample } of kpis) {
      expect([name, owner, source !== '', leastSample]).toEqual([
        name,
        'Coordinator',
        true,
        sample === 'days' ? 28 : 30,
      ]);
      expect([name, unit === '']).toEqual([name, kind === 'money']);
      if (isOfParts(name)) expect([name, isApartBy(name, 'hour')]).toEqual([name, false]);
    }
    expect([
      isApartBy('adherence', 'team'),
      isApartBy('adherence', 'queue'),
      isApartBy('costPerContact', 'agent'),
    ]).toEqual([true, false, false]);
  });

  it('the cost of a contact is of enough days from 28 on (KPI-21)', () => {
    const days = (n: number) => Array.from({ length: n }, (_, at) => ({ top: 10 + (at % 3), bottom: 5 }));
    expect([27, 28].map((n) => compareParts('costPerContact', days(n), days(n)).enoughSample)).toEqual([false, true]);
    expect(compareParts('adherence', days(29), days(29)).enoughSample).toBe(false);
  });
});
