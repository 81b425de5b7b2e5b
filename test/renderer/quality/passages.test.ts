import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Passage } from '../../../src/contract/index.ts';
import {
  longer,
  piecesOf,
  quoteOf,
  quoteOfMark,
  sentenceAfter,
  sentencesOf,
  withQuote,
} from '../../../src/renderer/quality/workspace/passages.ts';

const passage = (id: string, text: string): Passage => ({ id, at: 0, author: 'Ann', side: 'customer', text });
const talk = [passage('e1', 'Hello.  I cannot pay. Help\n\n'), passage('e2', 'Which card?')];

test('sentences are what is said, without the white space around it', () => {
  const texts = sentencesOf(talk).map(({ eventId, from, to }) =>
    talk.find(({ id }) => id === eventId)?.text.slice(from, to),
  );
  expect(texts).toEqual(['Hello.', 'I cannot pay.', 'Help', 'Which card?']);
});

test('a step goes from nowhere to the first or the last, and stays within', () => {
  expect(sentenceAfter(null, 1, 4)).toBe(0);
  expect(sentenceAfter(null, -1, 4)).toBe(3);
  expect(sentenceAfter(3, 1, 4)).toBe(3);
  expect(sentenceAfter(null, 1, 0)).toBeNull();
});

test('a mark grows within its message and not into the next', () => {
  const all = sentencesOf(talk);
  const two = longer({ first: 1, last: 1 }, all);
  expect(two).toEqual({ first: 1, last: 2 });
  expect(longer(two, all)).toEqual(two);
  expect(quoteOfMark(talk, all, two)).toEqual({ eventId: 'e1', from: 8, to: 26, text: 'I cannot pay. Help' });
});

test('a quote is put down once, and taken away by the same key; nothing of white space is quoted', () => {
  const quote = quoteOf(talk, 'e2', 0, 5);
  if (quote === null) throw new Error('no quote');
  expect(withQuote([], quote)).toEqual([quote]);
  expect(withQuote([quote], { ...quote })).toEqual([]);
  expect(quoteOf(talk, 'e1', 26, 28)).toBeNull();
});

test('pieces put together are the text, whatever lies over it', () => {
  const stretch = fc.record({
    from: fc.nat(30),
    to: fc.nat(30),
    tint: fc.constantFrom('own' as const, 'other' as const, 'mark' as const),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), fc.array(stretch, { maxLength: 6 }), (text, stretches) => {
      const pieces = piecesOf(text, stretches);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { from, text: own, tints } of pieces)
        for (let at = from; at < from + own.length; at += 1)
          expect(tints).toEqual(new Set(stretches.filter((s) => s.from <= at && s.to > at).map((s) => s.tint)));
    }),
  );
});
