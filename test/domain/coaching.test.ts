import { describe, expect, it } from 'vitest';
import type { ChangeOf } from '../../src/contract/index.ts';
import { byNeed, dueOf } from '../../src/domain/coaching/cadence.ts';
import { effects } from '../../src/domain/coaching/effect.ts';
import { periodSince } from '../../src/domain/coaching/period.ts';
import { isLead, mayChange, maySee } from '../../src/domain/people/viewer.ts';
import { compare } from '../../src/domain/metrics/compare.ts';
import { prng } from '../../src/domain/prng.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-03-02T10:00:00Z');

describe('who leads (COA-1, COA-2)', () => {
  it('nobody known is the coordinator; roles that lead do; agents see themselves alone', () => {
    expect(isLead({ id: null, role: null })).toBe(true);
    for (const role of ['Coordinator', 'QA lead', 'team leader', 'Shift Supervisor', 'Trainer', 'head of care'])
      expect([role, isLead({ id: 'x', role })]).toEqual([role, true]);
    for (const role of [null, '', 'Agent', 'Senior agent', 'Misleading', 'Headset tester'])
      expect([role, isLead({ id: 'x', role })]).toEqual([role, false]);
    const agent = { id: 'ada', role: 'Agent' };
    expect([maySee(agent, 'ada'), maySee(agent, 'ben'), mayChange(agent)]).toEqual([true, false, false]);
  });
});

describe('when the next is due (COA-10)', () => {
  it('after the cadence, in whole days late; nothing is due of who has had none', () => {
    expect(dueOf(null, 14, now)).toEqual({ dueAt: null, overdueDays: 0 });
    expect(dueOf(now - 14 * dayMs, 14, now)).toEqual({ dueAt: now, overdueDays: 0 });
    expect(dueOf(now - 15 * dayMs, 14, now).overdueDays).toBe(1);
    expect(dueOf(now - 15 * dayMs + 1, 14, now).overdueDays).toBe(0);
  });

  it('overdue ones come first, longest of all; then who has had none; then the nearest', () => {
    const of = (name: string, lastAt: number | null) => ({ name, lastAt, ...dueOf(lastAt, 14, now) });
    const people = [
      of('soon', now - 10 * dayMs),
      of('never', null),
      of('late', now - 20 * dayMs),
      of('fresh', now - dayMs),
      of('very late', now - 40 * dayMs),
    ];
    expect(people.toSorted(byNeed).map(({ name }) => name)).toEqual(['very late', 'late', 'never', 'soon', 'fresh']);
  });
});

describe('what is compared (COA-11)', () => {
  it('since the last session and as long before; a month where that is not a week ago, or never was', () => {
    const week = periodSince(now - 7 * dayMs, now);
    expect(week).toEqual({ from: now - 14 * dayMs, split: now - 7 * dayMs, to: now, reason: 'lastSession' });
    for (const lastAt of [null, now - 7 * dayMs + 1, now + dayMs])
      expect(periodSince(lastAt, now)).toEqual({
        from: now - 60 * dayMs,
        split: now - 30 * dayMs,
        to: now,
        reason: 'month',
      });
    expect(periodSince(now - 400 * dayMs, now).split).toBe(now - 90 * dayMs);
  });
});

describe('which coaching worked (COA-20, COA-21)', () => {
  const change = (a: readonly number[], b: readonly number[], better: 'more' | 'less' = 'more'): ChangeOf => ({
    metric: { kind: 'qaScore', scorecardId: null, criterion: null },
    name: 'QA score',
    unit: 'score',
    better,
    comparison: compare({ a: { values: [...a] }, b: { values: [...b] }, measure: 'mean' }),
  });
  const rng = prng(5);
  const scores = (mean: number, n = 40) => Array.from({ length: n }, () => mean + 0.4 * rng.normal());

  it('a made-up effect is found, either way; a made-up non-effect is not claimed', () => {
    const [up, down, faster, none, few, unmeasured] = effects([
      change(scores(3.2), scores(4.1)),
      change(scores(4.1), scores(3.2)),
      change(scores(4.1), scores(3.2), 'less'),
      change(scores(3.8), scores(3.8)),
      change(scores(3.2, 12), scores(4.1, 12)),
      null,
    ]);
    expect([up, down, faster, none, few, unmeasured].map((effect) => effect?.verdict)).toEqual([
      'better',
      'worse',
      'better',
      'noDifference',
      'early',
      'notMeasured',
    ]);
    expect(few?.adjustedP).toBeNull();
  });

  it('of many looked at together none is claimed by chance oftener than one would be', () => {
    let claimed = 0;
    const pages = 200;
    for (let at = 0; at < pages; at += 1) {
      const found = effects(Array.from({ length: 20 }, () => change(scores(3.8, 30), scores(3.8, 30))));
      if (found.some(({ verdict }) => verdict === 'better' || verdict === 'worse')) claimed += 1;
    }
    expect(claimed / pages).toBeLessThan(0.08);
  });

  it('one that would be claimed alone is not among many', () => {
    const close = change(
      Array.from({ length: 30 }, (_, at) => 3.5 + 0.3 * ((at % 5) - 2)),
      Array.from({ length: 30 }, (_, at) => 3.77 + 0.3 * ((at % 5) - 2)),
    );
    expect(close.comparison.p).toBeGreaterThan(0.005);
    expect(effects([close])[0]?.verdict).toBe('better');
    const flat = change(scores(3.8), scores(3.8));
    expect(effects([close, ...Array.from({ length: 10 }, () => flat)])[0]?.verdict).toBe('noDifference');
  });
});
