import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersSchema, scoreSchema } from '../../../../src/contract/quality-common.ts';
import type { Criterion } from '../../../../src/contract/quality-common.ts';
import { score } from '../../../../src/domain/quality/score/score.ts';
import { card, criterion, said, scored } from './cards.ts';
import { scoreByHandingOver } from './oracle.ts';

const points = (id: string, more: Partial<Criterion> = {}) =>
  criterion(id, { scale: { kind: 'points', points: 5 }, ...more });
const anything = { autoFail: true, conditions: true, open: true };
const whole = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('a share (QAL-1)', () => {
  const shareOf = (scale: Criterion['scale'], value: number) =>
    score(card([{ criteria: [criterion('a', { scale })] }]), said({ a: value })).criteria[0]?.share;

  it('goes from 0 for the least to 1 for the most', () => {
    expect([1, 2, 3, 4, 5].map((value) => shareOf({ kind: 'points', points: 5 }, value))).toEqual([
      0, 0.25, 0.5, 0.75, 1,
    ]);
    expect([1, 2].map((value) => shareOf({ kind: 'points', points: 2 }, value))).toEqual([0, 1]);
    expect([0, 1].map((value) => shareOf({ kind: 'yesNo' }, value))).toEqual([0, 1]);
    expect([-10, 0, 30].map((value) => shareOf({ kind: 'numeric', min: -10, max: 30 }, value))).toEqual([0, 0.25, 1]);
  });

  it.each([
    ['a half point', { kind: 'points', points: 5 }, 2.5],
    ['more than the most', { kind: 'points', points: 3 }, 4],
    ['neither yes nor no', { kind: 'yesNo' }, 2],
    ['above the scale', { kind: 'numeric', min: 0, max: 10 }, 10.1],
    ['a scale without length', { kind: 'numeric', min: 5, max: 5 }, 5],
  ] as const)('refuses %s', (_, scale, value) => {
    expect(() => shareOf(scale, value)).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'answers.a.value' } }),
    );
  });

  it('refuses N/A where it is not allowed, and answers to what is not on the card', () => {
    const form = card([{ criteria: [criterion('a')] }]);
    expect(() => score(form, said({ a: 'na' }))).toThrow('“a” always applies');
    expect(() => score(form, said({ b: 1 }))).toThrow('no criterion “b”');
  });
});

describe('weights (QAL-2, QAL-3)', () => {
  const form = card([
    {
      weight: 60,
      criteria: [points('a', { weight: 3, mayBeNA: true }), points('b', { weight: 1, mayBeNA: true })],
    },
    { weight: 40, criteria: [points('c', { mayBeNA: true })] },
  ]);

  it('are taken in proportion, in the section and in the whole', () => {
    const found = score(form, said({ a: 5, b: 1, c: 3 }));
    expect(found.percent).toBeCloseTo(60 * 0.75 + 40 * 0.5, 12);
    expect(found.criteria.map(({ weight }) => weight)).toEqual([45, 15, 40]);
    expect(found.sections).toEqual([
      { id: 's0', percent: 75, weight: 60, autoFailed: false },
      { id: 's1', percent: 50, weight: 40, autoFailed: false },
    ]);
    expect(found.outOfFive).toBeCloseTo(3.25, 12);
  });

  it('N/A gives its weight to the others of its section', () => {
    const found = score(form, said({ a: 'na', b: 2, c: 5 }));
    expect(found.percent).toBeCloseTo(60 * 0.25 + 40, 12);
    expect(found.criteria.map(({ weight }) => weight)).toEqual([0, 60, 40]);
  });

  it('a section that is all N/A gives its own to the other sections', () => {
    const found = score(form, said({ a: 'na', b: 'na', c: 2 }));
    expect(found.percent).toBe(25);
    expect(found.sections).toMatchObject([{ percent: null, weight: 0 }, { weight: 100 }]);
    expect(found.complete).toBe(true);
  });

  it('N/A of everything is no score, and complete', () => {
    expect(score(form, said({ a: 'na', b: 'na', c: 'na' }))).toMatchObject({
      percent: null,
      outOfFive: null,
      passed: null,
      complete: true,
      missing: [],
    });
  });

  it('what is open does not count yet', () => {
    const found = score(form, said({ a: 5 }));
    expect(found).toMatchObject({ percent: 100, complete: false });
    expect(found.missing).toEqual([
      { criterion: 'b', what: 'value' },
      { criterion: 'c', what: 'value' },
    ]);
    expect(score(form, {})).toMatchObject({ percent: null, complete: false });
  });

  it('a criterion of weight 0 is asked for and not counted', () => {
    const noted = card([{ criteria: [points('a'), points('note', { weight: 0 })] }]);
    expect(score(noted, said({ a: 5 })).missing).toEqual([{ criterion: 'note', what: 'value' }]);
    expect(score(noted, said({ a: 5, note: 1 })).percent).toBe(100);
  });
});

