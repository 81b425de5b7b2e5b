import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interviewFormSchema, type CandidateRow, type Seat } from '../../../src/contract/index.ts';
import { candidateStages } from '../../../src/contract/words.ts';
import { keyFor, movedUp, newQuestion, withKeys } from '../../../src/renderer/hiring/forms/questions.ts';
import { atHand, countRated, questionAfter } from '../../../src/renderer/hiring/interview/steps.ts';
import { withoutKept } from '../../../src/renderer/hiring/keeper.ts';
import { groupsOf, seatsShown, stageBeside } from '../../../src/renderer/hiring/stages.ts';
import { hw } from '../../../src/renderer/strings/en-hiring.ts';

const candidate = (id: string, stage: CandidateRow['stage']): CandidateRow => ({
  id,
  seatId: null,
  name: id,
  stage,
  stageAt: 0,
  appliedAt: 0,
  passed: 0,
  failed: 0,
  interview: null,
  interviews: 0,
  deleteAt: null,
});

describe('stages', () => {
  test('go on and back between applied and offer, and not out of there', () => {
    expect(candidateStages.map((stage) => [stageBeside(stage, -1), stageBeside(stage, 1)])).toEqual([
      [null, 'screening'],
      ['applied', 'interview'],
      ['screening', 'offer'],
      ['interview', null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  test('those in the running are always there, the ends where somebody is; who went last first', () => {
    const all = [
      candidate('a', 'offer'),
      candidate('b', 'rejected'),
      candidate('c', 'rejected'),
      candidate('d', 'offer'),
    ];
    expect(groupsOf(all).map(({ stage, candidates }) => [stage, candidates.map(({ id }) => id)])).toEqual([
      ['applied', []],
      ['screening', []],
      ['interview', []],
      ['offer', ['a', 'd']],
      ['rejected', ['c', 'b']],
    ]);
  });

  test('seats that are not open are shown with who is out', () => {
    const seat = (id: string, state: Seat['state']): Seat => ({
      id,
      title: id,
      team: '',
      openedOn: '2026-03-02',
      neededOn: null,
      state,
      personId: null,
      running: 0,
    });
    const all = [seat('a', 'open'), seat('b', 'filled')];
    expect(seatsShown(all, false)).toEqual([all[0]]);
    expect(seatsShown(all, true)).toEqual(all);
  });
});

describe('the gauge in words', () => {
  const of = (open: number, bare: number): string =>
    hw.gauge.covered({
      open,
      running: 0,
      perSeat: null,
      bare: Array.from({ length: bare }, () => 'x'),
      verdict: 'short',
    });
  test('says how many seats have nobody', () => {
    expect([of(1, 0), of(3, 0), of(3, 1), of(3, 2), of(3, 3), of(1, 1)]).toEqual([
      'the seat has a candidate',
      'each seat has a candidate',
      'one seat has no candidate',
      '2 seats have no candidate',
      'no seat has a candidate',
      'one seat has no candidate',
    ]);
  });
});

describe('a form by keys', () => {
  const question = (id: string) => ({ ...newQuestion, id });
  const form = { questions: ['a', 'b', 'c'].map(question) };
  const rated = (ratings: Record<string, number | null>) => ({
    form,
    ratings: Object.fromEntries(Object.entries(ratings).map(([id, rating]) => [id, { rating, note: '' }])),
  });

  test('steps stay within it; Enter goes round to what has no rating', () => {
    const own = rated({ b: 3, c: null });
    expect([questionAfter(own, 'a', -1), questionAfter(own, 'a', 1), questionAfter(own, 'b', Infinity)]).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect([questionAfter(own, 'a', 'open'), questionAfter(own, 'c', 'open')]).toEqual(['c', 'a']);
    expect(questionAfter(rated({ a: 1, b: 1, c: 1 }), 'b', 'open')).toBe('b');
    expect(countRated(own)).toBe(1);
    expect([atHand(form, 'c')?.id, atHand(form, 'gone')?.id, atHand(form, null)?.id]).toEqual(['c', 'a', 'a']);
  });
});

describe('what is typed', () => {
  test('stays until the very same of it is kept', () => {
    const four = { rating: 4, note: '' };
    const held = { notes: 'a', ratings: { q: four, r: { rating: 1, note: '' } }, recommend: null };
    expect(withoutKept(held, { notes: 'a' })).toEqual({ ratings: held.ratings, recommend: null });
    expect(withoutKept(held, { ratings: { q: four, r: { rating: 2, note: '' } } })).toEqual({
      notes: 'a',
      ratings: { r: { rating: 1, note: '' } },
      recommend: null,
    });
    expect(withoutKept(held, held)).toEqual({});
  });
});

describe('questions of a form', () => {
  test('get a key of what they show, each its own, and keep the one they have', () => {
    expect(keyFor('Clear writing', new Set())).toBe('clear-writing');
    expect(keyFor('Ärger & Ruhe!', new Set(['arger-ruhe']))).toBe('arger-ruhe-2');
    expect([keyFor('', new Set()), keyFor('42', new Set(['question']))]).toEqual(['question', 'question-2']);
    const all = [
      { ...newQuestion, id: 'kept' },
      { ...newQuestion, competency: 'Kept' },
    ];
    expect(withKeys(all).map(({ id }) => id)).toEqual(['kept', 'kept-2']);
  });

  test('whatever they are called, the desk takes them', () => {
    const one = fc.record({ competency: fc.string({ minLength: 1, maxLength: 60 }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (some) => {
        const questions = withKeys(some.map((each) => ({ ...newQuestion, ...each, question: 'Why?' })));
        expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
        const ids = questions.map(({ id }) => ({ ...newQuestion, id, competency: 'x', question: 'Why?' }));
        expect(interviewFormSchema.safeParse({ questions: ids }).success).toBe(true);
      }),
    );
  });

  test('move up by one; the first stays', () => {
    expect([movedUp(['a', 'b', 'c'], 2), movedUp(['a', 'b'], 0), movedUp(['a'], 4)]).toEqual([
      ['a', 'c', 'b'],
      ['a', 'b'],
      ['a'],
    ]);
  });
});
