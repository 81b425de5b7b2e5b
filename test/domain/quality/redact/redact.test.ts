import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ibanHolds } from '../../../../src/domain/quality/redact/find.ts';
import { luhn } from '../../../../src/domain/quality/redact/numbers.ts';
import { redactText, toOriginal, toRedacted } from '../../../../src/domain/quality/redact/redact.ts';
import type { RedactRules } from '../../../../src/domain/quality/redact/redact.ts';

const none: RedactRules = { emails: false, phones: false, cards: false, ibans: false, names: [] };
const every: RedactRules = { emails: true, phones: true, cards: true, ibans: true, names: ['Ada Lund', 'Łukasz Żak'] };
const hide = (text: string, rules: RedactRules = every) => redactText(text, rules).text;

describe('what is hidden (QAL-11)', () => {
  it.each([
    ['ada.lund+shop@mail.example.co.uk, please', '[e-mail], please'],
    ['<mailto:o’b@x.io>', '<mailto:o’[e-mail]>'],
    ['Schreib an jörg@müller.de.', 'Schreib an [e-mail].'],
    ['not an address: a @ b.c', 'not an address: a @ b.c'],
  ])('e-mail: %s', (text, expected) => expect(hide(text)).toBe(expected));

  it.each([
    ['Call +49 (0)30 901820-17 today', 'Call [phone] today'],
    ['(415) 555-0132 or 415.555.0132', '[phone] or [phone]'],
    ['0171 2345678', '[phone]'],
    ['4155550132', '[phone]'],
    ['room 4711, 12345678 pieces', 'room 4711, 12345678 pieces'],
    ['on 2024-05-03 10:22 and 03.05.2024', 'on 2024-05-03 10:22 and 03.05.2024'],
    ['since 2024-05-03 030 1234567', 'since 2024-05-03 [phone]'],
    ['INC0010023456 and #123456', 'INC0010023456 and #123456'],
    ['at 10:30-11:45', 'at 10:30-11:45'],
    ['0171 2345678 0160 2345678, 0171 2345679', '[phone], [phone]'],
    ['4111 1111 1111 1111 123', '[card] [phone]'],
    ['12345678901234567890', '12345678901234567890'],
  ])('phone: %s', (text, expected) => expect(hide(text)).toBe(expected));

  it.each([
    ['4111 1111 1111 1111', '[card]'],
    ['3782-822463-10005.', '[card].'],
    ['4111 1111 1111 1112', '4111 1111 1111 1112'],
    ['4111 1111 1111 1111 12/27 123', '[card] 12/27 123'],
    ['order 77 4111-1111-1111-1111 999', 'order 77 [card] 999'],
    ['41111111111111119', '41111111111111119'],
  ])('card: %s', (text, expected) => expect(hide(text, { ...none, cards: true })).toBe(expected));

  it.each([
    ['DE89 3704 0044 0532 0130 00 an Ada', '[IBAN] an [name]'],
    ['Konto de89370400440532013000!', 'Konto [IBAN]!'],
    ['GB29NWBK60161331926819', '[IBAN]'],
    ['GB29 NWBK 6016 1331 9268 20', 'GB29 NWBK 6016 1331 9268 20'],
  ])('IBAN: %s', (text, expected) => expect(hide(text, { ...every, phones: false })).toBe(expected));

  it.each([
    ['Ada Lund wrote: ADA LUND, ada  lund', '[name] wrote: [name], [name]'],
    ['Dear Ada, dear Ms Lund', 'Dear [name], dear Ms [name]'],
    ['Lunds are not Adaptable, nor is ada', 'Lunds are not Adaptable, nor is ada'],
    ['Łukasz’s, ŻAK', '[name]’s, [name]'],
  ])('names: %s', (text, expected) => expect(hide(text)).toBe(expected));

  it('each rule by itself', () => {
    const text = 'Ada a@b.de 0171 2345678, 4111111111111111, DE89370400440532013000';
    expect(hide(text, none)).toBe(text);
    expect(hide(text, { ...none, emails: true })).toBe(text.replace('a@b.de', '[e-mail]'));
    expect(hide(text, { ...none, cards: true })).toBe(text.replace('4111111111111111', '[card]'));
    expect(hide(text, { ...none, ibans: true })).toBe(text.replace('DE89370400440532013000', '[IBAN]'));
    expect(hide(text, { ...none, names: ['Ada'] })).toBe(text.replace('Ada', '[name]'));
    expect(hide(text, { ...none, phones: true })).toBe(text.replace('0171 2345678', '[phone]'));
    expect(hide(text)).toBe('[name] [e-mail] [phone], [card], [IBAN]');
  });

  it('an address that holds a name is hidden as a whole; names that look like patterns are names', () => {
    expect(hide('ada.lund@x.de')).toBe('[e-mail]');
    expect(hide('a+b (c) wrote', { ...none, names: ['a+b (c)'] })).toBe('[name] wrote');
    expect(hide('Dr. X* wrote', { ...none, names: ['Dr. X'] })).toBe('[name]* wrote');
  });

  it('takes no longer than the text, whatever it is made of', () => {
    for (const unit of ['a', '1', '1 ', '1-', 'a.', 'DE89 ', '@a.', '+', '(0) '])
      expect(redactText(unit.repeat(50_000), every).text.length).toBeGreaterThan(0);
  }, 5000);
});