describe('auto-fail (QAL-4)', () => {
  const form = (fails: 'section' | 'card', at = 0) =>
    card([
      { weight: 50, criteria: [points('a', { autoFail: { at, fails } }), points('b')] },
      { weight: 50, criteria: [points('c')] },
      { weight: 10, bonus: true, criteria: [points('d')] },
    ]);

  it('of a section takes all of that section, and no more', () => {
    const found = score(form('section'), said({ a: 1, b: 5, c: 5, d: 5 }));
    expect(found.percent).toBe(60);
    expect(found.autoFailed).toEqual(['a']);
    expect(found.sections).toMatchObject([
      { percent: 0, weight: 50, autoFailed: true },
      { percent: 100 },
      { weight: 10 },
    ]);
  });

  it('of the card takes everything, the bonus as well; sections say what they would have been', () => {
    const found = score(form('card'), said({ a: 1, b: 5, c: 5, d: 5 }));
    expect(found).toMatchObject({ percent: 0, outOfFive: 0, passed: false, autoFailed: ['a'] });
    expect(found.sections).toMatchObject([{ percent: 50 }, { percent: 100 }, {}]);
  });

  it('is at or below its share', () => {
    expect(score(form('card', 0.5), said({ a: 3, b: 5, c: 5, d: 1 })).percent).toBe(0);
    expect(score(form('card', 0.5), said({ a: 4, b: 5, c: 5, d: 1 })).percent).toBeCloseTo(93.75, 12);
  });

  it('works from a criterion without weight, also where nothing else counts', () => {
    const zero = (fails: 'section' | 'card') =>
      card([
        { criteria: [criterion('a', { weight: 0, autoFail: { at: 0, fails } }), criterion('b', { mayBeNA: true })] },
        { criteria: [criterion('c')] },
      ]);
    expect(score(zero('section'), said({ a: 0, b: 'na', c: 1 })).percent).toBe(50);
    expect(score(zero('section'), said({ a: 1, b: 'na', c: 1 })).percent).toBe(100);
    expect(score(zero('card'), said({ a: 0 })).percent).toBe(0);
  });

  it('does not come from what is N/A, open or hidden', () => {
    const hidden = card([
      {
        criteria: [
          criterion('gate'),
          criterion('a', {
            mayBeNA: true,
            autoFail: { at: 0, fails: 'card' },
            showIf: { criterion: 'gate', atLeast: 1, atMost: 1 },
          }),
        ],
      },
    ]);
    expect(score(hidden, said({ gate: 0, a: 0 })).autoFailed).toEqual([]);
    expect(score(hidden, said({ gate: 1, a: 'na' })).autoFailed).toEqual([]);
    expect(score(hidden, said({ gate: 1, a: null })).autoFailed).toEqual([]);
    expect(score(hidden, said({ gate: 1, a: 0 })).percent).toBe(0);
  });
});

