import { describe, expect, it } from 'vitest';
import { marked } from '../../../src/renderer/surveys/responses/marked.ts';

const shown = (text: string, found: readonly string[]): string =>
  marked(text, found)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('what suggested a code is marked in the text (SUR-30)', () => {
  it('wherever it stands, the longest first, and all else as it was', () => {
    expect(shown('My refund, your refund', ['refund'])).toBe('My [refund], your [refund]');
    expect(shown('too slow, slow', ['slow', 'too slow'])).toBe('[too slow], [slow]');
    expect(shown('nothing', [])).toBe('nothing');
    expect(shown('', ['a'])).toBe('');
  });

  it('signs of patterns are signs', () => {
    expect(shown('a+b (c) $ 1.5 \\d', ['a+b', '(c)', '$', '\\d'])).toBe('[a+b] [(c)] [$] 1.5 [\\d]');
  });
});
