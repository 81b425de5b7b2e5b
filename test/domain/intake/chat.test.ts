import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatDraft, guessCustomer } from '../../../src/domain/intake/chat.ts';

const told = (text: string, people: readonly string[] = ['Noor Haddad']) =>
  chatDraft(text, people)?.turns.map(({ who, name, text: said }) => [who, name, said]);

describe('a transcript', () => {
  it.each([
    ['plain', 'Ann: My parcel is lost\nAgent: I am sorry\nAnn: Order 12: lamp'],
    ['bracketed times', '[10:02] Ann: My parcel is lost\n[10:03] Agent: I am sorry\n[10:04] Ann: Order 12: lamp'],
    ['times before', '10:02 Ann: My parcel is lost\n10:03 Agent: I am sorry\n10:04 Ann: Order 12: lamp'],
    [
      'WhatsApp on Android',
      '31/12/2025, 22:02 - Messages and calls are end-to-end encrypted.\n31/12/2025, 22:02 - Ann: My parcel is lost\n31/12/2025, 22:03 - Agent: I am sorry\n31/12/2025, 22:04 - Ann: Order 12: lamp',
    ],
    [
      'WhatsApp on iPhones',
      '\u200e[31.12.25, 22:02:11] Ann: \u200eMy parcel is lost\n[31.12.25, 22:03:11] Agent: I am sorry\n[31.12.25, 22:04:11] Ann: Order 12: lamp',
    ],
    [
      'American times',
      '12/31/25, 10:02\u202fPM - Ann: My parcel is lost\n12/31/25, 10:03\u202fPM - Agent: I am sorry\n12/31/25, 10:04\u202fPM - Ann: Order 12: lamp',
    ],
    [
      'Zendesk',
      '(03:15:51 PM) *** Ann joined the chat ***\n(03:15:52 PM) Ann: My parcel is lost\n(03:15:59 PM) Agent: I am sorry\n(03:16:02 PM) Ann: Order 12: lamp\n(03:16:09 PM) *** Ann left the chat ***',
    ],
    [
      'Intercom',
      'January 5, 2026\n10:02 AM | Ann: My parcel is lost\n10:03 AM | Agent: I am sorry\nJanuary 6, 2026\n10:04 AM | Ann: Order 12: lamp',
    ],
    [
      'name and time above',
      'Ann  10:02 AM\nMy parcel is lost\nAgent  10:03 AM\nI am sorry\nAnn  10:04 AM\nOrder 12: lamp',
    ],
    ['time after the name', 'Ann (10:02): My parcel is lost\nAgent (10:03): I am sorry\nAnn (10:04): Order 12: lamp'],
  ])('in the shape “%s” is read turn by turn (TRI-11)', (_, text) => {
    expect(told(text)).toEqual([
      ['customer', 'Ann', 'My parcel is lost'],
      ['agent', 'Agent', 'I am sorry'],
      ['customer', 'Ann', 'Order 12: lamp'],
    ]);
  });

  it('keeps lines that belong to the turn before, also such as begin with a time (TRI-11)', () => {
    expect(told('[10:02] Ann: Call me\n10:30 would do\nor later\n[10:05] Noor: Fine')).toEqual([
      ['customer', 'Ann', 'Call me\n10:30 would do\nor later'],
      ['agent', 'Noor', 'Fine'],
    ]);
  });

  it.each([
    ['a form', 'Order: 17\nAddress: High Street 2\nPhone: 0123456'],
    ['a letter', 'Dear team,\nPlease note: the lamp came broken.\nThanks: Ann'],
    ['one line', 'Ann: hello'],
    ['nothing', ''],
  ])('is not seen in %s (TRI-11)', (_, text) => {
    expect(chatDraft(text, [])).toBeNull();
  });

  it('says who is the customer: not the people of the desk, no team, else who speaks first (TRI-11)', () => {
    expect(guessCustomer(['Noor', 'Ann'], ['Noor Haddad'])).toBe('Ann');
    expect(guessCustomer(['Help Bot', 'Ann', 'Bea'], [])).toBe('Ann');
    expect(guessCustomer(['Noor'], ['Noor Haddad'])).toBe('Noor');
    expect(guessCustomer([], [])).toBeNull();
  });

  it('is named after what was asked, not after the greeting, and knows a number for a number (TRI-11)', () => {
    const draft = chatDraft(
      '[10:02] +44 7700 900123: Hi\n[10:03] Noor: Hi\n[10:04] +44 7700 900123: The lamp is broken.',
      ['Noor'],
    );
    expect(draft).toMatchObject({
      subject: 'The lamp is broken',
      channel: 'chat',
      requester: { name: '+44 7700 900123', phone: '+44 7700 900123' },
    });
  });

  it('of any text ends quickly and never fails (TRI-11)', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void chatDraft(text, ['Noor'])));
    const started = performance.now();
    chatDraft(`${'a'.repeat(200_000)}\n`.repeat(5), []);
    chatDraft('['.repeat(100_000), []);
    chatDraft('12:00 '.repeat(100_000), []);
    chatDraft('x y '.repeat(200_000), []);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