describe('conditions (QAL-5)', () => {
  const chain = card([
    {
      criteria: [
        points('a', { mayBeNA: true }),
        points('b', { mayBeNA: true, showIf: { criterion: 'a', atLeast: 0, atMost: 0.5 } }),
        points('c', { showIf: { criterion: 'b', atLeast: 0.75, atMost: 1 } }),
      ],
    },
  ]);
  const shown = (values: Parameters<typeof said>[0]) => score(chain, said(values)).criteria.map((each) => each.shown);

  it('show a criterion while the other lies within the bounds', () => {
    expect(shown({ a: 3 })).toEqual([true, true, false]);
    expect(shown({ a: 4 })).toEqual([true, false, false]);
    expect(shown({ a: 1, b: 4 })).toEqual([true, true, true]);
  });

  it('hide what depends on what is hidden, open or N/A, whatever was said of it', () => {
    expect(shown({ a: 5, b: 5, c: 5 })).toEqual([true, false, false]);
    expect(shown({})).toEqual([true, false, false]);
    expect(shown({ a: 'na', b: 5 })).toEqual([true, false, false]);
    expect(shown({ a: 1, b: 'na' })).toEqual([true, true, false]);
    const found = score(chain, said({ a: 5, b: 1, c: 1 }));
    expect(found).toMatchObject({ percent: 100, complete: true });
    expect(found.criteria[1]).toEqual({ id: 'b', shown: false, share: null, weight: 0 });
  });

  it('that go round in a circle show nothing, and do not hang', () => {
    const circle = card([
      {
        criteria: [
          points('a', { showIf: { criterion: 'b', atLeast: 0, atMost: 1 } }),
          points('b', { showIf: { criterion: 'a', atLeast: 0, atMost: 1 } }),
        ],
      },
    ]);
    expect(score(circle, said({ a: 5, b: 5 })).criteria.every((each) => !each.shown)).toBe(true);
  });
});

describe('bonus (QAL-6)', () => {
  const form = card([
    { weight: 70, criteria: [points('a')] },
    { weight: 10, bonus: true, criteria: [points('b', { mayBeNA: true })] },
  ]);

  it('adds its part on top, up to 100', () => {
    expect(score(form, said({ a: 3, b: 5 })).percent).toBe(60);
    expect(score(form, said({ a: 3, b: 3 })).percent).toBe(55);
    expect(score(form, said({ a: 5, b: 5 })).percent).toBe(100);
    expect(score(form, said({ a: 3, b: 'na' })).percent).toBe(50);
    expect(score(form, said({ a: 3, b: 3 })).sections[1]).toEqual({
      id: 's1',
      percent: 50,
      weight: 5,
      autoFailed: false,
    });
    expect(score(form, said({ a: 3, b: 3 })).criteria[1]?.weight).toBe(10);
  });

  it('is no score by itself', () => {
    expect(score(form, said({ b: 5 })).percent).toBeNull();
  });
});

describe('what is missing (QAL-7)', () => {
  const form = card([{ criteria: [points('a', { causeBelow: 0.5, commentBelow: 1 })] }], { causes: ['Knowledge'] });
  const missing = (value: number, more: { comment?: string; causes?: string[] } = {}) =>
    score(form, answersSchema.parse({ a: { value, ...more } })).missing.map(({ what }) => what);

  it('is a cause and a comment below their shares, not at them', () => {
    expect(missing(5)).toEqual([]);
    expect(missing(3)).toEqual(['comment']);
    expect(missing(2)).toEqual(['cause', 'comment']);
    expect(missing(2, { comment: '  ' })).toEqual(['cause', 'comment']);
    expect(missing(2, { comment: 'No greeting', causes: ['Knowledge'] })).toEqual([]);
  });

  it('an id may be a word every object knows', () => {
    const odd = card([{ criteria: [criterion('constructor', { causeBelow: 1 })] }], { causes: ['x'] });
    expect(score(odd, {}).missing).toEqual([{ criterion: 'constructor', what: 'value' }]);
  });
});

describe('the pass mark (QAL-8, QAL-9)', () => {
  it('is passed at it, also where thirds do not add up to the last digit', () => {
    const thirds = card([{ criteria: ['a', 'b', 'c'].map((id) => criterion(id, { weight: 1 / 3 })) }], {
      passPercent: 200 / 3,
    });
    expect(score(thirds, said({ a: 1, b: 1, c: 0 })).passed).toBe(true);
    expect(score(thirds, said({ a: 1, b: 0, c: 0 })).passed).toBe(false);
    const tenths = card([{ criteria: [criterion('a', { scale: { kind: 'numeric', min: 0, max: 1 } })] }], {
      passPercent: 30,
    });
    expect(score(tenths, said({ a: 0.1 + 0.2 })).passed).toBe(true);
    expect(score(tenths, said({ a: 0.29999 })).passed).toBe(false);
  });
});

