import { describe, expect, it } from 'vitest';
import { saidMost, splitList } from '../../../src/domain/surveys/lists.ts';
import { pareto } from '../../../src/domain/surveys/pareto.ts';
import { recurrence, recurrenceWindow } from '../../../src/domain/surveys/recurrence.ts';
import { csatOf, npsOf } from '../../../src/domain/surveys/scores.ts';
import { suggester } from '../../../src/domain/surveys/suggest.ts';
import { rankThemes } from '../../../src/domain/surveys/themes.ts';
import { ticketRef } from '../../../src/domain/surveys/ticket-ref.ts';

const day = 86_400_000;

describe('NPS and CSAT (SUR-2, SUR-3)', () => {
  it('promoters give 9 or 10, detractors 0 to 6; few are said to be few', () => {
    expect(npsOf({ scores: [10, 9, 8, 7, 6, 0] })).toMatchObject({
      n: 6,
      promoters: 2,
      passives: 2,
      detractors: 2,
      score: 0,
      few: true,
    });
    expect(npsOf({ promoters: 30, passives: 0, detractors: 0 }).few).toBe(false);
    expect(npsOf({ scores: [] })).toMatchObject({ n: 0, score: null, interval: null });
    expect(() => npsOf({ scores: [9, 11] })).toThrow('11 is no answer from 0 to 10');
    expect(() => npsOf({ scores: [8.5] })).toThrow('8.5');
  });

  it('satisfied are the two best of five, with the interval of Wilson', () => {
    // Newcombe 1998, table I: 81 of 263, method 3.
    const found = csatOf({ satisfied: 81, n: 263 });
    expect(found.interval?.low).toBeCloseTo(0.2553, 4);
    expect(found.interval?.high).toBeCloseTo(0.3662, 4);
    expect(csatOf({ scores: [5, 4, 3, 1], top: 4 })).toMatchObject({ n: 4, satisfied: 2, share: 0.5, few: true });
    expect(() => csatOf({ satisfied: 3, n: 2 })).toThrow('More are satisfied');
  });
});

describe('Pareto (SUR-40)', () => {
  it('counts with their share down to each; the vital few reach 80 %', () => {
    const found = pareto([
      { name: 'Late', count: 50 },
      { name: 'Never', count: 0 },
      { name: 'Rude', count: 10 },
      { name: 'Refund', count: 30 },
      { name: 'App', count: 10 },
    ]);
    expect(found.map(({ name, rank, vital }) => [name, rank, vital])).toEqual([
      ['Late', 1, true],
      ['Refund', 2, true],
      ['App', 3, false],
      ['Rude', 3, false],
    ]);
    expect(found.map(({ cumulative }) => cumulative)).toEqual([0.5, 0.8, 0.9, 1]);
  });

  it('a tie is not cut in two', () => {
    const found = pareto(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, count: 7 })));
    expect(found.every(({ rank, vital }) => rank === 1 && vital)).toBe(true);
    expect(pareto([])).toEqual([]);
  });
});

describe('suggestions (SUR-30)', () => {
  const suggest = suggester([
    { id: 'late', words: ['late', 'too slow', 'deliver*'] },
    { id: 'refund', words: ['remboursement', "didn't refund"] },
    { id: 'none', words: ['*', '  '] },
  ]);

  it('are of whole words and phrases, without regard to case and accents, and say which', () => {
    expect(suggest(['LATE again, and delivery was Too  slow. Late!'])).toEqual([
      { codeId: 'late', found: ['LATE', 'delivery', 'Too  slow'] },
    ]);
    expect(suggest(['You didn’t refund; le Rémboursement'])).toEqual([
      { codeId: 'refund', found: ['didn’t refund', 'Rémboursement'] },
    ]);
    expect(suggest(['relate to a plate', 'too very slow'])).toEqual([]);
  });

  it('a phrase may end in an open word, and begin where another does', () => {
    const two = suggester([{ id: 'x', words: ['not deliver*', 'not'] }]);
    expect(two(['It was not delivered. Not delivery, not this'])).toEqual([
      { codeId: 'x', found: ['not delivered', 'not', 'Not delivery'] },
    ]);
  });

  it('hostile words are words', () => {
    const [hit] = suggester([{ id: 'x', words: ['=cmd()', '<b>', '(a+)+$'] }])([
      'a cmd b',
      'aaaaaaaaaaaaaaaaaaaaaaaa!',
    ]);
    expect(hit?.found).toEqual(['a', 'cmd', 'b']);
  });
});

