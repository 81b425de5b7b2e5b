import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearWord, spellingDistance } from '../../src/domain/near-word.ts';

describe('the word that may be meant', () => {
  it.each([
    ['condition', ['all', 'conditions', 'actions'], 'conditions'],
    ['condtions', ['conditions', 'actions'], 'conditions'],
    ['pausez', ['pauses', 'targets'], 'pauses'],
    ['holiday', ['hours', 'holidays'], 'holidays'],
    ['timezone', ['timeZone', 'hours'], 'timeZone'],
    ['zone', ['hours', 'timeZone'], 'timeZone'],
    ['monday', ['mon', 'tue'], null],
    ['x', ['id', 'name'], null],
    ['', ['id'], null],
    ['name', [], null],
  ])('%s of %j is %s', (given, known, meant) => {
    expect(nearWord(given, known)).toBe(meant);
  });

  it('counts one for a letter too many, too few, wrong, or swapped with the next', () => {
    const letters = fc.array(fc.constantFrom<string>('a', 'b', 'c'), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.nat(), (word, place) => {
        const at = place % (word.length - 1);
        const text = word.join('');
        const swapped = [...word.slice(0, at), word[at + 1], word[at], ...word.slice(at + 2)].join('');
        expect(spellingDistance(text, text)).toBe(0);
        expect(spellingDistance(text, word.toSpliced(at, 1).join(''))).toBe(1);
        expect(spellingDistance(text, word.toSpliced(at, 1, 'z').join(''))).toBe(1);
        expect(spellingDistance(text, swapped)).toBe(swapped === text ? 0 : 1);
      }),
    );
  });

  it('is the same both ways, and never more than the longer word has letters', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(spellingDistance(one, other)).toBe(spellingDistance(other, one));
        expect(spellingDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
