import { describe, expect, it } from 'vitest';
import { agreement } from '../../../src/domain/quality/agreement/agreement.ts';
import { bySpread, figuresOf, relianceOf } from '../../../src/renderer/quality/calibration/figures.ts';
import { lackingIn, withReviewer, type SessionDraft } from '../../../src/renderer/quality/calibration/session-draft.ts';
import { qm } from '../../../src/renderer/strings/en-quality-more.ts';

const figures = (ratings: (number | null)[][]) => {
  const all = figuresOf(agreement({ ratings, weights: 'quadratic', tolerance: 0 }));
  return Object.fromEntries(all.map((figure) => [figure.name, figure]));
};

describe('figures of agreement (QAC-2)', () => {
  it('have a value and an interval where they are defined', () => {
    const found = figures([
      [1, 1],
      [2, 3],
      [3, 3],
      [5, 4],
      [4, 4],
    ]);
    for (const figure of Object.values(found).filter(({ name }) => name !== 'fleissKappa')) {
      expect([figure.name, figure.value]).toEqual([figure.name, expect.any(Number)]);
      expect(figure.whyNot).toBeNull();
    }
  });

  it('say why not where they are not, the plainest reason first', () => {
    const three = figures([
      [1, 2, 1],
      [3, 3, null],
      [4, 4, 5],
    ]);
    expect(three.cohenKappa).toMatchObject({ value: null, whyNot: 'onlyTwo' });
    expect(three.fleissKappa).toMatchObject({ value: null, whyNot: 'asMany' });
    expect(three.icc).toMatchObject({ value: null, whyNot: 'allRated' });
    expect(
      figures([
        [4, 4],
        [4, 4],
      ]).alphaInterval,
    ).toMatchObject({ value: null, whyNot: 'alike' });
    expect(
      figures([
        [4, null],
        [null, 4],
      ]).percent,
    ).toMatchObject({ value: null, whyNot: 'noItems' });
  });

  it('are judged by the bounds of Krippendorff, and not at all where the interval holds good and poor (QAC-5)', () => {
    const by = (value: number, low: number, high: number) => relianceOf({ value, interval: [low, high] }, 50);
    expect(by(0.88, 0.8, 0.95)).toBe('rely');
    expect(by(0.85, 0.7, 0.95)).toBe('tentative');
    expect(by(0.75, 0.67, 0.82)).toBe('tentative');
    expect(by(0.03, -0.44, 0.5)).toBe('not');
    expect(by(0.89, -0.85, 1)).toBe('unsure');
    expect(by(0.5, 0.3, 0.7)).toBe('unsure');
    expect(relianceOf({ value: 0.9, interval: null }, 50)).toBe('unsure');
    expect(relianceOf({ value: null, interval: null }, 100)).toBe('same');
    expect(relianceOf({ value: null, interval: null }, null)).toBe('unknown');
  });

  it('put the conversation on which all differ most first, and those not scored by two last', () => {
    const items = [
      { number: 3, spread: null },
      { number: 2, spread: 5 },
      { number: 1, spread: 30 },
    ];
    expect(bySpread(items).map(({ number }) => number)).toEqual([1, 2, 3]);
  });
});

describe('who is lenient, in words', () => {
  it('says which way, by how much, and whether that is more than chance', () => {
    expect(qm.leniency('Cleo', { n: 20, difference: 6.04, moreThanChance: true })).toBe(
      'Cleo scores 6 points higher than the others; by more than chance.',
    );
    expect(qm.leniency('Cleo', { n: 20, difference: -1, moreThanChance: false })).toBe(
      'Cleo scores 1 point lower than the others; which may be chance.',
    );
    expect(qm.leniency('Cleo', { n: 3, difference: 4, moreThanChance: false })).toContain('they are few');
    expect(qm.leniency('Cleo', { n: 3, difference: 0.01, moreThanChance: false })).toBe(
      'Cleo scores as the others do.',
    );
    expect(qm.leniency('Cleo', { n: 0, difference: null, moreThanChance: false })).toContain('nothing');
  });

  it('tells a drift only where its interval leaves nothing out', () => {
    expect(qm.drift('Cleo', 2.5, 1, 4)).toBe('2.5 points more lenient a month');
    expect(qm.drift('Cleo', -2.5, -4, -1)).toBe('2.5 points stricter a month');
    expect(qm.drift('Cleo', 50, -100, 200)).toBe('no drift that is more than chance');
    expect(qm.drift('Cleo', null, null, null)).toContain('too few');
  });
});

describe('a session that is being made', () => {
  const draft: SessionDraft = {
    name: 'Tone',
    scorecardId: 'card',
    reviewerIds: ['a', 'b'],
    baselineId: 'b',
    tickets: [{ id: 't', number: 1, subject: 'Late' }],
  };
  it('lacks one thing after the other, in the order of the form', () => {
    expect(lackingIn(draft)).toBeNull();
    expect(lackingIn({ ...draft, name: ' ', tickets: [] })).toBe('needName');
    expect(lackingIn({ ...draft, scorecardId: '' })).toBe('needCard');
    expect(lackingIn({ ...draft, reviewerIds: ['a'] })).toBe('needReviewers');
    expect(lackingIn({ ...draft, tickets: [] })).toBe('needTickets');
  });
  it('has no baseline who does not score', () => {
    expect(withReviewer(draft, 'b')).toMatchObject({ reviewerIds: ['a'], baselineId: null });
    expect(withReviewer(draft, 'a')).toMatchObject({ reviewerIds: ['b'], baselineId: 'b' });
    expect(withReviewer(draft, 'c')).toMatchObject({ reviewerIds: ['a', 'b', 'c'], baselineId: 'b' });
  });
});
