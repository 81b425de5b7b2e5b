import { describe, expect, test } from 'vitest';
import type { Criterion, ScorecardBody } from '../../../src/contract/index.ts';
import { scorecardBodySchema } from '../../../src/contract/quality-common.ts';
import { score } from '../../../src/domain/quality/score/score.ts';
import {
  countScored,
  missingBy,
  nextOpen,
  shownCriteria,
  toggled,
  withHeld,
  withoutKept,
} from '../../../src/renderer/quality/workspace/answers.ts';
import {
  choicesOf,
  levelOf,
  readNumeric,
  valueForKey,
  valueText,
} from '../../../src/renderer/quality/workspace/scales.ts';
import { beginSpent, spentUntil, takeSeconds } from '../../../src/renderer/quality/workspace/spent.ts';
import { plainWeights } from '../../../src/renderer/quality/workspace/weights.ts';

const card = (): ScorecardBody =>
  scorecardBodySchema.parse({
    name: 'Chat',
    causes: ['Knowledge'],
    sections: [
      {
        id: 's1',
        name: 'Main',
        weight: 60,
        criteria: [
          { id: 'a', name: 'A', scale: { kind: 'points', points: 5 }, weight: 30, causeBelow: 0.75 },
          { id: 'b', name: 'B', scale: { kind: 'yesNo' }, weight: 10, mayBeNA: true },
          {
            id: 'c',
            name: 'C',
            scale: { kind: 'points', points: 3 },
            weight: 20,
            showIf: { criterion: 'b', atLeast: 1, atMost: 1 },
            levels: [{ label: 'Missed' }, { label: 'Partly' }, { label: 'Done' }],
          },
        ],
      },
      {
        id: 's2',
        name: 'Rest',
        weight: 40,
        criteria: [{ id: 'd', name: 'D', scale: { kind: 'numeric', min: 0, max: 10 }, weight: 1 }],
      },
      {
        id: 's3',
        name: 'More',
        weight: 5,
        bonus: true,
        criteria: [{ id: 'e', name: 'E', scale: { kind: 'yesNo' }, weight: 1 }],
      },
    ],
  });
const criterion = (id: string): Criterion => {
  const found = card()
    .sections.flatMap(({ criteria }) => criteria)
    .find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const said = (value: number | 'na' | null) => ({ value, comment: '', causes: [], quotes: [] });

describe('what keys score', () => {
  test('digits give points as far as the scale goes', () => {
    expect(valueForKey(criterion('a'), '5')).toBe(5);
    expect(valueForKey(criterion('c'), '4')).toBeNull();
  });

  test('yes is 1, no is 2 or 0, N is not applicable only where it may be', () => {
    expect(['1', '2', '0', 'n'].map((key) => valueForKey(criterion('b'), key))).toEqual([1, 0, 0, 'na']);
    expect(valueForKey(criterion('a'), 'n')).toBeNull();
  });

  test('short words stand on the buttons, long scales have numbers', () => {
    expect(choicesOf(criterion('c')).map(({ label }) => label)).toEqual(['Missed', 'Partly', 'Done']);
    expect(choicesOf(criterion('a')).map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
    expect(choicesOf(criterion('d'))).toEqual([]);
  });

  test('a number is read with a comma, and only on its scale', () => {
    expect(readNumeric(criterion('d'), ' 7,5 ')).toBe(7.5);
    expect(readNumeric(criterion('d'), '11')).toBeNull();
    expect(readNumeric(criterion('d'), '7 or 8')).toBeNull();
  });

  test('values and levels are said in words', () => {
    expect(valueText(criterion('c'), 2)).toBe('2 of 3, Partly');
    expect(valueText(criterion('b'), 0)).toBe('No');
    expect(valueText(criterion('b'), 'na')).toBe('N/A');
    expect(levelOf(criterion('c'), 3)?.label).toBe('Done');
    expect(levelOf(criterion('a'), 3)).toBeNull();
  });
});

describe('answers on their way', () => {
  test('what is held lies over what the desk has, field by field', () => {
    const kept = { a: { ...said(3), comment: 'old' } };
    expect(withHeld(kept, { a: { comment: 'new' }, b: { value: 'na' } })).toEqual({
      a: { ...said(3), comment: 'new' },
      b: said('na'),
    });
    expect(withHeld(kept, {})).toBe(kept);
  });

  test('what was typed on while it was being sent stays held', () => {
    const held = { a: { comment: 'new words', value: 3 }, b: { value: 1 } };
    expect(withoutKept(held, 'a', { comment: 'new', value: 3 })).toEqual({
      a: { comment: 'new words' },
      b: { value: 1 },
    });
    expect(withoutKept(held, 'b', { value: 1 })).toEqual({ a: held.a });
  });

  test('hidden criteria are neither counted nor gone to', () => {
    const answers = { a: { ...said(2) }, b: said(0) };
    const result = score(card(), answers);
    expect(shownCriteria(card(), result).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e']);
    expect(countScored(card(), result, answers)).toEqual({ scored: 2, of: 4 });
    expect(missingBy(result).get('a')).toEqual(['cause']);
    expect(nextOpen(shownCriteria(card(), result), result, 'b')).toBe('d');
    expect(nextOpen(shownCriteria(card(), result), result, 'e')).toBe('a');
  });

  test('a cause is added, and taken away again', () => {
    expect(toggled(['x'], 'y')).toEqual(['x', 'y']);
    expect(toggled(['x', 'y'], 'x')).toEqual(['y']);
  });

  test('plain weights add up to 100 beside the bonus (QAL-2, QAL-4)', () => {
    const weights = plainWeights(card());
    expect([...weights.values()].slice(0, 4).reduce((all, each) => all + each, 0)).toBeCloseTo(100);
    expect(weights.get('a')).toBeCloseTo(30);
    expect(weights.get('e')).toBe(5);
  });
});

describe('time spent', () => {
  test('pauses of more than two minutes count as two, and parts of seconds are kept', () => {
    const spent = spentUntil(spentUntil(beginSpent(0), 1500), 1500 + 600_000);
    expect(spent.ms).toBe(121_500);
    expect(takeSeconds(spent)).toEqual({ seconds: 121, left: { ms: 500, seenAt: 601_500 } });
  });

  test('a clock that went back takes nothing away', () => {
    expect(spentUntil({ ms: 5, seenAt: 100 }, 50).ms).toBe(5);
  });
});
