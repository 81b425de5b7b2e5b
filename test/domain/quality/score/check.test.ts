import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scorecardBodySchema } from '../../../../src/contract/quality-common.ts';
import type { Criterion, ScorecardBody } from '../../../../src/contract/quality-common.ts';
import { checkScorecard } from '../../../../src/domain/quality/score/check.ts';
import { score } from '../../../../src/domain/quality/score/score.ts';
import { card, criterion, said } from './cards.ts';

const paths = (form: ScorecardBody) => checkScorecard(form).map(({ path }) => path);
const one = (more: Partial<Criterion>, rest: Partial<ScorecardBody> = {}) =>
  card([{ criteria: [criterion('first'), criterion('a', more)] }], rest);
const when = (on: string, atLeast = 0, atMost = 1) => ({ showIf: { criterion: on, atLeast, atMost } });
const levels = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, example: '' }));

describe('a scorecard is refused (QAL-10)', () => {
  it('with ids or causes that stand twice, at the second', () => {
    expect(
      paths(
        card(
          [
            { id: 'same', criteria: [criterion('a'), criterion('b')] },
            { id: 'same', criteria: [criterion('c'), criterion('a')] },
          ],
          { causes: ['Tone', 'Tone'] },
        ),
      ),
    ).toEqual(['sections.1.id', 'sections.1.criteria.1.id', 'causes.1']);
  });

  it.each([
    ['depends on itself', when('a')],
    ['depends on what is not there', when('nobody')],
    ['can never be shown: bounds the wrong way round', when('first', 0.8, 0.2)],
    ['can never be shown: no answer lies within', when('first', 0.4, 0.6)],
  ])('where a criterion %s', (_, more) => {
    expect(paths(one(more))).toEqual(['sections.0.criteria.1.showIf']);
  });

  it('where one depends on a later one: so no circle is left', () => {
    const later = card([{ criteria: [criterion('a', when('b')), criterion('b', when('a'))] }]);
    expect(paths(later)).toEqual(['sections.0.criteria.0.showIf']);
  });

  it.each([
    ['scale', { scale: { kind: 'numeric', min: 10, max: 10 } }],
    ['levels', { scale: { kind: 'points', points: 4 }, levels: levels(3) }],
    ['levels', { scale: { kind: 'yesNo' }, levels: levels(1) }],
    ['autoFail', { autoFail: { at: 1, fails: 'card' } }],
    ['causeBelow', { causeBelow: 0.5 }],
  ] as const)('for its %s', (part, more) => {
    expect(paths(one(more as Partial<Criterion>))).toEqual([`sections.0.criteria.1.${part}`]);
  });

  it('where nothing has a weight: in a section, in all sections, or all is bonus', () => {
    const light = [criterion('a', { weight: 0 })];
    expect(paths(card([{ criteria: light }, { criteria: [criterion('b')] }]))).toEqual(['sections.0.criteria']);
    expect(paths(card([{ weight: 0, criteria: [criterion('b')] }]))).toEqual(['sections']);
    expect(paths(card([{ bonus: true, criteria: [criterion('b')] }]))).toEqual(['sections']);
  });

  it('in words that say what to do', () => {
    for (const { text } of checkScorecard(card([{ bonus: true, criteria: [criterion('a', when('a'))] }])))
      expect(text).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
  });
});

describe('a scorecard is fine (QAL-10)', () => {
  it.each([
    ['auto-fail of weight 0', { weight: 0, autoFail: { at: 0, fails: 'card' } }],
    ['every level described', { scale: { kind: 'points', points: 3 }, levels: levels(3) }],
    ['a numeric scale with its ends described', { scale: { kind: 'numeric', min: 0, max: 100 }, levels: levels(2) }],
    ['a condition that one answer meets', when('first', 0.9, 1)],
  ] as const)('with %s', (_, more) => {
    expect(paths(one(more as Partial<Criterion>))).toEqual([]);
  });

  it('with a section of weight 0 whose criteria are only noted', () => {
    expect(
      paths(card([{ criteria: [criterion('a')] }, { weight: 0, criteria: [criterion('b', { weight: 0 })] }])),
    ).toEqual([]);
  });
});

describe.each(['ticket', 'chat', 'call'])('the template for a %s', (name) => {
  const file = join(import.meta.dirname, `../../../../resources/scorecards/${name}.json`);
  const form = scorecardBodySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const all = form.sections.flatMap((section) => section.criteria);

  it('has nothing wrong with it, and shows what a card can do', () => {
    expect(checkScorecard(form)).toEqual([]);
    expect(all.every(({ guidance }) => guidance.length > 40)).toBe(true);
    expect(
      all.every(({ levels: described }) => described.every(({ label, example }) => label !== '' && example !== '')),
    ).toBe(true);
    expect(all.some(({ autoFail }) => autoFail?.fails === 'card')).toBe(true);
    expect(all.some(({ mayBeNA }) => mayBeNA)).toBe(true);
    expect(all.some(({ showIf }) => showIf !== null)).toBe(true);
    expect(all.some(({ causeBelow }) => causeBelow !== null)).toBe(true);
    expect(form.sections.some(({ bonus }) => bonus)).toBe(true);
    expect(form.causes.length).toBeGreaterThan(4);
  });

  it('weighs as it says: sections add up to 100, and so do the criteria of each', () => {
    const plain = form.sections.filter(({ bonus }) => !bonus);
    expect(plain.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    for (const { name: section, criteria } of form.sections)
      expect(
        criteria.reduce((sum, { weight }) => sum + weight, 0),
        section,
      ).toBe(100);
  });

  it('can be filled in to the best and to the worst', () => {
    const most = ({ scale }: Criterion) =>
      scale.kind === 'points' ? scale.points : scale.kind === 'yesNo' ? 1 : scale.max;
    const least = ({ scale }: Criterion) => (scale.kind === 'points' ? 1 : scale.kind === 'yesNo' ? 0 : scale.min);
    const filled = (value: (of: Criterion) => number) =>
      score(form, said(Object.fromEntries(all.map((each) => [each.id, value(each)]))));
    expect(filled(most)).toMatchObject({ percent: 100, passed: true, complete: true });
    expect(filled(least)).toMatchObject({ percent: 0, passed: false, complete: false });
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (best) => {
        const { percent } = filled((each) => (best.next().value ? most(each) : least(each)));
        expect(percent).not.toBeNull();
      }),
    );
  });
});
