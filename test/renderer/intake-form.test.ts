import { describe, expect, it } from 'vitest';
import { defaultMatrix } from '../../src/domain/tickets/matrix.ts';
import { dropTarget } from '../../src/renderer/intake/drop-target.ts';
import { blank, inputOf, isBlank, talkAsText, withCustomerIn, wrongIn } from '../../src/renderer/intake/form.ts';

const away = { onImport: false, writing: false };

describe('a dropped file', () => {
  it.each([
    ['mail.eml', away, 'intake'],
    ['Contract.PDF', away, 'intake'],
    ['notes.txt', away, 'intake'],
    ['export.CSV', away, 'import'],
    ['all.zip', away, 'import'],
    ['notes.txt', { onImport: true, writing: false }, 'import'],
    ['mail.eml', { onImport: true, writing: false }, 'intake'],
    ['export.csv', { onImport: true, writing: true }, 'intake'],
  ] as const)('%s goes where it belongs (TRI-8)', (name, place, target) => {
    expect(dropTarget(name, place)).toBe(target);
  });
});

describe('the form', () => {
  it('says what is missing in its own order, a bad address and a missing reason among it (TRI-1, TRI-3)', () => {
    expect(wrongIn(blank, defaultMatrix)).toEqual(['customer', 'subject', 'category', 'queue', 'impact', 'urgency']);
    const form = { ...blank, name: 'Ann', email: 'ann@', subject: 'x', category: 'y', queueId: 'q' } as const;
    expect(wrongIn({ ...form, impact: 1, urgency: 1, priority: 'p3' }, defaultMatrix)).toEqual(['email', 'reason']);
    expect(wrongIn({ ...form, email: '', impact: 1, urgency: 1, priority: 'p1' }, defaultMatrix)).toEqual([]);
  });

  it('sends a priority only where it was set by hand (TRI-3)', () => {
    expect(inputOf(blank)).not.toHaveProperty('priority');
    expect(inputOf({ ...blank, priority: 'p1', reason: ' why ' })).toMatchObject({
      priority: 'p1',
      overrideReason: 'why',
    });
    expect(isBlank(blank)).toBe(true);
    expect(isBlank({ ...blank, subject: 'x' })).toBe(false);
  });

  it('takes another of those who speak for the customer (TRI-11)', () => {
    const turns = [
      { who: 'customer', name: 'Ann', stamp: '10:02', text: 'Hi' },
      { who: 'agent', name: 'Bo', stamp: null, text: 'Hello' },
    ] as const;
    const turned = withCustomerIn({ ...blank, turns, name: 'Ann' }, 'Bo');
    expect(turned.turns.map(({ who }) => who)).toEqual(['agent', 'customer']);
    expect(turned.name).toBe('Bo');
    expect(talkAsText(turns)).toBe('[10:02] Ann: Hi\nBo: Hello');
  });
});