describe('check digits (QAL-11)', () => {
  it('one digit wrong, or two neighbours swapped, is no card', () => {
    const body = fc.stringMatching(/^[0-9]{15}$/);
    fc.assert(
      fc.property(body, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const number = `${digits}${'0123456789'.split('').find((last) => luhn(digits + last)) ?? ''}`;
        expect(luhn(number)).toBe(true);
        const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(luhn(wrong)).toBe(false);
      }),
    );
  });

  it('of the IBANs of the standard hold', () => {
    for (const one of [
      'DE89370400440532013000',
      'NO9386011117947',
      'MT84MALT011000012345MTLCAST001S',
      'FR1420041010050500013M02606',
    ])
      expect(ibanHolds(one)).toBe(true);
    expect(ibanHolds('DE98370400440532013000')).toBe(false);
  });
});

describe('quotes still point right (QAL-11)', () => {
  const piece = fc.constantFrom(
    'Ada',
    ' ',
    'a@b.de',
    '0171 2345678',
    'hello',
    ', ',
    'Łukasz Żak',
    '4111111111111111',
    '😀',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
  const place = fc.tuple(fc.nat(), fc.nat());
  const stretch = (length: number, [a, b]: readonly [number, number]) => {
    const [from = 0, to = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
    return { from, to };
  };

  it('a passage and its redacted one hold the same words outside of what was hidden', () => {
    fc.assert(
      fc.property(text, place, (plain, where) => {
        const { text: made, hidden } = redactText(plain, every);
        const of = stretch(plain.length, where);
        if (of.from === of.to) return;
        const there = toRedacted(hidden, of);
        const back = toOriginal(hidden, there);
        // Nothing is lost on the way, and what comes back is as it was once hidden passages are taken as a whole.
        expect(back.from).toBeLessThanOrEqual(of.from);
        expect(back.to).toBeGreaterThanOrEqual(of.to);
        expect(toRedacted(hidden, back)).toEqual(there);
        let expected = plain.slice(back.from, back.to);
        for (const one of [...hidden].reverse())
          if (one.from >= back.from && one.to <= back.to)
            expected = expected.slice(0, one.from - back.from) + one.label + expected.slice(one.to - back.from);
        expect(made.slice(there.from, there.to)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('a passage that touches nothing hidden goes there and back unchanged', () => {
    const { text: made, hidden } = redactText('Ada wrote to a@b.de: it is broken', every);
    const there = { from: made.indexOf('it is'), to: made.length };
    const back = toOriginal(hidden, there);
    expect('Ada wrote to a@b.de: it is broken'.slice(back.from, back.to)).toBe('it is broken');
    expect(toRedacted(hidden, back)).toEqual(there);
  });

  it('nothing of what was hidden is in the answer', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const answer = JSON.stringify(redactText(plain, every));
        for (const secret of ['Ada', 'a@b.de', '2345678', 'Łukasz', '4111']) expect(answer).not.toContain(secret);
      }),
    );
  });

  it('what is redacted is not redacted again', () => {
    fc.assert(
      fc.property(text, (plain) => {
        expect(hide(hide(plain))).toBe(hide(plain));
      }),
    );
  });
});