describe('any card with any answers', () => {
  it('is what handing weights over one by one gives', () => {
    fc.assert(
      fc.property(scored(anything), ({ form, answers }) => {
        const found = score(form, answers);
        const slow = scoreByHandingOver(form, answers);
        if (slow === null) expect(found.percent).toBeNull();
        else expect(found.percent).toBeCloseTo(slow, 8);
      }),
      { numRuns: 1000 },
    );
  });

  it('scores from 0 to 100, fits the contract, and its parts add up to the whole', () => {
    fc.assert(
      fc.property(scored(anything), ({ form, answers }) => {
        const found = score(form, answers);
        expect(scoreSchema.safeParse(found).success).toBe(true);
        expect(found.percent === null || (found.percent >= 0 && found.percent <= 100)).toBe(true);
        const plain = form.sections.flatMap(({ bonus }, at) => (bonus ? [] : [found.sections[at]!]));
        const weights = whole(plain.map(({ weight }) => weight));
        expect(weights === 0 || Math.abs(weights - 100) < 1e-9).toBe(true);
        if (found.percent === null || found.autoFailed.length > 0) return;
        const parts = whole(
          found.sections.map(({ percent, weight }, at) =>
            form.sections[at]!.bonus ? weight : (weight * (percent ?? 0)) / 100,
          ),
        );
        expect(found.percent).toBeCloseTo(Math.min(100, parts), 8);
        const criteria = whole(found.criteria.map(({ weight, share }) => weight * (share ?? 0)));
        expect(found.percent).toBeCloseTo(Math.min(100, criteria), 8);
      }),
      { numRuns: 500 },
    );
  });

  it('is no lower where one answer is better, unless something fails or depends on it', () => {
    fc.assert(
      fc.property(scored({ autoFail: false, conditions: false, open: true }), fc.nat(), ({ form, answers }, pick) => {
        const all = form.sections.flatMap((section) => section.criteria);
        const chosen = all[pick % all.length]!;
        const value = answers[chosen.id]?.value;
        if (typeof value !== 'number') return;
        const most =
          chosen.scale.kind === 'points' ? chosen.scale.points : chosen.scale.kind === 'yesNo' ? 1 : chosen.scale.max;
        if (value + 1 > most) return;
        const before = score(form, answers).percent;
        const after = score(form, { ...answers, [chosen.id]: { ...answers[chosen.id]!, value: value + 1 } }).percent;
        expect(after ?? -1).toBeGreaterThanOrEqual((before ?? -1) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of sections or criteria', () => {
    fc.assert(
      fc.property(scored(anything), ({ form, answers }) => {
        const turned = {
          ...form,
          sections: [...form.sections]
            .reverse()
            .map((section) => ({ ...section, criteria: [...section.criteria].reverse() })),
        };
        const one = score(form, answers);
        const other = score(turned, answers);
        expect(other.percent ?? -1).toBeCloseTo(one.percent ?? -1, 9);
        expect([...other.autoFailed].sort()).toEqual([...one.autoFailed].sort());
        expect(other.complete).toBe(one.complete);
      }),
    );
  });

  it('does not depend on the unit of weights', () => {
    fc.assert(
      fc.property(scored(anything), fc.constantFrom(0.25, 0.5), ({ form, answers }, unit) => {
        const scaled = {
          ...form,
          sections: form.sections.map((section) => ({
            ...section,
            weight: section.bonus ? section.weight : section.weight * unit,
            criteria: section.criteria.map((each) => ({ ...each, weight: each.weight * unit })),
          })),
        };
        expect(score(scaled, answers).percent ?? -1).toBeCloseTo(score(form, answers).percent ?? -1, 9);
      }),
    );
  });

  it('N/A of everything is null', () => {
    fc.assert(
      fc.property(scored(anything), ({ form }) => {
        const all = form.sections.flatMap((section) => section.criteria.map(({ id }) => [id, 'na'] as const));
        expect(score(form, said(Object.fromEntries(all))).percent).toBeNull();
      }),
    );
  });
});