describe('themes (SUR-32, SUR-33)', () => {
  const codes = [
    { id: 'late', name: 'Late', theme: 'Delivery' },
    { id: 'kind', name: 'Kind', theme: 'People' },
    { id: 'rare', name: 'Rare', theme: '' },
    { id: 'unused', name: 'Unused', theme: '' },
  ];
  const some = (count: number, score: (at: number) => number | null, ...own: string[]) =>
    Array.from({ length: count }, (_, at) => ({ score: score(at), codes: own }));
  const all = [
    ...some(40, (at) => at % 4, 'late'),
    ...some(40, (at) => 8 + (at % 3), 'kind'),
    ...some(40, (at) => 6 + (at % 3)),
    ...some(2, () => 0, 'rare'),
    ...some(3, () => null, 'late'),
  ];

  it('are ranked by what they cost the mean: how many, times how much lower', () => {
    const found = rankThemes(codes, all);
    expect(found.map(({ name, mentions, verdict }) => [name, mentions, verdict])).toEqual([
      ['Late', 43, 'lower'],
      ['Rare', 2, 'few'],
      ['Kind', 40, 'higher'],
    ]);
    const [late] = found;
    const scores = all.flatMap(({ score }) => (score === null ? [] : [score]));
    const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
    const rest = all.filter(({ codes: own, score }) => !own.includes('late') && score !== null);
    expect(late?.cost).toBeCloseTo(rest.reduce((sum, { score }) => sum + (score ?? 0), 0) / rest.length - mean, 12);
    // As well: the share of those who do, times how much lower they score.
    expect(late?.cost).toBeCloseTo((-40 / scores.length) * (late?.comparison.difference ?? 0), 12);
  });

  it('p is raised for all that are looked at together, and what is of too few is no test', () => {
    const [late, rare, kind] = rankThemes(codes, all);
    expect(rare?.adjustedP).toBeNull();
    const raw = [late?.comparison.p ?? 1, kind?.comparison.p ?? 1];
    expect(late?.adjustedP).toBeCloseTo(Math.min(1, 2 * Math.min(...raw)), 12);
    expect(kind?.adjustedP).toBeGreaterThanOrEqual(raw[1] ?? 1);
  });

  it('of nobody who scored there is no cost', () => {
    expect(
      rankThemes(
        codes,
        some(3, () => null, 'late'),
      ),
    ).toMatchObject([{ mentions: 3, cost: null, verdict: 'few' }]);
    expect(rankThemes(codes, [])).toEqual([]);
  });

  it('few words are counted once a person, as they are written most', () => {
    expect(splitList('Flat, fizz-less;  deflating\nx,,')).toEqual(['Flat', 'fizz-less', 'deflating', 'x']);
    expect(saidMost([['Bubbly', 'bubbly'], ['bubbly'], ['bubbly!'], ['BUBBLY', 'Clean'], ['!']])).toEqual([
      { word: 'bubbly', count: 4 },
      { word: 'Clean', count: 1 },
    ]);
  });
});

describe('whether a problem comes back (SUR-42)', () => {
  it('compares 90 days before with the time since, 90 days of it at most', () => {
    const done = 1000 * day;
    expect(recurrenceWindow(done, done + 10 * day)).toEqual({ from: 910 * day, split: done, to: 1010 * day });
    expect(recurrenceWindow(done, done + 400 * day).to).toBe(1090 * day);
  });

  it('says less, more, the same, or that it is too early', () => {
    expect(recurrence({ n: 200, successes: 60 }, { n: 200, successes: 10 }).verdict).toBe('less');
    expect(recurrence({ n: 200, successes: 10 }, { n: 200, successes: 60 }).verdict).toBe('more');
    expect(recurrence({ n: 200, successes: 20 }, { n: 200, successes: 21 }).verdict).toBe('same');
    expect(recurrence({ n: 200, successes: 60 }, { n: 29, successes: 0 }).verdict).toBe('early');
    expect(recurrence({ n: 0, successes: 0 }, { n: 0, successes: 0 }).verdict).toBe('early');
  });
});

describe('what a response says of its ticket (SUR-20)', () => {
  it('a number with a mark is of this desk, one without may be of another system', () => {
    expect(ticketRef(' #1042 ')).toEqual({ number: 1042, text: '1042', hashed: true });
    expect(ticketRef('1042')).toEqual({ number: 1042, text: '1042', hashed: false });
    expect(ticketRef('INC0010023')).toEqual({ number: null, text: 'INC0010023', hashed: false });
    expect(ticketRef('   ')).toBeNull();
    expect(ticketRef('x'.repeat(501))).toBeNull();
  });
});
