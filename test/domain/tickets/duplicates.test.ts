import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  likelyDuplicates,
  tellingWords,
  trigramLikeness,
  type Asked,
  type Candidate,
} from '../../../src/domain/tickets/duplicates.ts';

const hour = 3_600_000;
const now = 1_800_000_000_000;
const asked = (subject: string, more: Partial<Asked> = {}): Asked => ({
  subject,
  body: '',
  customerKnown: true,
  now,
  rarity: new Map(),
  ...more,
});
const candidate = (ticket: string, subject: string, more: Partial<Candidate<string>> = {}): Candidate<string> => ({
  ticket,
  subject,
  text: '',
  sameCustomer: true,
  open: true,
  at: now - 2 * hour,
  ...more,
});

describe('likely duplicates', () => {
  it('are explained: whose, how many words, how long ago (TRI-6)', () => {
    const [first] = likelyDuplicates(asked('Parcel 4711 never arrived'), [
      candidate('a', 'Parcel 4711 has not arrived'),
    ]);
    expect(first).toMatchObject({ ticket: 'a', why: 'Same customer, 3 of 4 words, 2 h ago' });
  });

  it('of the same customer go first, then the newer, then what is open (TRI-6)', () => {
    const subject = 'Invoice shows the wrong amount';
    const found = likelyDuplicates(asked(subject), [
      candidate('other', subject, { sameCustomer: false }),
      candidate('old', subject, { at: now - 400 * hour }),
      candidate('solved', subject, { open: false }),
      candidate('fresh', subject),
    ]);
    expect(found.map(({ ticket }) => ticket)).toEqual(['fresh', 'solved', 'old', 'other']);
    expect(found[1]?.why).toContain('solved');
  });

  it('need more alike words from another customer, and a rare word says more than a common one (TRI-6)', () => {
    const one = 'Charger for model X200 sparks';
    expect(likelyDuplicates(asked(one), [candidate('a', 'Charger lost', { sameCustomer: false })])).toEqual([]);
    const rarity = new Map([
      ['charger', 1],
      ['model', 0.5],
      ['x200', 10],
      ['sparks', 0.5],
    ]);
    expect(likelyDuplicates(asked(one, { rarity }), [candidate('rare', 'X200 broken')]).length).toBe(1);
    expect(likelyDuplicates(asked(one, { rarity }), [candidate('common', 'Broken model')])).toEqual([]);
  });

  it('see through typing mistakes (TRI-6)', () => {
    expect(trigramLikeness('Broken headphones', 'Brokne headphnes')).toBeGreaterThan(0.5);
    expect(likelyDuplicates(asked('Refund overdue'), [candidate('a', 'Refnud overdeu')])[0]?.why).toMatch(
      /^Same customer, \d+ % alike in spelling/,
    );
  });

  it('are none where nothing was said that tells (TRI-6)', () => {
    expect(tellingWords('I have a', 'to you and me')).toEqual([]);
    expect(likelyDuplicates(asked('Hello please help'), [candidate('a', 'Hello please help')]).length).toBeLessThan(2);
    expect(likelyDuplicates(asked(''), [candidate('a', 'Anything')])).toEqual([]);
  });

  it('have scores from 0 to 1, the best first, whatever is asked (TRI-6)', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(text, fc.boolean(), fc.nat(1e9)), { maxLength: 20 }), (subject, given) => {
        const found = likelyDuplicates(
          asked(subject),
          given.map(([other, same, age], at) => candidate(String(at), other, { sameCustomer: same, at: now - age })),
        );
        const scores = found.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1.000001)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(found.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
