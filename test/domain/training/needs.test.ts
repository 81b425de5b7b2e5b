import { describe, expect, it } from 'vitest';
import { trainingNeeds, type CategoryTickets, type TrainingFacts } from '../../../src/domain/training/needs.ts';

const nothing: TrainingFacts = { criteria: [], categories: [], topics: [], planned: [] };
const scores = (personId: string, ...values: readonly number[]) => values.map((score) => ({ personId, score }));
const repeat = (personId: string, score: number, n: number) =>
  scores(personId, ...Array.from({ length: n }, () => score));
const criterion = (id: string, ...all: readonly ReturnType<typeof scores>[]) => ({
  scorecardId: 'card',
  criterion: id,
  name: `Name of ${id}`,
  scores: all.flat(),
});
const category = (name: string, ...by: readonly (readonly [string, number, number])[]): CategoryTickets => ({
  category: name,
  by: by.map(([personId, n, successes]) => ({ personId, n, successes })),
});

describe('what criteria ask for (TRN-1)', () => {
  it('is those with a mean under 4.0 and nothing else, with who is below it, worst first', () => {
    const needs = trainingNeeds({
      ...nothing,
      criteria: [
        // 20 × 5 + 10 × 2 + 10 × 3 = 150 over 40: 3.75.
        criterion('tone', repeat('ann', 5, 20), repeat('ben', 2, 10), repeat('cleo', 3, 10)),
        criterion('good', repeat('ann', 4, 40)),
      ],
    });
    expect(needs).toMatchObject([
      { title: 'Name of tone', n: 40, few: false, personIds: ['ben', 'cleo'], refresherId: null },
    ]);
    expect(needs[0]?.why).toMatch(/^3\.8 of 5 \(3\.\d to 4\.\d\) over 40 scores; 2 people are below that$/);
  });

  it('says nothing of who has fewer than three scores, and is few under thirty', () => {
    const needs = trainingNeeds({
      ...nothing,
      criteria: [criterion('tone', repeat('ann', 3, 27), repeat('ben', 1, 2))],
    });
    expect(needs).toMatchObject([{ n: 29, few: true, personIds: [] }]);
    expect(
      trainingNeeds({ ...nothing, criteria: [criterion('tone', repeat('ann', 3, 27), repeat('ben', 1, 3))] }),
    ).toMatchObject([{ n: 30, few: false, personIds: ['ben'] }]);
  });

  it('is nothing where there are no scores', () => {
    expect(trainingNeeds({ ...nothing, criteria: [criterion('tone')] })).toEqual([]);
    expect(trainingNeeds(nothing)).toEqual([]);
  });
});

describe('what categories ask for (TRN-2)', () => {
  it('is those that go wrong more often than all others, with who it happens to most', () => {
    const needs = trainingNeeds({
      ...nothing,
      categories: [
        category('Refund', ['ann', 50, 10], ['ben', 50, 30], ['cleo', 2, 2]),
        category('Delivery', ['ann', 200, 20], ['ben', 200, 20]),
        category('Sign-in', ['ann', 300, 30]),
      ],
    });
    // 42 of 102 against 70 of 700.
    expect(needs).toMatchObject([
      {
        title: 'Refund',
        why: '41 % of 102 tickets were escalated or reopened, 10 % of 700 others',
        n: 102,
        few: false,
        personIds: ['ben'],
      },
    ]);
  });

  it('claims nothing from fewer than thirty tickets, however bad they look', () => {
    const calm = category('Delivery', ['ann', 500, 10]);
    expect(trainingNeeds({ ...nothing, categories: [calm, category('Refund', ['ann', 29, 29])] })).toEqual([]);
    expect(trainingNeeds({ ...nothing, categories: [calm, category('Refund', ['ann', 30, 30])] })).toHaveLength(1);
    // Nor where there is nothing to compare with.
    expect(trainingNeeds({ ...nothing, categories: [category('Refund', ['ann', 400, 300])] })).toEqual([]);
  });

  it('raises p for how many are looked at: what would pass alone does not among twenty (Holm)', () => {
    // 12 of 60 against 10 %: p is 0.012 to 0.016 by itself.
    const odd = category('Odd', ['ann', 60, 12]);
    const calm = (n: number) =>
      Array.from({ length: n }, (_, at) => category(`Calm ${at}`, ['ann', 2000 / n, 200 / n]));
    expect(trainingNeeds({ ...nothing, categories: [odd, ...calm(1)] })).toMatchObject([{ title: 'Odd' }]);
    expect(trainingNeeds({ ...nothing, categories: [odd, ...calm(20)] })).toEqual([]);
  });
});

describe('all of them together (TRN-3)', () => {
  const topic = (id: string) => ({
    id,
    text: `About ${id}`,
    material: '',
    addedAt: 1,
    addedBy: 'Ann',
    refresherId: null,
  });

  it('has the strongest first, topics after them, what is known from too few last; what is planned says where', () => {
    const source = { kind: 'topic', topicId: 'b', scorecardId: null, criterion: null, category: null } as const;
    const needs = trainingNeeds({
      criteria: [
        criterion('slight', repeat('ann', 3.9, 40)),
        criterion('bad', repeat('ann', 2, 40)),
        criterion('scarce', repeat('ann', 1, 5)),
      ],
      categories: [category('Refund', ['ann', 100, 40]), category('Delivery', ['ann', 400, 40])],
      topics: [topic('a'), topic('b')],
      planned: [{ id: 'weekly', sources: [source] }],
    });
    expect(needs.map(({ title, refresherId }) => [title, refresherId])).toEqual([
      ['Name of bad', null],
      ['Refund', null],
      ['Name of slight', null],
      ['About a', null],
      ['About b', 'weekly'],
      ['Name of scarce', null],
    ]);
  });
});
