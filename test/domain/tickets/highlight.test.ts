import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, highlight } from '../../../src/domain/tickets/highlight.ts';

/** A surrogate without its other half. */
const halves = (text: string) => /\p{Cs}/u.test(text);

const marked = (text: string, terms: string[]) =>
  highlight(text, terms)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('');

describe('highlight', () => {
  test.each([
    ['Late Delivery, late', ['late'], '[Late] Delivery, [late]'],
    ['Ein Café in Málaga', ['cafe', 'MALAGA'], 'Ein [Café] in [Málaga]'],
    ['cafe\u0301 closed', ['café'], '[cafe\u0301] closed'],
    ['deliver delivery relive', ['deliv*'], '[deliver] [delivery] relive'],
    ['late delivery, delivery late', ['late delivery'], '[late delivery], delivery late'],
    ['late, delivery', ['late deliv*'], '[late, delivery]'],
    ['<b>late</b>', ['b'], '<[b]>late</[b]>'],
    ['a😀b', ['b'], 'a😀[b]'],
    ['nothing', ['', '*', '😀'], 'nothing'],
    ['מספר הזמנה', ['הזמנה'], 'מספר [הזמנה]'],
  ])('SRCH-7: %s with %j', (text, terms, expected) => {
    expect(marked(text, terms)).toBe(expected);
  });

  test('SRCH-7: the parts are the text, whatever the text, and halve no character', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('İstanbul', '𝒳late𝒳'),
    );
    fc.assert(
      fc.property(
        text,
        fc.array(fc.oneof(text, fc.constantFrom('a*', 'late', 'b c')), { maxLength: 4 }),
        (each, terms) => {
          const parts = highlight(each, terms);
          expect(parts.map((part) => part.text).join('')).toBe(each);
          for (const part of parts) {
            expect(part.text).not.toBe('');
            if (!halves(each)) expect(halves(part.text)).toBe(false);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('excerpt', () => {
  const filler = 'Lorem ipsum dolor sit amet. '.repeat(20);

  test('SRCH-7: the passage with most of the terms, on one line', () => {
    const text = `late ${filler}\nThe refund is\n late again. ${filler}`;
    const parts = excerpt(text, ['late', 'refund'], 80)!;
    expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['refund', 'late']);
    const joined = parts.map((part) => part.text).join('');
    expect(joined).toContain('refund is late again');
    expect(joined.startsWith('…')).toBe(true);
    expect(joined.endsWith('…')).toBe(true);
    expect(joined.length).toBeLessThanOrEqual(82);
  });

  test('SRCH-7: a short text whole, and null where nothing is hit', () => {
    expect(excerpt('All late', ['late'])).toEqual([
      { text: 'All ', hit: false },
      { text: 'late', hit: true },
    ]);
    expect(excerpt('All late', ['early'])).toBeNull();
  });

  test('SRCH-7: keeps to the width and halves no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(60), (text, width) => {
        const parts = excerpt(`${text} late ${text}`, ['late'], width + 10);
        expect(parts?.some((part) => part.hit)).toBe(true);
        const joined = parts!.map((part) => part.text).join('');
        expect(halves(joined)).toBe(false);
        expect(joined.length).toBeLessThanOrEqual(width + 12);
      }),
      { numRuns: 1000 },
    );
  });
});
